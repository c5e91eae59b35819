package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.source.ReportedError;
import sit.typed.Outcomes;
import sit.value.Accuracy;
import sit.value.Arithmetic;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Judges a relation by value, at every value of outcomes that are free. */
final class ValueJudge {
  private static final int MOST_VALUES = 1 << 12;

  private final Environment environment;
  private final Limits limits;

  ValueJudge(Environment environment, Limits limits) {
    this.environment = environment;
    this.limits = limits;
  }

  /** Where both sides have a value, the relation is a comparison. */
  Optional<Judgement> judge(Judge.Question question, long start) {
    Evaluator evaluator =
        new Evaluator(environment, question.source(), limits, new Domain.Numeric());
    Optional<Judgement> all = Optional.empty();
    for (Map<String, Value> outcomes : freeOutcomes(question)) {
      all = byValue(question, evaluator.at(outcomes), outcomes, start);
      if (all.filter(one -> one.ruling() == Ruling.PROVED).isEmpty()) {
        return all;
      }
    }
    return all;
  }

  /** All values of the outcomes that are free in a question; nothing where none is. */
  private List<Map<String, Value>> freeOutcomes(Judge.Question question) {
    List<String> names = Outcomes.free(List.of(question.left(), question.right()));
    List<List<Value>> alphabets = new ArrayList<>();
    double cells = 1;
    for (String name : names) {
      alphabets.add(environment.outcomes(name));
      cells *= environment.outcomes(name).size();
    }
    if (names.isEmpty() || cells == 0 || cells > MOST_VALUES) {
      return List.of(Map.of());
    }
    List<Map<String, Value>> all = new ArrayList<>();
    for (Value tuple : VariableLaws.product(alphabets)) {
      Map<String, Value> outcomes = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        Value value = names.size() == 1 ? tuple : ((Value.Items) tuple).items().get(i);
        outcomes.put(names.get(i), value);
      }
      all.add(outcomes);
    }
    return all;
  }

  private Optional<Judgement> byValue(
      Judge.Question question, Evaluator evaluator, Map<String, Value> outcomes, long start) {
    ParametricJudge parametric = new ParametricJudge(question, evaluator, start);
    Value left;
    Value right;
    try {
      left = evaluator.evaluate(question.left());
      boolean valued = left instanceof Quantity || left instanceof Value.Items;
      right = valued ? evaluator.evaluate(question.right()) : left;
    } catch (ReportedError error) {
      return Optional.of(parametric.atNumbers(error));
    }
    if (left instanceof Value.Items first && right instanceof Value.Items second) {
      return entries(question, evaluator, entries("", first, second), start);
    }
    if (!(left instanceof Quantity a) || !(right instanceof Quantity b)) {
      return Optional.empty();
    }
    List<String> notes = new ArrayList<>();
    outcomes.forEach((name, value) -> notes.add("at " + name + " = " + Terms.print(value)));
    return Optional.of(byValue(question, evaluator, a, b, notes, start));
  }

  /** Two entries that stand at the same place, counted from 1. */
  record Entry(String place, Value left, Value right) {}

  /**
   * Vectors and matrices are equal where their entries are. Empty where symbols stand in them, or
   * where all entries are exact and the same, of which there is a certificate.
   */
  private static Optional<Judgement> entries(
      Judge.Question question, Evaluator evaluator, List<Entry> entries, long start) {
    Optional<Judgement> worst = Optional.empty();
    boolean symbolic = false;
    for (Entry entry : entries) {
      boolean valued = entry.left() instanceof Quantity && entry.right() instanceof Quantity;
      if (!valued) {
        symbolic = true;
        continue;
      }
      Quantity a = (Quantity) entry.left();
      Quantity b = (Quantity) entry.right();
      List<String> note = List.of("in entry [" + entry.place() + "]");
      Judgement one = byValue(question, evaluator, a, b, note, start);
      if (one.ruling() == Ruling.REFUTED) {
        return Optional.of(one);
      }
      boolean exact = one.ruling() == Ruling.PROVED && one.method().equals("exact");
      boolean open = worst.filter(found -> found.ruling() == Ruling.OPEN).isPresent();
      worst = exact || open ? worst : Optional.of(one);
    }
    return symbolic ? Optional.empty() : worst;
  }

  static List<Entry> entries(String place, Value.Items left, Value.Items right) {
    List<Entry> all = new ArrayList<>();
    boolean alike = left.items().size() == right.items().size();
    for (int i = 0; alike && i < left.items().size(); i++) {
      String at = place + (place.isEmpty() ? "" : ", ") + (i + 1);
      Value a = left.items().get(i);
      Value b = right.items().get(i);
      if (a instanceof Value.Items row && b instanceof Value.Items other) {
        all.addAll(entries(at, row, other));
      } else {
        all.add(new Entry(at, a, b));
      }
    }
    return all;
  }

  private static Judgement byValue(
      Judge.Question question,
      Evaluator evaluator,
      Quantity a,
      Quantity b,
      List<String> notes,
      long start) {
    if (a.isOpen() || b.isOpen()) {
      return new ParametricJudge(question, evaluator, start).judge(a, b);
    }
    new EvalErrors(question.source()).requireOneUnit(a, b, question.span());
    Optional<Integer> sign = Arithmetic.compare(a, b);
    Ruling ruling = Ruling.OPEN;
    List<Verdict.Attempt> tried = new ArrayList<>();
    if (!a.accuracy().isCertain() || !b.accuracy().isCertain()) {
      String evidence = "an estimate, or the best that a search found, is no proof";
      tried.add(new Verdict.Attempt("value", evidence));
    } else if (sign.isPresent()) {
      ruling = holds(question.relation(), sign.get()) ? Ruling.PROVED : Ruling.REFUTED;
    } else {
      String bounds = "the two sides agree as far as their bounds tell";
      tried.add(new Verdict.Attempt("value", bounds));
    }
    if (ruling == Ruling.REFUTED && !new GivenFacts(question).allow(evaluator)) {
      ruling = Ruling.OPEN;
      tried.add(new Verdict.Attempt("values", "what is given is not so of these values"));
    }
    boolean exact = a.accuracy() == Accuracy.EXACT && b.accuracy() == Accuracy.EXACT;
    String how = ruling == Ruling.OPEN ? "" : exact ? "exact" : "value";
    List<String> said = ruling == Ruling.REFUTED ? notes : List.of();
    return judgement(question, ruling, how, List.of(a, b), tried, said, start);
  }

  /** What is known of a relation by the values of its two sides. */
  static Judgement judgement(
      Judge.Question question,
      Ruling ruling,
      String how,
      List<Quantity> sides,
      List<Verdict.Attempt> tried,
      List<String> notes,
      long start) {
    Optional<Judgement.Refuting> refuting =
        ruling == Ruling.REFUTED
            ? Optional.of(
                new Judgement.Refuting(
                    Optional.empty(),
                    List.of(),
                    ValuePrinter.print(sides.get(0)),
                    ValuePrinter.print(sides.get(1)),
                    Optional.empty()))
            : Optional.empty();
    return new Judgement(
        question.source(),
        question.span(),
        question.kind(),
        question.name(),
        question.statement(),
        question.relation(),
        ruling,
        Optional.empty(),
        how,
        Optional.empty(),
        Optional.empty(),
        refuting,
        List.of(),
        tried,
        notes,
        Judge.seconds(start));
  }

  static boolean holds(String relation, int sign) {
    return switch (relation) {
      case "<=" -> sign <= 0;
      case ">=" -> sign >= 0;
      default -> sign == 0;
    };
  }
}
