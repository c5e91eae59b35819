package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.check.ExactTables;
import sit.check.Theorem;
import sit.check.Verdict;
import sit.exact.LogSum;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Counterexample;
import sit.proof.Proof;
import sit.proof.Sense;
import sit.prove.LawWriter;
import sit.prove.MissingInTime;
import sit.prove.Slack;
import sit.prove.Tightness;
import sit.term.Expectations;
import sit.term.Term;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;

/** A verdict as a judgement, with all that a reader wants to know besides. */
final class Opinion {
  private static final double MISSING_SECONDS = 4;
  private static final int LARGEST_HORIZON = 3;

  private final Environment environment;
  private final Judge judge;
  private final Limits limits;
  private final Judge.Question question;
  private final long start;

  /**
   * An opinion on a question.
   *
   * @param start when the work on it began, in nanoseconds
   */
  Opinion(
      Environment environment, Judge judge, Limits limits, Judge.Question question, long start) {
    this.environment = environment;
    this.judge = judge;
    this.limits = limits;
    this.question = question;
    this.start = start;
  }

  /**
   * The judgement.
   *
   * @param horizon the n at which it was looked, where it was looked at one
   */
  Judgement of(Judge.Posed posed, Verdict verdict, Optional<Integer> horizon) {
    Optional<Proof> certificate = Optional.empty();
    Optional<Term> slack = Optional.empty();
    Optional<Judgement.Refuting> refuting = Optional.empty();
    Judgement.Remarks remarks = Judgement.Remarks.NONE;
    List<String> missing = new ArrayList<>();
    List<Verdict.Attempt> tried = List.of();
    List<String> notes = new ArrayList<>();
    String method = "";
    Ruling ruling = Ruling.OPEN;
    if (verdict instanceof Verdict.Proved proved) {
      ruling = Ruling.PROVED;
      method = proved.method();
      certificate = Optional.of(proved.theorem().proof());
      if (posed.claim().sense() == Sense.NON_NEGATIVE) {
        slack = Optional.of(Slack.of(proved.theorem()));
      }
      remarks = remarks(proved.theorem());
      if (!posed.conditions().isEmpty()) {
        notes.add("where " + String.join(", and ", posed.conditions()));
      }
    } else if (verdict instanceof Verdict.Refuted refuted) {
      ruling = Ruling.REFUTED;
      method = refuted.method();
      refuting = Optional.of(refuting(posed, refuted.refutation().law(), horizon));
      horizon.ifPresent(n -> notes.add("it fails at " + times() + " = " + n));
    } else if (verdict instanceof Verdict.RefutedByDensity refuted) {
      ruling = Ruling.REFUTED;
      method = refuted.method();
      refuting = Optional.of(Gaussians.refuting(posed, refuted.refutation().law(), horizon));
      horizon.ifPresent(n -> notes.add("it fails at " + times() + " = " + n));
    } else {
      tried = ((Verdict.Open) verdict).tried();
    }
    if (ruling == Ruling.PROVED && Judge.isLimit(question)) {
      notes.add(
          method.equals(Increments.CESARO)
              ? "it holds of the growth from n'-1 to n', so of its means, and in the limit"
              : "it holds at every horizon n', so in the limit, where there is one");
    }
    boolean densities = Expectations.speaksOfDensities(posed.claim().difference());
    if (ruling != Ruling.PROVED && !densities) {
      missing().forEach(assumption -> missing.add(assumption.text()));
    }
    return new Judgement(
            question.source(),
            question.span(),
            question.kind(),
            question.name(),
            question.statement(),
            question.relation(),
            ruling,
            Optional.empty(),
            method,
            certificate,
            slack,
            refuting,
            missing,
            tried,
            notes,
            Judge.seconds(start))
        .with(remarks);
  }

  /** What would make the claim provable. */
  private List<Assumption> missing() {
    Limits some = limits.atMost(MISSING_SECONDS);
    Judge.Posed whole = judge.pose(question, Locals.NONE);
    if (!whole.isTimeless()) {
      return MissingInTime.atOne(whole.claim(), whole.assumptions(), some);
    }
    // as few letters as show all that a candidate can say
    int least = 2 + MissingInTime.reach(whole.claim(), whole.timeless());
    for (int n = least; n <= LARGEST_HORIZON; n++) {
      Optional<Judge.Posed> instance = judge.poseAt(question, n);
      if (instance.isPresent()
          && MissingInTime.isSmall(instance.get().claim(), instance.get().assumptions())) {
        return MissingInTime.atEvery(
            whole.claim(),
            whole.timeless(),
            instance.get().claim(),
            instance.get().assumptions(),
            some);
      }
    }
    return List.of();
  }

  private static Judgement.Remarks remarks(Theorem theorem) {
    List<String> axioms = new ArrayList<>();
    for (Assumption assumption : theorem.proof().assumptions()) {
      if (assumption.kind() == Assumption.Kind.AXIOM) {
        axioms.add(assumption.text());
      }
    }
    return new Judgement.Remarks(
        Tightness.of(theorem)
            .map(tight -> new Judgement.Equality(tight.never(), tight.texts(), tight.latex())),
        axioms,
        Optional.empty());
  }

  private Judgement.Refuting refuting(
      Judge.Posed posed, Counterexample law, Optional<Integer> horizon) {
    Locals indices = Judge.at(question, horizon);
    Claims claims = new Claims(environment, limits, indices);
    SortedSet<sit.term.Variable> variables =
        new TreeSet<>(claims.mentioned(question.left(), question.source()));
    variables.addAll(claims.mentioned(question.right(), question.source()));
    posed.assumptions().forEach(a -> variables.addAll(a.difference().variables()));
    if (Expectations.speaksOfDensities(posed.claim().difference())) {
      // what is drawn from densities has no law of its own
      variables.removeIf(v -> environment.variable(v.toString()).isEmpty());
    }
    // letters up to a horizon that is not in what is left of the claim
    variables.removeIf(sit.term.Variable::isSymbolic);
    Counterexample whole = withConstants(law, variables);
    ExactTables exact = new ExactTables(whole);
    String left = exact.evaluate(posed.left()).map(LogSum::toString).orElse("");
    String right = exact.evaluate(posed.right()).map(LogSum::toString).orElse("");
    return new Judgement.Refuting(
        Optional.of(whole), LawWriter.lines(law, variables), left, right, horizon);
  }

  /** The law of all variables, where those it does not speak of are constant. */
  private static Counterexample withConstants(
      Counterexample law, SortedSet<sit.term.Variable> variables) {
    List<sit.term.Variable> all = new ArrayList<>(law.variables());
    variables.stream().filter(v -> !law.variables().contains(v)).forEach(all::add);
    List<Counterexample.Outcome> outcomes = new ArrayList<>();
    for (Counterexample.Outcome outcome : law.outcomes()) {
      List<Integer> values = new ArrayList<>(outcome.values());
      while (values.size() < all.size()) {
        values.add(0);
      }
      outcomes.add(new Counterexample.Outcome(values, outcome.probability()));
    }
    return new Counterexample(all, outcomes, law.tables(), law.functions(), law.scalars());
  }

  /** The indices that nothing gives a value to, all of which are tried at one: {@code s = t}. */
  private String times() {
    List<String> symbols = Horizons.of(question.left(), question.right());
    return symbols.isEmpty() ? "n" : String.join(" = ", symbols);
  }
}
