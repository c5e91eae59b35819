package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.source.Span;
import sit.term.Group;
import sit.term.Term;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;

/** What laws and random variables with laws consist of. */
final class LawParts implements BuiltinFamily {
  private final Evaluator evaluator;
  private final EvalErrors errors;

  LawParts(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    return switch (builtin) {
      case CARD, COMMON_PART -> ofVariables(apply, builtin, locals);
      default -> ofLaw(apply, builtin, locals);
    };
  }

  private Value ofVariables(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    VariableLaws laws = new VariableLaws(evaluator);
    Group group = evaluator.variables(apply.arguments().get(0), locals).group();
    Span at = apply.span();
    if (builtin == Builtin.COMMON_PART) {
      Group other = evaluator.variables(apply.arguments().get(1), locals).group();
      return laws.commonPart(group, other, at);
    }
    if (!laws.hasLaw(group, at) || !evaluator.domain().isNumeric()) {
      return new Value.Symbolic(new Term.Apply("card", List.of(new Term.Variables(group))));
    }
    return Quantity.of(laws.outcomes(group, at).size());
  }

  /** What a law tells; of random variables without one it is kept as it stands. */
  private Value ofLaw(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    Span at = apply.span();
    Value of = evaluator.lawOrVariables(apply.arguments().get(0), locals);
    Optional<Value> outcome =
        builtin == Builtin.MASS
            ? Optional.of(evaluator.evaluate(apply.arguments().get(1), locals))
            : Optional.empty();
    Optional<Distribution> law = Optional.empty();
    if (of instanceof Distribution distribution) {
      law = Optional.of(distribution);
    } else if (builtin == Builtin.LAW
        && of instanceof Value.Variables variables
        && variables.group().isContinuous()
        && evaluator.domain().isNumeric()) {
      Optional<Value> dense =
          new ContinuousMeasures(evaluator)
              .law(variables.group(), at)
              .map(found -> new Value.Continuous(found));
      if (dense.isPresent()) {
        return dense.get();
      }
    } else if (of instanceof Value.Variables variables) {
      VariableLaws laws = new VariableLaws(evaluator);
      if (evaluator.domain().isNumeric() && laws.hasLaw(variables.group(), at)) {
        TypedExpr written = apply.arguments().get(0);
        law = Optional.of(new WrittenOrder(evaluator).law(written, locals, variables.group()));
      }
    } else if (!(of instanceof Value.Symbolic)) {
      throw errors.notALaw(apply.arguments().get(0).span(), Terms.print(of));
    }
    boolean open = outcome.filter(o -> o instanceof Value.Symbolic).isPresent();
    if (law.isEmpty() || open) {
      List<Term> terms = new ArrayList<>(List.of(new Operations(evaluator).term(of, at)));
      outcome.ifPresent(o -> terms.add(new Operations(evaluator).term(o, at)));
      return new Value.Symbolic(new Term.Apply(builtin.word(), terms));
    }
    return switch (builtin) {
      case ALPHABET -> new Value.Items(law.get().outcomes());
      case SUPPORT -> new Value.Items(law.get().support());
      case MASSES -> new Value.Items(List.copyOf(law.get().probabilities()));
      case MASS -> law.get().probability(outcome.orElseThrow());
      default -> law.get();
    };
  }
}
