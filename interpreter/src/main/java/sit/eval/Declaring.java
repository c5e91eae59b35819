package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Value;

/** Carries out declarations of values, laws and functions, and notes which depend on parameters. */
final class Declaring {
  private final Evaluator evaluator;
  private final Environment environment;

  /**
   * Declares in the environment of an evaluator.
   *
   * @param evaluator among numbers
   */
  Declaring(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
  }

  /** Carries out a declaration; false if it is none of these. */
  boolean declare(TypedStatement statement) {
    Set<String> names = new TreeSet<>();
    List<TypedExpr> parts = new ArrayList<>();
    if (statement instanceof TypedStatement.Let let) {
      names.add(let.name());
      parts.add(let.body());
      declare(let);
    } else if (statement instanceof TypedStatement.Law law) {
      boolean continuous = law.law().type() == Type.CONTINUOUS_LAW;
      names.addAll(
          continuous
              ? new ContinuousVariables(evaluator).law(law)
              : new Declarations(evaluator).law(law));
      parts.addAll(law.given());
      parts.add(law.law());
    } else if (statement instanceof TypedStatement.FunctionOf function) {
      names.add(new Declarations(evaluator).function(function));
      parts.add(function.body());
    } else if (statement instanceof TypedStatement.ProcessLaw process) {
      names.addAll(process.names());
      process.letters().forEach(letter -> parts.addAll(letter.given()));
      process.letters().forEach(letter -> parts.add(letter.law()));
      new ProcessLaws(evaluator).declare(process);
    } else {
      return false;
    }
    environment.sorts().parameters().note(statement, evaluator.source(), names, parts);
    return true;
  }

  private void declare(TypedStatement.Let let) {
    if (let.parameters().isEmpty()) {
      Value value = evaluator.evaluate(let.body());
      Value unfolded =
          value instanceof Value.Symbolic
              ? evaluator.inDomain(new Domain.Entropies()).evaluate(let.body())
              : value;
      environment.let(let.name(), value, unfolded);
    } else {
      environment.let(
          let.name(), new Environment.Defined(let.parameters(), let.body(), evaluator.source()));
    }
  }
}
