package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * The probabilities of a named density on a finite alphabet.
 *
 * @param names the outcomes it is a density of, then those it is given
 * @param given the latter
 */
record DensityTable(List<String> names, Set<String> given, List<Row> rows) {
  DensityTable {
    names = List.copyOf(names);
    given = Set.copyOf(given);
    rows = List.copyOf(rows);
  }

  /** The probability of some outcomes given the others. */
  record Row(List<Value> outcomes, Quantity probability) {
    Row {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** The values that occur of one outcome. */
  List<Value> alphabet(String name) {
    int at = names.indexOf(name);
    List<Value> values = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Row row : rows) {
      if (seen.add(ValuePrinter.outcome(row.outcomes().get(at)))) {
        values.add(row.outcomes().get(at));
      }
    }
    return values;
  }

  /**
   * The conditional probability of the values of some outcomes given those of others; empty where
   * what is given is impossible.
   *
   * @param condition holds what the density itself is given
   */
  Optional<Quantity> probability(Map<String, Value> values, Set<String> of, Set<String> condition) {
    Set<String> all = new TreeSet<>(of);
    all.addAll(condition);
    Quantity joint = sum(values, all);
    if (given.equals(condition)) {
      return Optional.of(joint);
    }
    Quantity marginal = sum(values, condition);
    return marginal.isExactZero() ? Optional.empty() : Arithmetic.divide(joint, marginal);
  }

  private Quantity sum(Map<String, Value> values, Set<String> fixed) {
    Quantity total = Quantity.of(0);
    for (Row row : rows) {
      boolean fits = true;
      for (int i = 0; fits && i < names.size(); i++) {
        fits =
            !fixed.contains(names.get(i)) || same(row.outcomes().get(i), values.get(names.get(i)));
      }
      total = fits ? Arithmetic.add(total, row.probability()) : total;
    }
    return total;
  }

  private static boolean same(Value a, Value b) {
    return a.equals(b) || ValuePrinter.outcome(a).equals(ValuePrinter.outcome(b));
  }
}
