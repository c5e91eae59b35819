package sit.term;

import java.util.ArrayList;
import java.util.List;

/** The part of {@link TermLatex} for densities, laws and what is averaged. */
public final class DensityLatex {
  private DensityLatex() {}

  /** {@code \log p(x)} under its mean, for minus the term. */
  static String logarithm(Term term) {
    if (term instanceof Term.Average average) {
      return mean(average.law(), logarithm(average.body()));
    }
    Term.Surprisal surprisal = (Term.Surprisal) term;
    Group given = surprisal.density().given();
    return "\\log " + density(surprisal.density(), surprisal.group().minus(given), given);
  }

  static String print(Term term) {
    if (term instanceof Term.Average average) {
      if (average.body() instanceof Term.Surprisal surprisal) {
        String law = law(average.law());
        String at = law.isEmpty() ? "" : "_{" + law + "}";
        return "H" + at + "(" + TermLatex.group(surprisal.group()) + ")";
      }
      return mean(average.law(), TermLatex.print(average.body()));
    } else if (term instanceof Term.LogMean mean) {
      return "\\log " + mean(Law.of(mean.factor()), exponential(mean.exponent()));
    }
    return "H(" + TermLatex.group(((Term.Surprisal) term).group()) + ")";
  }

  private static String mean(Law law, String inside) {
    return law.factors().isEmpty()
        ? inside
        : "\\mathbb{E}_{" + law(law) + "}\\left[" + inside + "\\right]";
  }

  private static String exponential(NormalForm exponent) {
    return "e^{" + TermLatex.print(exponent.toTerm()) + "}";
  }

  /** {@code x \sim p(x),\, z \sim q(z \mid x)}. */
  public static String law(Law law) {
    List<String> parts = new ArrayList<>();
    for (Law.Factor factor : law.factors()) {
      String of = TermLatex.group(factor.of());
      parts.add(of + " \\sim " + density(factor.density(), factor.of(), factor.given()));
    }
    return String.join(",\\, ", parts);
  }

  /** {@code q(z \mid x)}; a tilted one is written out. */
  public static String density(Density density, Group of, Group given) {
    String left = TermLatex.group(of);
    String arguments = given.isEmpty() ? left : left + " \\mid " + TermLatex.group(given);
    if (density instanceof Density.Named named) {
      return TermLatex.name(named.name()) + "(" + arguments + ")";
    } else if (density instanceof Density.Own) {
      return "P(" + arguments + ")";
    }
    Density.Tilted tilted = (Density.Tilted) density;
    Law.Factor base = tilted.base();
    String exponential = exponential(tilted.exponent());
    String above = density(base.density(), base.of(), base.given()) + "\\," + exponential;
    String whole = "\\frac{" + above + "}{" + mean(Law.of(base), exponential) + "}";
    boolean full = of.equals(tilted.of()) && given.equals(tilted.given());
    return full ? whole : "\\left[" + whole + "\\right](" + arguments + ")";
  }
}
