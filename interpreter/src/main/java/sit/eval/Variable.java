package sit.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sit.exact.Rational;
import sit.numeric.Model;
import sit.value.Value;

/**
 * A random variable that was declared.
 *
 * @param alphabet its outcomes in the order of the model; empty where it has no law
 * @param parents the variables its law or function depends on
 * @param function whether it is a function of its parents
 * @param inverses which of its parents are known from it and the others
 * @param sum the multiples of which it is the sum, where it is one
 * @param addition what puts it into a model, together with the variables declared with it
 * @param samples what was observed of it, if anything was
 */
record Variable(
    String name,
    Optional<List<Value>> alphabet,
    List<String> parents,
    boolean function,
    List<Inverse> inverses,
    Optional<Map<String, Rational>> sum,
    UnaryOperator<Model> addition,
    Optional<Observed> samples) {
  Variable(
      String name,
      Optional<List<Value>> alphabet,
      List<String> parents,
      boolean function,
      UnaryOperator<Model> addition) {
    this(
        name, alphabet, parents, function, List.of(), Optional.empty(), addition, Optional.empty());
  }

  /**
   * A parent that a function takes one to one, whatever the other parents are.
   *
   * @param scale by how much the function stretches it
   */
  record Inverse(String of, Rational scale) {}

  static Variable withoutLaw(String name) {
    return new Variable(name, Optional.empty(), List.of(), false, UnaryOperator.identity());
  }

  /** A variable, or the whole of a process, of which nothing is known but samples. */
  static Variable observed(String name, Observed samples) {
    return new Variable(
        name,
        Optional.empty(),
        List.of(),
        false,
        List.of(),
        Optional.empty(),
        UnaryOperator.identity(),
        Optional.of(samples));
  }

  boolean hasLaw() {
    return alphabet.isPresent();
  }
}
