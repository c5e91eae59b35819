package sit.term;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** A time index: an integer plus integer multiples of index symbols, such as {@code t - 1}. */
public record Index(int constant, SortedMap<String, Integer> coefficients)
    implements Comparable<Index> {
  public Index {
    TreeMap<String, Integer> kept = new TreeMap<>();
    coefficients.forEach(
        (symbol, coefficient) -> {
          if (coefficient != 0) {
            kept.put(symbol, coefficient);
          }
        });
    coefficients = java.util.Collections.unmodifiableSortedMap(kept);
  }

  public static Index of(int constant) {
    return new Index(constant, new TreeMap<>());
  }

  public static Index symbol(String name) {
    return new Index(0, new TreeMap<>(Map.of(name, 1)));
  }

  public Index add(Index other) {
    TreeMap<String, Integer> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((symbol, c) -> sum.merge(symbol, c, Math::addExact));
    return new Index(Math.addExact(constant, other.constant), sum);
  }

  public Index multiply(int factor) {
    TreeMap<String, Integer> product = new TreeMap<>();
    coefficients.forEach((symbol, c) -> product.put(symbol, Math.multiplyExact(c, factor)));
    return new Index(Math.multiplyExact(constant, factor), product);
  }

  public Index subtract(Index other) {
    return add(other.multiply(-1));
  }

  public Index plus(int amount) {
    return new Index(Math.addExact(constant, amount), coefficients);
  }

  /** The integer, where no symbol occurs. */
  public OptionalInt value() {
    return coefficients.isEmpty() ? OptionalInt.of(constant) : OptionalInt.empty();
  }

  /** Replaces a symbol. */
  public Index with(String symbol, Index replacement) {
    Integer c = coefficients.get(symbol);
    if (c == null) {
      return this;
    }
    TreeMap<String, Integer> rest = new TreeMap<>(coefficients);
    rest.remove(symbol);
    return new Index(constant, rest).add(replacement.multiply(c));
  }

  /** Replaces symbols, all at once, so that none that is put in is taken for another. */
  public Index with(Map<String, Index> replacements) {
    Index total = of(constant);
    for (Map.Entry<String, Integer> entry : coefficients.entrySet()) {
      Index value = replacements.getOrDefault(entry.getKey(), symbol(entry.getKey()));
      total = total.add(value.multiply(entry.getValue()));
    }
    return total;
  }

  @Override
  public int compareTo(Index other) {
    int byConstant = Integer.compare(constant, other.constant);
    return coefficients.equals(other.coefficients)
        ? byConstant
        : coefficients.toString().compareTo(other.coefficients.toString());
  }

  /** {@code 3}, {@code t - 1}, {@code n + 1}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    coefficients.forEach(
        (symbol, c) -> {
          out.append(c < 0 ? (out.isEmpty() ? "-" : "-") : (out.isEmpty() ? "" : "+"));
          if (Math.abs(c) != 1) {
            out.append(Math.abs(c)).append('*');
          }
          out.append(symbol);
        });
    if (constant != 0 || out.isEmpty()) {
      out.append(constant < 0 || out.isEmpty() ? "" : "+").append(constant);
    }
    return out.toString();
  }
}
