package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;

/**
 * The one way to make the atoms of expectations, so that equal ones are the same. A pointwise form
 * is linear over {@link Term.Surprisal}, {@link Term.LogMean} and functions of outcomes, with
 * scalars as coefficients.
 */
public final class Expectations {
  private Expectations() {}

  /**
   * {@code -log density(group)}; zero where the group is no more than what is given.
   *
   * @throws IllegalArgumentException if the density says nothing of the group
   */
  public static NormalForm surprisal(Density density, Group group) {
    boolean none = group.equals(density.given());
    return none ? NormalForm.ZERO : atom(new Term.Surprisal(density, group));
  }

  /**
   * {@code log density(of | given)}, a difference of two surprisals.
   *
   * @throws IllegalArgumentException if the density has no such conditional
   */
  public static NormalForm logDensity(Density density, Group of, Group given) {
    return surprisal(density, given).subtract(surprisal(density, given.union(of)));
  }

  /** The logarithm of the density that a factor draws from. */
  public static NormalForm logDensity(Law.Factor factor) {
    return logDensity(factor.density(), factor.of(), factor.given());
  }

  /** The joint entropy of a group under a law, which may be a differential one. */
  public static NormalForm entropy(Law law, Group group) {
    return average(law, surprisal(Density.OWN, group));
  }

  /** {@code I(a; b | c)} under a law. */
  public static NormalForm mutualInformation(Law law, Group a, Group b, Group c) {
    return entropy(law, a.union(c))
        .add(entropy(law, b.union(c)))
        .subtract(entropy(law, a.union(b).union(c)))
        .subtract(entropy(law, c));
  }

  /**
   * The mean of a form: each monomial holds at most one atom that varies. Of what was averaged
   * already, the free outcomes are averaged; entropies of random variables stay as they are.
   *
   * @throws IllegalArgumentException if a product of two atoms that vary would be averaged, or an
   *     outcome is drawn twice
   */
  public static NormalForm average(Law law, NormalForm form) {
    NormalForm total = NormalForm.ZERO;
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      NormalForm product = NormalForm.constant(entry.getValue());
      int varying = 0;
      for (Term atom : entry.getKey().atoms()) {
        boolean varies = varies(atom);
        varying += varies ? 1 : 0;
        product = product.multiply(varies ? average(law, atom) : atom(atom));
      }
      if (varying > 1 && !law.factors().isEmpty()) {
        throw new IllegalArgumentException("the mean of a product: " + entry.getKey());
      }
      total = total.add(product);
    }
    return total;
  }

  private static NormalForm average(Law law, Term atom) {
    if (atom instanceof Term.Total total) {
      boolean captured =
          law.variables().variables().stream()
              .anyMatch(v -> Substitution.symbols(Group.of(v)).contains(total.index()));
      if (captured) {
        throw new IllegalArgumentException("the index " + total.index() + " means two things");
      }
      Term body = average(law, NormalForm.of(total.body())).toTerm();
      return atom(new Term.Total(total.index(), total.from(), total.to(), body));
    }
    if (atom instanceof Term.Average average) {
      boolean own = isOwn(average.body()) && !law.factors().isEmpty();
      if (own) {
        throw new IllegalArgumentException("the mean of an entropy: " + atom);
      }
      // what the mean does not depend on is summed out first, and may bear the names of what it
      // draws
      return average(law.of(free(atom)).then(average.law()), average.body());
    }
    Group needed = free(atom);
    if (atom instanceof Term.Apply && needed.isEmpty()) {
      return atom(atom);
    }
    Law projected = law.of(needed);
    if (isOwn(atom) && projected.factors().isEmpty() && areRandom(needed)) {
      return NormalForm.entropy(needed);
    }
    return atom(new Term.Average(projected, atom));
  }

  /**
   * Whether all of them are random variables, which have discrete laws, and none is an outcome: the
   * names of outcomes begin with a small letter.
   */
  public static boolean areRandom(Group group) {
    return group.variables().stream().allMatch(v -> Character.isUpperCase(v.name().codePointAt(0)));
  }

  /** The form with nothing averaged that need not be. */
  public static NormalForm pointwise(NormalForm form) {
    for (Term atom : form.atoms()) {
      boolean own = isOwn(atom) || atom instanceof Term.Average a && isOwn(a.body());
      if (own) {
        throw new IllegalArgumentException("the law that averages is no density at a point");
      }
    }
    return form.replace(
        atom ->
            atom instanceof Term.Average average && average.law().factors().isEmpty()
                ? atom(average.body())
                : atom(atom));
  }

  /**
   * {@code log E[exp(exponent)]} under a factor. What does not depend on the outcomes drawn comes
   * out of the mean; where base and exponent make a product of normalised densities that can be
   * summed out one after the other, the rest is left, if what is divided by is positive there.
   */
  public static NormalForm logMean(Law.Factor factor, NormalForm exponent) {
    NormalForm whole = pointwise(exponent);
    if (factor.of().mayMeet(free(whole).union(factor.given()))) {
      // what depends on the outcomes drawn is told by the indices
      return average(Law.BASE, atom(new Term.LogMean(factor, whole)));
    }
    Optional<NormalForm> summed = summed(factor, whole);
    if (summed.isPresent()) {
      return average(Law.BASE, summed.get());
    }
    NormalForm fixed = NormalForm.ZERO;
    for (Map.Entry<Monomial, Rational> entry : whole.coefficients().entrySet()) {
      NormalForm part = NormalForm.of(entry.getKey(), entry.getValue());
      fixed = free(part).intersection(factor.of()).isEmpty() ? fixed.add(part) : fixed;
    }
    NormalForm varying = whole.subtract(fixed);
    Group of = factor.of().intersection(free(varying));
    NormalForm mean =
        of.isEmpty()
            ? varying
            : atom(new Term.LogMean(new Law.Factor(factor.density(), of, factor.given()), varying));
    return average(Law.BASE, mean.add(fixed));
  }

  /** Sums the outcomes drawn out of base times exponential, where densities alone hold them. */
  private static Optional<NormalForm> summed(Law.Factor factor, NormalForm exponent) {
    TreeMap<Monomial, Rational> left =
        new TreeMap<>(exponent.add(logDensity(factor)).coefficients());
    Group open = factor.of();
    boolean changed = true;
    while (changed && !open.isEmpty()) {
      changed = false;
      for (Monomial monomial : new ArrayList<>(left.keySet())) {
        boolean density =
            left.get(monomial).equals(Rational.MINUS_ONE)
                && monomial.atoms().size() == 1
                && monomial.atoms().get(0) instanceof Term.Surprisal;
        if (!density) {
          continue;
        }
        Term.Surprisal surprisal = (Term.Surprisal) monomial.atoms().get(0);
        Group alone = surprisal.density().of().intersection(surprisal.group()).intersection(open);
        for (Map.Entry<Monomial, Rational> other : left.entrySet()) {
          if (!other.getKey().equals(monomial)) {
            alone = alone.minus(free(NormalForm.of(other.getKey(), other.getValue())));
          }
        }
        if (!alone.isEmpty()) {
          NormalForm rest =
              new NormalForm(left)
                  .add(atom(surprisal))
                  .subtract(surprisal(surprisal.density(), surprisal.group().minus(alone)));
          left = new TreeMap<>(rest.coefficients());
          open = open.minus(alone);
          changed = true;
          break;
        }
      }
    }
    NormalForm rest = new NormalForm(left);
    return open.isEmpty() && free(rest).intersection(factor.of()).isEmpty()
        ? Optional.of(rest)
        : Optional.empty();
  }

  /** The variables that the value of a form at a point, or after averaging, depends on. */
  public static Group free(NormalForm form) {
    Group all = Group.EMPTY;
    for (Term atom : form.atoms()) {
      all = all.union(free(atom));
    }
    return all;
  }

  /** The same of a term; random variables whose entropy is taken do not count. */
  public static Group free(Term term) {
    if (term instanceof Term.Surprisal surprisal) {
      return surprisal.group();
    } else if (term instanceof Term.LogMean mean) {
      Law.Factor factor = mean.factor();
      return free(mean.exponent()).minus(factor.of()).union(factor.given());
    } else if (term instanceof Term.Average average) {
      return average.law().free(free(average.body()));
    } else if (term instanceof Term.Variables variables) {
      return variables.group();
    }
    Group all = Group.EMPTY;
    for (Term part : parts(term)) {
      all = all.union(free(part));
    }
    return all;
  }

  private static List<Term> parts(Term term) {
    if (term instanceof Term.Apply apply) {
      return isFunction(apply) ? apply.arguments() : List.of();
    } else if (term instanceof Term.Sum sum) {
      return sum.terms();
    } else if (term instanceof Term.Product product) {
      return product.factors();
    } else if (term instanceof Term.Power power) {
      return List.of(power.base());
    }
    return List.of();
  }

  /** Whether an atom is taken at a point or depends on free outcomes, and so is averaged. */
  private static boolean varies(Term atom) {
    if (atom instanceof Term.Apply apply) {
      return !free(apply).isEmpty();
    }
    return atom instanceof Term.Surprisal
        || atom instanceof Term.LogMean
        || atom instanceof Term.Average
        || atom instanceof Term.Total total && varies(NormalForm.of(total.body()));
  }

  private static boolean varies(NormalForm form) {
    return form.atoms().stream().anyMatch(Expectations::varies);
  }

  /** Whether the density of the law that averages stands in a form taken at a point. */
  public static boolean isOfOwnLaw(NormalForm form) {
    for (Term atom : form.atoms()) {
      boolean summed = atom instanceof Term.Total t && isOfOwnLaw(NormalForm.of(t.body()));
      boolean averaged = atom instanceof Term.Average average && isOwn(average.body());
      if (summed || averaged || isOwn(atom)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwn(Term term) {
    return term instanceof Term.Surprisal s && s.density() instanceof Density.Own;
  }

  /** Not the size of an alphabet, nor a probability, which have variables and are numbers. */
  private static boolean isFunction(Term.Apply apply) {
    return !apply.head().equals("card") && !apply.head().equals("P") && !apply.head().equals("E");
  }

  /** An expression that speaks of densities or laws. */
  public static boolean speaksOfDensities(NormalForm form) {
    for (Term atom : form.atoms()) {
      boolean summed = atom instanceof Term.Total t && speaksOfDensities(NormalForm.of(t.body()));
      if (summed || atom instanceof Term.Average) {
        return true;
      }
    }
    return false;
  }

  private static NormalForm atom(Term atom) {
    return NormalForm.of(Monomial.of(atom), Rational.ONE);
  }
}
