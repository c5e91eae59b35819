package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.term.Group;
import sit.term.Variable;
import sit.typed.TypedExpr;

/**
 * The kernels that a causal density is the product of: {@code q(y^2 || x^2)} is {@code q(y[1] |
 * x[1]) q(y[2] | y[1], x^2)} (Kramer 1998).
 */
final class Causal {
  private Causal() {}

  /** One factor. */
  record Kernel(Group of, Group given) {}

  /** The factors of a density; one where it is not causal, or where its length is no number. */
  static List<Kernel> kernels(TypedExpr.DensityAt density, Group of, Group given) {
    int last = density.causal() ? last(of) : 0;
    if (last == 0) {
      return List.of(new Kernel(of.minus(given), given));
    }
    List<Kernel> kernels = new ArrayList<>();
    for (int t = 1; t <= last; t++) {
      Group now = upTo(of, t).minus(upTo(of, t - 1));
      if (!now.isEmpty()) {
        kernels.add(new Kernel(now, upTo(of, t - 1).union(upTo(given, t))));
      }
    }
    return kernels;
  }

  private static int last(Group group) {
    int last = 0;
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter && letter.at().value().isPresent()) {
        last = Math.max(last, letter.at().value().getAsInt());
      } else if (!(variable instanceof Variable.Single)) {
        return 0;
      }
    }
    return last;
  }

  private static Group upTo(Group group, int t) {
    List<Variable> kept = new ArrayList<>();
    for (Variable variable : group) {
      Optional<Integer> at =
          variable instanceof Variable.Letter letter && letter.at().value().isPresent()
              ? Optional.of(letter.at().value().getAsInt())
              : Optional.empty();
      if (at.isEmpty() || at.get() <= t) {
        kept.add(variable);
      }
    }
    return Group.of(kept);
  }
}
