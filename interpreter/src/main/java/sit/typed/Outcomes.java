package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.source.Span;

/**
 * The outcomes that an expression speaks of: those that are averaged in it, and those left free.
 */
public final class Outcomes {
  private final Set<String> free = new TreeSet<>();
  private final Set<String> bound = new TreeSet<>();

  private Outcomes() {}

  /** The names that arguments speak of, without indices. */
  static Set<String> names(List<TypedExpr> arguments) {
    Set<String> names = new TreeSet<>();
    arguments.forEach(argument -> addNames(argument, names));
    return names;
  }

  private static void addNames(TypedExpr expr, Set<String> names) {
    if (expr instanceof TypedExpr.Reference reference) {
      names.add(reference.name());
    } else if (expr instanceof TypedExpr.Slice slice) {
      addNames(slice.base(), names);
    } else if (expr instanceof TypedExpr.Select select) {
      addNames(select.base(), names);
    } else if (expr instanceof TypedExpr.Joint joint) {
      joint.parts().forEach(part -> addNames(part, names));
    }
  }

  /** Whether an outcome is a letter or a block of a sequence. */
  static boolean isLetter(TypedExpr outcome) {
    return outcome instanceof TypedExpr.Select || outcome instanceof TypedExpr.Slice;
  }

  /** A density as it was declared: {@code q(z | x)}. */
  static String print(TypedStatement.DensityOf density) {
    String of = String.join(", ", names(density.of()));
    String given = String.join(", ", names(density.given()));
    String bar = given.isEmpty() ? "" : density.causal() ? " || " : " | ";
    return density.name() + "(" + of + bar + given + ")";
  }

  /**
   * Refuses a relation in which one name is averaged in one place and free in another, and sides in
   * which a density of random variables is not averaged.
   */
  static void check(TypeErrors errors, List<TypedExpr> sides, Span span) {
    Outcomes all = new Outcomes();
    for (TypedExpr side : sides) {
      all.visit(side, Set.of());
      unaveraged(errors, side);
    }
    for (String name : all.free) {
      if (all.bound.contains(name)) {
        throw errors.freeAndBound(span, name);
      }
    }
  }

  /** The names that are free in some of these. */
  public static List<String> free(List<TypedExpr> exprs) {
    Outcomes all = new Outcomes();
    exprs.forEach(expr -> all.visit(expr, Set.of()));
    return List.copyOf(all.free);
  }

  private static void unaveraged(TypeErrors errors, TypedExpr expr) {
    if (expr instanceof TypedExpr.DensityAt density && density.type() == Type.RANDOM) {
      throw errors.unaveraged(density.span());
    }
    boolean averages =
        expr instanceof TypedExpr.Expectation
            || expr instanceof TypedExpr.Divergence
            || expr instanceof TypedExpr.Entropy
            || expr instanceof TypedExpr.Measure
            || expr instanceof TypedExpr.Optimum;
    if (!averages) {
      expr.children().forEach(child -> unaveraged(errors, child));
    }
  }

  private void visit(TypedExpr expr, Set<String> averaged) {
    if (expr instanceof TypedExpr.Reference reference) {
      if (reference.kind() == Symbol.Kind.OUTCOME && !averaged.contains(reference.name())) {
        free.add(reference.name());
      }
    } else if (expr instanceof TypedExpr.Mean mean) {
      Set<String> inside = new TreeSet<>(averaged);
      for (TypedExpr.DensityAt draw : mean.draws()) {
        draw.given().forEach(given -> visit(given, inside));
        inside.addAll(outcomes(draw));
      }
      bind(inside, averaged);
      visit(mean.body(), inside);
    } else if (expr instanceof TypedExpr.Divergence
        || expr instanceof TypedExpr.Entropy
        || expr instanceof TypedExpr.Measure) {
      Set<String> inside = new TreeSet<>(averaged);
      for (TypedExpr child : expr.children().subList(0, 1)) {
        densities(child).forEach(density -> inside.addAll(outcomes(density)));
      }
      bind(inside, averaged);
      expr.children().forEach(child -> visit(child, inside));
    } else {
      expr.children().forEach(child -> visit(child, averaged));
    }
  }

  private void bind(Set<String> inside, Set<String> averaged) {
    Set<String> more = new TreeSet<>(inside);
    more.removeAll(averaged);
    bound.addAll(more);
  }

  private static Set<String> outcomes(TypedExpr.DensityAt density) {
    // letters and blocks that are drawn leave others of their sequence free
    return density.type() == Type.RANDOM || density.of().stream().anyMatch(Outcomes::isLetter)
        ? Set.of()
        : names(density.of());
  }

  /** The densities of a product. */
  static List<TypedExpr.DensityAt> densities(TypedExpr expr) {
    List<TypedExpr.DensityAt> all = new ArrayList<>();
    if (expr instanceof TypedExpr.DensityAt density) {
      all.add(density);
    } else if (expr instanceof TypedExpr.Operation operation) {
      operation.operands().forEach(operand -> all.addAll(densities(operand)));
    }
    return all;
  }
}
