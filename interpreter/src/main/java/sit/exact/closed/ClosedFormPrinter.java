package sit.exact.closed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;

/**
 * Writes a closed form as a person would: by entropies where there are some, else by logarithms.
 */
final class ClosedFormPrinter {
  private final LogSum.Base base;
  private final List<String> positive = new ArrayList<>();
  private final List<String> negative = new ArrayList<>();

  ClosedFormPrinter(LogSum.Base base) {
    this.base = base;
  }

  String print(ClosedForm form) {
    Entropies found = Entropies.of(form);
    ClosedForm rest = found.rest();
    boolean bits = base == LogSum.Base.TWO;
    if (bits) {
      plain(rest.plain());
    } else {
      add(rest.plain(), "ln(2)");
    }
    found.terms().forEach(term -> add(term.factor(), term.name()));
    rest.logarithms()
        .forEach(
            (f, factor) -> {
              boolean certain = f.constant().isPresent() || Signs.isNeverNegative(f);
              String argument = certain ? f.toString() : "abs(" + f + ")";
              add(factor, (bits ? "log2(" : "ln(") + argument + ")");
            });
    if (bits) {
      add(rest.euler(), "log2(exp(1))");
    } else {
      plain(rest.euler());
    }
    StringBuilder out = new StringBuilder();
    positive.forEach(term -> out.append(out.isEmpty() ? "" : " + ").append(term));
    negative.forEach(term -> out.append(out.isEmpty() ? "-" : " - ").append(term));
    return out.isEmpty() ? "0" : out.toString();
  }

  /** The terms of a polynomial each by itself. */
  private void plain(RationalFunction function) {
    if (function.isZero()) {
      return;
    }
    RationalFunction.Product product = function.product();
    String text = function.toString();
    boolean several = product.powers().size() != 1 || !product.powers().containsValue(1);
    if (several || function.constant().isPresent()) {
      sign(text);
      return;
    }
    for (Map.Entry<Powers, Rational> term :
        product.powers().keySet().iterator().next().terms().entrySet()) {
      Rational factor = term.getValue().multiply(product.factor());
      Polynomial one = Polynomial.constant(factor);
      for (Map.Entry<Parameter, Integer> power : term.getKey().exponents().entrySet()) {
        one = one.multiply(Polynomial.of(power.getKey()).pow(power.getValue()));
      }
      sign(one.toString());
    }
  }

  private void sign(String text) {
    if (text.startsWith("-")) {
      negative.add(text.substring(1));
    } else {
      positive.add(text);
    }
  }

  private void add(RationalFunction factor, String name) {
    if (factor.isZero()) {
      return;
    }
    boolean minus = factor.sign() < 0;
    RationalFunction size = minus ? factor.negate() : factor;
    Optional<Rational> number = size.constant().filter(c -> !c.isInteger());
    if (number.isPresent()) {
      boolean one = number.get().numerator().equals(BigInteger.ONE);
      String top = one ? name : number.get().numerator() + "*" + name;
      (minus ? negative : positive).add(top + "/" + number.get().denominator());
      return;
    }
    String text = size.toString();
    if (text.startsWith("-")) {
      minus = !minus;
      text = text.substring(1);
    }
    boolean sum = text.contains(" ") && !isProduct(text);
    String term =
        size.equals(RationalFunction.ONE) ? name : (sum ? "(" + text + ")" : text) + "*" + name;
    (minus ? negative : positive).add(term);
  }

  /** Whether every sum in it stands in parentheses, and it has no sign in front. */
  private static boolean isProduct(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && c == ' ') {
        return false;
      }
    }
    return true;
  }
}
