package sit.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * Laws given by tables of conditional probabilities that are multiples of one fraction, in a
 * factorisation that makes the equality assumptions hold. A seeded search moves probability about
 * in the tables until the claim fails.
 */
final class FactoredLaws {
  private static final int[] DENOMINATORS = {2, 4, 6, 12, 60, 360};
  private static final int MOST_CELLS = 1 << 11;

  private final EntropyTarget target;
  private final MarginalEntropies entropies;
  private final SplittableRandom random;
  private final Limits limits;
  private long left;

  private int[] alphabets;
  private int[][] values;
  private Factorisation factorisation;
  private int[][] rows;
  private int[][] weights;
  private int denominator;

  FactoredLaws(EntropyTarget target, SplittableRandom random, Limits limits) {
    this.target = target;
    this.entropies = new MarginalEntropies(target);
    this.random = random;
    this.limits = limits;
  }

  /** Searches until so many cells of tables have been visited, each once for every group. */
  Optional<Candidate> search(long visits) {
    int n = target.variables.size();
    if (n == 0 || n > 11) {
      return Optional.empty();
    }
    left = visits;
    for (int round = 0; left > 0; round++) {
      limits.check();
      chooseAlphabets(n, round);
      factorisation = Factorisation.draw(target, random);
      locateRows();
      denominator = DENOMINATORS[DENOMINATORS.length - 2];
      fill();
      if (!structureHolds()) {
        continue;
      }
      for (int d : DENOMINATORS) {
        denominator = d;
        fill();
        if (climb()) {
          return Optional.of(candidate());
        }
      }
    }
    return Optional.empty();
  }

  /** Bits mostly; sometimes three symbols where the table stays small. */
  private void chooseAlphabets(int n, int round) {
    alphabets = new int[n];
    int cells = 1 << n;
    for (int v = 0; v < n; v++) {
      boolean three = round % 2 == 1 && cells / 2 * 3 <= MOST_CELLS / 4 && random.nextInt(3) == 0;
      alphabets[v] = three ? 3 : 2;
      cells = three ? cells / 2 * 3 : cells;
    }
    values = new int[n][cells];
    for (int cell = 0; cell < cells; cell++) {
      for (int v = 0, rest = cell; v < n; v++) {
        values[v][cell] = rest % alphabets[v];
        rest /= alphabets[v];
      }
    }
  }

  /** For each variable and cell the row of its table that the values of its parents select. */
  private void locateRows() {
    int n = alphabets.length;
    int cells = values[0].length;
    rows = new int[n][cells];
    weights = new int[n][];
    for (int v = 0; v < n; v++) {
      int count = 1;
      for (int u = 0; u < n; u++) {
        if ((factorisation.parents()[v] >>> u & 1) != 0) {
          for (int cell = 0; cell < cells; cell++) {
            rows[v][cell] += count * values[u][cell];
          }
          count *= alphabets[u];
        }
      }
      weights[v] = new int[count * alphabets[v]];
    }
  }

  private void fill() {
    for (int v = 0; v < weights.length; v++) {
      Arrays.fill(weights[v], 0);
      boolean function = (factorisation.functions() >>> v & 1) != 0;
      for (int row = 0; row < weights[v].length; row += alphabets[v]) {
        int pieces = function ? 1 : denominator;
        for (int piece = 0; piece < pieces; piece++) {
          weights[v][row + random.nextInt(alphabets[v])] += denominator / pieces;
        }
      }
    }
  }

  private boolean structureHolds() {
    double[] h = current();
    for (EntropyTarget.Relation assumption : target.assumptions) {
      if (assumption.zero() && assumption.violation(h) > 0) {
        return false;
      }
    }
    return true;
  }

  private double[] current() {
    int cells = values[0].length;
    left -= (long) cells * target.masks.length;
    double[] p = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      p[cell] = 1;
      for (int v = 0; v < weights.length; v++) {
        p[cell] *= (double) weights[v][place(v, cell)] / denominator;
      }
    }
    return entropies.of(values, p);
  }

  private int place(int v, int cell) {
    return rows[v][cell] * alphabets[v] + values[v][cell];
  }

  private double cost(double[] h) {
    double value = target.claim.value(h);
    double cost = target.claim.zero() ? -Math.abs(value) : value;
    for (EntropyTarget.Relation assumption : target.assumptions) {
      cost += 4 * assumption.violation(h);
    }
    return cost;
  }

  private boolean climb() {
    double[] h = current();
    double best = cost(h);
    int parameters = 0;
    for (int[] table : weights) {
      parameters += table.length;
    }
    int failures = 0;
    while (failures < 6 * parameters && left > 0) {
      if (target.refutedBy(h)) {
        return true;
      }
      limits.check();
      int v = random.nextInt(weights.length);
      int row = random.nextInt(weights[v].length / alphabets[v]) * alphabets[v];
      int from = row + random.nextInt(alphabets[v]);
      int to = row + random.nextInt(alphabets[v]);
      if (from == to || weights[v][from] == 0) {
        failures++;
        continue;
      }
      boolean function = (factorisation.functions() >>> v & 1) != 0;
      int amount = function ? denominator : 1 + random.nextInt(weights[v][from]);
      weights[v][from] -= amount;
      weights[v][to] += amount;
      double[] next = current();
      double cost = cost(next);
      if (cost <= best) {
        failures = cost < best - 1e-12 ? 0 : failures + 1;
        best = cost;
        h = next;
      } else {
        weights[v][from] += amount;
        weights[v][to] -= amount;
        failures++;
      }
    }
    return target.refutedBy(h);
  }

  private Candidate candidate() {
    List<Rational> probabilities = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int cell = 0; cell < values[0].length; cell++) {
      Rational p = Rational.ONE;
      for (int v = 0; v < weights.length && !p.isZero(); v++) {
        p = p.multiply(Rational.of(weights[v][place(v, cell)], denominator));
      }
      if (!p.isZero()) {
        kept.add(cell);
        probabilities.add(p);
      }
    }
    int[][] columns = new int[values.length][kept.size()];
    for (int v = 0; v < columns.length; v++) {
      for (int i = 0; i < columns[v].length; i++) {
        columns[v][i] = values[v][kept.get(i)];
      }
    }
    return new Candidate(columns, probabilities);
  }
}
