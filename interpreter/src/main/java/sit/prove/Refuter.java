package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import sit.check.LawChecker;
import sit.check.Refutation;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;

/**
 * Looks for a law that satisfies the assumptions and violates a claim, cheapest first: uniform
 * matroids, linear laws, partitions of a few points, factored laws. What a search proposes is
 * believed only after {@link LawChecker} has accepted it, and is then made smaller. Constants in a
 * claim are bits.
 */
public final class Refuter {
  private static final long SEARCH_VISITS = 30_000_000;

  /** A search and its name, for people. */
  private record Stage(String name, Search search) {}

  /** Proposes a law, or nothing. */
  private interface Search {
    Optional<Candidate> run();
  }

  /**
   * A refutation, if one is found.
   *
   * @param assumptions what a law must satisfy; instances of axioms, which every law satisfies,
   *     need not be among them
   * @throws sit.limits.LimitReached if a limit is reached first
   */
  public Optional<Verdict.Refuted> refute(
      Claim claim, List<Assumption> assumptions, Limits limits, Seed seed) {
    if (Prover.speakOfDensities(claim, assumptions)) {
      return new TableSearch(claim, assumptions, limits, seed).search();
    }
    Optional<EntropyTarget> target = EntropyTarget.of(claim, assumptions);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Optional<Verdict.Refuted> found =
        first(cheap(target.get(), limits), target.get(), claim, assumptions, limits);
    return found.isPresent()
        ? found
        : first(thorough(target.get(), limits, seed), target.get(), claim, assumptions, limits);
  }

  /**
   * A refutation by the cheapest laws alone; takes some milliseconds.
   *
   * @throws sit.limits.LimitReached if a limit is reached first
   */
  public Optional<Verdict.Refuted> quick(Claim claim, List<Assumption> assumptions, Limits limits) {
    return EntropyTarget.of(claim, assumptions)
        .flatMap(target -> first(cheap(target, limits), target, claim, assumptions, limits));
  }

  private static Optional<Verdict.Refuted> first(
      List<Stage> stages,
      EntropyTarget target,
      Claim claim,
      List<Assumption> assumptions,
      Limits limits) {
    for (Stage stage : stages) {
      limits.check();
      Optional<Candidate> found = stage.search.run();
      if (found.isPresent() && accepts(claim, assumptions, target, found.get())) {
        Shrinker shrinker =
            new Shrinker(target, law -> accepts(claim, assumptions, target, law), limits);
        Candidate small = shrinker.shrink(found.get());
        Optional<Refutation> refutation = LawChecker.check(claim, assumptions, small.table(target));
        if (refutation.isPresent()) {
          return Optional.of(new Verdict.Refuted(refutation.get(), stage.name));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean accepts(
      Claim claim, List<Assumption> assumptions, EntropyTarget target, Candidate law) {
    return LawChecker.check(claim, assumptions, law.table(target)).isPresent();
  }

  private static List<Stage> cheap(EntropyTarget target, Limits limits) {
    UniformMatroids matroids = new UniformMatroids(target);
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("matroid", () -> matroids.search(0, 8, 300_000, limits)));
    stages.add(linear(target, 2, 2, 2, 30_000, limits));
    stages.add(linear(target, 2, 3, 1, 30_000, limits));
    stages.add(partitions(target, 30_000, limits, 1, 1, 1));
    stages.add(partitions(target, 30_000, limits, 1, 1, 1, 1));
    stages.add(partitions(target, 30_000, limits, 1, 3));
    stages.add(
        new Stage("matroid", () -> matroids.search(9, Candidate.MOST_OUTCOMES, 1_000_000, limits)));
    return stages;
  }

  private static List<Stage> thorough(EntropyTarget target, Limits limits, Seed seed) {
    SplittableRandom random = seed.random();
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("independent bits", () -> new CombinedLaws(target, limits).search()));
    stages.add(partitions(target, 100_000, limits, 1, 2));
    stages.add(partitions(target, 100_000, limits, 1, 9));
    stages.add(partitions(target, 100_000, limits, 1, 99));
    stages.add(partitions(target, 300_000, limits, 1, 1, 2));
    stages.add(partitions(target, 300_000, limits, 1, 1, 4));
    stages.add(linear(target, 2, 3, 3, 300_000, limits));
    stages.add(linear(target, 3, 2, 2, 300_000, limits));
    stages.add(partitions(target, 1_000_000, limits, 1, 1, 1, 1));
    stages.add(partitions(target, 300_000, limits, 1, 1, 2, 2));
    stages.add(partitions(target, 300_000, limits, 1, 1, 3, 3));
    stages.add(linear(target, 2, 4, 2, 500_000, limits));
    stages.add(
        climb(target, "linear law over GF(2)", () -> Lattice.ofSubspaces(2, 3, 3), random, limits));
    stages.add(
        climb(target, "linear law over GF(2)", () -> Lattice.ofSubspaces(2, 4, 4), random, limits));
    stages.add(
        climb(target, "linear law over GF(3)", () -> Lattice.ofSubspaces(3, 3, 3), random, limits));
    stages.add(climb(target, "small law", () -> uniform(5), random, limits));
    stages.add(
        climb(
            target, "small law", () -> Lattice.ofPartitions(weights(1, 1, 3, 3)), random, limits));
    stages.add(climb(target, "small law", () -> uniform(6), random, limits));
    stages.add(
        new Stage("search", () -> new FactoredLaws(target, random, limits).search(SEARCH_VISITS)));
    return stages;
  }

  private static Stage linear(
      EntropyTarget target, int q, int dimension, int widest, long steps, Limits limits) {
    return new Stage(
        "linear law over GF(" + q + ")",
        () ->
            new LatticeSearch(target, Lattice.ofSubspaces(q, dimension, widest))
                .exhaust(steps, limits));
  }

  private static Stage partitions(EntropyTarget target, long steps, Limits limits, int... weights) {
    return new Stage(
        "small law",
        () ->
            new LatticeSearch(target, Lattice.ofPartitions(weights(weights)))
                .exhaust(steps, limits));
  }

  private static Stage climb(
      EntropyTarget target,
      String name,
      Supplier<Lattice> lattice,
      SplittableRandom random,
      Limits limits) {
    return new Stage(
        name, () -> new LatticeSearch(target, lattice.get()).climb(40, 2000, random, limits));
  }

  private static Lattice uniform(int points) {
    int[] ones = new int[points];
    java.util.Arrays.fill(ones, 1);
    return Lattice.ofPartitions(weights(ones));
  }

  private static List<Rational> weights(int... weights) {
    long sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    List<Rational> probabilities = new ArrayList<>();
    for (int weight : weights) {
      probabilities.add(Rational.of(weight, sum));
    }
    return probabilities;
  }
}
