package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is optimised or bounded, as a function of laws: multiples of joint entropies in bits, means
 * of functions of variables, and a number.
 */
final class Criterion {
  private final Map<Set<String>, Double> entropies = new LinkedHashMap<>();
  private final List<Mean> means = new ArrayList<>();
  private double constant;
  private double relativeError;
  private boolean information;

  /**
   * The mean of a function.
   *
   * @param values for each joint outcome of the variables, the last running fastest
   */
  record Mean(List<String> variables, double[] values) {}

  void entropy(Set<String> group, double factor) {
    information = true;
    if (!group.isEmpty()) {
      entropies.merge(new TreeSet<>(group), factor, Double::sum);
    }
  }

  /** Adds a mean whose values may be off by a fraction. */
  void mean(Mean mean, double error) {
    means.add(mean);
    relativeError = Math.max(relativeError, error);
  }

  void constant(double value, double error) {
    constant += value;
    relativeError = Math.max(relativeError, error);
  }

  /** Says that the number is an amount of information. */
  void isInformation() {
    information = true;
  }

  Map<Set<String>, Double> entropies() {
    return entropies;
  }

  boolean hasEntropies() {
    return entropies.values().stream().anyMatch(c -> c != 0);
  }

  List<Mean> means() {
    return means;
  }

  double constant() {
    return constant;
  }

  double relativeError() {
    return relativeError;
  }

  boolean information() {
    return information;
  }

  /** The variables it speaks of. */
  Set<String> variables() {
    Set<String> all = new TreeSet<>();
    entropies.keySet().forEach(all::addAll);
    means.forEach(mean -> all.addAll(mean.variables()));
    return all;
  }
}
