package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.exact.closed.OpenParameter;
import sit.limits.Limits;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.term.Group;
import sit.term.Index;
import sit.term.Term;
import sit.term.TermPrinter;
import sit.term.Variable.Single;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/**
 * Walks a typed expression in a {@link Domain}. One walk serves numbers and terms, so that the two
 * cannot drift apart.
 */
final class Evaluator {
  private static final String WHOLE = "a whole number below 2^31";

  private static final int DEEPEST_CALLS = 400;
  private static final int LONGEST_LIST = 1 << 20;

  private final Environment environment;
  private final Source source;
  private final Limits limits;
  private final Domain domain;
  private final Map<String, Value> outcome;
  private final EvalErrors errors;
  private final int depth;

  Evaluator(Environment environment, Source source, Limits limits, Domain domain) {
    this(environment, source, limits, domain, Map.of(), 0);
  }

  private Evaluator(
      Environment environment,
      Source source,
      Limits limits,
      Domain domain,
      Map<String, Value> outcome,
      int depth) {
    this.environment = environment;
    this.source = source;
    this.limits = limits;
    this.domain = domain;
    this.outcome = outcome;
    this.errors = new EvalErrors(source);
    this.depth = depth;
  }

  /** The same walk in another environment. */
  Evaluator in(Environment where) {
    return new Evaluator(where, source, limits, domain, outcome, depth);
  }

  Evaluator in(Domain world) {
    return new Evaluator(environment, source, limits, world, outcome, depth);
  }

  /** The same walk where random variables have taken these outcomes. */
  Evaluator at(Map<String, Value> outcomes) {
    return new Evaluator(environment, source, limits, domain, outcomes, depth);
  }

  /** The same walk in another world. */
  Evaluator inDomain(Domain world) {
    return new Evaluator(environment, source, limits, world, outcome, depth);
  }

  /** The same walk in another text. */
  Evaluator in(Source where) {
    return where.equals(source)
        ? this
        : new Evaluator(environment, where, limits, domain, outcome, depth);
  }

  /**
   * The value of a body, one call deeper, in the text where the called thing stands. What is wrong
   * in another text, such as the library, is reported where it was called from.
   */
  Value inside(Source where, Domain world, Span at, String name, TypedExpr body, Locals bound) {
    if (depth >= DEEPEST_CALLS) {
      throw errors.recursion(at, name);
    }
    try {
      return new Evaluator(environment, where, limits, world, outcome, depth + 1)
          .evaluate(body, bound);
    } catch (ReportedError error) {
      Diagnostic wrong = error.diagnostic();
      if (!wrong.source().equals(where) || where.equals(source)) {
        throw error;
      }
      String message = "in `" + name + "`: " + wrong.message();
      throw new ReportedError(new Diagnostic(source, at, wrong.code(), message, "", wrong.help()));
    }
  }

  Environment environment() {
    return environment;
  }

  Domain domain() {
    return domain;
  }

  EvalErrors errors() {
    return errors;
  }

  Limits limits() {
    return limits;
  }

  Source source() {
    return source;
  }

  /** The outcomes that random variables and what is drawn have taken here, by name. */
  Map<String, Value> outcomes() {
    return outcome;
  }

  boolean isAtOutcome() {
    return !outcome.isEmpty();
  }

  Value evaluate(TypedExpr expr) {
    return evaluate(expr, Locals.NONE);
  }

  Value evaluate(TypedExpr expr, Locals locals) {
    limits.check();
    try {
      return walk(expr, locals);
    } catch (OpenParameter open) {
      throw new ParameterErrors(source).needsNumber(expr.span(), open.names());
    }
  }

  private Value walk(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.Number number) {
      return new Calls(this).number(number);
    } else if (expr instanceof TypedExpr.Text text) {
      return new Value.Text(text.text());
    } else if (expr instanceof TypedExpr.Truth truth) {
      return new Value.Truth(truth.value());
    } else if (expr instanceof TypedExpr.Reference reference) {
      return reference(reference, locals);
    } else if (expr instanceof TypedExpr.FreeIndex free) {
      return locals
          .find(free.name())
          .orElseGet(() -> new Value.Symbolic(new Term.Symbol(free.name())));
    } else if (expr instanceof TypedExpr.Joint joint) {
      return joint(joint, locals);
    } else if (expr instanceof TypedExpr.Select select) {
      return new Indexing(this).select(select, locals);
    } else if (expr instanceof TypedExpr.Slice slice) {
      return new Indexing(this).slice(slice, locals);
    } else if (expr instanceof TypedExpr.Operation operation) {
      return new Operations(this).evaluate(operation, locals);
    } else if (expr instanceof TypedExpr.Apply apply) {
      return new Calls(this).evaluate(apply, locals);
    } else if (expr instanceof TypedExpr.Measure measure) {
      return new LongPrefixes(this)
          .value(measure, locals)
          .orElseGet(() -> new Measures(this).evaluate(measure, locals));
    } else if (expr instanceof TypedExpr.Entropy entropy) {
      return new LongPrefixes(this)
          .value(entropy, locals)
          .orElseGet(() -> new Measures(this).entropy(entropy, locals));
    } else if (expr instanceof TypedExpr.Divergence divergence) {
      return new ProcessDivergences(this)
          .value(divergence, locals)
          .orElseGet(() -> new Measures(this).divergence(divergence, locals));
    } else if (expr instanceof TypedExpr.DensityAt density) {
      return new Densities(this).at(density, locals);
    } else if (expr instanceof TypedExpr.Mean mean) {
      return new Averages(this).mean(mean, locals);
    } else if (expr instanceof TypedExpr.Probability probability) {
      return new ContinuousMeans(this).probability(probability, locals);
    } else if (expr instanceof TypedExpr.Expectation expectation) {
      return new ContinuousMeans(this).expectation(expectation, locals);
    }
    return collection(expr, locals);
  }

  private Value collection(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.SumOver sum) {
      return new LongPrefixes(this).value(sum, locals).orElseGet(() -> sumOver(sum, locals));
    } else if (expr instanceof TypedExpr.SumIn sum) {
      Value list = evaluate(sum.list(), locals);
      if (list instanceof Value.Symbolic open) {
        return sumIn(sum, open.term(), locals);
      }
      List<Value> terms = new ArrayList<>();
      for (Value item : items(list, sum.list())) {
        terms.add(evaluate(sum.body(), locals.with(sum.item(), item)));
      }
      return new Operations(this).sum(terms, sum.span());
    } else if (expr instanceof TypedExpr.ListOf list) {
      List<Value> all = new ArrayList<>();
      for (TypedExpr item : list.items()) {
        if (item instanceof TypedExpr.Range range) {
          all.addAll(range(range, locals));
        } else {
          all.add(evaluate(item, locals));
        }
      }
      return new Value.Items(all);
    } else if (expr instanceof TypedExpr.Each each) {
      return new Vectors(this).each(each, locals);
    } else if (expr instanceof TypedExpr.Range range) {
      return new Value.Items(range(range, locals));
    } else if (expr instanceof TypedExpr.Table table) {
      return new LawReader(this).table(table, locals);
    }
    if (expr instanceof TypedExpr.Root root) {
      return new Roots(this).value(root, locals);
    } else if (expr instanceof TypedExpr.Rate rate) {
      return new Rates(this).value(rate, locals);
    }
    return new Optima(this).evaluate((TypedExpr.Optimum) expr, locals);
  }

  /** A sum over a list that is not known is kept as it stands. */
  private Value sumIn(TypedExpr.SumIn sum, Term list, Locals locals) {
    Value item = new Value.Symbolic(new Term.Symbol(sum.item()));
    Value body = evaluate(sum.body(), locals.with(sum.item(), item));
    Term term = new Operations(this).term(body, sum.body().span());
    String head = "sum[" + sum.item() + " in " + TermPrinter.print(list) + "]";
    return new Value.Symbolic(new Term.Apply(head, List.of(term)));
  }

  private Value reference(TypedExpr.Reference reference, Locals locals) {
    String name = reference.name();
    Optional<Value> local = locals.find(name);
    if (local.isPresent()) {
      return taken(local.get());
    }
    return switch (reference.kind()) {
      case VARIABLE -> taken(new Value.Variables(Group.of(new Single(name))));
      case PROCESS -> new Value.Process(List.of(name));
      case OUTCOME ->
          reference.type() == Type.OUTCOME_PROCESS
              ? new Value.Process(List.of(name))
              : taken(new Value.Variables(Group.of(new Single(name))));
      case DENSITY -> throw errors.noValue(reference.span(), "`" + name + "`");
      case PARAMETER -> new Calls(this).parameter(name, List.of());
      case FUNCTION ->
          new Value.Function(
              name, environment.function(name).map(f -> f.parameters().size()).orElse(1));
      case VALUE ->
          (domain.speaksOfEntropies() ? environment.unfolded(name) : environment.value(name))
              .map(this::taken)
              .orElseThrow(() -> errors.noValue(reference.span(), "`" + name + "`"));
    };
  }

  /** Random variables that have taken an outcome are that outcome. */
  Value taken(Value value) {
    if (!(value instanceof Value.Variables variables)) {
      return value;
    }
    if (outcome.isEmpty()) {
      return new Value.Variables(environment.sorts().marked(variables.group()));
    }
    List<Value> parts = new ArrayList<>();
    for (sit.term.Variable variable : variables.group()) {
      Value part = outcome.get(variable.toString());
      if (part == null) {
        return value;
      }
      parts.add(part);
    }
    return parts.size() == 1 ? parts.get(0) : Value.Items.tuple(parts);
  }

  private Value joint(TypedExpr.Joint joint, Locals locals) {
    List<Value> parts = new ArrayList<>();
    for (TypedExpr part : joint.parts()) {
      parts.add(
          part.type() == Type.RANDOM && !isAtOutcome()
              ? variables(part, locals)
              : evaluate(part, locals));
    }
    if (parts.stream().allMatch(p -> p instanceof Value.Process)) {
      List<String> names = new ArrayList<>();
      parts.forEach(p -> names.addAll(((Value.Process) p).names()));
      return new Value.Process(names);
    }
    if (parts.stream().allMatch(p -> p instanceof Value.Variables)) {
      Group group = Group.EMPTY;
      for (Value part : parts) {
        group = group.union(((Value.Variables) part).group());
      }
      return new Value.Variables(group);
    }
    return Value.Items.tuple(parts);
  }

  /** Random variables; a function of some is a random variable too. */
  Value.Variables variables(TypedExpr expr, Locals locals) {
    boolean function =
        expr.type() == Type.RANDOM && expr instanceof TypedExpr.Operation
            || expr instanceof TypedExpr.Apply;
    if (function && new Randoms(this).isFunctionOfVariables(expr, locals)) {
      return new Randoms(this).derive(expr, locals);
    }
    Value value = evaluate(expr, locals);
    if (value instanceof Value.Variables variables) {
      return variables;
    }
    throw errors.wrongValue(expr.span(), "this", "random variables", Terms.print(value));
  }

  /** A law, random variables that stand for theirs, or an expression without a value. */
  Value lawOrVariables(TypedExpr expr, Locals locals) {
    boolean variables =
        expr instanceof TypedExpr.Joint || new Randoms(this).isFunctionOfVariables(expr, locals);
    return variables ? variables(expr, locals) : evaluate(expr, locals);
  }

  Index index(TypedExpr expr, Locals locals) {
    Value value = evaluate(expr, locals);
    return Terms.index(value)
        .map(i -> domain instanceof Domain.AtHorizon at ? at.relative(i) : i)
        .orElseThrow(() -> errors.wrongValue(expr.span(), "an index", WHOLE, Terms.print(value)));
  }

  int integer(TypedExpr expr, Locals locals, String what) {
    Value value = evaluate(expr, locals);
    Optional<Integer> integer =
        value instanceof Quantity quantity ? quantity.integer() : Optional.empty();
    return integer.orElseThrow(
        () -> errors.wrongValue(expr.span(), what, WHOLE, Terms.print(value)));
  }

  private Value sumOver(TypedExpr.SumOver sum, Locals locals) {
    Index from = index(sum.from(), locals);
    Index to = index(sum.to(), locals);
    if (from.value().isEmpty() || to.value().isEmpty()) {
      // the index of a definition may be called as one of an argument
      String name = sum.index();
      while (Terms.mentions(locals, name) || from.add(to).coefficients().containsKey(name)) {
        name += "_";
      }
      Value index = new Value.Symbolic(new Term.Symbol(name));
      Value body = evaluate(sum.body(), locals.with(sum.index(), index));
      Term term = new Operations(this).term(body, sum.body().span());
      return new Value.Symbolic(new Term.Total(name, from, to, term));
    }
    List<Value> terms = new ArrayList<>();
    for (long t = from.value().getAsInt(); t <= to.value().getAsInt(); t++) {
      terms.add(evaluate(sum.body(), locals.with(sum.index(), Quantity.of(t))));
      if (terms.size() == 256) {
        terms = new ArrayList<>(List.of(new Operations(this).sum(terms, sum.span())));
      }
    }
    return new Operations(this).sum(terms, sum.span());
  }

  private List<Value> range(TypedExpr.Range range, Locals locals) {
    int from = integer(range.from(), locals, "the end of a range");
    int to = integer(range.to(), locals, "the end of a range");
    if ((long) to - from >= LONGEST_LIST) {
      throw errors.tooLarge(range.span(), "a list of " + ((long) to - from + 1) + " numbers");
    }
    List<Value> all = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      all.add(Quantity.of(i));
    }
    return all;
  }

  /** The items of a list; of variables with more than one part, the parts. */
  List<Value> items(TypedExpr expr, Locals locals) {
    return items(evaluate(expr, locals), expr);
  }

  List<Value> items(Value value, TypedExpr expr) {
    if (value instanceof Value.Items items) {
      return items.items();
    }
    if (value instanceof Value.Variables none && none.group().isEmpty()) {
      return List.of();
    }
    throw errors.wrongValue(expr.span(), "this", "a list", Terms.print(value));
  }
}
