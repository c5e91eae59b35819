package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.source.Source;
import sit.typed.TypedStatement;

/** What is said of every value of a scalar, at the value that a step puts for it. */
final class Substitutions {
  private final Environment environment;
  private final Source source;
  private final Limits limits;

  Substitutions(Environment environment, Source source, Limits limits) {
    this.environment = environment;
    this.source = source;
    this.limits = limits;
  }

  /** What facts about any value of a scalar say of the value that is put for it. */
  List<Assumption> of(TypedStatement.Step step) {
    Locals values = Locals.NONE;
    Evaluator evaluator = new Evaluator(environment, source, limits, new Domain.Entropies());
    List<Assumption> found = new ArrayList<>();
    for (TypedStatement.Put put : step.puts()) {
      if (!environment.isUniversal(put.name())) {
        throw new EvalErrors(source).notUniversal(put.span(), put.name());
      }
      values = values.with(put.name(), evaluator.evaluate(put.value()));
    }
    if (step.puts().isEmpty()) {
      return found;
    }
    Claims claims = new Claims(environment, limits, values);
    for (Environment.Stated stated : environment.visibleFacts()) {
      Set<String> names = Names.in(stated.fact());
      if (step.puts().stream().anyMatch(put -> names.contains(put.name()))) {
        found.addAll(claims.assumptions(stated.fact(), stated.source()));
      }
    }
    return found;
  }
}
