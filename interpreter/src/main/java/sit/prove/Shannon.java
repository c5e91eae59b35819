package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.NormalForm;

/**
 * The proofs of one claim by Shannon's inequalities: by none of them, by those over the lattice of
 * sets that the statements span, and by all.
 */
final class Shannon {
  /** The complete program of 12 blocks has 67,596 inequalities. */
  private static final int MOST_COMPLETE = 12;

  private static final int SMALL_LATTICE = 48;
  private static final int LATTICE = 160;
  private static final int LONG_PROOF = 6;
  private static final double RESTRICTED_SECONDS = 10;

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final Limits limits;
  private final Facts facts;
  private final Columns columns;

  /** How a method ended: with a certificate, or in words. */
  record Result(String method, Optional<Certificate> certificate, String outcome) {}

  Shannon(Claim claim, List<Assumption> assumptions, Limits limits) {
    this.claim = claim;
    this.assumptions = assumptions;
    this.limits = limits;
    this.facts = Facts.of(claim.difference(), assumptions);
    List<NormalForm> all = new ArrayList<>();
    all.add(claim.difference());
    facts.equalities().forEach(fact -> all.add(fact.product()));
    facts.inequalities().forEach(fact -> all.add(fact.product()));
    this.columns = Columns.of(all);
  }

  /** Elimination by the equalities assumed. */
  Result identity() {
    return attempt(
        "identity",
        () -> {
          if (columns.blockCount() > Columns.MOST_BLOCKS) {
            return tooMany("identity", Columns.MOST_BLOCKS);
          }
          return new Program(columns, facts, limits)
              .identity(claim.difference())
              .map(c -> found("identity", List.of(c)))
              .orElseGet(() -> failed("identity", "not an identity under the assumptions"));
        });
  }

  /** The program over the lattice that the sets of the statements span, small first. */
  Result restricted() {
    String method = "shannon, restricted";
    return attempt(
        method,
        () -> {
          if (columns.blockCount() > Columns.MOST_BLOCKS) {
            return tooMany(method, Columns.MOST_BLOCKS);
          }
          Limits some = limits.atMost(RESTRICTED_SECONDS);
          Set<Long> small = Families.lattice(columns.occurring(), SMALL_LATTICE);
          Result result = solve(method, d -> small, some, false);
          if (result.certificate().isPresent() || small.size() < SMALL_LATTICE) {
            return result;
          }
          Set<Long> large = Families.lattice(columns.occurring(), LATTICE);
          return solve(method, d -> large, some, false);
        });
  }

  /** The program over all sets. */
  Result complete() {
    String method = "shannon";
    return attempt(
        method,
        () -> {
          if (columns.blockCount() > MOST_COMPLETE) {
            return tooMany(method, MOST_COMPLETE);
          }
          // what comes after deserves its time too
          return solve(
              method, d -> Set.of(), limits.atMost(Math.ceil(limits.secondsLeft() / 2)), true);
        });
  }

  private Result solve(
      String method, Function<NormalForm, Set<Long>> family, Limits within, boolean complete) {
    Program program = new Program(columns, facts, within);
    List<Combination> combinations = new ArrayList<>();
    List<NormalForm> targets =
        claim.sense() == Sense.ZERO
            ? List.of(claim.difference(), claim.difference().negate())
            : List.of(claim.difference());
    for (NormalForm target : targets) {
      List<Pair> pairs =
          complete
              ? Families.elementals(columns.blockCount(), within)
              : Families.pairs(family.apply(target), within);
      Program.Outcome outcome = program.solve(target, pairs);
      if (outcome instanceof Program.Found found) {
        combinations.add(shortened(program, target, found.combination(), within));
      } else if (outcome instanceof Program.None) {
        return failed(method, "infeasible");
      } else {
        return failed(method, "numerical trouble");
      }
    }
    return found(method, combinations);
  }

  /** A proof over the sets that a long proof used often has fewer lines, each of more variables. */
  private Combination shortened(
      Program program, NormalForm target, Combination found, Limits within) {
    if (found.basics().size() < LONG_PROOF) {
      return found;
    }
    Set<Long> seeds = new LinkedHashSet<>(columns.occurring());
    for (Certificate.Term term : found.basics()) {
      long a = columns.mask(term.basic().a());
      long b = columns.mask(term.basic().b());
      long c = columns.mask(term.basic().c());
      seeds.addAll(List.of(a | c, b | c, a | b | c, c));
    }
    seeds.remove(0L);
    if (seeds.size() > LATTICE) {
      return found;
    }
    Program.Outcome outcome = program.solve(target, Families.pairs(seeds, within));
    return outcome instanceof Program.Found again
            && again.combination().basics().size() < found.basics().size()
        ? again.combination()
        : found;
  }

  private Result found(String method, List<Combination> combinations) {
    return new Result(
        method, Optional.of(Certificates.assemble(claim, assumptions, combinations)), "proved");
  }

  private static Result failed(String method, String outcome) {
    return new Result(method, Optional.empty(), outcome);
  }

  private Result tooMany(String method, int most) {
    return failed(
        method, columns.blockCount() + " variables, of which at most " + most + " are tried");
  }

  private static Result attempt(String method, java.util.function.Supplier<Result> work) {
    try {
      return work.get();
    } catch (LimitReached e) {
      Prover.rethrowCancelled(e);
      return failed(method, e.getMessage());
    }
  }
}
