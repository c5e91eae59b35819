package sit.exact.closed;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A product of powers of parameters: {@code p^2*q}; one where there are none. */
record Powers(SortedMap<Parameter, Integer> exponents) implements Comparable<Powers> {
  static final Powers ONE = new Powers(new TreeMap<>());

  Powers {
    exponents = Collections.unmodifiableSortedMap(exponents);
  }

  static Powers of(Parameter parameter, int exponent) {
    TreeMap<Parameter, Integer> powers = new TreeMap<>();
    if (exponent != 0) {
      powers.put(parameter, exponent);
    }
    return new Powers(powers);
  }

  Powers multiply(Powers other) {
    TreeMap<Parameter, Integer> powers = new TreeMap<>(exponents);
    other.exponents.forEach((p, e) -> powers.merge(p, e, Integer::sum));
    return new Powers(powers);
  }

  int of(Parameter parameter) {
    return exponents.getOrDefault(parameter, 0);
  }

  int degree() {
    int degree = 0;
    for (int exponent : exponents.values()) {
      degree += exponent;
    }
    return degree;
  }

  /** Of small degree first; of those of one degree {@code p^2, p*q, q^2}. */
  @Override
  public int compareTo(Powers other) {
    if (degree() != other.degree()) {
      return Integer.compare(degree(), other.degree());
    }
    Iterator<Map.Entry<Parameter, Integer>> mine = exponents.entrySet().iterator();
    Iterator<Map.Entry<Parameter, Integer>> theirs = other.exponents.entrySet().iterator();
    while (mine.hasNext() && theirs.hasNext()) {
      Map.Entry<Parameter, Integer> a = mine.next();
      Map.Entry<Parameter, Integer> b = theirs.next();
      int order = a.getKey().compareTo(b.getKey());
      order = order != 0 ? order : Integer.compare(b.getValue(), a.getValue());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(mine.hasNext(), theirs.hasNext());
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    exponents.forEach(
        (p, e) ->
            out.append(out.isEmpty() ? "" : "*").append(p.name()).append(e == 1 ? "" : "^" + e));
    return out.toString();
  }
}
