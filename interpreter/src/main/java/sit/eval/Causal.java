package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sit.term.Group;
import sit.term.Index;
import sit.term.Variable;

/**
 * The kernels that a causal density is the product of: {@code q(y^n || x^n)} is that of {@code
 * q(y[t] | y^(t-1), x^t)} for {@code t = 1..n}, and in {@code q(x^n || y^(n-1))} the letters given
 * come one later (Kramer 1998; Massey 1990).
 *
 * @param of sequences from the first letter on, all of one length
 * @param given such sequences, shorter or longer by a number of letters, and single variables
 */
record Causal(Group of, Group given, Index length) {
  /** One factor. */
  record Kernel(Group of, Group given) {}

  /** The sequences of a causal density; empty where they do not run together from the start. */
  static Optional<Causal> of(Group of, Group given) {
    Optional<Index> length = Optional.empty();
    for (Variable variable : of.blocks()) {
      Optional<Index> end = end(variable);
      if (end.isEmpty() || length.isPresent() && !length.equals(end)) {
        return Optional.empty();
      }
      length = end;
    }
    for (Variable variable : given.blocks()) {
      boolean single = variable instanceof Variable.Single;
      if (length.isEmpty() || !single && late(variable, length.get()).isEmpty()) {
        return Optional.empty();
      }
    }
    return length.map(index -> new Causal(of, given, index));
  }

  /** The last letter of a sequence from the first on. */
  private static Optional<Index> end(Variable variable) {
    if (variable instanceof Variable.Letter letter && letter.at().equals(Index.of(1))) {
      return Optional.of(letter.at());
    }
    return variable instanceof Variable.Block block && block.from().equals(Index.of(1))
        ? Optional.of(block.to())
        : Optional.empty();
  }

  private static OptionalInt late(Variable variable, Index length) {
    return end(variable).map(end -> end.subtract(length).value()).orElse(OptionalInt.empty());
  }

  /** The factor at a time. */
  Kernel at(Index time) {
    List<Variable> now = new ArrayList<>();
    List<Variable> known = new ArrayList<>();
    for (Variable variable : of.blocks()) {
      now.add(new Variable.Letter(variable.name(), time));
      known.add(new Variable.Block(variable.name(), Index.of(1), time.plus(-1)));
    }
    for (Variable variable : given.blocks()) {
      OptionalInt late = late(variable, length);
      known.add(
          late.isPresent()
              ? new Variable.Block(variable.name(), Index.of(1), time.plus(late.getAsInt()))
              : variable);
    }
    return new Kernel(Group.of(now), Group.of(known));
  }

  /** All factors; empty where there are not a certain number of them. */
  Optional<List<Kernel>> kernels() {
    if (length.value().isEmpty()) {
      return Optional.empty();
    }
    List<Kernel> kernels = new ArrayList<>();
    for (int t = 1; t <= length.value().getAsInt(); t++) {
      kernels.add(at(Index.of(t)));
    }
    return Optional.of(kernels);
  }

  /** A name for the time that the sequences do not have. */
  String time() {
    for (String name : List.of("t", "i", "k", "s")) {
      if (!length.coefficients().containsKey(name)) {
        return name;
      }
    }
    return "u";
  }
}
