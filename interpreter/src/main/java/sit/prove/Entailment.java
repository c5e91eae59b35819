package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Monomial;
import sit.term.NormalForm;

/**
 * Whether facts follow from the assumptions: by the semigraphoid rules, by elimination, else by
 * Shannon's inequalities. What a polymatroid under the assumptions refutes is not tried again.
 */
final class Entailment {
  private static final int MOST_PROGRAMS = 40;
  private static final int ALL_SETS = 7;
  private static final double VIOLATED = 20;
  private static final double SECONDS = 3;

  private final List<Assumption> assumptions;
  private final Limits limits;
  private final Columns columns;
  private final Closure closure;
  private final Map<List<Long>, Boolean> zeros = new HashMap<>();
  private final Map<Claim, Boolean> claims = new HashMap<>();
  private final List<Map<Long, Double>> witnesses = new ArrayList<>();
  private final boolean rulesSuffice;
  private int programs;

  Entailment(Columns columns, List<Assumption> assumptions, Limits limits) {
    this.columns = columns;
    this.assumptions = assumptions;
    this.limits = limits;
    this.closure = new Closure(columns, assumptions, limits);
    boolean measures = true;
    for (Assumption assumption : aboutEntropies(assumptions)) {
      measures &= assumption.sense() == Sense.ZERO;
      measures &= Zero.of(assumption.difference()).isPresent();
    }
    // what the semigraphoid rules miss among independences is rare and needs four of them
    int n = columns.blockCount();
    this.rulesSuffice = measures && n > ALL_SETS && n <= Closure.MOST_BLOCKS;
  }

  /**
   * Those that can have a part in a statement about entropies alone: not one with a symbol that no
   * combination with the others takes away, as {@code C} of {@code I(X; Y) <= C}.
   */
  private static List<Assumption> aboutEntropies(List<Assumption> assumptions) {
    List<Assumption> kept = new ArrayList<>(assumptions);
    for (boolean changed = true; changed; ) {
      changed = false;
      for (Assumption assumption : List.copyOf(kept)) {
        for (Monomial monomial : assumption.difference().coefficients().keySet()) {
          boolean symbol = !monomial.atoms().isEmpty() && !monomial.isEntropy();
          if (symbol && !cancels(monomial, kept)) {
            changed |= kept.removeIf(a -> a.difference().coefficients().containsKey(monomial));
          }
        }
      }
    }
    return kept;
  }

  private static boolean cancels(Monomial monomial, List<Assumption> assumptions) {
    boolean up = false;
    boolean down = false;
    int equalities = 0;
    int count = 0;
    for (Assumption assumption : assumptions) {
      Rational c = assumption.difference().coefficients().get(monomial);
      if (c != null) {
        count++;
        equalities += assumption.sense() == Sense.ZERO ? 1 : 0;
        up |= c.signum() > 0;
        down |= c.signum() < 0;
      }
    }
    return count > 1 && (equalities > 0 || up && down);
  }

  /**
   * Whether {@code I(a; b | c) = 0} follows, with {@code a = b} that {@code H(a | c) = 0}; no where
   * that is not found out.
   */
  boolean isZero(long a, long b, long c) {
    if (a == 0 || b == 0) {
      return true;
    }
    if (assumptions.isEmpty() || a == b && columns.isContinuous(a & ~c)) {
      return false;
    }
    List<Long> key = List.of(a, b, c);
    Boolean known = zeros.get(key);
    if (known == null) {
      known =
          closure.holds(a, b, c) || !rulesSuffice && !refuted(a, b, c) && entails(claim(a, b, c));
      zeros.put(key, known);
    }
    return known;
  }

  private Claim claim(long a, long b, long c) {
    NormalForm measure =
        NormalForm.mutualInformation(columns.group(a), columns.group(b), columns.group(c));
    return new Claim(measure.negate(), Sense.NON_NEGATIVE);
  }

  /** Whether the claim follows; no where that is not found out. */
  boolean entails(Claim claim) {
    NormalForm difference = claim.difference();
    if (difference.isConstant()) {
      int sign = difference.constantValue().signum();
      return claim.sense() == Sense.ZERO ? sign == 0 : sign >= 0;
    }
    Boolean known = claims.get(claim);
    if (known == null) {
      known = programs++ < MOST_PROGRAMS && proved(claim);
      claims.put(claim, known);
    }
    return known;
  }

  private boolean proved(Claim claim) {
    try {
      Limits some = limits.atMost(SECONDS);
      Facts facts = Facts.of(claim.difference(), assumptions);
      Program program = new Program(columns, facts, some);
      if (program.identity(claim.difference()).isPresent()) {
        return true;
      }
      if (columns.blockCount() > ALL_SETS) {
        Shannon shannon = new Shannon(claim, assumptions, some);
        return shannon.restricted().certificate().isPresent();
      }
      List<Pair> elementals = Families.elementals(columns.blockCount(), some);
      List<NormalForm> targets = new ArrayList<>(List.of(claim.difference()));
      if (claim.sense() == Sense.ZERO) {
        targets.add(claim.difference().negate());
      }
      for (NormalForm target : targets) {
        Program.Outcome outcome = program.solve(target, elementals);
        if (outcome instanceof Program.None none) {
          witnesses.add(none.witness());
        }
        if (!(outcome instanceof Program.Found)) {
          return false;
        }
      }
      return true;
    } catch (LimitReached e) {
      limits.check();
      return false;
    }
  }

  /** Whether a witness met before, which satisfies the assumptions, violates this. */
  private boolean refuted(long a, long b, long c) {
    for (Map<Long, Double> witness : witnesses) {
      double value =
          witness.getOrDefault(a | c, 0.0)
              + witness.getOrDefault(b | c, 0.0)
              - witness.getOrDefault(a | b | c, 0.0)
              - witness.getOrDefault(c, 0.0);
      if (value > VIOLATED) {
        return true;
      }
    }
    return false;
  }
}
