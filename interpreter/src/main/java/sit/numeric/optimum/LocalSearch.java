package sit.numeric.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sit.limits.Limits;
import sit.limits.Seed;

/**
 * The best of many descents from random kernels, for a program that is not convex: the information
 * bottleneck, the deterministic one, the privacy funnel. What it finds is better than its
 * neighbours; whether it is the best nobody knows.
 */
final class LocalSearch {
  private static final int STARTS = 24;
  private static final int MOST_STEPS = 3000;
  private static final int MULTIPLIERS = 40;

  private final Program program;
  private final Incumbent incumbent;
  private final Limits limits;

  LocalSearch(Program program, Incumbent incumbent, Limits limits) {
    this.program = program;
    this.incumbent = incumbent;
    this.limits = limits;
  }

  void run(List<double[][]> known) {
    List<double[][]> starts = new ArrayList<>(known);
    SplittableRandom random = Seed.DEFAULT.random();
    for (int i = 0; i < STARTS; i++) {
      starts.add(random(random, 1 + i % 4));
    }
    if (program.isLinearlyBounded() && program.bounds().size() <= 1) {
      for (double[][] start : starts) {
        new MirrorDescent(program, incumbent, 0, limits).run(start, 0, MOST_STEPS);
      }
      return;
    }
    for (double[][] start : starts.subList(0, Math.min(6, starts.size()))) {
      anneal(start);
    }
  }

  /** Kernels whose rows are random, the sharper the larger the power. */
  private double[][] random(SplittableRandom random, int power) {
    double[][] kernels = program.decisions().uniform();
    for (int i = 0; i < kernels.length; i++) {
      int actions = program.decisions().actions(i);
      for (int from = 0; from < kernels[i].length; from += actions) {
        double sum = 0;
        for (int e = from; e < from + actions; e++) {
          kernels[i][e] = Math.pow(-Math.log(1 - random.nextDouble()), power) + 1e-6;
          sum += kernels[i][e];
        }
        for (int e = from; e < from + actions; e++) {
          kernels[i][e] /= sum;
        }
      }
    }
    return kernels;
  }

  /**
   * Halves an interval of multipliers of what is bounded, so that the bound is kept, from the
   * kernels of the multiplier before.
   */
  private void anneal(double[][] start) {
    double low = 0;
    double high = 1;
    double[][] kernels = start;
    boolean bracketed = false;
    for (int k = 0; k < MULTIPLIERS; k++) {
      limits.check();
      double multiplier = bracketed ? low + (high - low) / 2 : high;
      Program penalised = program.penalised(multiplier);
      Incumbent own = new Incumbent(penalised);
      double[][] from = program.mixed(kernels, start, 1e-3);
      Program.Point point = new MirrorDescent(penalised, own, 0, limits).run(from, 0, MOST_STEPS);
      Program.Point met = program.at(point.kernels());
      incumbent.note(met, program.none());
      boolean within = true;
      for (int b = 0; b < met.means().length; b++) {
        within &= met.means()[b] + met.errors()[b] <= program.bounds().get(b).bound();
      }
      if (within) {
        bracketed = true;
        high = multiplier;
      } else if (bracketed) {
        low = multiplier;
      } else {
        low = high;
        high *= 4;
      }
      kernels = point.kernels();
    }
  }
}
