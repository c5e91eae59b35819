package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.term.Monomial;
import sit.term.NormalForm;

/** Solves programs over what a {@link BasisPursuit} finds, ever later, until one is feasible. */
final class Pursuit {
  private static final int PASSES = 10;
  private static final int FIRST = 40;
  private static final int LARGEST = 12_000;
  private static final double SHORTEST_SECONDS = 0.5;

  private final Columns columns;
  private final Facts facts;
  private final Limits limits;
  private final Closure closure;
  private final Map<Monomial, Integer> others = new HashMap<>();

  Pursuit(Columns columns, Facts facts, Closure closure, Limits limits) {
    this.columns = columns;
    this.facts = facts;
    this.limits = limits;
    this.closure = closure;
  }

  /** A combination, or that there is none. */
  Program.Outcome solve(NormalForm difference) {
    List<Facts.Fact> all = new ArrayList<>(facts.equalities());
    all.addAll(facts.inequalities());
    place(difference);
    place(NormalForm.constant(Rational.ONE));
    all.forEach(fact -> place(fact.product()));
    int sets = 1 << columns.blockCount();
    double[] target = new double[sets + others.size()];
    difference
        .coefficients()
        .forEach((monomial, c) -> target[place(monomial)] = Fractions.toDouble(c));
    BasisPursuit pursuit = new BasisPursuit(columns.blockCount(), target, closure, limits);
    for (Facts.Fact fact : all) {
      int[] places = new int[fact.product().coefficients().size()];
      double[] values = new double[places.length];
      int k = 0;
      for (Map.Entry<Monomial, Rational> entry : fact.product().coefficients().entrySet()) {
        places[k] = place(entry.getKey());
        values[k++] = Fractions.toDouble(entry.getValue());
      }
      pursuit.fact(places, values, fact.sense() == sit.proof.Sense.ZERO);
    }
    pursuit.fact(new int[] {place(Monomial.ONE)}, new double[] {1}, false);
    long start = System.nanoTime();
    int next = FIRST;
    for (int passes = PASSES; ; passes += PASSES) {
      pursuit.run(PASSES);
      if (passes >= next) {
        next += next / 2;
        Set<Pair> support = pursuit.support();
        if (support.size() <= LARGEST) {
          double spent = (System.nanoTime() - start) / 1e9;
          Program.Outcome outcome =
              attempt(difference, support, limits.atMost(SHORTEST_SECONDS + spent));
          if (outcome instanceof Program.Found) {
            return outcome;
          }
        }
        if (pursuit.isHopeless()) {
          return new Program.None(Map.of());
        }
      }
    }
  }

  private Program.Outcome attempt(NormalForm difference, Set<Pair> support, Limits some) {
    try {
      return new Program(columns, facts, some).solve(difference, support);
    } catch (LimitReached e) {
      limits.check();
      return new Program.Inexact();
    }
  }

  private void place(NormalForm form) {
    form.coefficients().keySet().forEach(this::place);
  }

  private int place(Monomial monomial) {
    if (monomial.isEntropy()) {
      return (int) columns.mask(monomial.group());
    }
    return (1 << columns.blockCount()) + others.computeIfAbsent(monomial, m -> others.size());
  }
}
