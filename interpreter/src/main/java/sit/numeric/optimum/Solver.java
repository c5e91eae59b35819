package sit.numeric.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.limits.Limits;

/** Chooses how a program is solved: by descent, from inside, and by descent again. */
final class Solver {
  /** A step from inside takes the cube of the number of entries in time. */
  private static final double MOST_ENTRIES = 1400;

  private static final int FIRST_STEPS = 60;
  private static final int MOST_STEPS = 20_000;

  private final Program program;
  private final Limits limits;

  Solver(Program program, Limits limits) {
    this.program = program;
    this.limits = limits;
  }

  Solution solve(double gap) {
    reachable();
    Incumbent incumbent = new Incumbent(program);
    double[][] start = program.decisions().uniform();
    boolean single = program.bounds().size() <= 1;
    boolean inside = InteriorPoint.cells(program) <= MOST_ENTRIES * MOST_ENTRIES;
    MirrorDescent descent = new MirrorDescent(program, incumbent, 0, limits);
    if (single) {
      start = descent.run(start, gap, FIRST_STEPS).kernels();
    }
    if (!incumbent.isWithin(gap) && inside) {
      new InteriorPoint(program, incumbent, limits).run(start, gap);
    }
    if (!incumbent.isWithin(gap) && single) {
      descent.run(start, gap, MOST_STEPS);
    }
    Optional<Optimum> found = incumbent.found();
    Optimum best =
        found.orElseThrow(() -> new Impossible(Impossible.Reason.UNSOLVED, 0, incumbent.lower()));
    List<List<Double>> kernels = new ArrayList<>();
    for (double[] kernel : best.kernels()) {
      List<Double> entries = new ArrayList<>();
      for (double entry : kernel) {
        entries.add(entry);
      }
      kernels.add(entries);
    }
    double multiplier = best.multipliers().length == 1 ? best.multipliers()[0] : 0;
    return new Solution(
        best.value(),
        best.lower(),
        best.upper(),
        !program.isConvex(),
        kernels,
        multiplier,
        best.iterations());
  }

  /** Each bound must be one that some kernels keep to. */
  private void reachable() {
    for (int k = 0; k < program.bounds().size(); k++) {
      Bound bound = program.bounds().get(k);
      double error = program.meanError(k);
      double least = program.leastMean(k);
      if (least - error > bound.bound()) {
        throw new Impossible(Impossible.Reason.UNREACHABLE, k, least);
      }
      if (bound.equal()) {
        double[] opposite = bound.cost().clone();
        for (int e = 0; e < opposite.length; e++) {
          opposite[e] = -opposite[e];
        }
        double most = -program.decisions().least(opposite, null);
        if (most + error < bound.bound()) {
          throw new Impossible(Impossible.Reason.UNREACHABLE, k, most);
        }
      }
    }
  }
}
