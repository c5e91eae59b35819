package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sit.check.Checker;
import sit.check.Theorem;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.term.Expectations;

/**
 * Decides a claim over a fixed set of variables: by elimination, by Shannon's inequalities over the
 * sets that the claim speaks of, by a quick search for a counterexample, by all of Shannon's
 * inequalities, by these with copies of variables, and by a thorough search, in this order.
 */
public final class Prover {
  private final Search quick;
  private final Search thorough;

  /** A prover that only proves. */
  public Prover() {
    this(Search.NONE, Search.NONE);
  }

  /**
   * A prover that also refutes.
   *
   * @param quick what to try before the complete program
   * @param thorough what to try after it
   */
  public Prover(Search quick, Search thorough) {
    this.quick = quick;
    this.thorough = thorough;
  }

  /** What is known of the claim; {@code Open} where no method settles it within the limits. */
  public Verdict decide(Claim claim, List<Assumption> assumptions, Limits limits, Seed seed) {
    List<Verdict.Attempt> tried = new ArrayList<>();
    List<Supplier<Optional<? extends Verdict>>> stages = new ArrayList<>();
    if (speakOfDensities(claim, assumptions)) {
      DensityProof proof = new DensityProof(claim, assumptions, limits);
      stages.add(() -> proved(proof.identity(), "identity", tried));
      stages.add(() -> refuted(quick, "quick search", claim, assumptions, limits, seed, tried));
      stages.add(() -> proved(proof.complete(), "expectation", tried));
    } else {
      Shannon shannon = new Shannon(claim, assumptions, limits);
      stages.add(() -> proved(shannon.identity(), "identity", tried));
      stages.add(() -> proved(shannon.restricted(), "shannon", tried));
      stages.add(() -> refuted(quick, "quick search", claim, assumptions, limits, seed, tried));
      stages.add(() -> proved(shannon.complete(), "shannon", tried));
      stages.add(() -> proved(shannon.withCopies(), "copy lemma", tried));
    }
    stages.add(() -> refuted(thorough, "search", claim, assumptions, limits, seed, tried));
    for (Supplier<Optional<? extends Verdict>> stage : stages) {
      Optional<? extends Verdict> verdict = stage.get();
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    return new Verdict.Open(tried);
  }

  static boolean speakOfDensities(Claim claim, List<Assumption> assumptions) {
    return Expectations.speaksOfDensities(claim.difference())
        || assumptions.stream().anyMatch(a -> Expectations.speaksOfDensities(a.difference()));
  }

  /** A proof, if identity or Shannon's inequalities give one within the limits. */
  public Optional<Theorem> prove(Claim claim, List<Assumption> assumptions, Limits limits) {
    Verdict verdict = new Prover().decide(claim, assumptions, limits, Seed.DEFAULT);
    return verdict instanceof Verdict.Proved proved
        ? Optional.of(proved.theorem())
        : Optional.empty();
  }

  private static Optional<Verdict> proved(
      Shannon.Result result, String method, List<Verdict.Attempt> tried) {
    if (result.certificate().isPresent()) {
      Certificate certificate = result.certificate().get();
      Optional<String> objection = Checker.objection(certificate);
      if (objection.isEmpty()) {
        return Optional.of(new Verdict.Proved(Checker.accept(certificate), method));
      }
      tried.add(new Verdict.Attempt(result.method(), "rejected: " + objection.get()));
    } else {
      tried.add(new Verdict.Attempt(result.method(), result.outcome()));
    }
    return Optional.empty();
  }

  private static Optional<Verdict.Refuted> refuted(
      Search search,
      String method,
      Claim claim,
      List<Assumption> assumptions,
      Limits limits,
      Seed seed,
      List<Verdict.Attempt> tried) {
    if (search == Search.NONE) {
      return Optional.empty();
    }
    try {
      Optional<Verdict.Refuted> found = search.refute(claim, assumptions, limits, seed);
      if (found.isEmpty()) {
        tried.add(new Verdict.Attempt(method, "no counterexample found"));
      }
      return found;
    } catch (LimitReached e) {
      rethrowCancelled(e);
      tried.add(new Verdict.Attempt(method, e.getMessage()));
      return Optional.empty();
    }
  }

  static void rethrowCancelled(LimitReached e) {
    if (e.limit() == LimitReached.Cause.CANCELLED) {
      throw e;
    }
  }
}
