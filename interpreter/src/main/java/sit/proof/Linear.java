package sit.proof;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.term.Variable;

/** What a continuous variable is by definition: a sum of multiples of others. */
public record Linear(Variable of, SortedMap<Variable, Rational> coefficients) {
  public Linear {
    coefficients = Collections.unmodifiableSortedMap(new TreeMap<>(coefficients));
  }
}
