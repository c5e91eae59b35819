package sit.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.LawFact;
import sit.proof.Sense;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Looks whether what a certificate adds up under its laws is true of them: that it speaks of what
 * the densities and the laws have, and that what it is multiplied by is not negative.
 */
final class LawFactChecker {
  private final Certificate certificate;

  LawFactChecker(Certificate certificate) {
    this.certificate = certificate;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * Requires that averages may be taken for the variables they name: no product of two is claimed
   * to be one, and letters and blocks of one process do not overlap unseen.
   */
  void wellFormed() {
    Set<Variable> variables = new TreeSet<>();
    boolean densities = scan(certificate.claim().difference(), variables);
    boolean drawn = false;
    for (Assumption assumption : certificate.assumptions()) {
      densities |= scan(assumption.difference(), variables);
    }
    for (Certificate.Combination combination : certificate.combinations()) {
      drawn |= !combination.laws().isEmpty();
      for (Certificate.Multiple multiple : combination.laws()) {
        densities |= scan(multiple.fact().normalForm(), variables);
        scan(multiple.multiplier(), variables);
      }
      for (Certificate.Use use : combination.uses()) {
        variables.addAll(use.law().variables().variables());
        drawn |= !use.law().factors().isEmpty();
      }
    }
    Map<String, Variable> symbolic = new HashMap<>();
    for (Variable variable : variables) {
      Variable other = symbolic.putIfAbsent(variable.name(), variable);
      boolean apart = other == null || isGround(variable) && isGround(other);
      // what is neither drawn nor looked into is the same where it is written the same
      require(!densities || !drawn || apart, other + " and " + variable + " may overlap");
    }
  }

  private static boolean isGround(Variable variable) {
    return variable instanceof Variable.Single
        || variable instanceof Variable.Letter letter && letter.at().value().isPresent();
  }

  /** Collects the variables; says whether densities occur. */
  private static boolean scan(NormalForm form, Set<Variable> variables) {
    for (Monomial monomial : form.coefficients().keySet()) {
      int averages = 0;
      for (Term atom : monomial.atoms()) {
        averages += atom instanceof Term.Average ? 1 : 0;
        boolean bare = atom instanceof Term.Surprisal || atom instanceof Term.LogMean;
        require(!bare, "taken at a point and not averaged: " + atom);
      }
      require(averages <= 1, "a product of two averages: " + monomial);
    }
    variables.addAll(form.variables());
    return Expectations.speaksOfDensities(form);
  }

  /** What a multiple adds to the sum. */
  NormalForm value(Certificate.Multiple multiple, Set<Integer> used) {
    LawFact fact = multiple.fact();
    check(fact);
    NormalForm multiplier = multiple.multiplier();
    if (fact.sense() == Sense.NON_NEGATIVE) {
      boolean positive = multiplier.isConstant() && multiplier.constantValue().signum() > 0;
      require(positive, "the multiplier of " + fact + " is not a positive constant");
    } else {
      require(multiple.signs().isEmpty(), "an equality needs no sign");
    }
    for (Certificate.Sign sign : multiple.signs()) {
      multiplier = multiplier.multiply(factor(sign, used));
    }
    return fact.normalForm().multiply(multiplier);
  }

  private NormalForm factor(Certificate.Sign sign, Set<Integer> used) {
    List<Assumption> all = certificate.assumptions();
    require(sign.assumption() >= 0 && sign.assumption() < all.size(), "there is no such sign");
    Assumption assumption = all.get(sign.assumption());
    NormalForm scalar = assumption.difference();
    require(!Expectations.speaksOfDensities(scalar), "a sign that depends on outcomes");
    require(assumption.sense() == Sense.NON_NEGATIVE, "a sign that is not known");
    used.add(sign.assumption());
    NormalForm factor =
        sign.inverse() ? NormalForm.of(new Term.Power(scalar.toTerm(), -1)) : scalar;
    require(!Checker.speaksOfStrangers(certificate, factor), "a sign that is not spoken of");
    return factor;
  }

  /**
   * An assumption under another law of its free outcomes. It holds at each value of these, with the
   * random variables averaged; so the law must not depend on them.
   */
  static NormalForm averaged(NormalForm difference, Law law) {
    boolean outcomes =
        law.variables().variables().stream().noneMatch(v -> Expectations.areRandom(Group.of(v)));
    require(outcomes, "a fact is averaged over what depends on random variables");
    return Expectations.average(law, difference);
  }

  /** Collects the atoms of a form, and those of its exponents. */
  static void spoken(NormalForm form, Set<Term> known) {
    for (Term atom : form.atoms()) {
      known.add(atom);
      spoken(atom, known);
    }
  }

  private static void spoken(Term atom, Set<Term> known) {
    if (atom instanceof Term.Average average) {
      average.law().factors().forEach(factor -> spoken(factor.density(), known));
      spoken(average.body(), known);
    } else if (atom instanceof Term.Surprisal surprisal) {
      spoken(surprisal.density(), known);
    } else if (atom instanceof Term.LogMean mean) {
      spoken(mean.factor().density(), known);
      spoken(mean.exponent(), known);
    }
  }

  private static void spoken(Density density, Set<Term> known) {
    if (density instanceof Density.Tilted tilted) {
      spoken(tilted.base().density(), known);
      spoken(tilted.exponent(), known);
    }
  }

  /** Requires that a fact is one: that the law and the densities are of what it speaks of. */
  static void check(LawFact fact) {
    if (fact instanceof LawFact.Information information) {
      Group a = information.a();
      require(!a.isEmpty() && !information.b().isEmpty(), "an empty group");
      boolean apart = a.intersection(information.b()).isEmpty();
      boolean entropy = a.equals(information.b()) && isDiscrete(a, fact.law());
      require(apart || entropy, "an entropy that may be negative: " + fact.normalForm());
    } else if (fact instanceof LawFact.Relative relative) {
      Group of = relative.of();
      require(!of.isEmpty() && relative.density().of().containsAll(of), "no density of that");
      require(relative.given().containsAll(relative.density().given()), "nothing is given");
      require(of.intersection(relative.given()).isEmpty(), "on both sides of the bar");
    } else if (fact instanceof LawFact.Drawn drawn) {
      check(drawn);
    }
  }

  private static boolean isDiscrete(Group group, Law law) {
    return Expectations.areRandom(group)
        && !group.isContinuous()
        && group.intersection(law.drawn()).isEmpty();
  }

  /** Nothing that is drawn with it or after it may be given, but what it draws itself. */
  private static void check(LawFact.Drawn drawn) {
    List<Law.Factor> factors = drawn.law().factors();
    Law.Factor factor = drawn.factor();
    int place = factors.indexOf(factor);
    require(place >= 0, "it is not drawn so");
    Group given = drawn.given();
    boolean part = !drawn.of().isEmpty() && factor.of().containsAll(drawn.of());
    require(part && given.containsAll(factor.given()), "not a part of what is drawn");
    require(drawn.of().intersection(given).isEmpty(), "on both sides of the bar");
    for (Law.Factor later : factors.subList(place + 1, factors.size())) {
      require(later.of().intersection(given).isEmpty(), "given what is drawn later");
    }
  }
}
