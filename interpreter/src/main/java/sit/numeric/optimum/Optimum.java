package sit.numeric.optimum;

import java.util.Optional;

/**
 * The least value of a program, between two bounds.
 *
 * @param value what the kernels come to
 * @param lower no kernels within the bounds come below it; minus infinity where that is not known
 * @param upper some kernels within the bounds come to at most this
 * @param kernels of each decision, those that come to the value
 * @param multipliers of the bounds
 * @param iterations how many kernels were tried
 */
record Optimum(
    double value,
    double lower,
    double upper,
    double[][] kernels,
    double[] multipliers,
    int iterations) {

  boolean isWithin(double gap) {
    return upper - lower <= gap;
  }

  /** The better bounds of both. */
  static Optional<Optimum> better(Optional<Optimum> one, Optional<Optimum> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Optimum a = one.get();
    Optimum b = other.get();
    Optimum best = a.upper() <= b.upper() ? a : b;
    Optimum dual = a.lower() >= b.lower() ? a : b;
    return Optional.of(
        new Optimum(
            best.value(),
            Math.min(dual.lower(), best.upper()),
            best.upper(),
            best.kernels(),
            dual.multipliers(),
            a.iterations() + b.iterations()));
  }
}
