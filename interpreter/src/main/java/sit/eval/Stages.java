package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.source.Source;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.TermLatex;
import sit.term.TermPrinter;
import sit.typed.Provider;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Result;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * Shows what becomes of a text's expressions on their way to a value or a proof, without going all
 * of it.
 */
final class Stages {
  private final Environment environment;
  private final Provider provider;
  private final Supplier<Limits> limits;
  private final boolean normal;
  private final Consumer<Result> results;

  /**
   * A view of one stage.
   *
   * @param normal whether the normal form is wanted, else the term
   */
  Stages(
      Environment environment,
      Provider provider,
      Supplier<Limits> limits,
      boolean normal,
      Consumer<Result> results) {
    this.environment = environment;
    this.provider = provider;
    this.limits = limits;
    this.normal = normal;
    this.results = results;
  }

  /** Shows the expressions of a statement, and carries out what it declares. */
  void show(TypedStatement statement, Source source) {
    List<TypedExpr> expressions = expressions(statement);
    if (statement instanceof TypedStatement.Derivation derivation) {
      Environment inner = environment.inner(environment.scope().inner());
      Stages inside = new Stages(inner, provider, limits, normal, results);
      derivation.givens().forEach(given -> inside.show(given, source));
      expressions.forEach(expr -> inside.show(expr, source));
    } else if (!expressions.isEmpty()) {
      expressions.forEach(expr -> show(expr, source));
    } else if (!(statement instanceof TypedStatement.Rule)) {
      new Interpreter(environment, provider, limits, Seed.DEFAULT, result -> {}, Purpose.LOAD)
          .run(statement, source);
    }
  }

  /** The expressions that a statement is about; none of a declaration. */
  static List<TypedExpr> expressions(TypedStatement statement) {
    if (statement instanceof TypedStatement.Evaluate evaluate) {
      return evaluate.expressions();
    } else if (statement instanceof TypedStatement.Show show) {
      return List.of(show.expression());
    } else if (statement instanceof TypedStatement.Plot plot) {
      return plot.sweep().isPresent() ? List.of() : plot.shown();
    } else if (statement instanceof TypedStatement.Check check) {
      return check.claim().sides();
    } else if (statement instanceof TypedStatement.Holds holds) {
      return holds.claim().sides();
    } else if (statement instanceof TypedStatement.Derivation derivation) {
      List<TypedExpr> all = new ArrayList<>();
      derivation.claim().ifPresent(claim -> all.addAll(claim.sides()));
      for (TypedStatement.Chain chain : derivation.chains()) {
        all.add(chain.first());
        chain.steps().forEach(step -> all.add(step.next()));
      }
      return all;
    }
    return List.of();
  }

  private void show(TypedExpr expr, Source source) {
    Domain domain = normal ? new Domain.Entropies() : new Domain.OneLevel(Optional.of(""), false);
    Value value = new Evaluator(environment, source, limits.get(), domain).evaluate(expr);
    Optional<Term> term = Terms.of(value);
    if (normal) {
      term = term.map(exact -> NormalForm.of(exact).toTerm());
    }
    String text = term.map(TermPrinter::print).orElseGet(() -> ValuePrinter.print(value));
    String latex = term.map(TermLatex::print).orElse(text);
    results.accept(new Result.Shown(source, expr.span(), source.phrase(expr.span()), text, latex));
  }
}
