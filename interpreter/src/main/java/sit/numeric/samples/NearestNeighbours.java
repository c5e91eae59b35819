package sit.numeric.samples;

import java.util.Optional;
import java.util.stream.IntStream;
import sit.limits.Limits;

/**
 * Estimators from the distances of nearest neighbours in the maximum norm. Points are worked on by
 * all processors; what each contributes stands at its own place and is added up in their order, so
 * that the digits do not depend on how many there are.
 */
public final class NearestNeighbours {
  private static final int CHUNK = 512;

  private final Rows rows;
  private final int k;
  private final Limits limits;

  /**
   * Estimators from continuous rows.
   *
   * @param k which neighbour is looked for, fewer than there are rows
   */
  public NearestNeighbours(Rows rows, int k, Limits limits) {
    this.rows = rows;
    this.k = k;
    this.limits = limits;
  }

  /** What a point contributes, from the distance of its k-th neighbour and who the k are. */
  @FunctionalInterface
  private interface Contribution {
    double at(int point, double distance, int[] neighbours, double[] query);
  }

  /**
   * The mutual information of Kraskov, Stögbauer & Grassberger (2004), eq. (8); conditional after
   * Frenzel & Pompe (2007).
   */
  public Estimate first(EntropySum.Information of, double level) {
    Digamma psi = new Digamma(rows.size() + 1);
    Neighbourhood left = new Neighbourhood(columns(of.a(), of.given()));
    Neighbourhood right = new Neighbourhood(columns(of.b(), of.given()));
    Optional<Neighbourhood> given =
        of.given().length == 0
            ? Optional.empty()
            : Optional.of(new Neighbourhood(columns(of.given())));
    double all = psi.at(k) + (given.isEmpty() ? psi.at(rows.size()) : 0);
    return estimate(
        columns(of.a(), of.b(), of.given()),
        level,
        (point, distance, neighbours, query) -> {
          double own = all;
          if (given.isPresent()) {
            own += psi.at(given.get().nearer(point, distance, query) + 1);
          }
          own -= psi.at(left.nearer(point, distance, query) + 1);
          return own - psi.at(right.nearer(point, distance, query) + 1);
        });
  }

  /** The second estimator of Kraskov, Stögbauer & Grassberger (2004), eq. (9). */
  public Estimate second(EntropySum.Information of, double level) {
    Digamma psi = new Digamma(rows.size() + 1);
    Neighbourhood left = new Neighbourhood(columns(of.a()));
    Neighbourhood right = new Neighbourhood(columns(of.b()));
    double all = psi.at(k) - 1.0 / k + psi.at(rows.size());
    return estimate(
        columns(of.a(), of.b()),
        level,
        (point, distance, neighbours, query) ->
            all
                - psi.at(left.notFarther(point, left.farthest(point, neighbours), query))
                - psi.at(right.notFarther(point, right.farthest(point, neighbours), query)));
  }

  /**
   * The differential entropy of Kozachenko & Leonenko (1987) in the maximum norm: the mean of
   * psi(N) - psi(k) + d ln(2 distance).
   *
   * @throws RepeatedSamples if so many rows are equal that a distance is zero
   */
  public Estimate entropy(int[] of, double level) {
    Digamma psi = new Digamma(rows.size());
    double all = psi.at(rows.size()) - psi.at(k);
    return estimate(
        columns(of),
        level,
        (point, distance, neighbours, query) -> {
          if (distance == 0) {
            throw new RepeatedSamples(k + 1);
          }
          return all + of.length * Math.log(2 * distance);
        });
  }

  /** A sum of differential entropies, each by its own neighbours. */
  public Estimate entropies(EntropySum sum, double level) {
    double[] local = new double[rows.size()];
    for (EntropySum.Part part : sum.parts()) {
      double[] own = entropy(part.places(), level).local().orElseThrow();
      for (int i = 0; i < local.length; i++) {
        local[i] += part.times() * own[i];
      }
    }
    double margin = Spread.ofMean(local, rows.sequential(), level);
    return new Estimate(Spread.mean(local), margin, rows.size(), Optional.of(local));
  }

  private double[][] columns(int[]... groups) {
    int[] all = IntStream.empty().toArray();
    for (int[] group : groups) {
      all = IntStream.concat(IntStream.of(all), IntStream.of(group)).toArray();
    }
    double[][] columns = new double[all.length][];
    for (int i = 0; i < all.length; i++) {
      columns[i] = rows.reals(all[i]);
    }
    return columns;
  }

  private Estimate estimate(double[][] columns, double level, Contribution contribution) {
    int n = rows.size();
    KdTree tree = new KdTree(columns);
    double[] local = new double[n];
    IntStream.range(0, (n + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(chunk -> work(chunk, tree, columns, local, contribution));
    return new Estimate(
        Spread.mean(local), Spread.ofMean(local, rows.sequential(), level), n, Optional.of(local));
  }

  private void work(
      int chunk, KdTree tree, double[][] columns, double[] local, Contribution contribution) {
    limits.check();
    double[] point = new double[columns.length];
    double[] query = new double[columns.length];
    double[] distances = new double[k];
    int[] neighbours = new int[k];
    int end = Math.min(local.length, (chunk + 1) * CHUNK);
    for (int at = chunk * CHUNK; at < end; at++) {
      int who = tree.order()[at];
      for (int d = 0; d < columns.length; d++) {
        point[d] = columns[d][who];
      }
      tree.nearest(point, at, distances, neighbours);
      local[who] = contribution.at(who, distances[k - 1], neighbours, query);
    }
  }
}
