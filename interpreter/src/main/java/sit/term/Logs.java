package sit.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.LogSum;
import sit.exact.Rational;

/**
 * Takes logarithms apart: of a product the sum of the logarithms, as far as its factors are known
 * to be positive. What is left has no factor in common and the coefficient one first.
 */
public final class Logs {
  private final Positives positives;

  public Logs(Positives positives) {
    this.positives = positives;
  }

  /** The expression with its logarithms taken apart. */
  public NormalForm split(NormalForm form) {
    return form.replace(this::split);
  }

  private NormalForm split(Term atom) {
    if (!(atom instanceof Term.Apply apply) || apply.arguments().size() != 1) {
      return NormalForm.of(atom);
    }
    boolean log = apply.head().equals("log2") || apply.head().equals("ln");
    if (!log || apply.arguments().get(0) instanceof Term.Variables) {
      return NormalForm.of(atom);
    }
    return log(apply.head(), split(NormalForm.of(apply.arguments().get(0))));
  }

  private NormalForm log(String head, NormalForm of) {
    if (of.isZero()) {
      return kept(head, of);
    }
    Map<String, Integer> powers = common(of);
    Map<String, Term> bases = bases(of);
    NormalForm sum = NormalForm.ZERO;
    NormalForm rest = of;
    for (Map.Entry<String, Integer> entry : powers.entrySet()) {
      int power = entry.getValue();
      Term base = bases.get(entry.getKey());
      if (power != 0 && positives.isPositive(base)) {
        NormalForm inverse = NormalForm.of(new Term.Power(base, power > 0 ? -1 : 1));
        for (int k = 0; k < Math.abs(power); k++) {
          rest = rest.multiply(inverse);
        }
        sum = sum.add(ofBase(head, base).scale(Rational.of(power)));
      }
    }
    Rational content = rest.coefficients().get(rest.coefficients().firstKey()).abs();
    rest = rest.scale(Rational.ONE.divide(content));
    sum = sum.add(constant(head, content));
    if (rest.isConstant() && rest.constantValue().isOne()) {
      return sum;
    }
    return sum.add(kept(head, rest));
  }

  /** The logarithm of one positive factor. */
  private NormalForm ofBase(String head, Term base) {
    if (base instanceof Term.Apply apply) {
      if (apply.head().equals("sqrt")) {
        NormalForm inside = split(NormalForm.of(apply.arguments().get(0)));
        return log(head, inside).scale(Rational.of(1, 2));
      } else if (apply.head().equals("exp") && head.equals("ln")) {
        return NormalForm.of(apply.arguments().get(0));
      }
    }
    boolean sum = base instanceof Term.Sum || base instanceof Term.Product;
    return sum ? log(head, NormalForm.of(base)) : kept(head, NormalForm.of(base));
  }

  private static NormalForm kept(String head, NormalForm of) {
    return NormalForm.of(Monomial.of(new Term.Apply(head, List.of(of.toTerm()))), Rational.ONE);
  }

  private static NormalForm constant(String head, Rational value) {
    LogSum exact = LogSum.log2(value);
    NormalForm sum = NormalForm.constant(exact.rationalPart());
    if (head.equals("ln")) {
      sum = kept("ln", NormalForm.constant(Rational.TWO)).scale(exact.rationalPart());
    }
    for (Map.Entry<BigInteger, Rational> entry : exact.logarithms().entrySet()) {
      NormalForm base = NormalForm.constant(Rational.of(entry.getKey()));
      sum = sum.add(kept(head, base).scale(entry.getValue()));
    }
    return sum;
  }

  private static Map<String, Term> bases(NormalForm form) {
    Map<String, Term> bases = new TreeMap<>();
    for (Term atom : form.atoms()) {
      Term base = base(atom);
      bases.put(TermPrinter.print(base), base);
    }
    return bases;
  }

  /** The powers of each base that every term has. */
  private static Map<String, Integer> common(NormalForm form) {
    List<Map<String, Integer>> all = new ArrayList<>();
    for (Monomial monomial : form.coefficients().keySet()) {
      Map<String, Integer> powers = new TreeMap<>();
      for (Term atom : monomial.atoms()) {
        powers.merge(TermPrinter.print(base(atom)), exponent(atom), Integer::sum);
      }
      all.add(powers);
    }
    Map<String, Integer> common = new TreeMap<>();
    for (String base : bases(form).keySet()) {
      int least = Integer.MAX_VALUE;
      for (Map<String, Integer> powers : all) {
        least = Math.min(least, powers.getOrDefault(base, 0));
      }
      common.put(base, least);
    }
    return common;
  }

  private static boolean isPower(Term atom) {
    return atom instanceof Term.Apply apply
        && apply.head().equals("^")
        && apply.arguments().get(1) instanceof Term.Constant c
        && c.value().isInteger();
  }

  private static Term base(Term atom) {
    return isPower(atom) ? ((Term.Apply) atom).arguments().get(0) : atom;
  }

  private static int exponent(Term atom) {
    return isPower(atom)
        ? ((Term.Constant) ((Term.Apply) atom).arguments().get(1))
            .value()
            .numerator()
            .intValueExact()
        : 1;
  }
}
