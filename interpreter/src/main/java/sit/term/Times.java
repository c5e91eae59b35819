package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The times at which a statement with free indices says what it was meant to say: those at which
 * every letter that it names is there, and letters that it tells apart are two. {@code X[t] =
 * f(X[t-1])} says nothing of {@code X[1]}, and {@code X[s] indep X[t]} nothing of a letter and
 * itself.
 */
public final class Times {
  private Times() {}

  /**
   * Whether the indices put in for symbols are such times.
   *
   * @param notNegative whether an index is certain to be 0 or more
   */
  public static boolean areMeant(
      NormalForm stated, Map<String, Index> at, Predicate<Index> notNegative) {
    List<Variable.Letter> letters = new ArrayList<>();
    for (Variable variable : stated.variables()) {
      if (variable instanceof Variable.Letter letter) {
        Index index = letter.at().with(at);
        if (!notNegative.test(index.plus(-1))) {
          return false;
        }
        for (Variable.Letter other : letters) {
          Index distance = index.subtract(other.at().with(at));
          boolean apart =
              notNegative.test(distance.plus(-1))
                  || notNegative.test(distance.multiply(-1).plus(-1));
          if (other.name().equals(letter.name()) && !apart) {
            return false;
          }
        }
        letters.add(letter);
      }
    }
    return true;
  }
}
