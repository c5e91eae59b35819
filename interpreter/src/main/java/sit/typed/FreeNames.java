package sit.typed;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.syntax.Expr;
import sit.syntax.Statement.ClaimOf;
import sit.syntax.Statement.Fact;

/**
 * The names of a claim that is about all variables, told apart by how they are used: variables,
 * processes and indices.
 */
final class FreeNames {
  private final Set<String> variables = new TreeSet<>();
  private final Set<String> processes = new TreeSet<>();
  private final Set<String> continuous = new TreeSet<>();

  private FreeNames() {}

  /**
   * The names of a claim, without those of outcomes, densities and their functions.
   *
   * @param scalars names that stand for numbers
   */
  static FreeNames in(ClaimOf claim, Scope scope, Set<String> scalars) {
    FreeNames names = new FreeNames();
    claim.sides().forEach(names::visit);
    claim.given().forEach(names::visit);
    names.variables.removeAll(names.processes);
    names.variables.removeIf(name -> scalars.contains(name) || isOfDensities(scope, name));
    names.processes.removeAll(scalars);
    names.processes.removeIf(name -> isOfDensities(scope, name));
    return names;
  }

  private static boolean isOfDensities(Scope scope, String name) {
    return scope
        .symbol(name)
        .filter(s -> s.kind() == Symbol.Kind.OUTCOME || s.kind() == Symbol.Kind.DENSITY)
        .isPresent();
  }

  /**
   * The names of an expression that is only looked at, where those that nothing declares are free.
   */
  static FreeNames undeclared(Expr expr, Scope scope, Provider provider) {
    FreeNames names = new FreeNames();
    names.visit(expr);
    names.variables.removeAll(names.processes);
    names.variables.removeIf(n -> scope.symbol(n).isPresent() || provider.provide(n));
    names.processes.removeIf(n -> scope.symbol(n).isPresent());
    return names;
  }

  /** Declares the names in a scope of their own. */
  Scope declare(Scope outer) {
    Scope inner = outer.inner();
    variables.forEach(v -> declare(inner, v, Symbol.Kind.VARIABLE, Type.VARIABLES));
    processes.forEach(p -> declare(inner, p, Symbol.Kind.PROCESS, Type.PROCESS));
    return inner;
  }

  private void declare(Scope inner, String name, Symbol.Kind kind, Type type) {
    Symbol symbol = new Symbol(name, kind, 0, type);
    inner.declare(symbol);
    if (continuous.contains(name)) {
      inner.declareContinuous(symbol);
    }
  }

  private void visit(Fact fact) {
    if (fact instanceof Fact.Markov markov) {
      markov.chain().forEach(this::visit);
    } else if (fact instanceof Fact.Independent independent) {
      independent.groups().forEach(this::visit);
      independent.given().ifPresent(this::visit);
    } else if (fact instanceof Fact.Related related) {
      related.claim().sides().forEach(this::visit);
    } else if (fact instanceof Fact.SameLaw law) {
      visit(law.left());
      visit(law.right());
    } else if (fact instanceof Fact.Named named) {
      named.all().forEach(this::process);
    }
  }

  private void visit(Expr expr) {
    if (expr instanceof Expr.Name name) {
      variables.add(name.name());
    } else if (expr instanceof Expr.Call call) {
      call.slots().forEach(slot -> slot.forEach(this::visit));
      if (call.name().equals("h") && !call.slots().isEmpty()) {
        FreeNames of = new FreeNames();
        call.slots().get(0).forEach(of::visit);
        continuous.addAll(of.variables);
        continuous.addAll(of.processes);
      }
    } else if (expr instanceof Expr.Rate rate) {
      rate.measure().slots().forEach(slot -> slot.forEach(this::process));
    } else if (expr instanceof Expr.Index index && index.base() instanceof Expr.Name name) {
      if (List.of("E", "Var", "Cov").contains(name.name())) {
        index.arguments().forEach(this::visitMoment);
      } else {
        processes.add(name.name());
      }
    } else if (expr instanceof Expr.Mean mean) {
      visit(mean.body());
      for (Expr.Draw draw : mean.draws()) {
        visit(draw.density());
        draw.outcomes().forEach(this::visit);
      }
    } else if (expr instanceof Expr.Tuple tuple) {
      tuple.items().forEach(this::visit);
    } else if (expr instanceof Expr.Unary unary) {
      visit(unary.operand());
    } else if (expr instanceof Expr.Binary binary) {
      visitBinary(binary);
    } else if (expr instanceof Expr.ListOf list) {
      list.items().forEach(this::visit);
    } else if (expr instanceof Expr.Each each) {
      visit(each.body());
      variables.remove(each.item());
      visit(each.list());
    } else if (expr instanceof Expr.Sum sum) {
      visit(sum.body());
      variables.remove(sum.binder());
    } else if (expr instanceof Expr.Conditional choice) {
      visit(choice.condition());
      visit(choice.then());
      visit(choice.otherwise());
    }
  }

  /** In an expectation {@code X^2} is a square, not a block. */
  private void visitMoment(Expr expr) {
    if (expr instanceof Expr.Binary binary
        && binary.operator().equals("^")
        && binary.right() instanceof Expr.Number) {
      visitMoment(binary.left());
    } else if (expr instanceof Expr.Tuple tuple) {
      tuple.items().forEach(this::visitMoment);
    } else {
      visit(expr);
    }
  }

  private void process(Expr expr) {
    if (expr instanceof Expr.Name name) {
      processes.add(name.name());
    } else if (expr instanceof Expr.Tuple tuple) {
      tuple.items().forEach(this::process);
    } else if (expr instanceof Expr.Call law) {
      law.slots().forEach(slot -> slot.forEach(this::process));
    }
  }

  private void visitBinary(Expr.Binary binary) {
    boolean power = binary.operator().equals("^");
    if (power && binary.left() instanceof Expr.Name name) {
      processes.add(name.name());
    } else if (power && binary.left() instanceof Expr.Tuple tuple) {
      for (Expr item : tuple.items()) {
        if (item instanceof Expr.Name name) {
          processes.add(name.name());
        }
      }
    } else {
      boolean product = binary.operator().equals("*") || binary.operator().equals("/");
      for (Expr side : java.util.List.of(binary.left(), binary.right())) {
        // 2*pi*e is no product of variables
        if (!product || !(side instanceof Expr.Name name) || !isConstant(name.name())) {
          visit(side);
        }
      }
    }
  }

  /** The names of numbers that every book knows. */
  static boolean isConstant(String name) {
    return name.equals("pi") || name.equals("e") || name.equals("inf");
  }
}
