package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sit.source.Span;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Kernels whose rows are computed from the outcomes that they are given. */
final class ComputedLaws {
  private static final int MOST_OUTCOMES = 1 << 20;

  private final Evaluator evaluator;

  ComputedLaws(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * A row for each joint outcome of the variables that a law is given, where it is a function of
   * them: {@code rv Y | X ~ softmax(f(X))}; empty where it names none of them, or their laws.
   */
  Optional<Channel> of(TypedExpr law, List<String> given) {
    Set<String> named = new Randoms(evaluator).variables(law, Locals.NONE);
    boolean computed =
        !named.isEmpty() && given.containsAll(named) && !isOfLaws(law) && areKnown(given, law);
    if (!computed) {
      return Optional.empty();
    }
    List<List<Value>> alphabets = new Randoms(evaluator).alphabets(given, law.span());
    double inputs = 1;
    for (List<Value> alphabet : alphabets) {
      inputs *= alphabet.size();
    }
    if (inputs > MOST_OUTCOMES) {
      throw sit.limits.LimitReached.memory("a law given outcomes", inputs, MOST_OUTCOMES);
    }
    List<Value> tuples = VariableLaws.product(alphabets);
    List<Distribution> rows = new ArrayList<>();
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (Value tuple : tuples) {
      evaluator.limits().check();
      Distribution row = row(law, given, tuple);
      row.outcomes().forEach(o -> outputs.putIfAbsent(ValuePrinter.outcome(o), o));
      rows.add(row);
    }
    List<Value> columns = List.copyOf(outputs.values());
    List<List<Quantity>> cells = new ArrayList<>();
    for (Distribution row : rows) {
      cells.add(columns.stream().map(row::probability).toList());
    }
    return Optional.of(new Channel(tuples, columns, cells));
  }

  /** Whether what is written is a variable, whose law is meant, or a part of a law. */
  private static boolean isOfLaws(TypedExpr law) {
    boolean part =
        law instanceof TypedExpr.Apply apply
            && Builtin.named(apply.function())
                .filter(b -> b.family() == Builtin.Family.PART)
                .isPresent();
    return part || law.type().isRandom();
  }

  private boolean areKnown(List<String> given, TypedExpr law) {
    Randoms randoms = new Randoms(evaluator);
    return given.stream().allMatch(name -> randoms.declared(name, law.span()).hasAlphabet());
  }

  private Distribution row(TypedExpr law, List<String> given, Value tuple) {
    List<Value> parts = given.size() == 1 ? List.of(tuple) : ((Value.Items) tuple).items();
    Map<String, Value> outcome = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      outcome.put(given.get(i), parts.get(i));
    }
    Span at = law.span();
    Value value = new LawReader(evaluator.at(outcome)).lawOrChannel(law, Locals.NONE);
    if (!(value instanceof Distribution row)) {
      throw evaluator.errors().notALaw(at, Terms.print(value));
    }
    return row;
  }
}
