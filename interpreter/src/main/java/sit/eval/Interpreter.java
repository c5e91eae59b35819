package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Statement;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.TermLatex;
import sit.term.TermPrinter;
import sit.typed.Provider;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Judgement;
import sit.value.Result;
import sit.value.Unit;
import sit.value.Value;

/** Carries out typed statements in order: declares, evaluates, shows, judges. */
public final class Interpreter {
  private final Environment environment;
  private final Provider provider;
  private final Supplier<Limits> limits;
  private final Seed seed;
  private final Consumer<Result> results;
  private final Purpose purpose;

  /**
   * An interpreter of one session.
   *
   * @param limits gives each claim and each value limits that start now
   * @param results takes each answer as soon as it is there
   * @param purpose what the statements are carried out for
   */
  Interpreter(
      Environment environment,
      Provider provider,
      Supplier<Limits> limits,
      Seed seed,
      Consumer<Result> results,
      Purpose purpose) {
    this.environment = environment;
    this.provider = provider;
    this.limits = limits;
    this.seed = seed;
    this.results = results;
    this.purpose = purpose;
  }

  private Interpreter in(Environment inner, Purpose what) {
    return new Interpreter(inner, provider, limits, seed, results, what);
  }

  private Evaluator evaluator(Source source, Domain domain) {
    return new Evaluator(environment, source, limits.get(), domain);
  }

  private Evaluator numbers(Source source) {
    return evaluator(source, new Domain.Numeric());
  }

  /**
   * Carries out one statement.
   *
   * @throws sit.source.ReportedError where it cannot be
   * @throws sit.limits.LimitReached where a limit ends it
   */
  void run(TypedStatement statement, Source source) {
    if (isDeclared(statement, source)) {
      return;
    }
    if (statement instanceof TypedStatement.Param param) {
      param.names().forEach(name -> environment.param(name.name(), param.any()));
      new Intervals(numbers(source)).declare(param);
    } else if (statement instanceof TypedStatement.Abstract rv) {
      new Declarations(numbers(source)).withoutLaw(rv);
      if (rv.real()) {
        rv.targets().forEach(target -> environment.sorts().continuous(target.name()));
      }
    } else if (statement instanceof TypedStatement.Sampled sampled) {
      new SampledDeclarations(numbers(source)).declare(sampled);
    } else if (statement instanceof TypedStatement.Processes processes) {
      processes.names().forEach(environment::declareProcess);
      if (processes.real()) {
        processes.names().forEach(environment.sorts()::continuous);
      }
    } else if (statement instanceof TypedStatement.Densities densities) {
      for (TypedStatement.DensityOf density : densities.densities()) {
        new DensityDeclarations(environment, source, limits.get()).declare(density);
      }
    } else if (statement instanceof TypedStatement.Assume assume) {
      assume
          .facts()
          .forEach(f -> environment.assume(new Environment.Stated(f, source, environment.unit())));
    } else if (statement instanceof TypedStatement.Define define) {
      environment.define(define.signature().shape(), source);
    } else if (statement instanceof TypedStatement.Import imported) {
      Interpreter loader = in(environment, Purpose.LOAD);
      imported.statements().forEach(s -> loader.run(s, imported.source()));
    } else if (statement instanceof TypedStatement.UnitOf unit) {
      environment.unit(unit.unit() == Type.NATS ? Unit.NAT : Unit.BIT);
    } else {
      answer(statement, source);
    }
  }

  private boolean isDeclared(TypedStatement statement, Source source) {
    boolean declares =
        statement instanceof TypedStatement.Let
            || statement instanceof TypedStatement.Law
            || statement instanceof TypedStatement.FunctionOf
            || statement instanceof TypedStatement.ProcessLaw;
    return declares && new Declaring(numbers(source)).declare(statement);
  }

  private void answer(TypedStatement statement, Source source) {
    if (statement instanceof TypedStatement.Evaluate evaluate) {
      if (!purpose.evaluates()) {
        return;
      }
      for (TypedExpr expr : evaluate.expressions()) {
        Value value = simplified(numbers(source).evaluate(expr));
        results.accept(new Result.Evaluated(source, expr.span(), text(source, expr.span()), value));
        if (purpose == Purpose.PROMPT) {
          environment.recall().answered(value, unfolded(value, expr, source));
        }
      }
    } else if (statement instanceof TypedStatement.Show show) {
      if (purpose.evaluates()) {
        results.accept(show(show, source));
      }
    } else if (statement instanceof TypedStatement.Plot plot) {
      if (purpose.evaluates()) {
        Value figure = new Plots(numbers(source)).evaluate(plot);
        String text = text(source, plot.span());
        results.accept(new Result.Evaluated(source, plot.span(), text, figure));
      }
    } else if (statement instanceof TypedStatement.Check check) {
      judge(check.claim(), source, check.span());
    } else if (statement instanceof TypedStatement.Holds holds) {
      judge(holds.claim(), source, holds.span());
    } else if (statement instanceof TypedStatement.Derivation derivation) {
      derivation(derivation, source);
    } else if (statement instanceof TypedStatement.Rule rule) {
      rule(rule, source);
    }
  }

  /** A value with its measures unfolded, if they are still in it. */
  private Value unfolded(Value value, TypedExpr expr, Source source) {
    boolean constants =
        value instanceof sit.value.Quantity number
            && number.exact().isEmpty()
            && new Constants(numbers(source)).standIn(expr);
    return value instanceof Value.Symbolic || constants
        ? evaluator(source, new Domain.Entropies()).evaluate(expr)
        : value;
  }

  /** What has no value is brought to normal form where that loses nothing of how it reads. */
  private static Value simplified(Value value) {
    if (value instanceof Value.Likelihood) {
      return new Value.Symbolic(Terms.of(value).orElseThrow());
    }
    return value instanceof Value.Symbolic symbolic
        ? new Value.Symbolic(NormalForm.of(symbolic.term()).toTerm())
        : value;
  }

  private static String text(Source source, Span span) {
    return source.phrase(span);
  }

  private Result show(TypedStatement.Show show, Source source) {
    Domain domain =
        switch (show.form()) {
          case EXPAND -> expansion(show, source);
          case SIMPLIFY -> new Domain.Entropies();
          default -> new Domain.OneLevel(Optional.of(""), false);
        };
    Evaluator evaluator = evaluator(source, domain);
    Value value = evaluator.evaluate(show.expression());
    Optional<Term> made = Terms.of(value);
    if (made.isEmpty()) {
      String plain = sit.value.ValuePrinter.print(value);
      return new Result.Shown(source, show.span(), text(source, show.span()), plain, plain);
    }
    Term term = made.get();
    if (domain instanceof Domain.Entropies) {
      NormalForm form = NormalForm.of(term);
      term = show.form() == Statement.Form.SIMPLIFY ? Simplifier.simplest(form) : form.toTerm();
    }
    String latex = TermLatex.print(term);
    String shown =
        switch (show.form()) {
          case LATEX -> latex;
          case TREE -> TermTree.print(term);
          default -> TermPrinter.print(term);
        };
    return new Result.Shown(source, show.span(), text(source, show.span()), shown, latex);
  }

  private Domain expansion(TypedStatement.Show show, Source source) {
    if (show.to().isEmpty()) {
      return new Domain.OneLevel(show.using(), false);
    }
    if (!show.to().get().equals("entropies")) {
      throw new EvalErrors(source).unknownLevel(show.span(), show.to().get());
    }
    return new Domain.Entropies();
  }

  private void judge(TypedStatement.Claim claim, Source source, Span span) {
    if (purpose == Purpose.LOAD) {
      return;
    }
    for (int i = 0; i < claim.relations().size(); i++) {
      TypedExpr left = claim.sides().get(i);
      TypedExpr right = claim.sides().get(i + 1);
      List<Environment.Stated> facts = new ArrayList<>();
      claim.given().forEach(f -> facts.add(new Environment.Stated(f, source, environment.unit())));
      String relation = claim.relations().get(i);
      Judge.Question question =
          new Judge.Question(
              left,
              relation,
              right,
              facts,
              List.of(),
              source,
              span,
              Judgement.Kind.CLAIM,
              "",
              text(source, left.span()) + " " + relation + " " + text(source, right.span()));
      Judgement judgement = new Judge(environment, provider, limits.get(), seed).judge(question);
      results.accept(new Result.Judged(judgement));
    }
  }

  private void derivation(TypedStatement.Derivation derivation, Source source) {
    if (purpose == Purpose.LOAD) {
      environment.lemma(derivation.name(), () -> judged(derivation, source, judgement -> {}));
    } else {
      judged(derivation, source, judgement -> results.accept(new Result.Judged(judgement)))
          .ifPresent(environment::rule);
    }
  }

  /** The rule that a derivation is, if it is proved. */
  private Optional<Rule> judged(
      TypedStatement.Derivation derivation, Source source, Consumer<Judgement> judgements) {
    Environment inner = environment.inner(environment.scope().inner());
    Interpreter inside = in(inner, purpose);
    derivation.givens().forEach(given -> inside.run(given, source));
    DerivationJudge judge = new DerivationJudge(inner, source, limits, seed, provider);
    List<Judgement> all = judge.judge(derivation);
    all.forEach(judgements);
    if (!all.stream().allMatch(Judgement::isGood)) {
      return Optional.empty();
    }
    List<Claim> claims = judge.claims(derivation);
    return Optional.of(
        Rules.ofLemma(derivation.name(), judge.given(claims), judge.stated(), claims));
  }

  private void rule(TypedStatement.Rule stated, Source source) {
    List<Rules.Stated> rules = new Rules(environment, limits.get()).all(stated, source);
    if (!stated.axiom() && !Rules.isProved(rules.get(0).rule(), limits.get())) {
      throw new EvalErrors(source).unprovedRule(stated.span(), stated.name());
    }
    environment.rules(rules);
  }
}
