package sit.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** The complete program of 8 blocks has 1,800 inequalities and takes no longer than a search. */
  private static final int SMALL = 8;

  private static final int SMALL_LATTICE = 48;
  private static final int LATTICE = 160;
  private static final int LONG_PROOF = 6;
  private static final double RESTRICTED_SECONDS = 10;

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final Limits limits;
  private final Facts facts;
  private final Columns columns;
  private Closure closure;
  private boolean hopeless;

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
          int sets = columns.occurring().size();
          if (sets > LATTICE && columns.blockCount() > SMALL) {
            Result result = symmetric(limits.atMost(RESTRICTED_SECONDS));
            return result.certificate().isPresent()
                ? result
                : failed(method, sets + " sets, of which at most " + LATTICE + " are tried");
          }
          Limits some = limits.atMost(RESTRICTED_SECONDS);
          Set<Long> small = Families.lattice(columns.occurring(), SMALL_LATTICE);
          Result result = solve(method, Families.pairs(small, some), some);
          if (result.certificate().isPresent() || small.size() < SMALL_LATTICE) {
            return result;
          }
          return solve(method, closed(some), some);
        });
  }

  /** The program over the orbits of sets, where the claim and the facts have enough symmetry. */
  private Result symmetric(Limits within) {
    String method = "shannon, symmetric";
    Symmetry symmetry = new Symmetry(columns, facts, claim.difference(), within);
    List<Combination> combinations = new ArrayList<>();
    for (NormalForm target : symmetry.isUseful() ? targets() : List.<NormalForm>of()) {
      symmetry.solve(target).ifPresent(combinations::add);
    }
    hopeless = symmetry.isHopeless();
    return combinations.size() == targets().size()
        ? found(method, combinations)
        : failed(method, "not by symmetry");
  }

  /** The basic inequalities over sets that are closed under the functions known. */
  private Collection<Pair> closed(Limits within) {
    Set<Pair> pairs = new LinkedHashSet<>();
    Set<Long> seeds = new LinkedHashSet<>(columns.occurring());
    if (columns.blockCount() <= BasisPursuit.MOST_BLOCKS) {
      Closure.Derivation derivation = closure().derivation(pairs);
      for (long set : columns.occurring()) {
        derivation.addClosed((int) set);
        seeds.add((long) closure().closed((int) set));
      }
    }
    pairs.addAll(Families.pairs(Families.lattice(Families.meets(seeds, LATTICE), LATTICE), within));
    return pairs;
  }

  private Closure closure() {
    if (closure == null) {
      closure = new Closure(columns, assumptions, BasisPursuit.MOST_BLOCKS, limits);
    }
    return closure;
  }

  /** The program over all sets. */
  Result complete() {
    String method = "shannon";
    return attempt(
        method,
        () -> {
          int blocks = columns.blockCount();
          if (blocks > SMALL && columns.occurring().size() <= LATTICE) {
            Result result = symmetric(limits.atMost(RESTRICTED_SECONDS));
            if (result.certificate().isPresent()) {
              return result;
            }
          }
          if (hopeless) {
            return failed(method, "infeasible");
          }
          if (blocks > BasisPursuit.MOST_BLOCKS) {
            return tooMany(method, BasisPursuit.MOST_BLOCKS);
          }
          // what comes after deserves its time too
          Limits some = limits.atMost(Math.ceil(limits.secondsLeft() / 2));
          if (blocks > SMALL) {
            Limits part = blocks > MOST_COMPLETE ? some : some.atMost(some.secondsLeft() / 2);
            Result result = attempt(method, () -> pursued(method, part));
            if (result.certificate().isPresent() || blocks > MOST_COMPLETE) {
              return result;
            }
          }
          return solve(method, Families.elementals(blocks, some), some);
        });
  }

  /** The program over all sets of the variables and copies of some of them. */
  Result withCopies() {
    return new CopyLemma(claim, assumptions, columns, limits).search();
  }

  /** Programs over what a pursuit settles on. */
  private Result pursued(String method, Limits within) {
    List<Combination> combinations = new ArrayList<>();
    Pursuit pursuit = new Pursuit(columns, facts, closure(), within);
    for (NormalForm target : targets()) {
      Program.Outcome outcome = pursuit.solve(target);
      if (!(outcome instanceof Program.Found found)) {
        return failed(method, "infeasible");
      }
      combinations.add(found.combination());
    }
    return found(method, combinations);
  }

  private List<NormalForm> targets() {
    return claim.sense() == Sense.ZERO
        ? List.of(claim.difference(), claim.difference().negate())
        : List.of(claim.difference());
  }

  private Result solve(String method, Collection<Pair> pairs, Limits within) {
    Program program = new Program(columns, facts, within);
    List<Combination> combinations = new ArrayList<>();
    for (NormalForm target : targets()) {
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
