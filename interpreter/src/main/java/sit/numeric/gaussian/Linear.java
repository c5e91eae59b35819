package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.Scalar;
import sit.numeric.continuous.Divergences;
import sit.numeric.continuous.Real;

/** Joint entropies, in nats, of variables that are combinations of independent sources. */
public final class Linear {
  private static final Rational HALF = Rational.of(1, 2);

  private Linear() {}

  /** The covariance matrix of variables made of Gaussian sources. */
  public static List<List<Rational>> covariance(List<Affine> variables) {
    List<List<Rational>> matrix = new ArrayList<>();
    for (Affine one : variables) {
      List<Rational> row = new ArrayList<>();
      for (Affine other : variables) {
        row.add(one.covariance(other));
      }
      matrix.add(row);
    }
    return matrix;
  }

  /**
   * A joint entropy.
   *
   * @param estimated whether its bounds are an estimate and not a proof
   */
  public record Found(Real value, boolean estimated) {}

  /**
   * The joint entropy; minus infinity where one variable is determined by the others. Variables
   * that have no source in common are independent and their entropies add up. Empty where sources
   * that are not Gaussian are mixed: there is no closed form then.
   */
  public static Optional<Found> joint(List<Affine> variables, Limits limits) {
    Real total = Real.ZERO;
    boolean estimated = false;
    for (List<Affine> part : components(variables)) {
      Optional<Found> entropy = connected(part, limits);
      if (entropy.isEmpty()) {
        return Optional.empty();
      }
      total = total.plus(entropy.get().value());
      estimated |= entropy.get().estimated();
    }
    return Optional.of(new Found(total, estimated));
  }

  private static List<List<Affine>> components(List<Affine> variables) {
    List<Set<Source>> sources = new ArrayList<>();
    List<List<Affine>> parts = new ArrayList<>();
    for (Affine variable : variables) {
      Set<Source> mine = new LinkedHashSet<>(variable.multiples().keySet());
      List<Affine> together = new ArrayList<>(List.of(variable));
      for (int i = parts.size() - 1; i >= 0; i--) {
        if (sources.get(i).stream().anyMatch(mine::contains)) {
          mine.addAll(sources.remove(i));
          together.addAll(0, parts.remove(i));
        }
      }
      sources.add(mine);
      parts.add(together);
    }
    return parts;
  }

  private static Optional<Found> connected(List<Affine> variables, Limits limits) {
    Set<Source> sources = new LinkedHashSet<>();
    variables.forEach(v -> sources.addAll(v.multiples().keySet()));
    if (variables.stream().allMatch(Affine::isGaussian)) {
      return Optional.of(new Found(entropy(variables, limits), false));
    }
    // whether one is determined by the others does not depend on the laws
    Definite gram = Definite.of(gram(variables, List.copyOf(sources)), limits);
    if (!gram.isPositive()) {
      return Optional.of(new Found(Real.INFINITE.negate(), false));
    }
    if (sources.size() != variables.size()) {
      return Optional.empty();
    }
    // one to one: h(A S) = sum h(S) + log |det A|, and the determinant of A A' is that of A squared
    Real total = Real.ofBits(gram.logDeterminant()).half();
    boolean estimated = false;
    for (Source source : sources) {
      if (source.isGaussian()) {
        total = total.plus(entropy(List.of(Affine.of(source, 0)), limits));
        continue;
      }
      Optional<Divergences.Found> own = Divergences.entropy(source.law().orElseThrow(), limits);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      total = total.plus(own.get().value());
      estimated |= own.get().estimated();
    }
    double worst = variables.stream().mapToDouble(Affine::error).max().orElse(0);
    return Optional.of(new Found(loosened(total, 4 * worst * variables.size()), estimated));
  }

  private static List<List<Rational>> gram(List<Affine> variables, List<Source> sources) {
    List<List<Rational>> matrix = new ArrayList<>();
    for (Affine one : variables) {
      List<Rational> row = new ArrayList<>();
      for (Affine other : variables) {
        Rational sum = Rational.ZERO;
        for (Source source : sources) {
          Rational mine = one.multiples().getOrDefault(source, Rational.ZERO);
          Rational theirs = other.multiples().getOrDefault(source, Rational.ZERO);
          sum = sum.add(mine.multiply(theirs));
        }
        row.add(sum);
      }
      matrix.add(row);
    }
    return matrix;
  }

  /** {@code 1/2 ln((2 pi e)^n det K)} (Cover and Thomas, theorem 8.4.1), in nats. */
  static Real entropy(List<Affine> variables, Limits limits) {
    List<List<Rational>> covariance = covariance(variables);
    Definite parts = Definite.of(covariance, limits);
    if (!parts.isPositive()) {
      return Real.INFINITE.negate();
    }
    Rational n = Rational.of(variables.size());
    LogSum constant =
        LogSum.of(Rational.ONE).add(LogSum.log2Pi()).add(LogSum.nats(Rational.ONE)).scale(n);
    Real entropy = Real.ofBits(parts.logDeterminant().add(constant).scale(HALF));
    double worst = variables.stream().mapToDouble(Affine::error).max().orElse(0);
    return worst == 0 ? entropy : loosened(entropy, worst * moved(variables, parts));
  }

  private static Real loosened(Real value, double slack) {
    return slack == 0 || value.isInfinite()
        ? value
        : Real.between(value.value(), value.bounded().error() + slack);
  }

  /**
   * How far the logarithm of a determinant moves, at most, where the numbers of the variables move
   * by a small fraction: each entry of the covariance moves by three times that fraction of the sum
   * of the absolute values of its terms, and the logarithm by the inverse times that.
   */
  private static double moved(List<Affine> variables, Definite parts) {
    int n = variables.size();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      List<Rational> unit = new ArrayList<>(java.util.Collections.nCopies(n, Rational.ZERO));
      unit.set(i, Rational.ONE);
      List<Rational> column = parts.solve(unit);
      for (int j = 0; j < n; j++) {
        double inverse = Math.abs(Scalar.exact(column.get(j)).value());
        sum += inverse * variables.get(i).magnitude(variables.get(j));
      }
    }
    return 4 * sum;
  }

  /** How far the logarithm of the determinant of a law moves for each part its numbers do. */
  static double sensitivity(MultivariateNormal law, Limits limits) {
    return moved(law.variables(limits), Definite.of(law.covariance(), limits));
  }
}
