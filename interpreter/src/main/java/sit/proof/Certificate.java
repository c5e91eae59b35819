package sit.proof;

import java.util.List;
import sit.exact.Rational;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * A proof that can be added up. A claim {@code d >= 0} is proved by one combination; {@code d = 0}
 * by one combination without basic inequalities and without inequalities assumed, or by two, the
 * first for {@code d >= 0} and the second for {@code -d >= 0}.
 *
 * @param claim what is proved
 * @param assumptions all facts the proof uses, each used at least once
 * @param copies auxiliary variables, each made of those before
 * @param combinations one or two
 */
public record Certificate(
    Claim claim, List<Assumption> assumptions, List<Copy> copies, List<Combination> combinations)
    implements Proof {
  public Certificate {
    assumptions = List.copyOf(assumptions);
    copies = List.copyOf(copies);
    combinations = List.copyOf(combinations);
  }

  /** A proof without auxiliary variables. */
  public Certificate(Claim claim, List<Assumption> assumptions, List<Combination> combinations) {
    this(claim, assumptions, List.of(), combinations);
  }

  /**
   * Fresh variables that are, with {@code over}, distributed as those of which they are copies, and
   * independent of everything else given {@code over} (the copy lemma: Zhang and Yeung 1998;
   * Dougherty, Freiling and Zeger 2011). They exist for every law: draw them from the law of the
   * originals given {@code over}.
   *
   * @param of the variables copied
   * @param names what each of them is called, in the same order
   */
  public record Copy(List<Variable> of, List<Variable> names, Group over) {
    public Copy {
      of = List.copyOf(of);
      names = List.copyOf(names);
    }
  }

  /**
   * Sums to the claim's difference (or its negative): {@code sum of multiplier * basic + sum of
   * multiplier * law + sum of multiplier * assumption + surplus}.
   *
   * @param surplus a constant that is left over, not negative
   */
  public record Combination(
      List<Term> basics, List<Multiple> laws, List<Use> uses, Rational surplus) {
    public Combination {
      basics = List.copyOf(basics);
      laws = List.copyOf(laws);
      uses = List.copyOf(uses);
    }

    /** A combination that speaks of no law but that of the random variables. */
    public Combination(List<Term> basics, List<Use> uses, Rational surplus) {
      this(basics, List.of(), uses, surplus);
    }
  }

  /**
   * A multiple of what holds under a law.
   *
   * @param multiplier any polynomial for an equality; a positive constant for an inequality
   * @param signs what an inequality is multiplied by besides, each not negative
   */
  public record Multiple(NormalForm multiplier, LawFact fact, List<Sign> signs) {
    public Multiple {
      signs = List.copyOf(signs);
    }

    /** The multiplier with the signs put in, for people. */
    public NormalForm factor(List<Assumption> assumptions) {
      NormalForm factor = multiplier;
      for (Sign sign : signs) {
        NormalForm scalar = assumptions.get(sign.assumption()).difference();
        factor =
            factor.multiply(
                sign.inverse()
                    ? NormalForm.of(new sit.term.Term.Power(scalar.toTerm(), -1))
                    : scalar);
      }
      return factor;
    }
  }

  /**
   * A scalar that an assumption says is not negative, or one over it.
   *
   * @param assumption its place in the certificate's list
   */
  public record Sign(int assumption, boolean inverse) {}

  /** A positive multiple of a basic inequality. */
  public record Term(Rational multiplier, Basic basic) {}

  /**
   * A multiple of an assumption, averaged: what holds whatever the free outcomes are holds under
   * every law of them; or of the independence of a copy, as it stands.
   *
   * @param assumption its place in the certificate's list; copies are numbered on
   * @param multiplier any polynomial for an equality; a positive constant for an inequality; any
   *     constant for a copy
   */
  public record Use(int assumption, NormalForm multiplier, Law law) {
    /** An assumption as it stands. */
    public Use(int assumption, NormalForm multiplier) {
      this(assumption, multiplier, Law.BASE);
    }
  }
}
