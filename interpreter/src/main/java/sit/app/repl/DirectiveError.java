package sit.app.repl;

import java.util.List;
import java.util.Optional;
import sit.source.Spelling;

/** A directive that cannot be carried out as it was typed; says what to type. */
final class DirectiveError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DirectiveError(String message) {
    super(message, null, false, false);
  }

  static DirectiveError word(String typed, List<String> words, List<Directive> begun) {
    if (begun.size() > 1) {
      List<String> all = begun.stream().map(Directive::word).toList();
      return new DirectiveError("`" + typed + "` may be " + String.join(" or ", all));
    }
    return new DirectiveError(
        "there is no `" + typed + "` here; " + meant(Spelling.closest(typed, words), ":help"));
  }

  static DirectiveError colon(String typed, String meant) {
    return new DirectiveError("`" + typed + "` is said to the prompt with a colon: " + meant);
  }

  static DirectiveError incomplete(Directive directive) {
    return new DirectiveError("`" + directive.word() + "` wants more: " + directive.usage());
  }

  static DirectiveError name(String asked, Optional<String> closest) {
    return new DirectiveError(
        "nothing is called `" + asked + "`; " + meant(closest, ":names` or `sit doc"));
  }

  static DirectiveError setting(String asked, List<String> names) {
    return new DirectiveError(
        "there is no setting `" + asked + "`; " + meant(Spelling.closest(asked, names), ":set"));
  }

  static DirectiveError value(String name, String value, String wanted, List<String> words) {
    String help = Spelling.closest(value, words).map(c -> "; did you mean `" + c + "`?").orElse("");
    return new DirectiveError("`" + name + "` wants " + wanted + ", not `" + value + "`" + help);
  }

  static DirectiveError noFact(String which, int count) {
    String help = count == 0 ? "nothing is assumed" : "`:assume` numbers them from 1 to " + count;
    return new DirectiveError("there is no fact `" + which + "` to drop; " + help);
  }

  static DirectiveError nothingYet(String what, String example) {
    return new DirectiveError("there is no answer yet; type " + what + " first: " + example);
  }

  static DirectiveError noVerdict() {
    return new DirectiveError("there is no verdict yet; type a claim first: check H(X) >= 0");
  }

  static DirectiveError noLatex() {
    return new DirectiveError("a plot has no LaTeX; draw it into a file: :save-plot FILE.svg");
  }

  static DirectiveError unwritable(String file) {
    return new DirectiveError("`" + file + "` cannot be written");
  }

  private static String meant(Optional<String> closest, String other) {
    return closest.map(c -> "did you mean `" + c + "`?").orElse("try `" + other + "`");
  }
}
