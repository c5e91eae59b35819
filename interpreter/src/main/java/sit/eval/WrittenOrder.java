package sit.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import sit.term.Group;
import sit.typed.TypedExpr;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;

/**
 * The laws of variables that are taken together, on outcomes in the order in which the variables
 * are written: a group has an order of its own, which says nothing of what was meant.
 */
final class WrittenOrder {
  private final Evaluator evaluator;
  private final VariableLaws laws;

  WrittenOrder(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.laws = new VariableLaws(evaluator);
  }

  /** The law of variables that have one. */
  Distribution law(TypedExpr written, Locals locals, Group group) {
    Distribution law = laws.law(group, written.span());
    List<String> order = new ArrayList<>();
    collect(written, locals, order);
    List<String> known = VariableLaws.names(group);
    boolean once = new HashSet<>(order).size() == order.size();
    return once && order.size() == known.size() && !order.equals(known)
        ? reordered(law, known, order, written)
        : law;
  }

  private void collect(TypedExpr written, Locals locals, List<String> order) {
    if (written instanceof TypedExpr.Joint joint) {
      joint.parts().forEach(part -> collect(part, locals, order));
    } else {
      order.addAll(VariableLaws.names(evaluator.variables(written, locals).group()));
    }
  }

  private Distribution reordered(
      Distribution law, List<String> known, List<String> order, TypedExpr at) {
    int size = known.size();
    int[] strides = new int[size];
    int[] sizes = new int[size];
    int stride = 1;
    for (int k = size - 1; k >= 0; k--) {
      int place = order.indexOf(known.get(k));
      strides[place] = stride;
      sizes[place] =
          new Randoms(evaluator).declared(known.get(k), at.span()).alphabet().orElseThrow().size();
      stride *= sizes[place];
    }
    List<Value> outcomes = new ArrayList<>();
    List<Quantity> probabilities = new ArrayList<>();
    int[] cell = new int[size];
    for (int count = 0; count < law.outcomes().size(); count++) {
      evaluator.limits().check();
      int from = 0;
      for (int k = 0; k < size; k++) {
        from += cell[k] * strides[k];
      }
      List<Value> parts = ((Value.Items) law.outcomes().get(from)).items();
      List<Value> turned = new ArrayList<>();
      order.forEach(name -> turned.add(parts.get(known.indexOf(name))));
      outcomes.add(Value.Items.tuple(turned));
      probabilities.add(law.probabilities().get(from));
      for (int k = size - 1; k >= 0 && ++cell[k] == sizes[k]; k--) {
        cell[k] = 0;
      }
    }
    return new Distribution(outcomes, probabilities);
  }
}
