package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.exact.closed.Parameter;
import sit.exact.closed.Points;
import sit.limits.LimitReached;
import sit.limits.Seed;
import sit.source.ReportedError;
import sit.value.Accuracy;
import sit.value.Arithmetic;
import sit.value.Forms;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Quantity;
import sit.value.Value;

/**
 * Judges a relation whose sides depend on parameters: for all their values where algebra decides,
 * else by trying many, which refutes it or leaves it open.
 */
final class ParametricJudge {
  /** What an attempt is called that tried values. */
  private static final int TRIED = 1000;

  private static final double SECONDS = 4;

  private final Judge.Question question;
  private final Evaluator evaluator;
  private final long start;

  ParametricJudge(Judge.Question question, Evaluator evaluator, long start) {
    this.question = question;
    this.evaluator = evaluator;
    this.start = start;
  }

  /** Both sides are closed forms. */
  Judgement judge(Quantity a, Quantity b) {
    new EvalErrors(question.source()).requireOneUnit(a, b, question.span());
    Optional<Integer> sign = Arithmetic.compare(a, b);
    boolean decided = sign.isPresent() && ValueJudge.holds(question.relation(), sign.get());
    if (!decided && !question.relation().equals("=")) {
      // the sides may meet here and there
      Optional<Integer> weakly = Forms.weakly(a, b);
      decided = weakly.isPresent() && ValueJudge.holds(question.relation(), weakly.get());
    }
    SortedSet<Parameter> parameters = new TreeSet<>();
    for (Quantity side : List.of(a, b)) {
      side.form().ifPresent(form -> parameters.addAll(form.parameters()));
    }
    if (decided) {
      return proved(parameters);
    }
    return tried(
        parameters,
        point -> {
          Optional<Quantity> left = Forms.at(a, point);
          Optional<Quantity> right = Forms.at(b, point);
          return left.isPresent() && right.isPresent()
              ? Optional.of(List.of(left.get(), right.get()))
              : Optional.empty();
        });
  }

  /**
   * A side has no closed form: the laws are declared anew at every value that is tried.
   *
   * @throws ReportedError the error that was met, where it has another cause
   */
  Judgement atNumbers(ReportedError error) {
    Parameters known = evaluator.environment().sorts().parameters();
    SortedSet<Parameter> parameters = known.behind(List.of(question.left(), question.right()));
    if (!error.diagnostic().code().equals("needs-number") || parameters.isEmpty()) {
      throw error;
    }
    return tried(parameters, this::sidesAt);
  }

  private Evaluator at(Map<Parameter, Rational> point) {
    Map<String, Quantity> numbers = new TreeMap<>();
    point.forEach((parameter, value) -> numbers.put(parameter.name(), Quantity.of(value)));
    return new Bindings(evaluator).at(numbers, question.span());
  }

  private Optional<List<Quantity>> sidesAt(Map<Parameter, Rational> point) {
    Evaluator there = at(point);
    Value left = there.evaluate(question.left());
    Value right = there.evaluate(question.right());
    if (left instanceof Value.Items a && right instanceof Value.Items b) {
      return telling(ValueJudge.entries("", a, b));
    }
    return left instanceof Quantity a && right instanceof Quantity b
        ? Optional.of(List.of(a, b))
        : Optional.empty();
  }

  /**
   * Of two vectors or matrices the first entries that differ or cannot be compared, else the first.
   */
  private static Optional<List<Quantity>> telling(List<ValueJudge.Entry> entries) {
    Optional<List<Quantity>> first = Optional.empty();
    for (ValueJudge.Entry entry : entries) {
      if (!(entry.left() instanceof Quantity a) || !(entry.right() instanceof Quantity b)) {
        return Optional.empty();
      }
      first = first.isEmpty() ? Optional.of(List.of(a, b)) : first;
      if (Arithmetic.compare(a, b).filter(sign -> sign == 0).isEmpty()) {
        return Optional.of(List.of(a, b));
      }
    }
    return first;
  }

  private Judgement proved(SortedSet<Parameter> parameters) {
    List<String> all = new ArrayList<>();
    parameters.forEach(p -> all.add(p.name() + " in " + p.interval()));
    List<String> notes = all.isEmpty() ? List.of() : List.of("for every " + String.join(", ", all));
    return ValueJudge.judgement(
        question, Ruling.PROVED, "exact", List.of(), List.of(), notes, start);
  }

  /** The values of both sides at a place; empty where one has none. */
  private interface Sides {
    Optional<List<Quantity>> at(Map<Parameter, Rational> point);
  }

  private Judgement tried(SortedSet<Parameter> parameters, Sides sides) {
    int held = 0;
    int unsure = 0;
    long begun = System.nanoTime();
    for (Map<Parameter, Rational> point : Points.many(parameters, TRIED, Seed.DEFAULT.random())) {
      evaluator.limits().check();
      if (Judge.seconds(begun) > SECONDS) {
        break;
      }
      Optional<List<Quantity>> values = at(point, sides);
      // an estimate, or the best that a search found, refutes nothing
      Optional<Integer> sign =
          values
              .filter(v -> v.stream().allMatch(side -> side.accuracy().isCertain()))
              .flatMap(v -> Arithmetic.compare(v.get(0), v.get(1)));
      if (sign.isEmpty()) {
        unsure++;
      } else if (ValueJudge.holds(question.relation(), sign.get())) {
        held++;
      } else if (isAllowed(point)) {
        return refuted(point, values.get());
      }
    }
    List<String> names = new ArrayList<>();
    parameters.forEach(p -> names.add(p.name()));
    String text =
        "it holds at "
            + held
            + " values of "
            + String.join(", ", names)
            + (unsure == 0 ? "" : ", and at " + unsure + " the bounds do not tell");
    List<Verdict.Attempt> attempts = List.of(new Verdict.Attempt("values", text));
    return ValueJudge.judgement(question, Ruling.OPEN, "", List.of(), attempts, List.of(), start);
  }

  private Optional<List<Quantity>> at(Map<Parameter, Rational> point, Sides sides) {
    try {
      return sides.at(point);
    } catch (ReportedError e) {
      return Optional.empty(); // no value there
    } catch (LimitReached e) {
      if (e.limit() == LimitReached.Cause.CANCELLED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Whether what is given holds at a place. */
  private boolean isAllowed(Map<Parameter, Rational> point) {
    return new GivenFacts(question).allow(at(point));
  }

  private Judgement refuted(Map<Parameter, Rational> point, List<Quantity> sides) {
    List<String> at = new ArrayList<>();
    point.forEach((parameter, value) -> at.add(parameter.name() + " = " + value));
    List<String> notes = List.of("at " + String.join(", ", at));
    boolean exact = sides.stream().allMatch(s -> s.accuracy() == Accuracy.EXACT);
    String how = exact ? "exact" : "value";
    return ValueJudge.judgement(question, Ruling.REFUTED, how, sides, List.of(), notes, start);
  }
}
