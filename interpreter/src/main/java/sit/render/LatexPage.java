package sit.render;

import java.util.List;
import sit.syntax.LatexPrinter;
import sit.term.TermLatex;
import sit.value.Judgement;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Results for a paper: displays, {@code align*} environments and tables, for use with amsmath. */
public final class LatexPage implements Page {
  private final boolean whole;

  /**
   * A page.
   *
   * @param whole whether it is a document that compiles by itself
   */
  public LatexPage(boolean whole) {
    this.whole = whole;
  }

  @Override
  public String head() {
    return whole
        ? "\\documentclass{article}\n\\usepackage{amsmath,amssymb}\n"
            + "\\setlength{\\parindent}{0pt}\n\\begin{document}\n"
        : "";
  }

  @Override
  public String tail() {
    return whole ? "\\end{document}\n" : "";
  }

  @Override
  public String block(Result result) {
    if (result instanceof Result.Evaluated evaluated) {
      if (evaluated.value() instanceof Listing listing) {
        return table(listing);
      } else if (evaluated.value() instanceof Plot plot) {
        return "% " + plot.title().replace('\n', ' ') + ": a picture, which --out FILE.svg saves\n";
      }
      return "\\[ " + equation(evaluated) + " \\]\n";
    } else if (result instanceof Result.Shown shown) {
      return "\\[ " + shown.latex() + " \\]\n";
    }
    return judgement(((Result.Judged) result).judgement());
  }

  /** {@code expression = exact form}, and digits where the form is no number to read. */
  public static String equation(Result.Evaluated evaluated) {
    String left = LatexPrinter.print(evaluated.expression());
    if (evaluated.value() instanceof Value.Truth truth) {
      return left + " \\quad\\text{is " + truth.value() + "}";
    }
    String right = value(evaluated.value());
    return left.equals(right) ? right : left + " = " + right;
  }

  static String value(Value value) {
    String latex = ValueLatex.print(value);
    if (value instanceof Quantity quantity
        && quantity.exact().isPresent()
        && quantity.amount().isEmpty()) {
      return latex + " \\approx " + ValuePrinter.digits(quantity) + ValueLatex.unit(quantity);
    }
    return latex;
  }

  private static String table(Listing listing) {
    StringBuilder out = new StringBuilder("\\begin{center}\\begin{tabular}{");
    out.append("r".repeat(listing.header().size())).append("}\n");
    List<String> header = listing.header().stream().map(LatexPage::heading).toList();
    out.append(String.join(" & ", header)).append(" \\\\\n\\hline\n");
    for (List<String> row : listing.printed()) {
      List<String> cells = row.stream().map(TermLatex::escape).toList();
      out.append(String.join(" & ", cells)).append(" \\\\\n");
    }
    out.append("\\end{tabular}\\end{center}\n");
    listing.notes().forEach(note -> out.append(TermLatex.escape(note)).append("\\\\\n"));
    return out.toString();
  }

  /** An expression with its unit in brackets. */
  private static String heading(String text) {
    int unit = text.endsWith("]") ? text.lastIndexOf(" [") : -1;
    String name = unit < 0 ? text : text.substring(0, unit);
    return "$" + LatexPrinter.print(name) + "$" + (unit < 0 ? "" : text.substring(unit));
  }

  private static String judgement(Judgement judgement) {
    StringBuilder out = new StringBuilder("\\par\\textbf{");
    out.append(TextRenderer.verdict(judgement)).append("}\\quad ");
    if (!judgement.name().isEmpty()) {
      out.append("\\textsf{").append(TermLatex.escape(judgement.name())).append("}\\quad ");
    }
    if (!judgement.statement().isEmpty()) {
      out.append("$").append(LatexPrinter.print(judgement.statement())).append("$");
    }
    judgement
        .reason()
        .filter(reason -> !reason.given().isEmpty())
        .ifPresent(
            r -> out.append("\\quad\\textit{").append(TermLatex.escape(r.given())).append('}'));
    out.append('\n');
    String difference =
        judgement.relation().equals("<=")
            ? "\\text{right} - \\text{left}"
            : "\\text{left} - \\text{right}";
    judgement.certificate().ifPresent(proof -> out.append(ProofPrinter.latex(proof, difference)));
    judgement.refuting().ifPresent(refuting -> refuting(refuting, out));
    if (judgement.isUnjustified()) {
      paragraph("this does not follow " + judgement.reason().orElseThrow().given(), out);
    }
    judgement.notes().forEach(note -> paragraph(note, out));
    if (!judgement.missing().isEmpty()) {
      out.append("\\par it would hold if \\texttt{");
      String missing = TermLatex.escape(String.join("  or  ", judgement.missing()));
      out.append(missing).append("}\n");
    }
    return out.toString();
  }

  private static void paragraph(String text, StringBuilder out) {
    out.append("\\par ").append(TermLatex.escape(text)).append('\n');
  }

  private static void refuting(Judgement.Refuting refuting, StringBuilder out) {
    if (!refuting.lines().isEmpty()) {
      out.append("\\par not under this law:\n\\begin{quote}\\ttfamily\n");
      for (String line : refuting.lines()) {
        out.append(TermLatex.escape(line)).append("\\\\\n");
      }
      out.append("\\end{quote}\n");
    }
    if (!refuting.left().isEmpty()) {
      out.append("\\par left $").append(LatexPrinter.print(refuting.left()));
      out.append("$, right $").append(LatexPrinter.print(refuting.right())).append("$\n");
    }
  }
}
