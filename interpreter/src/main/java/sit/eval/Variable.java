package sit.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sit.exact.Rational;
import sit.numeric.Model;
import sit.numeric.gaussian.Affine;
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
 * @param affine of a continuous variable with a law, what it is made of
 */
record Variable(
    String name,
    Optional<List<Value>> alphabet,
    List<String> parents,
    boolean function,
    List<Inverse> inverses,
    Optional<Map<String, Rational>> sum,
    UnaryOperator<Model> addition,
    Optional<Affine> affine) {
  Variable(
      String name,
      Optional<List<Value>> alphabet,
      List<String> parents,
      boolean function,
      List<Inverse> inverses,
      Optional<Map<String, Rational>> sum,
      UnaryOperator<Model> addition) {
    this(name, alphabet, parents, function, inverses, sum, addition, Optional.empty());
  }

  Variable(
      String name,
      Optional<List<Value>> alphabet,
      List<String> parents,
      boolean function,
      UnaryOperator<Model> addition) {
    this(name, alphabet, parents, function, List.of(), Optional.empty(), addition);
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

  /** The same variable, made of independent sources. */
  Variable madeOf(Optional<Affine> sources) {
    return new Variable(name, alphabet, parents, function, inverses, sum, addition, sources);
  }

  /** Whether it has a law on a finite alphabet. */
  boolean hasLaw() {
    return alphabet.isPresent();
  }
}
