package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.syntax.Word;

/** A place in a text, broken or not, as its words up to there and around it show it. */
final class Cursor {
  private final String code;
  private final int at;
  private final List<Word> words;
  private final List<Word> before = new ArrayList<>();

  /**
   * A place in a text.
   *
   * @param at an offset; one outside the text is its end
   */
  Cursor(String code, int at) {
    this.code = code;
    this.at = Math.max(0, Math.min(at, code.length()));
    this.words = Word.of(code);
    for (Word word : words) {
      if (word.start() < this.at) {
        before.add(word);
      }
    }
  }

  int at() {
    return at;
  }

  /** The word that the cursor stands in or right behind. */
  Optional<Word> touched() {
    Word found = null;
    for (Word word : words) {
      boolean name = word.kind() == Word.Kind.NAME || word.kind() == Word.Kind.KEYWORD;
      if (word.start() <= at && at <= word.end() && (found == null || name)) {
        found = word;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The part of a name or keyword that stands left of the cursor; may be empty. */
  String prefix() {
    Optional<Word> last = last(0);
    boolean name =
        last.isPresent()
            && last.get().end() >= at
            && (last.get().kind() == Word.Kind.NAME || last.get().kind() == Word.Kind.KEYWORD);
    return name ? code.substring(last.get().start(), at) : "";
  }

  /** What stands left of the cursor after a backslash in an unbroken run of letters, or nothing. */
  Optional<String> sign() {
    int from = at;
    while (from > 0 && isSignLetter(code.charAt(from - 1))) {
      from--;
    }
    return from > 0 && code.charAt(from - 1) == '\\'
        ? Optional.of(code.substring(from, at))
        : Optional.empty();
  }

  private static boolean isSignLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /** What was typed of a text in quotation marks that is still open at the cursor. */
  Optional<String> openText() {
    return last(0)
        .filter(word -> word.kind() == Word.Kind.UNCLOSED || inside(word, Word.Kind.TEXT))
        .map(word -> code.substring(word.start() + 1, at));
  }

  boolean inComment() {
    Word last = last(0).orElse(null);
    return last != null
        && last.end() >= at
        && (last.kind() == Word.Kind.COMMENT || last.kind() == Word.Kind.DOC);
  }

  private boolean inside(Word word, Word.Kind kind) {
    return word.kind() == kind && at < word.end();
  }

  /** A word before the cursor, counted backwards from 0. */
  private Optional<Word> last(int back) {
    int i = before.size() - 1 - back;
    return i >= 0 ? Optional.of(before.get(i)) : Optional.empty();
  }

  /** The words of the statement or item before the cursor, without the one being typed. */
  List<Word> line() {
    int end = before.size() - (prefix().isEmpty() ? 0 : 1);
    int start = end;
    int depth = 0;
    while (start > 0) {
      Word word = before.get(start - 1);
      depth += closes(word) ? 1 : opens(word) ? -1 : 0;
      boolean separates =
          word.kind() == Word.Kind.NEWLINE || word.is("{") && depth < 0 || word.is(";");
      if (separates && depth <= 0 && (!word.is(";") || !inCall(start - 1))) {
        break;
      }
      start--;
    }
    return List.copyOf(before.subList(start, end));
  }

  private boolean inCall(int index) {
    int depth = 0;
    for (int i = index; i >= 0; i--) {
      depth += closes(before.get(i)) ? 1 : opens(before.get(i)) ? -1 : 0;
      if (depth < 0) {
        return before.get(i).is("(");
      }
    }
    return false;
  }

  /** Whether the cursor stands inside the braces of a statement that begins with one of these. */
  boolean inBlockOf(String... openings) {
    int depth = 0;
    for (int i = before.size() - 1; i >= 0; i--) {
      depth += closes(before.get(i)) ? 1 : opens(before.get(i)) ? -1 : 0;
      if (depth < 0) {
        return before.get(i).is("{")
            && i >= 2
            && List.of(openings).contains(before.get(i - 2).text());
      }
    }
    return false;
  }

  /** The name before the bracket that encloses the cursor most closely, if it is a call's. */
  Optional<Word> enclosingCall() {
    int depth = 0;
    for (int i = before.size() - 1; i > 0; i--) {
      Word word = before.get(i);
      if (i == before.size() - 1 && word.end() > at) {
        continue;
      }
      depth += closes(word) ? 1 : opens(word) ? -1 : 0;
      if (depth < 0) {
        Word name = before.get(i - 1);
        boolean call = word.is("(") && name.kind() == Word.Kind.NAME;
        return call ? Optional.of(name) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The names in the text other than the one at the cursor. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Word word : words) {
      if (word.kind() == Word.Kind.NAME && (word.end() < at || word.start() > at)) {
        names.add(word.text());
      }
    }
    return names;
  }

  /** The text from a word on. */
  String from(Word word) {
    return code.substring(word.start());
  }

  private static boolean opens(Word word) {
    return word.is("(") || word.is("[") || word.is("{");
  }

  private static boolean closes(Word word) {
    return word.is(")") || word.is("]") || word.is("}");
  }
}
