package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sit.numeric.Joint;
import sit.numeric.Model;
import sit.numeric.optimum.Choice;
import sit.numeric.optimum.Impossible;
import sit.numeric.optimum.Problem;
import sit.numeric.optimum.Solution;
import sit.source.ReportedError;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * Optima over laws as they are written: the objective and the bounds become functions of the free
 * kernels, and the form of these functions says how the optimum is found.
 */
final class Optima {
  /** The bounds shall be no further apart, in the unit of the objective. */
  private static final double GAP = 1e-12;

  /** And those of a second, worse law, which tells how well the optimal law is known. */
  private static final double NEAR = 1e-10;

  private final Evaluator evaluator;
  private final OptimumErrors errors;

  Optima(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = new OptimumErrors(evaluator.source());
  }

  Value evaluate(TypedExpr.Optimum optimum, Locals locals) {
    Evaluator numbers = evaluator.inDomain(new Domain.Numeric());
    Optional<Quantity> capacity = new Capacities(numbers).value(optimum, locals);
    if (capacity.isPresent()) {
      return capacity.get();
    }
    Posed posed = posed(numbers, optimum, locals);
    if (optimum.argument()) {
      OptimalLaw law = new OptimalLaw(numbers, posed.free(), posed.problem());
      Solution near = solved(posed.problem(), NEAR, optimum, locals);
      return law.value(optimum, locals, near, solved(posed.problem(), 0, optimum, locals));
    }
    Solution found = solved(posed.problem(), GAP, optimum, locals);
    return value(found, optimum.maximum() ? -1 : 1, posed.unit());
  }

  /** An optimum as a problem, and the unit of its value. */
  private record Posed(Problem problem, FreeLaws free, Unit unit) {}

  private Posed posed(Evaluator numbers, TypedExpr.Optimum optimum, Locals locals) {
    FreeLaws free = new FreeLaws(numbers, optimum.over(), locals);
    double sign = optimum.maximum() ? -1 : 1;
    Criterion objective = new Criterion();
    CriterionReader.add(numbers, optimum.objective(), sign, locals, objective);
    List<Criterion> bounds = new ArrayList<>();
    for (TypedExpr.Constraint constraint : optimum.constraints()) {
      Criterion bound = new Criterion();
      double side =
          constraint.relation().equals(">=") || constraint.relation().equals("≥") ? -1 : 1;
      CriterionReader.add(numbers, constraint.left(), side, locals, bound);
      CriterionReader.add(numbers, constraint.right(), -side, locals, bound);
      bounds.add(bound);
    }
    Problem problem = problem(optimum, free, objective, bounds);
    Unit unit = objective.information() ? evaluator.environment().unit() : Unit.NONE;
    return new Posed(problem, free, unit);
  }

  private Problem problem(
      TypedExpr.Optimum optimum, FreeLaws free, Criterion objective, List<Criterion> bounds) {
    Set<String> names = new LinkedHashSet<>(free.variables());
    names.addAll(objective.variables());
    bounds.forEach(bound -> names.addAll(bound.variables()));
    for (String name : names) {
      if (!new Randoms(evaluator).declared(name, optimum.span()).hasAlphabet()) {
        throw errors.noLaw(optimum.span(), name);
      }
    }
    List<String> order = List.copyOf(names);
    Joint joint = joint(order, free, optimum.over().span());
    double error = joint.relativeError() + objective.relativeError();
    for (Criterion bound : bounds) {
      error += bound.relativeError();
    }
    List<Choice> choices = new ArrayList<>();
    for (FreeLaws.Kernel kernel : free.kernels()) {
      choices.add(new Choice(places(kernel.of(), order), places(kernel.given(), order)));
    }
    Problem problem;
    try {
      problem = new Problem(joint.sizes(), joint.masses(), error, choices);
    } catch (Impossible impossible) {
      String law = evaluator.source().phrase(optimum.over().span());
      throw errors.circular(optimum.over().span(), law);
    }
    double perBit = evaluator.environment().unit() == Unit.NAT ? Math.log(2) : 1;
    Map<List<Integer>, Double> entropies = new LinkedHashMap<>();
    objective
        .entropies()
        .forEach((group, c) -> entropies.merge(places(group, order), c * perBit, Double::sum));
    problem.entropies(entropies);
    for (Criterion.Mean mean : objective.means()) {
      problem.cost(mean.values(), places(mean.variables(), order));
    }
    problem.constant(objective.constant());
    for (int k = 0; k < bounds.size(); k++) {
      TypedExpr.Constraint constraint = optimum.constraints().get(k);
      boolean equal = constraint.relation().equals("=") || constraint.relation().equals("==");
      if (bounds.get(k).hasEntropies() && equal) {
        String what = evaluator.source().phrase(constraint.span());
        throw errors.notConvex(constraint.span(), what);
      }
      Map<List<Integer>, Double> bounded = new LinkedHashMap<>();
      bounds
          .get(k)
          .entropies()
          .forEach((group, c) -> bounded.merge(places(group, order), c * perBit, Double::sum));
      List<Problem.Cost> costs = new ArrayList<>();
      for (Criterion.Mean mean : bounds.get(k).means()) {
        costs.add(new Problem.Cost(mean.values(), places(mean.variables(), order)));
      }
      problem.bound(bounded, costs, -bounds.get(k).constant(), equal);
    }
    return problem;
  }

  private Joint joint(List<String> order, FreeLaws free, Span at) {
    Model model = evaluator.environment().model();
    try {
      Model freed = model.freed(free.chosen(), Map.of());
      return LawReader.lawful(
          evaluator.errors(), at, () -> freed.marginal(order, evaluator.limits()));
    } catch (IllegalArgumentException e) {
      throw errors.jointLaw(at, e.getMessage());
    }
  }

  private static List<Integer> places(Iterable<String> names, List<String> order) {
    List<Integer> places = new ArrayList<>();
    names.forEach(name -> places.add(order.indexOf(name)));
    return places;
  }

  private Solution solved(Problem problem, double gap, TypedExpr.Optimum optimum, Locals locals) {
    try {
      return problem.solve(gap, evaluator.limits());
    } catch (Impossible impossible) {
      if (impossible.reason() == Impossible.Reason.UNREACHABLE) {
        throw unreachable(optimum.constraints().get(impossible.at()), impossible, locals);
      }
      throw impossible.reason() == Impossible.Reason.INFEASIBLE
          ? errors.infeasible(optimum.span())
          : errors.unsolved(optimum.span());
    }
  }

  private ReportedError unreachable(
      TypedExpr.Constraint constraint, Impossible impossible, Locals locals) {
    double met = impossible.least();
    if (evaluator.evaluate(constraint.right(), locals) instanceof Quantity bound) {
      met = bound.value() + (isAtLeast(constraint) ? -1 : 1) * (met - impossible.bound());
    }
    double off = 1e-12 * Math.max(1, Math.abs(met));
    Quantity shown = Quantity.between(met, met - off, met + off, Unit.NONE, Accuracy.ROUNDING);
    boolean atLeast = isAtLeast(constraint) == impossible.least() < impossible.bound();
    String what = evaluator.source().phrase(constraint.left().span());
    return errors.unreachable(constraint.span(), what, atLeast, ValuePrinter.plain(shown));
  }

  private static boolean isAtLeast(TypedExpr.Constraint constraint) {
    return constraint.relation().equals(">=") || constraint.relation().equals("≥");
  }

  private static Quantity value(Solution found, double sign, Unit unit) {
    double lower = sign > 0 ? found.lower() : -found.upper();
    double upper = sign > 0 ? found.upper() : -found.lower();
    Accuracy accuracy = found.local() ? Accuracy.LOCAL : Accuracy.CERTIFIED;
    // what cannot be told from nothing is printed as nothing
    boolean nothing = lower <= 0 && upper >= 0 && Math.abs(found.value()) < 1e-12;
    double value = nothing ? 0 : sign * found.value();
    return Quantity.between(value, lower, upper, unit, accuracy);
  }
}
