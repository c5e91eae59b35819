package sit.eval;

import java.util.ArrayList;
import java.util.List;
import sit.source.Source;
import sit.typed.Shape;

/**
 * A file of the library as a list of definitions, told apart by how their lines begin. The laws
 * that measures obey speak of other measures and are no part of a definition.
 */
final class LibraryFile {
  private static final String[] WORDS = {"define ", "let ", "rule ", "axiom ", "property "};

  private final Source source;
  private final List<Definition> definitions = new ArrayList<>();

  /** The sorts of things that are looked up by name, each among its own. */
  enum Sort {
    FUNCTION,
    RULE,
    PROPERTY
  }

  /**
   * One definition with its documentation.
   *
   * @param names what it is called: a measure by its name and by its form, a rule by all its names
   * @param sort what sort of thing it is
   * @param from the offset of its first character
   * @param to the offset behind its last
   */
  record Definition(Source source, List<String> names, Sort sort, int from, int to) {
    Definition {
      names = List.copyOf(names);
    }

    /** The file with all else blotted out, so that places in it stay where they are. */
    Source alone() {
      char[] text = source.text().toCharArray();
      for (int i = 0; i < text.length; i++) {
        if ((i < from || i >= to) && text[i] != '\n') {
          text[i] = ' ';
        }
      }
      return new Source(source.name(), new String(text));
    }
  }

  LibraryFile(Source source) {
    this.source = source;
    split();
  }

  Source source() {
    return source;
  }

  List<Definition> definitions() {
    return definitions;
  }

  private void split() {
    String text = source.text();
    List<String> names = new ArrayList<>();
    int from = 0;
    boolean documented = false;
    boolean defined = false;
    Sort sort = Sort.FUNCTION;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      boolean doc = line.startsWith("##");
      boolean opens = opens(line);
      if (defined && (doc || opens || line.startsWith("#") || line.startsWith("holds "))) {
        definitions.add(new Definition(source, names, sort, from, start));
        defined = false;
        documented = false;
      }
      if (doc || opens) {
        if (!documented) {
          names.clear();
          from = start;
        }
        documented = true;
        defined |= opens;
        sort = sort(line);
        names(line, names);
      }
      start = end + 1;
    }
    if (defined) {
      definitions.add(new Definition(source, names, sort, from, text.length()));
    }
  }

  private static Sort sort(String line) {
    boolean rule = line.startsWith("rule ") || line.startsWith("axiom ");
    return rule ? Sort.RULE : line.startsWith("property ") ? Sort.PROPERTY : Sort.FUNCTION;
  }

  private static boolean opens(String line) {
    for (String word : WORDS) {
      if (line.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static void names(String line, List<String> names) {
    names.addAll(Rules.aliases(line));
    for (String word : WORDS) {
      if (line.startsWith(word)) {
        names.add(name(line, word.length()));
        if (word.equals("define ")) {
          names.add(Shape.read(line.substring(word.length())));
        }
      }
    }
  }

  private static String name(String line, int from) {
    int end = from;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
      end++;
    }
    return line.substring(from, end);
  }
}
