package sit.app.cli;

import java.util.ArrayList;
import java.util.List;

/** What the program can be asked to do. */
enum Command {
  SESSION("", 0, 0, "", "starts a session"),
  RUN("run", 1, Integer.MAX_VALUE, "FILE...", "evaluates every statement in order"),
  CHECK("check", 1, Integer.MAX_VALUE, "FILE...", "judges every claim, derivation and lemma"),
  EVAL("eval", 1, 1, "'EXPR' [--with FILE] [--out FILE.svg]", "one value; FILE is loaded first"),
  EXPAND(
      "expand",
      1,
      1,
      "'EXPR' [--to entropies] [--using NAME] [--with FILE]",
      "unfolds definitions"),
  VERIFY("verify", 1, Integer.MAX_VALUE, "CERTIFICATE.json...", "adds a certificate up again"),
  DOC("doc", 0, 1, "[NAME] | --theory TABLE.csv FOLDER", "says what a name of the library means"),
  FMT(
      "fmt",
      1,
      Integer.MAX_VALUE,
      "[--check] [--unicode|--ascii] FILE...",
      "formats scripts in place"),
  KERNEL(
      "kernel",
      1,
      2,
      "install [--user|--prefix DIR] | uninstall",
      "makes sit a kernel of Jupyter notebooks"),
  VERSION("version", 0, 0, "", "prints the version"),
  HELP("help", 0, 1, "", "prints this");

  private final String word;
  private final int least;
  private final int most;
  private final String operands;
  private final String purpose;

  Command(String word, int least, int most, String operands, String purpose) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.operands = operands;
    this.purpose = purpose;
  }

  /** The word it is typed by; empty for a session. */
  String word() {
    return word;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  /** What may follow the word. */
  String operands() {
    return operands;
  }

  String purpose() {
    return purpose;
  }

  /** Whether its operands are text of the language, which may start with a minus. */
  boolean takesExpression() {
    return this == EVAL || this == EXPAND;
  }

  /** The command of a word, or null. */
  static Command of(String word) {
    for (Command command : values()) {
      if (command != SESSION && command.word.equals(word)) {
        return command;
      }
    }
    return null;
  }

  /** The words of all commands. */
  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Command command : values()) {
      if (command != SESSION) {
        words.add(command.word);
      }
    }
    return words;
  }
}
