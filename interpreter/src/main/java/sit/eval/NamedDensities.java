package sit.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.term.Density;
import sit.term.NormalForm;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** The named densities that statements declared, and what divides them. */
final class NamedDensities {
  private final Map<String, Named> densities = new TreeMap<>();
  private final Map<String, Normaliser> normalisers = new TreeMap<>();

  /**
   * A named density.
   *
   * @param density what its logarithm is the atom of
   * @param table its probabilities where it has them
   * @param specific whether it is not any density, so that no other is an example
   * @param causal whether it stands for the kernels that it is the product of
   */
  record Named(Density density, Optional<DensityTable> table, boolean specific, boolean causal) {}

  /**
   * What a density is divided by.
   *
   * @param values its numbers by the values of what is given, where there are tables
   */
  record Normaliser(NormalForm logarithm, List<String> given, Map<String, Quantity> values) {}

  void declare(String name, Named density, Map<String, Normaliser> normaliser) {
    densities.put(name, density);
    normalisers.putAll(normaliser);
  }

  void forget(String name) {
    densities.remove(name);
    normalisers.remove(name);
  }

  Optional<Named> density(String name) {
    return Optional.ofNullable(densities.get(name));
  }

  Optional<Normaliser> normaliser(String name) {
    return Optional.ofNullable(normalisers.get(name));
  }

  /** Adds the values of an outcome that tables name. */
  void outcomes(String name, Map<String, Value> values) {
    for (Named density : densities.values()) {
      if (density.table().filter(t -> t.names().contains(name)).isPresent()) {
        for (Value value : density.table().get().alphabet(name)) {
          values.putIfAbsent(ValuePrinter.outcome(value), value);
        }
      }
    }
  }
}
