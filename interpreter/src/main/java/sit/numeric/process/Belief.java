package sit.numeric.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.LogSum;
import sit.exact.Rational;

/** The exact law of the state given what was seen. Equal laws are equal beliefs. */
record Belief(List<Integer> states, List<Rational> masses) {

  /** The belief that a law, not divided by its sum, amounts to. */
  static Belief of(TreeMap<Integer, Rational> law) {
    Rational total = Rational.ZERO;
    for (Rational mass : law.values()) {
      total = total.add(mass);
    }
    List<Rational> masses = new ArrayList<>(law.size());
    for (Rational mass : law.values()) {
      masses.add(mass.divide(total));
    }
    return new Belief(List.copyOf(law.keySet()), List.copyOf(masses));
  }

  static Belief certain(int state) {
    return new Belief(List.of(state), List.of(Rational.ONE));
  }

  /** How many bits its fractions take. */
  long bits() {
    long bits = 0;
    for (Rational mass : masses) {
      bits += mass.denominator().bitLength();
    }
    return bits;
  }

  /** The law of the next state. */
  TreeMap<Integer, Rational> next(States chain, int time) {
    TreeMap<Integer, Rational> law = new TreeMap<>();
    for (int i = 0; i < states.size(); i++) {
      States.Row row = chain.row(states.get(i), time);
      for (int k = 0; k < row.next().length; k++) {
        law.merge(row.next()[k], masses.get(i).multiply(row.exact()[k]), Rational::add);
      }
    }
    return law;
  }

  /** A law of states, taken apart by their labels. */
  static Map<Integer, TreeMap<Integer, Rational>> apart(
      Map<Integer, Rational> law, Labels labels, int time) {
    Map<Integer, TreeMap<Integer, Rational>> parts = new TreeMap<>();
    for (var entry : law.entrySet()) {
      parts
          .computeIfAbsent(labels.label(entry.getKey(), time), l -> new TreeMap<>())
          .put(entry.getKey(), entry.getValue());
    }
    return parts;
  }

  /** The laws of the labels under a law of states. */
  static List<Rational> labelled(Map<Integer, Rational> law, Labels labels, int time) {
    TreeMap<Integer, Rational> sums = new TreeMap<>();
    for (var entry : law.entrySet()) {
      sums.merge(labels.label(entry.getKey(), time), entry.getValue(), Rational::add);
    }
    return List.copyOf(sums.values());
  }

  TreeMap<Integer, Rational> law() {
    TreeMap<Integer, Rational> law = new TreeMap<>();
    for (int i = 0; i < states.size(); i++) {
      law.put(states.get(i), masses.get(i));
    }
    return law;
  }

  /** The entropy of the label in bits. */
  LogSum entropy(Labels labels, int time) {
    return LogSum.entropy(labelled(law(), labels, time));
  }
}
