package sit.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.eval.Workspace;
import sit.syntax.Signs;
import sit.syntax.Word;
import sit.typed.Builtin;
import sit.typed.Symbol;
import sit.typed.Type;

/** Says what may stand at a place in a text, from the words before it and what is declared. */
final class Completer {
  private final Workspace workspace;
  private final Documentation library;
  private final Cursor cursor;
  private final String prefix;
  private final Map<String, Completion> found = new LinkedHashMap<>();

  private Completer(Workspace workspace, Documentation library, Cursor cursor) {
    this.workspace = workspace;
    this.library = library;
    this.cursor = cursor;
    this.prefix = cursor.prefix();
  }

  static Completions complete(Workspace workspace, Documentation library, Cursor cursor) {
    return new Completer(workspace, library, cursor).complete();
  }

  /** Every name that begins so and that something can be said of, without brackets. */
  static List<String> names(Workspace workspace, Documentation library, String begun) {
    Completer all = new Completer(workspace, library, new Cursor(begun, begun.length()));
    all.values();
    all.measures();
    all.laws();
    all.rules();
    for (Keyword keyword : Keyword.values()) {
      all.keyword(keyword);
    }
    Set<String> names = new TreeSet<>();
    for (String name : all.found.keySet()) {
      boolean bracket = name.endsWith("(") || name.endsWith("[");
      names.add(bracket ? name.substring(0, name.length() - 1) : name);
    }
    return List.copyOf(names);
  }

  private Completions complete() {
    Optional<String> sign = cursor.sign();
    if (sign.isPresent()) {
      return signs(sign.get());
    }
    Optional<String> path = cursor.openText();
    if (path.isPresent()) {
      return files(path.get());
    }
    if (!cursor.inComment()) {
      names();
    }
    return result(prefix);
  }

  private Completions result(String replaced) {
    return new Completions(
        cursor.at() - replaced.length(), cursor.at(), List.copyOf(found.values()));
  }

  private Completions signs(String typed) {
    for (Signs.Sign sign : Signs.named(typed)) {
      String name = "\\" + sign.name();
      found.put(name, new Completion(sign.sign(), name, Completion.Kind.SIGN, sign.sign()));
    }
    return result("\\" + typed);
  }

  private Completions files(String typed) {
    for (String file : FileNames.startingWith(typed)) {
      found.put(file, new Completion(file, file, Completion.Kind.FILE, ""));
    }
    return result(typed);
  }

  private void names() {
    List<Word> line = cursor.line();
    boolean block = cursor.inBlockOf("derivation", "lemma");
    String last = line.isEmpty() ? "" : line.get(line.size() - 1).text();
    String first = line.isEmpty() ? "" : line.get(0).text();
    if (afterBy(line)) {
      rules();
    } else if (first.equals("unit") && line.size() == 1) {
      word("bits", Completion.Kind.KEYWORD, "the unit of log2");
      word("nats", Completion.Kind.KEYWORD, "the unit of ln");
    } else if (first.equals("expand") && last.equals("to")) {
      word("entropies", Completion.Kind.KEYWORD, "down to H");
    } else if (first.equals("expand") && last.equals("using")) {
      measures();
    } else if (last.equals("~")) {
      laws();
      values();
    } else if (!declares(line)) {
      if (line.isEmpty()) {
        keywords(block);
      }
      if (block && first.equals("given") && line.size() == 1) {
        List.of(Keyword.RV, Keyword.PROCESS, Keyword.PARAM).forEach(this::keyword);
      }
      values();
      measures();
      if (!line.isEmpty()) {
        inside(block);
      }
    }
  }

  /** Whether a new name is wanted here, which nobody can guess. */
  private static boolean declares(List<Word> line) {
    int last = line.size() - 1;
    if (last < 0) {
      return false;
    }
    return switch (line.get(0).text()) {
      case "rv", "process", "param" ->
          line.stream().noneMatch(w -> w.is("=") || w.is("|") || w.is("~"));
      case "let", "define", "derivation", "lemma", "rule", "axiom" -> last == 0;
      default -> false;
    };
  }

  private static boolean afterBy(List<Word> line) {
    for (int i = line.size() - 1; i >= 0; i--) {
      Word word = line.get(i);
      if (word.is("by") && word.kind() == Word.Kind.KEYWORD) {
        return true;
      }
      if (word.kind() != Word.Kind.NAME && !word.is(",") && !word.is("lemma")) {
        return false;
      }
    }
    return false;
  }

  private void keywords(boolean block) {
    for (Keyword keyword : Keyword.values()) {
      if (block ? keyword.startsItem() : keyword.startsStatement()) {
        keyword(keyword);
      }
    }
  }

  private void inside(boolean block) {
    for (Keyword keyword : Keyword.values()) {
      boolean claimed = keyword == Keyword.GIVEN && !block;
      if (claimed || !keyword.startsStatement() && !keyword.startsItem()) {
        keyword(keyword);
      }
    }
  }

  private void keyword(Keyword keyword) {
    word(keyword.word(), Completion.Kind.KEYWORD, keyword.summary());
  }

  private void values() {
    for (String name : workspace.names()) {
      Symbol symbol = workspace.symbol(name).orElseThrow();
      Completion.Kind kind =
          switch (symbol.kind()) {
            case VARIABLE -> Completion.Kind.VARIABLE;
            case PROCESS -> Completion.Kind.PROCESS;
            case PARAMETER -> Completion.Kind.PARAMETER;
            case FUNCTION -> Completion.Kind.FUNCTION;
            case VALUE, OUTCOME, DENSITY -> Completion.Kind.VALUE;
          };
      word(symbol.arity() > 0 ? name + "(" : name, kind, symbol.type().words());
    }
    for (String name : cursor.names()) {
      if (Builtin.named(name).isEmpty() && library.named(name).isEmpty()) {
        word(name, Completion.Kind.VALUE, "");
      }
    }
  }

  private void measures() {
    Set<String> names = new TreeSet<>(workspace.measureNames());
    for (String name : names) {
      Completion.Kind kind =
          library.named(name).stream().anyMatch(e -> e.kind() == Entry.Kind.FUNCTION)
              ? Completion.Kind.FUNCTION
              : Completion.Kind.MEASURE;
      word(name + "(", kind, summary(name));
    }
    word("H(", Completion.Kind.MEASURE, summary("H"));
    word("E[", Completion.Kind.MEASURE, "The expectation.");
    word("P(", Completion.Kind.MEASURE, "The probability of an event.");
    for (Builtin builtin : Builtin.values()) {
      if (builtin.result() != Type.LAW) {
        word(builtin.word() + "(", Completion.Kind.FUNCTION, summary(builtin.word()));
      }
    }
  }

  private void laws() {
    for (Builtin builtin : Builtin.values()) {
      if (builtin.result() == Type.LAW) {
        word(builtin.word() + "(", Completion.Kind.LAW, summary(builtin.word()));
      }
    }
  }

  private void rules() {
    word("assumption", Completion.Kind.RULE, "What was given.");
    for (String name : new TreeSet<>(workspace.ruleNames())) {
      word(name, Completion.Kind.RULE, summary(name));
    }
  }

  private String summary(String name) {
    List<Entry> entries = new ArrayList<>(library.named(name));
    return entries.isEmpty() ? "" : entries.get(0).summary();
  }

  private void word(String text, Completion.Kind kind, String summary) {
    if (text.startsWith(prefix)) {
      found.putIfAbsent(text, new Completion(text, text, kind, summary));
    }
  }
}
