package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Value;

/**
 * The kernels that an optimum is taken over, one after the other: {@code p(Y | X)} is one, {@code
 * p(Y^n || X^n)} one for each letter of Y, which is given the letters of Y before it and those of X
 * up to it.
 */
final class FreeLaws {
  private final Evaluator evaluator;
  private final OptimumErrors errors;
  private final TypedExpr.DensityAt over;
  private final Locals locals;
  private final List<Kernel> kernels = new ArrayList<>();
  private final Map<String, List<Value>> alphabets = new LinkedHashMap<>();

  /** What is chosen together, and what it is given. */
  record Kernel(List<String> of, List<String> given) {}

  FreeLaws(Evaluator evaluator, TypedExpr.DensityAt over, Locals locals) {
    this.evaluator = evaluator;
    this.errors = new OptimumErrors(evaluator.source());
    this.over = over;
    this.locals = locals;
    List<String> of = names(over.of());
    List<String> given = names(over.given());
    if (over.causal()) {
      causal(of, given);
    } else {
      kernels.add(new Kernel(of, given));
    }
    for (int i = 0; i < of.size(); i++) {
      String name = of.get(i);
      Optional<List<Value>> like =
          given.size() == of.size() ? alphabet(given.get(i)) : Optional.empty();
      List<Value> alphabet =
          alphabet(name).or(() -> like).orElseThrow(() -> errors.noAlphabet(over.span(), name));
      alphabets.put(name, alphabet);
      if (alphabet(name).isEmpty()) {
        // what has no outcomes of its own takes those of what it is made from
        evaluator.environment().redeclare(List.of(name));
        evaluator.environment().declare(List.of(Variable.free(name, alphabet)));
      }
    }
    for (String name : given) {
      if (alphabet(name).isEmpty()) {
        throw errors.noLaw(over.span(), name);
      }
    }
  }

  private List<String> names(List<TypedExpr> parts) {
    Set<String> names = new LinkedHashSet<>();
    for (TypedExpr part : parts) {
      names.addAll(VariableLaws.names(evaluator.variables(part, locals).group()));
    }
    return List.copyOf(names);
  }

  private Optional<List<Value>> alphabet(String name) {
    return new Randoms(evaluator).declared(name, over.span()).alphabet();
  }

  private void causal(List<String> of, List<String> given) {
    TreeMap<Integer, List<String>> letters = byTime(of, over.span());
    TreeMap<Integer, List<String>> seen = byTime(given, over.span());
    int delay = letters.lastKey() - (seen.isEmpty() ? 0 : seen.lastKey());
    List<String> known = new ArrayList<>();
    int shown = Integer.MIN_VALUE;
    for (var entry : letters.entrySet()) {
      for (var other : seen.headMap(entry.getKey() - delay, true).entrySet()) {
        if (other.getKey() > shown) {
          known.addAll(other.getValue());
          shown = other.getKey();
        }
      }
      kernels.add(new Kernel(entry.getValue(), List.copyOf(known)));
      known.addAll(entry.getValue());
    }
  }

  private TreeMap<Integer, List<String>> byTime(List<String> names, Span at) {
    TreeMap<Integer, List<String>> letters = new TreeMap<>();
    for (String name : names) {
      int bracket = name.lastIndexOf('[');
      if (bracket < 0 || !name.endsWith("]")) {
        throw errors.notCausal(at);
      }
      int time = Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
      letters.computeIfAbsent(time, t -> new ArrayList<>()).add(name);
    }
    return letters;
  }

  /** The kernels in the order in which they choose. */
  List<Kernel> kernels() {
    return kernels;
  }

  /** The outcomes of a variable whose law is chosen. */
  List<Value> outcomes(String name) {
    return alphabets.get(name);
  }

  /** The variables whose law is chosen. */
  List<String> chosen() {
    return List.copyOf(alphabets.keySet());
  }

  /** All variables that the kernels speak of. */
  Set<String> variables() {
    Set<String> all = new LinkedHashSet<>();
    for (Kernel kernel : kernels) {
      all.addAll(kernel.given());
      all.addAll(kernel.of());
    }
    return all;
  }
}
