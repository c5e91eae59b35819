package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sit.numeric.Masses;
import sit.numeric.Model;
import sit.numeric.optimum.Problem;
import sit.numeric.optimum.Solution;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * The law at which an optimum is taken, as a value, or values under it. What is known for certain
 * is how far its objective is from the optimum; how far its other values are is estimated by those
 * of a law that is further from it.
 */
final class OptimalLaw {
  private static final double LEAST = 1e-11;

  /** How far values may be off besides. */
  private double error = LEAST;

  private final Evaluator evaluator;
  private final FreeLaws free;
  private final Problem problem;

  OptimalLaw(Evaluator evaluator, FreeLaws free, Problem problem) {
    this.evaluator = evaluator;
    this.free = free;
    this.problem = problem;
  }

  Value value(TypedExpr.Optimum optimum, Locals locals, Solution near, Solution found) {
    if (near.kernels().equals(found.kernels())) {
      // nothing tells more of them but that laws are as far apart as the root of their informations
      error = Math.sqrt(Math.max(1e-15, found.upper() - found.lower()));
    }
    Accuracy accuracy = found.local() ? Accuracy.LOCAL : Accuracy.ESTIMATE;
    if (optimum.under().isPresent()) {
      TypedExpr asked = optimum.under().get();
      Value other = under(near).evaluate(asked, locals);
      return between(under(found).evaluate(asked, locals), other, accuracy);
    }
    return between(law(found), law(near), accuracy);
  }

  /** The walk in which the variables that were chosen follow a solution. */
  private Evaluator under(Solution solution) {
    Environment environment = evaluator.environment();
    Map<String, List<String>> given = new HashMap<>();
    List<Model.Settled> laws = new ArrayList<>();
    for (int i = 0; i < free.kernels().size(); i++) {
      FreeLaws.Kernel kernel = free.kernels().get(i);
      Masses rows = Masses.approximate(problem.rows(solution, i));
      laws.add(new Model.Settled(kernel.of(), kernel.given(), rows));
      kernel.of().forEach(name -> given.put(name, kernel.given()));
    }
    List<Variable> settled = new ArrayList<>();
    for (String name : environment.model().variables()) {
      Variable variable = environment.variable(name).filter(Variable::free).orElse(null);
      if (variable == null) {
        continue;
      }
      boolean chosen = given.containsKey(name);
      boolean follows = !variable.parents().isEmpty();
      for (String parent : variable.parents()) {
        follows &=
            given.containsKey(parent)
                || environment.variable(parent).filter(Variable::hasLaw).isPresent();
      }
      if (chosen || follows) {
        List<String> parents = chosen ? given.get(name) : variable.parents();
        settled.add(variable.settled(parents));
        given.put(name, parents);
      }
    }
    return evaluator.in(environment.settled(environment.model().settled(laws), settled));
  }

  /** A law, a kernel, or the kernels of one time after the other. */
  private Value law(Solution solution) {
    List<Value> kernels = new ArrayList<>();
    for (int i = 0; i < free.kernels().size(); i++) {
      FreeLaws.Kernel kernel = free.kernels().get(i);
      List<Value> outcomes = outcomes(kernel.of());
      double[] rows = problem.rows(solution, i);
      List<List<Quantity>> laws = new ArrayList<>();
      for (int from = 0; from < rows.length; from += outcomes.size()) {
        List<Quantity> row = new ArrayList<>();
        for (int e = from; e < from + outcomes.size(); e++) {
          row.add(Quantity.between(rows[e], rows[e], rows[e], Unit.NONE, Accuracy.ESTIMATE));
        }
        laws.add(row);
      }
      kernels.add(
          kernel.given().isEmpty()
              ? new Distribution(outcomes, laws.get(0))
              : new Channel(List.of(), outcomes, laws));
    }
    return kernels.size() == 1 ? kernels.get(0) : new Value.Items(kernels);
  }

  private List<Value> outcomes(List<String> names) {
    List<List<Value>> joint = List.of(List.of());
    for (String name : names) {
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> before : joint) {
        for (Value outcome : free.outcomes(name)) {
          List<Value> parts = new ArrayList<>(before);
          parts.add(outcome);
          longer.add(parts);
        }
      }
      joint = longer;
    }
    List<Value> outcomes = new ArrayList<>();
    joint.forEach(
        parts -> outcomes.add(parts.size() == 1 ? parts.get(0) : Value.Items.tuple(parts)));
    return outcomes;
  }

  /** What was found, as far off as the other is from it. */
  private Value between(Value found, Value other, Accuracy accuracy) {
    if (found instanceof Quantity one && other instanceof Quantity two) {
      return between(one, two, accuracy);
    } else if (found instanceof Value.Items one && other instanceof Value.Items two) {
      List<Value> items = new ArrayList<>();
      for (int i = 0; i < one.items().size(); i++) {
        items.add(between(one.items().get(i), two.items().get(i), accuracy));
      }
      return new Value.Items(items, one.tuple());
    } else if (found instanceof Distribution one && other instanceof Distribution two) {
      return new Distribution(
          one.outcomes(), row(one.probabilities(), two.probabilities(), accuracy));
    } else if (found instanceof Channel one && other instanceof Channel two) {
      List<List<Quantity>> rows = new ArrayList<>();
      for (int i = 0; i < one.rows().size(); i++) {
        rows.add(row(one.rows().get(i), two.rows().get(i), accuracy));
      }
      return new Channel(one.inputs(), one.outputs(), rows);
    }
    return found;
  }

  private List<Quantity> row(List<Quantity> one, List<Quantity> two, Accuracy accuracy) {
    List<Quantity> row = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      row.add(between(one.get(i), two.get(i), accuracy));
    }
    return row;
  }

  private Quantity between(Quantity found, Quantity other, Accuracy accuracy) {
    double value = found.value();
    double off = Math.abs(other.value() - value) + error * Math.max(1, Math.abs(value));
    if (!Double.isFinite(off)) {
      return found.knownAs(accuracy);
    }
    return Quantity.between(
        value, found.lower() - off, found.upper() + off, found.unit(), accuracy);
  }
}
