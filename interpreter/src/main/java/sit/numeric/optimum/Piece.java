package sit.numeric.optimum;

/**
 * A multiple of {@code E log2 p(A | B)} as a function of plans: {@code p(a) = sum of mass * plan}
 * over the rows of a. With a positive weight it is convex in the plans.
 *
 * @param plan of each row the plan
 * @param outcome of each row the outcome of A and B together
 * @param mass of each row what the plan adds to the probability of the outcome
 * @param given of each outcome the outcome of B
 * @param givens how many outcomes B has
 * @param longest the largest number of rows of one outcome of B
 */
record Piece(
    double weight, int[] plan, int[] outcome, double[] mass, int[] given, int givens, int longest) {

  Piece scaled(double factor) {
    return new Piece(weight * factor, plan, outcome, mass, given, givens, longest);
  }

  int outcomes() {
    return given.length;
  }

  /** Adds the weighted logarithms of the conditional probabilities to the slope of each plan. */
  double addSlope(double[] plans, double[] slope) {
    double[] wholes = new double[outcomes()];
    for (int row = 0; row < plan.length; row++) {
      wholes[outcome[row]] += mass[row] * plans[plan[row]];
    }
    double[] parts = new double[givens];
    for (int a = 0; a < wholes.length; a++) {
      parts[given[a]] += wholes[a];
    }
    double largest = 0;
    for (int b = 0; b < givens; b++) {
      parts[b] = sit.numeric.Log2.log2(parts[b]);
      largest = Math.max(largest, Math.abs(parts[b]));
    }
    for (int a = 0; a < wholes.length; a++) {
      double log = sit.numeric.Log2.log2(wholes[a]);
      largest = Math.max(largest, Math.abs(log));
      wholes[a] = weight * (log - parts[given[a]]);
    }
    for (int row = 0; row < plan.length; row++) {
      slope[plan[row]] += mass[row] * wholes[outcome[row]];
    }
    return largest;
  }
}
