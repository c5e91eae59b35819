package sit.eval;

import java.util.Optional;
import sit.check.GaussianChecker;
import sit.exact.Rational;
import sit.proof.GaussianLaw;
import sit.prove.GaussianSearch;
import sit.term.NormalForm;
import sit.value.Judgement;

/** Shows a Gaussian law that refutes a claim. */
final class Gaussians {
  private Gaussians() {}

  /** The law as declarations, and the two sides under it. */
  static Judgement.Refuting refuting(
      Judge.Posed posed, GaussianLaw law, Optional<Integer> horizon) {
    GaussianChecker checker = new GaussianChecker(law);
    return new Judgement.Refuting(
        Optional.empty(),
        GaussianSearch.lines(law, posed.definitions()),
        value(checker, posed.left()),
        value(checker, posed.right()),
        horizon);
  }

  private static String value(GaussianChecker checker, NormalForm side) {
    Optional<GaussianChecker.Amount> amount = checker.evaluate(side);
    if (amount.isEmpty()) {
      return "";
    }
    Rational halves = amount.get().noises().divide(Rational.TWO);
    if (halves.isZero()) {
      return amount.get().rest().toString();
    }
    String factor = halves.isOne() ? "" : halves + "*";
    String constant = factor + "log2(2*pi*e)";
    return amount.get().rest().isZero() ? constant : amount.get().rest() + " + " + constant;
  }
}
