package sit.check;

import java.util.List;

/** What is known of a claim. */
public sealed interface Verdict {
  /**
   * There is a proof that the checker accepted.
   *
   * @param method what found it: {@code identity}, {@code shannon}
   */
  record Proved(Theorem theorem, String method) implements Verdict {}

  /** There is a law that satisfies every assumption and not the claim, as the checker confirmed. */
  record Refuted(Refutation refutation, String method) implements Verdict {}

  /** There is a Gaussian law that does so. */
  record RefutedByDensity(DensityRefutation refutation, String method) implements Verdict {}

  /** Neither was found. */
  record Open(List<Attempt> tried) implements Verdict {
    public Open {
      tried = List.copyOf(tried);
    }
  }

  /** One method that was tried and how it ended, for people. */
  record Attempt(String method, String outcome) {}
}
