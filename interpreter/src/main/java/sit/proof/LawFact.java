package sit.proof;

import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Regrouping;

/**
 * What holds of every law that is drawn so, whatever its densities are. None of these relies on an
 * entropy being positive, unless it is that of random variables, which are discrete.
 */
public sealed interface LawFact {
  /** The law under which it is averaged. */
  Law law();

  /** What is zero or not negative. */
  NormalForm normalForm();

  /** Which of the two it is. */
  Sense sense();

  /** The same of other groups. */
  LawFact with(Regrouping groups);

  /** {@code I(a; b | c) >= 0}; with {@code a = b}, which must be random variables, an entropy. */
  record Information(Law law, Group a, Group b, Group c) implements LawFact {
    @Override
    public NormalForm normalForm() {
      return Expectations.mutualInformation(law, a, b, c);
    }

    @Override
    public LawFact with(Regrouping groups) {
      return new Information(groups.apply(law), groups.apply(a), groups.apply(b), groups.apply(c));
    }

    @Override
    public Sense sense() {
      return Sense.NON_NEGATIVE;
    }
  }

  /**
   * {@code D(law(of | given) || density(of | given)) >= 0}, averaged (Cover and Thomas, (2.65) and
   * theorem 2.6.3).
   *
   * @param given holds what the density is given
   */
  record Relative(Law law, Density density, Group of, Group given) implements LawFact {
    @Override
    public NormalForm normalForm() {
      NormalForm own = conditional(law, of, given);
      return own.negate().subtract(mean(law, Expectations.logDensity(density, of, given)));
    }

    @Override
    public LawFact with(Regrouping groups) {
      return new Relative(
          groups.apply(law), groups.apply(density), groups.apply(of), groups.apply(given));
    }

    @Override
    public Sense sense() {
      return Sense.NON_NEGATIVE;
    }
  }

  /**
   * What is drawn from a conditional has it: {@code H(of | given) + E[log density(of | given)] =
   * 0}, where the density sees of the given what it speaks of.
   *
   * @param of a part of what the factor draws
   * @param given what the factor is given, perhaps more of what it draws, and what was drawn before
   */
  record Drawn(Law law, Law.Factor factor, Group of, Group given) implements LawFact {
    @Override
    public NormalForm normalForm() {
      Group seen = given.intersection(factor.of().union(factor.given()));
      NormalForm log = Expectations.logDensity(factor.density(), of, seen);
      return conditional(law, of, given).add(mean(law, log));
    }

    @Override
    public LawFact with(Regrouping groups) {
      return new Drawn(
          groups.apply(law), groups.apply(factor), groups.apply(of), groups.apply(given));
    }

    @Override
    public Sense sense() {
      return Sense.ZERO;
    }
  }

  /** {@code log g = log base + exponent - log E_base[exp(exponent)]}, averaged. */
  record Tilt(Law law, Density.Tilted density) implements LawFact {
    @Override
    public NormalForm normalForm() {
      NormalForm log = Expectations.logDensity(density, density.of(), density.given());
      NormalForm mean = Expectations.logMean(density.base(), density.exponent());
      NormalForm rest = Expectations.logDensity(density.base()).add(density.exponent());
      return mean(law, log.subtract(rest).add(mean));
    }

    @Override
    public LawFact with(Regrouping groups) {
      return new Tilt(groups.apply(law), (Density.Tilted) groups.apply(density));
    }

    @Override
    public Sense sense() {
      return Sense.ZERO;
    }
  }

  private static NormalForm conditional(Law law, Group of, Group given) {
    return Expectations.entropy(law, of.union(given)).subtract(Expectations.entropy(law, given));
  }

  private static NormalForm mean(Law law, NormalForm form) {
    return Expectations.average(law, form);
  }
}
