package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.check.ExactLaw;
import sit.check.Verdict;
import sit.exact.LogSum;
import sit.limits.Limits;
import sit.proof.Counterexample;
import sit.prove.LawWriter;
import sit.value.Judgement;

/** Shows a law that refutes a claim. */
final class Refutations {
  private final Environment environment;
  private final Limits limits;

  Refutations(Environment environment, Limits limits) {
    this.environment = environment;
    this.limits = limits;
  }

  /** A verdict that remembers what was tried before it. */
  static Verdict after(List<Verdict.Attempt> tried, Verdict verdict) {
    if (!(verdict instanceof Verdict.Open open)) {
      return verdict;
    }
    List<Verdict.Attempt> all = new ArrayList<>(tried);
    all.addAll(open.tried());
    return new Verdict.Open(all);
  }

  /** The law as declarations, and the two sides under it. */
  Judgement.Refuting refuting(
      Judge.Question question,
      Judge.Posed posed,
      Counterexample law,
      Optional<Integer> horizon,
      Locals indices) {
    Claims claims = new Claims(environment, limits, indices);
    SortedSet<sit.term.Variable> variables =
        new TreeSet<>(claims.mentioned(question.left(), question.source()));
    variables.addAll(claims.mentioned(question.right(), question.source()));
    posed.assumptions().forEach(a -> variables.addAll(a.difference().variables()));
    Counterexample whole = withConstants(law, variables);
    ExactLaw exact = new ExactLaw(whole);
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
    return new Counterexample(all, outcomes);
  }
}
