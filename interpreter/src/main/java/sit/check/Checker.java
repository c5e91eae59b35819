package sit.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.HorizonCertificate;
import sit.proof.OrderCertificate;
import sit.proof.Proof;
import sit.proof.Sense;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Adds a certificate up. What it accepts is true of every law that satisfies the certificate's
 * assumptions, because a basic inequality holds for every law, a multiple of zero is zero, a sum of
 * what is not negative is not negative, and the copies it speaks of exist for every law. It knows
 * nothing of how the certificate was found.
 */
public final class Checker {
  private Checker() {}

  /**
   * The theorem that a proof establishes.
   *
   * @throws IllegalArgumentException if it does not prove its claim; the message says why
   */
  public static Theorem accept(Proof proof) {
    Optional<String> objection = objection(proof);
    if (objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
    return new Theorem(proof);
  }

  /** What is wrong with a proof of either shape; empty if it proves its claim. */
  public static Optional<String> objection(Proof proof) {
    if (!Reading.agrees(proof.claim())) {
      return Optional.of("the claim is not what its two sides say");
    }
    try {
      if (proof instanceof Certificate certificate) {
        new LawFactChecker(certificate).wellFormed();
        return objection(certificate);
      }
      if (proof instanceof OrderCertificate order) {
        new OrderChecker(order).check();
      } else {
        new HorizonChecker((HorizonCertificate) proof).check();
      }
      return Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> objection(Certificate certificate) {
    List<Combination> combinations = certificate.combinations();
    boolean equality = certificate.claim().sense() == Sense.ZERO;
    int most = equality ? 2 : 1;
    if (combinations.isEmpty() || combinations.size() > most) {
      return Optional.of(
          "a claim of this kind has at most " + most + " combinations, not " + combinations.size());
    }
    Copying copying;
    try {
      copying = new Copying(certificate);
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
    boolean drawn = combinations.stream().anyMatch(c -> !c.laws().isEmpty());
    if (drawn && !certificate.copies().isEmpty()) {
      return Optional.of("a proof about laws of outcomes has no copies");
    }
    Set<Integer> used = new HashSet<>();
    for (int k = 0; k < combinations.size(); k++) {
      boolean linearOnly = equality && combinations.size() == 1;
      Optional<String> objection =
          objection(certificate, copying, combinations.get(k), k == 1, linearOnly, used);
      if (objection.isPresent()) {
        return objection;
      }
    }
    for (int i = 0; i < certificate.assumptions().size() + certificate.copies().size(); i++) {
      if (!used.contains(i)) {
        return Optional.of("assumption " + i + " is listed and not used");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> objection(
      Certificate certificate,
      Copying copying,
      Combination combination,
      boolean negated,
      boolean linearOnly,
      Set<Integer> used) {
    TreeMap<Monomial, Rational> sum = new TreeMap<>();
    for (Certificate.Term term : combination.basics()) {
      if (linearOnly) {
        return Optional.of("one combination proves an equality only without inequalities");
      }
      if (term.multiplier().signum() <= 0) {
        return Optional.of("the multiplier of " + term.basic() + " is not positive");
      }
      if (term.basic().a().isEmpty() || term.basic().b().isEmpty()) {
        return Optional.of("a basic inequality has an empty group");
      }
      if (!term.basic().holds()) {
        return Optional.of(term.basic() + " may be negative, as a differential entropy may");
      }
      add(sum, term.basic().normalForm().scale(term.multiplier()));
    }
    LawFactChecker laws = new LawFactChecker(certificate);
    for (Certificate.Multiple multiple : combination.laws()) {
      if (linearOnly && multiple.fact().sense() != Sense.ZERO) {
        return Optional.of("one combination proves an equality only without inequalities");
      }
      if (speaksOfStrangers(certificate, multiple.multiplier())) {
        return Optional.of("the multiplier of " + multiple.fact() + " is not spoken of");
      }
      add(sum, laws.value(multiple, used));
    }
    Set<Certificate.Use> here = new HashSet<>();
    for (Certificate.Use use : combination.uses()) {
      Optional<String> objection = objection(certificate, use, linearOnly);
      if (objection.isPresent()) {
        return objection;
      }
      int copy = use.assumption() - certificate.assumptions().size();
      NormalForm difference =
          copy >= 0
              ? copying.independence(copy)
              : certificate.assumptions().get(use.assumption()).difference();
      boolean plain = use.law().factors().isEmpty();
      NormalForm averaged = plain ? difference : LawFactChecker.averaged(difference, use.law());
      if (!here.add(new Certificate.Use(use.assumption(), NormalForm.ZERO, use.law()))) {
        return Optional.of("assumption " + use.assumption() + " is used twice");
      }
      used.add(use.assumption());
      add(sum, averaged.multiply(use.multiplier()));
    }
    Rational surplus = combination.surplus();
    if (surplus.signum() < 0 || linearOnly && !surplus.isZero()) {
      return Optional.of("the surplus " + surplus + " is not allowed");
    }
    add(sum, NormalForm.constant(surplus));
    NormalForm difference = certificate.claim().difference();
    NormalForm total = copying.renamed(new NormalForm(sum));
    NormalForm rest = (negated ? difference.negate() : difference).subtract(total);
    return rest.isZero()
        ? Optional.empty()
        : Optional.of("the combination does not add up to the claim; " + rest + " is left over");
  }

  private static Optional<String> objection(
      Certificate certificate, Certificate.Use use, boolean linearOnly) {
    int index = use.assumption();
    int given = certificate.assumptions().size();
    if (index < 0 || index >= given + certificate.copies().size()) {
      return Optional.of("there is no assumption " + index);
    }
    NormalForm multiplier = use.multiplier();
    if (multiplier.isZero()) {
      return Optional.of("the multiplier of assumption " + index + " is zero");
    }
    if (index >= given) {
      return multiplier.isConstant() && use.law().factors().isEmpty()
          ? Optional.empty()
          : Optional.of("the multiplier of copy " + (index - given) + " is not constant");
    }
    if (certificate.assumptions().get(index).sense() == Sense.ZERO) {
      return speaksOfStrangers(certificate, multiplier)
          ? Optional.of("the multiplier of assumption " + index + " holds a quantity not spoken of")
          : Optional.empty();
    }
    if (linearOnly) {
      return Optional.of("one combination proves an equality only without inequalities");
    }
    return multiplier.isConstant() && multiplier.constantValue().signum() > 0
        ? Optional.empty()
        : Optional.of("the multiplier of inequality " + index + " is not a positive constant");
  }

  /**
   * Whether a multiplier has an atom that neither the claim nor an assumption has. With {@code n =
   * 0} given, multiplying by {@code n^(-1)} would prove {@code 1 = 0}; who writes a division says
   * that it makes sense, a proof must not.
   */
  static boolean speaksOfStrangers(Certificate certificate, NormalForm multiplier) {
    Set<Term> known = new HashSet<>();
    LawFactChecker.spoken(certificate.claim().difference(), known);
    certificate.assumptions().forEach(a -> LawFactChecker.spoken(a.difference(), known));
    return !known.containsAll(multiplier.atoms());
  }

  private static void add(TreeMap<Monomial, Rational> sum, NormalForm part) {
    part.coefficients().forEach((m, c) -> sum.merge(m, c, Rational::add));
  }
}
