package sit.render;

import java.util.ArrayList;
import java.util.List;
import sit.check.Verdict.Attempt;
import sit.term.TermPrinter;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Result;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Results as a person reads them in a terminal. */
public final class TextRenderer {
  static final String MARGIN = "         ";

  private final boolean color;
  private final boolean proofs;

  /**
   * A renderer.
   *
   * @param color whether verdicts are coloured
   * @param proofs whether proofs and what was tried are shown
   */
  public TextRenderer(boolean color, boolean proofs) {
    this.color = color;
    this.proofs = proofs;
  }

  /** A result with what it is the result of. */
  public String render(Result result) {
    if (result instanceof Result.Evaluated evaluated) {
      if (isFigure(evaluated.value())) {
        return value(result);
      }
      String value = ValuePrinter.print(evaluated.value());
      if (value.equals(evaluated.expression())) {
        return value;
      }
      return MatrixText.print(evaluated.expression() + " = ", evaluated.value())
          .orElse(evaluated.expression() + " = " + value);
    } else if (result instanceof Result.Shown shown) {
      return shown.text();
    }
    return judgement(((Result.Judged) result).judgement());
  }

  /** Only what the result is. */
  public String value(Result result) {
    if (result instanceof Result.Evaluated evaluated) {
      return evaluated.value() instanceof Plot plot
          ? new TextPlot(!color).draw(plot)
          : MatrixText.print("", evaluated.value())
              .orElseGet(() -> ValuePrinter.print(evaluated.value()));
    }
    return render(result);
  }

  /** Whether it fills lines of its own and says itself what it shows. */
  private static boolean isFigure(Value value) {
    return value instanceof Plot || value instanceof Listing;
  }

  private String judgement(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    String word = word(judgement);
    String name = judgement.name().isEmpty() ? "" : judgement.name() + "  ";
    lines.add(word + name + judgement.statement() + reason(judgement));
    if (proofs) {
      judgement
          .certificate()
          .ifPresent(
              certificate -> {
                String text = ProofPrinter.text(certificate, difference(judgement));
                text.lines().forEach(line -> lines.add(MARGIN + line));
              });
    }
    if (proofs) {
      judgement.remarks().equality().ifPresent(equality -> lines.add(MARGIN + when(equality)));
    }
    judgement.refuting().ifPresent(refuting -> refuting(refuting, lines));
    if (judgement.isUnjustified()) {
      lines.add(MARGIN + "this does not follow " + judgement.reason().orElseThrow().given());
    }
    remarks(judgement, lines);
    judgement.notes().forEach(note -> lines.add(MARGIN + note));
    if (judgement.ruling() == Ruling.OPEN && proofs) {
      for (Attempt attempt : judgement.tried()) {
        lines.add(MARGIN + "tried " + attempt.method() + ": " + attempt.outcome());
      }
    }
    if (!judgement.missing().isEmpty()) {
      lines.add(MARGIN + "it would hold if: " + String.join("  or  ", judgement.missing()));
    }
    return String.join("\n", lines);
  }

  private static String when(Judgement.Equality equality) {
    if (equality.never()) {
      return "the two sides are never equal";
    }
    return equality.conditions().isEmpty()
        ? "the two sides are always equal"
        : "equality if and only if " + String.join(" and ", equality.conditions());
  }

  private static void remarks(Judgement judgement, List<String> lines) {
    judgement
        .reason()
        .filter(reason -> !reason.found().isEmpty())
        .ifPresent(
            reason -> lines.add(MARGIN + "it follows by " + String.join(", ", reason.found())));
    Judgement.Remarks remarks = judgement.remarks();
    for (String axiom : remarks.axioms()) {
      lines.add(MARGIN + "rests on " + axiom);
    }
    if (remarks.residual().isPresent()) {
      String what = difference(judgement) + " = " + TermPrinter.print(remarks.residual().get());
      String sign = judgement.relation().equals("=") ? " = 0" : " >= 0";
      lines.add(MARGIN + "a gap; still to be shown: " + what + sign);
    }
  }

  private static void refuting(Judgement.Refuting refuting, List<String> lines) {
    if (!refuting.lines().isEmpty()) {
      lines.add(MARGIN + "not under this law:");
      refuting.lines().forEach(line -> lines.add(MARGIN + "  " + line));
    }
    if (!refuting.left().isEmpty()) {
      lines.add(MARGIN + "left " + refuting.left() + ", right " + refuting.right());
    }
  }

  /** How the side is called that is taken from the other. */
  private static String difference(Judgement judgement) {
    return judgement.relation().equals("<=") ? "right - left" : "left - right";
  }

  private static String reason(Judgement judgement) {
    return judgement
        .reason()
        .filter(reason -> !reason.given().isEmpty())
        .map(reason -> "   " + reason.given())
        .orElse("");
  }

  /** The word for what was found. */
  static String verdict(Judgement judgement) {
    return switch (judgement.ruling()) {
      case PROVED -> judgement.isUnjustified() ? "unjustified" : "proved";
      case REFUTED -> "refuted";
      case OPEN -> "open";
    };
  }

  private String word(Judgement judgement) {
    String word = verdict(judgement);
    String padded = word + " ".repeat(Math.max(1, MARGIN.length() - word.length()));
    if (!color) {
      return padded;
    }
    int code = judgement.isGood() ? 32 : judgement.ruling() == Ruling.OPEN ? 33 : 31;
    return "\u001b[" + code + "m" + word + "\u001b[0m" + padded.substring(word.length());
  }
}
