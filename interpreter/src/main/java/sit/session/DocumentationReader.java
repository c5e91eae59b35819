package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import sit.source.Source;

/**
 * Reads the documentation of a file of the library: blocks of {@code ##} lines, what stands below
 * each, and its laws.
 */
final class DocumentationReader {
  private static final String HOLDS = "holds ";

  private final String family;
  private final List<String> lines;
  private int at;

  DocumentationReader(Source file) {
    String path = file.name().substring(file.name().indexOf('/') + 1);
    this.family = path.substring(0, path.length() - ".sit".length());
    this.lines = file.text().lines().toList();
  }

  List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    while (at < lines.size()) {
      if (lines.get(at).startsWith("##")) {
        entry(doc()).ifPresent(all::add);
      } else {
        at++;
      }
    }
    return all;
  }

  private List<String> doc() {
    List<String> doc = new ArrayList<>();
    while (at < lines.size() && lines.get(at).startsWith("##")) {
      String line = lines.get(at++).substring(2);
      doc.add(line.startsWith(" ") ? line.substring(1) : line);
    }
    return doc;
  }

  private Optional<Entry> entry(List<String> doc) {
    String first = at < lines.size() ? lines.get(at) : "";
    for (Entry.Kind kind : Entry.Kind.values()) {
      if (first.startsWith(kind.opening())) {
        return Optional.of(entry(kind, doc, first.substring(kind.opening().length())));
      }
    }
    return Optional.empty();
  }

  private Entry entry(Entry.Kind kind, List<String> doc, String first) {
    String definition = definition(first.startsWith("{") ? "" : first);
    String signature =
        switch (kind) {
          case MEASURE, PROPERTY -> before(first, ":=");
          case FUNCTION -> before(first, " =");
          case RULE, AXIOM -> before(first, "{");
          default -> first;
        };
    boolean code = !kind.isBuiltIn();
    return new Entry(
        family,
        kind,
        signature.startsWith("{")
            ? signature
            : before(before(signature, "("), kind == Entry.Kind.PROPERTY ? " " : "("),
        signature,
        summary(doc),
        key(doc, "source: "),
        key(doc, "latex: "),
        key(doc, "unit: "),
        example(doc),
        code ? kind.opening() + definition : "",
        laws(),
        names(key(doc, "also: ")),
        names(key(doc, "theory: ")));
  }

  /** Names between commas. */
  static List<String> names(String text) {
    List<String> found = new ArrayList<>();
    StringTokenizer names = new StringTokenizer(text, ", ");
    while (names.hasMoreTokens()) {
      found.add(names.nextToken());
    }
    return found;
  }

  private static String before(String text, String stop) {
    int end = text.indexOf(stop);
    return (end > 0 ? text.substring(0, end) : text).strip();
  }

  /**
   * The text of a definition, of which the first line is met; it ends where a line ends that leaves
   * no brace open.
   */
  private String definition(String first) {
    StringBuilder text = new StringBuilder(first);
    at++;
    while (at < lines.size() && goesOn(text)) {
      text.append('\n').append(lines.get(at++));
    }
    return text.toString();
  }

  private boolean goesOn(CharSequence text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return open > 0 || lines.get(at).startsWith("  ");
  }

  private List<String> laws() {
    List<String> laws = new ArrayList<>();
    while (at < lines.size() && lines.get(at).startsWith(HOLDS)) {
      laws.add(lines.get(at++).substring(HOLDS.length()));
    }
    return laws;
  }

  private static String summary(List<String> doc) {
    List<String> head = new ArrayList<>();
    for (String line : doc) {
      if (line.isBlank()) {
        break;
      }
      head.add(line.strip());
    }
    return String.join(" ", head);
  }

  private static String key(List<String> doc, String key) {
    for (String line : doc) {
      if (line.startsWith(key)) {
        return line.substring(key.length()).strip();
      }
    }
    return "";
  }

  private static List<String> example(List<String> doc) {
    List<String> example = new ArrayList<>();
    for (String line : doc) {
      if (line.startsWith("    ")) {
        example.add(line.strip());
      }
    }
    return example;
  }
}
