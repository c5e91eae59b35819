package sit.eval;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sit.prove.SideConditions;
import sit.prove.SideConditions.Condition;
import sit.term.DensityPrinter;
import sit.term.Law;
import sit.term.NormalForm;
import sit.value.Value;

/**
 * Collects under which conditions the parts of a statement make sense, also of those parts that
 * cancel against each other: a difference of two infinite means is none.
 */
final class Conditions {
  private final Map<String, String> found = new LinkedHashMap<>();

  /** Takes in what an average is. */
  void add(NormalForm average) {
    SideConditions.of(average).forEach(this::add);
  }

  private void add(Condition condition) {
    found.putIfAbsent(condition.subject(), condition.text());
  }

  /**
   * Takes in a mean of a product of densities. Where it is divided by what is drawn from, the mean
   * is a sum over those outcomes alone that can be drawn.
   */
  void add(List<Law.Factor> factors, Value.Likelihood product) {
    List<String> above =
        product.pieces().stream()
            .filter(p -> p.power().signum() > 0)
            .map(Conditions::text)
            .toList();
    for (Value.Piece piece : product.pieces()) {
      boolean below = piece.power().signum() < 0 && !above.contains(text(piece));
      for (Law.Factor factor : factors) {
        if (below && !factor.of().intersection(piece.of()).isEmpty()) {
          boolean drawn = factor.density().equals(piece.density());
          add(
              drawn && !above.isEmpty()
                  ? SideConditions.support(piece.density(), piece.of(), piece.given(), above)
                  : SideConditions.positive(
                      piece.density(), piece.of(), piece.given(), new Law(factors)));
        }
      }
    }
  }

  private static String text(Value.Piece piece) {
    return DensityPrinter.density(piece.density(), piece.of(), piece.given());
  }

  /** Those of two sides, and of the parts of them that have gone. */
  List<String> of(NormalForm left, NormalForm right) {
    Set<String> texts = new LinkedHashSet<>();
    Set<String> subjects = new LinkedHashSet<>();
    for (NormalForm side : List.of(left, right)) {
      for (Condition condition : SideConditions.of(side)) {
        texts.add(condition.text());
        subjects.add(condition.subject());
      }
    }
    found.forEach(
        (subject, text) -> {
          if (!subjects.contains(subject)) {
            texts.add(text);
          }
        });
    return List.copyOf(texts);
  }
}
