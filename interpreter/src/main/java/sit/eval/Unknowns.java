package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.proof.Assumption;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.TypedExpr;
import sit.value.Value;

/** Probabilities and expectations of random variables that have no law, as terms. */
final class Unknowns {
  private final Evaluator evaluator;

  Unknowns(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** A probability or an expectation without a law is kept as it stands. */
  Value kept(String head, List<TypedExpr> parts, Locals locals) {
    List<Term> arguments = new ArrayList<>();
    for (TypedExpr part : parts) {
      arguments.add(term(part, locals));
    }
    return new Value.Symbolic(new Term.Apply(head, arguments));
  }

  /** The law of a group less a law of the library, which is zero where the group has that law. */
  Assumption law(Group of, TypedExpr.Apply law, String text, Locals locals) {
    List<Term> parameters = new ArrayList<>();
    law.arguments().forEach(a -> parameters.add(term(a, locals)));
    Term here = new Term.Apply("law", List.of(new Term.Variables(of)));
    Term there = new Term.Apply(law.function(), parameters);
    NormalForm same = NormalForm.of(here).subtract(NormalForm.of(there));
    return Assumption.zero(Assumption.Kind.RELATION, text, same);
  }

  /** Sums and products of variables and scalars, multiplied out. */
  NormalForm polynomial(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.Operation operation && operation.operands().size() <= 2) {
      NormalForm first = polynomial(operation.operands().get(0), locals);
      if (operation.operands().size() == 1) {
        return operation.operator().equals("-") ? first.negate() : first;
      }
      NormalForm second = polynomial(operation.operands().get(1), locals);
      switch (operation.operator()) {
        case "+":
          return first.add(second);
        case "-":
          return first.subtract(second);
        case "*":
          return first.multiply(second);
        case "/":
          return first.multiply(NormalForm.of(new Term.Power(second.toTerm(), -1)));
        default:
          return NormalForm.of(term(expr, locals));
      }
    }
    return NormalForm.of(term(expr, locals));
  }

  private Term term(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.Operation operation) {
      Optional<Term> moment = moment(operation, locals);
      if (moment.isPresent()) {
        return moment.get();
      }
      List<Term> operands = new ArrayList<>();
      operation.operands().forEach(o -> operands.add(term(o, locals)));
      return new Term.Apply(operation.operator(), operands);
    }
    if (expr instanceof TypedExpr.Apply apply
        && new Randoms(evaluator).isFunctionOfVariables(apply, locals)) {
      List<Term> arguments = new ArrayList<>();
      apply.arguments().forEach(a -> arguments.add(term(a, locals)));
      return new Term.Apply(apply.function(), arguments);
    }
    Value value = evaluator.evaluate(expr, locals);
    return new Operations(evaluator).term(value, expr.span());
  }

  /** A power of a continuous function, which has an entropy and so a name of its own. */
  private Optional<Term> moment(TypedExpr.Operation operation, Locals locals) {
    TypedExpr base = operation.operands().get(0);
    Randoms randoms = new Randoms(evaluator);
    if (!operation.operator().equals("^") || !randoms.isFunctionOfVariables(base, locals)) {
      return Optional.empty();
    }
    Set<String> of = Bijections.parents(base, evaluator, locals).keySet();
    if (!evaluator.environment().sorts().areContinuous(List.copyOf(of))) {
      return Optional.empty();
    }
    Term exponent = term(operation.operands().get(1), locals);
    Term derived = new Term.Variables(randoms.derive(base, locals).group());
    return Optional.of(new Term.Apply("^", List.of(derived, exponent)));
  }

  /** The value of a function as it stands, where an argument is a symbol. */
  Optional<Value> value(TypedExpr.Apply apply, Locals locals) {
    List<Term> arguments = new ArrayList<>();
    boolean symbolic = false;
    for (TypedExpr argument : apply.arguments()) {
      Value value = evaluator.evaluate(argument, locals);
      symbolic |= value instanceof Value.Symbolic;
      Optional<Term> term = Terms.of(value);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(term.get());
    }
    return symbolic
        ? Optional.of(new Value.Symbolic(new Term.Apply(apply.function(), arguments)))
        : Optional.empty();
  }
}
