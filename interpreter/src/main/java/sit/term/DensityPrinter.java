package sit.term;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;

/** The part of {@link TermPrinter} for densities, laws and what is averaged. */
public final class DensityPrinter {
  private DensityPrinter() {}

  static boolean prints(Term term) {
    return term instanceof Term.Average
        || term instanceof Term.Surprisal
        || term instanceof Term.LogMean;
  }

  /** A surprisal of a density is minus what people write. */
  static boolean isMinusLogarithm(Term term) {
    Term body = term instanceof Term.Average average ? average.body() : term;
    return body instanceof Term.Surprisal surprisal
        && !(surprisal.density() instanceof Density.Own);
  }

  /** The factors of a product such that logarithms in the place of surprisals give the same. */
  static List<Term> withSigns(List<Term> factors) {
    boolean minus = false;
    for (Term factor : factors) {
      minus ^= isMinusLogarithm(factor);
    }
    if (!minus) {
      return factors;
    }
    List<Term> signed = new ArrayList<>(factors);
    Rational constant = Rational.MINUS_ONE;
    if (signed.get(0) instanceof Term.Constant c) {
      constant = c.value().negate();
      signed.remove(0);
    }
    if (!constant.isOne()) {
      signed.add(0, new Term.Constant(constant));
    }
    return signed;
  }

  /** {@code log p(x)}, {@code E[z ~ q(z | x)] [log p(x, z)]}, for minus the term. */
  static String logarithm(Term term) {
    if (term instanceof Term.Average average) {
      String inside = logarithm(average.body());
      return average.law().factors().isEmpty()
          ? inside
          : "E[" + law(average.law()) + "] [" + inside + "]";
    }
    Term.Surprisal surprisal = (Term.Surprisal) term;
    Group given = surprisal.density().given();
    String text = density(surprisal.density(), surprisal.group().minus(given), given);
    return surprisal.density() instanceof Density.Named ? "log " + text : "log(" + text + ")";
  }

  static String print(Term term) {
    if (term instanceof Term.Average average) {
      String law = law(average.law());
      if (average.body() instanceof Term.Surprisal surprisal) {
        return (law.isEmpty() ? "H" : "H[" + law + "]") + "(" + surprisal.group() + ")";
      }
      String inside = TermPrinter.print(average.body());
      return law.isEmpty() ? inside : "E[" + law + "] [" + inside + "]";
    } else if (term instanceof Term.LogMean mean) {
      return "log " + mean(mean.factor(), mean.exponent());
    }
    return "H(" + ((Term.Surprisal) term).group() + ")";
  }

  private static String mean(Law.Factor factor, NormalForm exponent) {
    return "E[" + factor(factor) + "] [" + exponential(exponent) + "]";
  }

  private static String exponential(NormalForm exponent) {
    return "exp(" + TermPrinter.print(exponent.toTerm()) + ")";
  }

  /** {@code x ~ p(x), z ~ q(z | x)}. */
  public static String law(Law law) {
    StringBuilder out = new StringBuilder();
    for (Law.Factor factor : law.factors()) {
      out.append(out.isEmpty() ? "" : ", ").append(factor(factor));
    }
    return out.toString();
  }

  private static String factor(Law.Factor factor) {
    return factor.of() + " ~ " + density(factor.density(), factor.of(), factor.given());
  }

  /** {@code q(z | x)}; a tilted one is written out. */
  public static String density(Density density, Group of, Group given) {
    String arguments = given.isEmpty() ? of.toString() : of + " | " + given;
    if (density instanceof Density.Named named) {
      return named.name() + "(" + arguments + ")";
    } else if (density instanceof Density.Own) {
      return "P(" + arguments + ")";
    }
    Density.Tilted tilted = (Density.Tilted) density;
    Law.Factor base = tilted.base();
    String whole =
        density(base.density(), base.of(), base.given())
            + "*"
            + exponential(tilted.exponent())
            + "/"
            + mean(base, tilted.exponent());
    boolean full = of.equals(tilted.of()) && given.equals(tilted.given());
    return full ? whole : "(" + whole + ")(" + arguments + ")";
  }
}
