package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.check.GaussianChecker;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.GaussianLaw;
import sit.prove.GaussianSearch;
import sit.prove.Prover;
import sit.term.NormalForm;
import sit.value.Judgement;

/** Judges claims about continuous variables, and shows a Gaussian law that refutes one. */
final class Gaussians {
  private Gaussians() {}

  /** What is known of a claim about continuous variables. */
  static Verdict decide(
      Judge.Posed posed, List<Assumption> given, boolean refutable, Limits limits, Seed seed) {
    Verdict proved = new Prover().decide(posed.claim(), posed.assumptions(), limits, seed);
    if (!(proved instanceof Verdict.Open open) || !refutable) {
      return proved;
    }
    return GaussianSearch.refute(posed.claim(), given, posed.definitions(), limits, seed)
        .<Verdict>map(found -> found)
        .orElseGet(() -> after(open.tried(), GaussianSearch.NONE));
  }

  /** A verdict that remembers what was tried before it. */
  static Verdict after(List<Verdict.Attempt> tried, Verdict verdict) {
    if (!(verdict instanceof Verdict.Open open)) {
      return verdict;
    }
    List<Verdict.Attempt> all = new ArrayList<>(tried);
    all.addAll(open.tried());
    return new Verdict.Open(all);
  }

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
