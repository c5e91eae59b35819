package sit.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sit.exact.Rational;
import sit.numeric.Laws;
import sit.numeric.Model;
import sit.numeric.gaussian.Affine;
import sit.value.Value;

/**
 * A random variable that was declared.
 *
 * @param alphabet its outcomes in the order of the model; empty where they are not known
 * @param free whether its law, or that of one it depends on, is to be chosen: the model holds a
 *     uniform one in its place
 * @param parents the variables its law or function depends on
 * @param function whether it is a function of its parents
 * @param inverses which of its parents are known from it and the others
 * @param sum the multiples of which it is the sum, where it is one
 * @param addition what puts it into a model, together with the variables declared with it
 * @param affine of a continuous variable with a law, what it is made of
 * @param samples what was observed of it, if anything was
 */
record Variable(
    String name,
    Optional<List<Value>> alphabet,
    List<String> parents,
    boolean function,
    List<Inverse> inverses,
    Optional<Map<String, Rational>> sum,
    boolean free,
    UnaryOperator<Model> addition,
    Optional<Observed> samples,
    Optional<Affine> affine) {
  Variable(
      String name,
      Optional<List<Value>> alphabet,
      List<String> parents,
      boolean function,
      boolean free,
      UnaryOperator<Model> addition) {
    this(
        name,
        alphabet,
        parents,
        function,
        List.of(),
        Optional.empty(),
        free,
        addition,
        Optional.empty(),
        Optional.empty());
  }

  Variable(
      String name,
      Optional<List<Value>> alphabet,
      List<String> parents,
      boolean function,
      UnaryOperator<Model> addition) {
    this(name, alphabet, parents, function, false, addition);
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

  /** The same variable where its law is chosen, given some. */
  Variable settled(List<String> given) {
    return new Variable(name, alphabet, given, function, false, UnaryOperator.identity());
  }

  /** The same variable, made of independent sources. */
  Variable madeOf(Optional<Affine> sources) {
    return new Variable(
        name, alphabet, parents, function, inverses, sum, free, addition, samples, sources);
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
        false,
        UnaryOperator.identity(),
        Optional.of(samples),
        Optional.empty());
  }

  /** A variable whose outcomes are known and whose law is to be chosen. */
  static Variable free(String name, List<Value> alphabet) {
    int size = alphabet.size();
    return new Variable(
        name,
        Optional.of(List.copyOf(alphabet)),
        List.of(),
        false,
        true,
        m -> m.withLaw(List.of(name), List.of(size), Laws.uniform(size)));
  }

  /** A variable that is a function of others, by the numbers of their joint outcomes. */
  static Variable function(
      String name, List<Value> alphabet, List<String> parents, boolean free, int[] map) {
    List<Value> outcomes = List.copyOf(alphabet);
    UnaryOperator<Model> addition = m -> m.withFunction(name, outcomes.size(), parents, map);
    return new Variable(name, Optional.of(outcomes), parents, true, free, addition);
  }

  /** Whether it has a law on a finite alphabet. */
  boolean hasLaw() {
    return alphabet.isPresent() && !free;
  }

  /** Whether its outcomes are known, and those of all that it depends on. */
  boolean hasAlphabet() {
    return alphabet.isPresent();
  }
}
