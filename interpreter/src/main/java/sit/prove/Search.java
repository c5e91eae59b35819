package sit.prove;

import java.util.List;
import java.util.Optional;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;

/** A search for a law that satisfies the assumptions and violates the claim. */
@FunctionalInterface
public interface Search {
  /** Finds nothing. */
  Search NONE = (claim, assumptions, limits, seed) -> Optional.empty();

  Optional<Verdict.Refuted> refute(
      Claim claim, List<Assumption> assumptions, Limits limits, Seed seed);
}
