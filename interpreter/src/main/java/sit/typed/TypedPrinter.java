package sit.typed;

import java.util.List;

/**
 * Prints what an expression denotes as {@code (head part part): type}, so that the work of the type
 * checker can be seen.
 */
public final class TypedPrinter {
  private final StringBuilder out = new StringBuilder();

  private TypedPrinter() {}

  /** The tree of an expression, on one line. */
  public static String print(TypedExpr expr) {
    TypedPrinter printer = new TypedPrinter();
    printer.expr(expr);
    return printer.out.toString();
  }

  private void expr(TypedExpr expr) {
    List<TypedExpr> children = expr.children();
    if (children.isEmpty()) {
      out.append(head(expr));
    } else {
      out.append('(').append(head(expr));
      for (TypedExpr child : children) {
        out.append(' ');
        expr(child);
      }
      out.append(')');
    }
    if (!isLiteral(expr)) {
      out.append(": ").append(expr.type().words());
    }
  }

  private static boolean isLiteral(TypedExpr expr) {
    return expr instanceof TypedExpr.Number
        || expr instanceof TypedExpr.Text
        || expr instanceof TypedExpr.Truth;
  }

  private static String head(TypedExpr expr) {
    if (expr instanceof TypedExpr.Number number) {
      return number.text();
    } else if (expr instanceof TypedExpr.Text text) {
      return '"' + text.text() + '"';
    } else if (expr instanceof TypedExpr.Truth truth) {
      return truth.value() ? "true" : "false";
    } else if (expr instanceof TypedExpr.Reference reference) {
      return reference.name();
    } else if (expr instanceof TypedExpr.FreeIndex index) {
      return "index " + index.name();
    } else if (expr instanceof TypedExpr.Operation operation) {
      return operation.operator();
    } else if (expr instanceof TypedExpr.Apply apply) {
      return "apply " + apply.function();
    } else if (expr instanceof TypedExpr.DensityAt density) {
      return (density.own() ? "law of " : "density ") + density.name();
    } else if (expr instanceof TypedExpr.Mean) {
      return "mean";
    } else if (expr instanceof TypedExpr.Measure measure) {
      return "measure " + measure.shape();
    } else if (expr instanceof TypedExpr.SumOver sum) {
      return "sum " + sum.index();
    } else if (expr instanceof TypedExpr.SumIn sum) {
      return "sum " + sum.item() + " in";
    } else if (expr instanceof TypedExpr.Root root) {
      return "root " + root.name();
    } else if (expr instanceof TypedExpr.Each each) {
      return "each " + each.item() + " in";
    } else if (expr instanceof TypedExpr.Rate) {
      return "rate";
    } else if (expr instanceof TypedExpr.Optimum optimum) {
      return (optimum.argument() ? "arg" : "") + (optimum.maximum() ? "max" : "min");
    }
    return kind(expr);
  }

  private static String kind(TypedExpr expr) {
    if (expr instanceof TypedExpr.Joint) {
      return "joint";
    } else if (expr instanceof TypedExpr.Select) {
      return "select";
    } else if (expr instanceof TypedExpr.Slice) {
      return "slice";
    } else if (expr instanceof TypedExpr.Entropy) {
      return "entropy";
    } else if (expr instanceof TypedExpr.Divergence) {
      return "divergence";
    } else if (expr instanceof TypedExpr.Probability) {
      return "probability";
    } else if (expr instanceof TypedExpr.Expectation) {
      return "expectation";
    } else if (expr instanceof TypedExpr.ListOf) {
      return "list";
    } else if (expr instanceof TypedExpr.Range) {
      return "range";
    }
    return "table";
  }
}
