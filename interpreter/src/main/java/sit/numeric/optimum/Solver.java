package sit.numeric.optimum;

import java.util.ArrayList;
import java.util.List;
import sit.limits.Limits;

/**
 * Chooses how a program is solved: a convex one by descent, from inside, and by descent again;
 * another by local search.
 */
final class Solver {
  /** A step from inside takes the cube of the number of entries in time. */
  private static final double MOST_ENTRIES = 1400;

  /** Steps that came so near stopped because rounding had the last word. */
  private static final double ROUNDING = 1e-9;

  private static final int FIRST_STEPS = 60;
  private static final int MOST_STEPS = 20_000;

  private final Program program;
  private final Limits limits;

  Solver(Program program, Limits limits) {
    this.program = program;
    this.limits = limits;
  }

  Solution solve(double gap) {
    return solution(optimum(gap, List.of()));
  }

  private Optimum optimum(double gap, List<double[][]> known) {
    Incumbent incumbent = new Incumbent(program);
    for (int k = 0; k < program.bounds().size(); k++) {
      reachable(k, incumbent);
    }
    if (program.isConvex()) {
      convex(incumbent, gap);
    } else {
      new LocalSearch(program, incumbent, limits).run(known);
    }
    return incumbent.found().orElseThrow(() -> new Impossible(Feasibility.reason(program), 0));
  }

  private void convex(Incumbent incumbent, double gap) {
    OutputForm.of(program)
        .ifPresent(form -> new OutputNewton(program, form, incumbent, limits).run(uniform(), gap));
    if (incumbent.isWithin(Math.max(gap, ROUNDING))) {
      return; // what is left is rounding, which no other steps have less of
    }
    boolean tilts = program.bounds().size() <= 1 && program.isLinearlyBounded();
    double[][] start = uniform();
    boolean inside = InteriorPoint.cells(program) <= MOST_ENTRIES * MOST_ENTRIES;
    MirrorDescent descent = new MirrorDescent(program, incumbent, 0, limits);
    if (tilts) {
      start = descent.run(start, gap, FIRST_STEPS).kernels();
    } else if (!inside) {
      double entries = Math.sqrt(InteriorPoint.cells(program));
      throw sit.limits.LimitReached.memory(
          "an optimum with such bounds over " + (long) entries + " probabilities",
          entries * entries,
          (long) (MOST_ENTRIES * MOST_ENTRIES));
    }
    if (!incumbent.isWithin(gap) && inside) {
      new InteriorPoint(program, incumbent, limits).run(start, gap);
    }
    if (!incumbent.isWithin(gap) && tilts) {
      descent.run(start, gap, MOST_STEPS);
    }
  }

  private double[][] uniform() {
    return program.decisions().uniform();
  }

  private Solution solution(Optimum best) {
    List<List<Double>> kernels = new ArrayList<>();
    for (double[] kernel : best.kernels()) {
      List<Double> entries = new ArrayList<>();
      for (double entry : kernel) {
        entries.add(entry);
      }
      kernels.add(entries);
    }
    double multiplier = best.multipliers().length == 1 ? best.multipliers()[0] : 0;
    boolean local = !program.isConvex();
    return new Solution(
        best.value(),
        local ? 2 * best.value() - best.upper() : best.lower(),
        best.upper(),
        local,
        kernels,
        multiplier,
        best.iterations());
  }

  /** A bound must be one that some kernels keep to. */
  private void reachable(int k, Incumbent incumbent) {
    Bound bound = program.bounds().get(k);
    Program least = program.least(k);
    if (!bound.isLinear()) {
      if (least.isConvex()) {
        Optimum found = new Solver(least, limits).optimum(1e-9, List.of());
        if (found.lower() > bound.bound()) {
          throw new Impossible(Impossible.Reason.UNREACHABLE, k, found.lower(), bound.bound());
        }
        incumbent.cheapest(k, found.kernels(), found.upper());
      }
      return;
    }
    double[][] chosen = program.decisions().uniform();
    double mean = program.decisions().least(bound.cost(), chosen);
    if (least(least) > bound.bound()) {
      throw new Impossible(Impossible.Reason.UNREACHABLE, k, mean, bound.bound());
    }
    incumbent.cheapest(k, chosen, mean);
    if (bound.equal() && -least(program.most(k)) < bound.bound()) {
      double most = -program.decisions().least(program.most(k).cost(), null);
      throw new Impossible(Impossible.Reason.UNREACHABLE, k, most, bound.bound());
    }
  }

  /** Below the least of a program that is linear. */
  private static double least(Program linear) {
    return linear.lower(linear.at(linear.decisions().uniform()), linear.none());
  }
}
