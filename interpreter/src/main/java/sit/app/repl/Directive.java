package sit.app.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sit.session.Session;

/** What can be said to the prompt itself. */
enum Directive {
  HELP("[NAME]", false, "this; or what a name means, as ?NAME (??NAME: how defined)"),
  LOAD("FILE", true, "carries out a script in this session"),
  SAVE("FILE", true, "writes what was typed and was right to a script"),
  SAVE_PLOT("FILE", true, "draws the last plot into a file: FILE.svg or FILE.png"),
  RESET("", false, "forgets what was declared"),
  TIME("[SECONDS|off]", false, "the time one claim or value may take"),
  UNIT("[bits|nats]", false, "the unit of information"),
  SET("[NAME VALUE]", false, "lists or changes the settings"),
  EXPAND("[EXPRESSION]", false, "unfolds the definitions of an expression, or of the last one"),
  LATEX("[EXPRESSION]", false, "an expression, or the last answer, as LaTeX"),
  WHY("", false, "how the last verdict is known"),
  ASSUME("[FACT|drop N]", false, "lists what is assumed; assumes a fact; takes one back"),
  OUT("", false, "answers so far: out[3] is that of input 3, _ the last one"),
  NAMES("", false, "what was declared"),
  QUIT("", false, "leaves (so does Ctrl-D)");

  private final String operands;
  private final boolean wants;
  private final String summary;

  Directive(String operands, boolean wants, String summary) {
    this.operands = operands;
    this.wants = wants;
    this.summary = summary;
  }

  /** How it is typed. */
  String word() {
    return ":" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it means nothing without an operand. */
  boolean wants() {
    return wants;
  }

  String operands() {
    return operands;
  }

  String summary() {
    return summary;
  }

  /** How it is used and what it does. */
  String text() {
    return usage() + "    " + summary;
  }

  String usage() {
    return operands.isEmpty() ? word() : word() + " " + operands;
  }

  static boolean isName(String typed) {
    return words().contains(typed);
  }

  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Directive directive : values()) {
      words.add(directive.word());
    }
    return words;
  }

  /**
   * The directive that was typed, in full or by its first letters.
   *
   * @throws DirectiveError if there is none, or more than one begins so
   */
  static Directive of(String typed) {
    List<Directive> begun = new ArrayList<>();
    for (Directive directive : values()) {
      if (directive.word().equals(typed)) {
        return directive;
      }
      if (typed.length() > 1 && directive.word().startsWith(typed)) {
        begun.add(directive);
      }
    }
    if (typed.equals(":exit") || typed.equals(":?")) {
      return typed.equals(":?") ? HELP : QUIT;
    }
    if (begun.size() != 1) {
      throw DirectiveError.word(typed, words(), begun);
    }
    return begun.get(0);
  }

  /**
   * What was meant where a directive was typed without its colon, such as {@code quit} or {@code
   * load a.sit}; empty where the text is one of the language.
   */
  static String meant(String typed, Session session) {
    int end = 0;
    while (end < typed.length()
        && (Character.isLetter(typed.charAt(end)) || end > 0 && typed.charAt(end) == '-')) {
      end++;
    }
    String word = typed.substring(0, end);
    String rest = typed.substring(end);
    boolean directive = isName(":" + word) || word.equals("exit");
    boolean apart = rest.isEmpty() || rest.startsWith(" ");
    if (!directive || !apart || session.workspace().symbol(word).isPresent()) {
      return "";
    }
    boolean formula = !rest.isBlank() && "=<>+-*^|&,(".indexOf(rest.strip().charAt(0)) >= 0;
    boolean language = session.describe(word, 0, 0).isPresent();
    return formula || language ? "" : word.equals("exit") ? QUIT.word() : ":" + typed;
  }

  /** What can be typed at the prompt. */
  static String help() {
    StringBuilder out =
        new StringBuilder(
            """
            A statement that is not finished goes on in the next line; two empty lines end it.
              H(X), I(X; Y | Z)           a value, where the variables have laws
              rv X ~ Bernoulli(1/2)       a variable and its law
              expand I(X; Y)              a definition unfolded
              check H(X, Y) <= H(X) + H(Y)
            TAB completes names, reasons, files and signs: \\alpha TAB is α. Ctrl-R searches what
            was typed before; Ctrl-C stops what runs or drops what is typed; Ctrl-D leaves.
            """);
    for (Directive directive : values()) {
      String pad = " ".repeat(Math.max(1, 26 - directive.usage().length()));
      out.append("  ").append(directive.usage()).append(pad).append(directive.summary).append('\n');
    }
    return out.toString().stripTrailing();
  }
}
