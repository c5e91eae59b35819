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
import sit.proof.Proof;
import sit.proof.Sense;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Adds a certificate up. What it accepts is true of every law that satisfies the certificate's
 * assumptions, because a basic inequality holds for every law, a multiple of zero is zero, and a
 * sum of what is not negative is not negative. It knows nothing of how the certificate was found.
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
    if (proof instanceof Certificate certificate) {
      return objection(certificate);
    }
    try {
      new HorizonChecker((HorizonCertificate) proof).check();
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
    Set<Integer> used = new HashSet<>();
    for (int k = 0; k < combinations.size(); k++) {
      boolean linearOnly = equality && combinations.size() == 1;
      Optional<String> objection =
          objection(certificate, combinations.get(k), k == 1, linearOnly, used);
      if (objection.isPresent()) {
        return objection;
      }
    }
    for (int i = 0; i < certificate.assumptions().size(); i++) {
      if (!used.contains(i)) {
        return Optional.of("assumption " + i + " is listed and not used");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> objection(
      Certificate certificate,
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
    Set<Integer> here = new HashSet<>();
    for (Certificate.Use use : combination.uses()) {
      Optional<String> objection = objection(certificate, use, linearOnly);
      if (objection.isPresent()) {
        return objection;
      }
      if (!here.add(use.assumption())) {
        return Optional.of("assumption " + use.assumption() + " is used twice");
      }
      add(
          sum,
          certificate.assumptions().get(use.assumption()).difference().multiply(use.multiplier()));
    }
    used.addAll(here);
    Rational surplus = combination.surplus();
    if (surplus.signum() < 0 || linearOnly && !surplus.isZero()) {
      return Optional.of("the surplus " + surplus + " is not allowed");
    }
    add(sum, NormalForm.constant(surplus));
    NormalForm difference = certificate.claim().difference();
    NormalForm rest = (negated ? difference.negate() : difference).subtract(new NormalForm(sum));
    return rest.isZero()
        ? Optional.empty()
        : Optional.of("the combination does not add up to the claim; " + rest + " is left over");
  }

  private static Optional<String> objection(
      Certificate certificate, Certificate.Use use, boolean linearOnly) {
    int index = use.assumption();
    if (index < 0 || index >= certificate.assumptions().size()) {
      return Optional.of("there is no assumption " + index);
    }
    NormalForm multiplier = use.multiplier();
    if (multiplier.isZero()) {
      return Optional.of("the multiplier of assumption " + index + " is zero");
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
  private static boolean speaksOfStrangers(Certificate certificate, NormalForm multiplier) {
    Set<Term> known = new HashSet<>(certificate.claim().difference().atoms());
    certificate.assumptions().forEach(a -> known.addAll(a.difference().atoms()));
    return !known.containsAll(multiplier.atoms());
  }

  private static void add(TreeMap<Monomial, Rational> sum, NormalForm part) {
    part.coefficients().forEach((m, c) -> sum.merge(m, c, Rational::add));
  }
}
