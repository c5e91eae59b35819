package sit.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sit.numeric.Model;
import sit.value.Value;

/**
 * A random variable that was declared.
 *
 * @param alphabet its outcomes in the order of the model; empty where it has no law
 * @param parents the variables its law or function depends on
 * @param function whether it is a function of its parents
 * @param addition what puts it into a model, together with the variables declared with it
 */
record Variable(
    String name,
    Optional<List<Value>> alphabet,
    List<String> parents,
    boolean function,
    UnaryOperator<Model> addition) {
  static Variable withoutLaw(String name) {
    return new Variable(name, Optional.empty(), List.of(), false, UnaryOperator.identity());
  }

  boolean hasLaw() {
    return alphabet.isPresent();
  }
}
