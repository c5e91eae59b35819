package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Curvature;
import sit.proof.Rule;
import sit.prove.Analysis;
import sit.prove.Justification;
import sit.prove.Prover;
import sit.term.NormalForm;
import sit.term.Positives;
import sit.term.Sums;
import sit.term.Term;

/**
 * The scalar side of a claim: sums over time, logarithms, convex and monotone functions, what is
 * positive.
 */
final class Scalars {
  private static final double SECONDS = 8;
  private static final int MOST_FACTS = 400;

  /** Shapes that every book knows (Cover & Thomas 2.6; Boyd & Vandenberghe 3.1.5). */
  private static final List<Curvature> KNOWN =
      List.of(
          new Curvature("log2", "concave"),
          new Curvature("log2", "increasing"),
          new Curvature("ln", "concave"),
          new Curvature("ln", "increasing"),
          new Curvature("sqrt", "concave"),
          new Curvature("sqrt", "increasing"),
          new Curvature("exp", "convex"),
          new Curvature("exp", "increasing"),
          new Curvature("h2", "concave"));

  private final Environment environment;
  private final Limits limits;
  private final Seed seed;

  Scalars(Environment environment, Limits limits, Seed seed) {
    this.environment = environment;
    this.limits = limits;
    this.seed = seed;
  }

  /** A claim with some functions unfolded or not, and what is known of its scalars. */
  record Reading(Judge.Posed posed, Analysis analysis) {}

  /** The ways to read a claim; none where it has no scalars. */
  List<Reading> readings(Judge judge, Judge.Question question) {
    List<Reading> readings = new ArrayList<>();
    List<Curvature> shapes = shapes(question);
    Set<String> kept = new TreeSet<>();
    shapes.forEach(shape -> kept.add(shape.function()));
    for (Set<String> names : List.of(kept, Set.<String>of())) {
      Judge.Posed posed = judge.pose(question, Locals.NONE, names);
      if (hasScalars(posed)) {
        readings.add(new Reading(posed, analysis(posed, shapes)));
      }
    }
    return readings;
  }

  private static boolean hasScalars(Judge.Posed posed) {
    return posed.claim().difference().atoms().stream()
        .anyMatch(a -> !(a instanceof Term.Entropy) && !(a instanceof Term.Measure));
  }

  private Analysis analysis(Judge.Posed posed, List<Curvature> shapes) {
    Set<Assumption> given = new LinkedHashSet<>(posed.timeless());
    given.addAll(posed.assumptions());
    Positives positives = new Positives();
    Set<String> times = new TreeSet<>();
    for (Assumption fact : posed.timeless()) {
      Sums.symbols(fact.difference()).stream().filter(this::isTime).forEach(times::add);
    }
    for (String symbol : Sums.symbols(posed.claim().difference())) {
      if (isTime(symbol)) {
        times.add(symbol);
        positives.add(NormalForm.of(new Term.Symbol(symbol)));
      }
    }
    for (Assumption fact : posed.timeless()) {
      if (fact.kind() == Assumption.Kind.POSITIVE) {
        positives.add(fact.difference());
        everywhere(fact.difference(), times, positives);
      }
    }
    return new Analysis(posed.claim(), List.copyOf(given), shapes, positives, times, limits);
  }

  /** {@code d[t] > 0} is said of every time. */
  private static void everywhere(NormalForm form, Set<String> times, Positives positives) {
    if (form.coefficients().size() == 1
        && form.coefficients().firstKey().atoms().size() == 1
        && form.coefficients().firstKey().atoms().get(0) instanceof Term.Apply apply
        && apply.arguments().size() == 1
        && apply.arguments().get(0) instanceof Term.Symbol symbol
        && times.contains(symbol.name())
        && form.coefficients().get(form.coefficients().firstKey()).signum() > 0) {
      positives.addEverywhere(apply.head());
    }
  }

  /** Whether a symbol that nothing declares stands for a time. */
  private boolean isTime(String symbol) {
    boolean constant = symbol.equals("pi") || symbol.equals("e");
    return !constant && !environment.sorts().isDeclared(symbol);
  }

  /**
   * What is known of functions: what is said of them, and of those that the scope does not hide.
   */
  private List<Curvature> shapes(Judge.Question question) {
    List<Curvature> all = new ArrayList<>();
    for (Curvature known : KNOWN) {
      if (!environment.isRedefined(known.function())) {
        all.add(known);
      }
    }
    List<Environment.Stated> facts = new ArrayList<>(environment.visibleFacts());
    facts.addAll(question.facts());
    for (Environment.Stated stated : facts) {
      if (stated.fact() instanceof sit.typed.TypedStatement.Fact.Shaped shaped) {
        all.add(new Curvature(shaped.function(), shaped.shape()));
      }
    }
    return all;
  }

  /** What is known of the claim in one form. */
  Verdict decide(Reading reading) {
    Analysis analysis = reading.analysis();
    List<Assumption> all = new ArrayList<>(analysis.facts());
    Verdict plain = new Prover().decide(analysis.claim(), all, limits.atMost(SECONDS), seed);
    if (plain instanceof Verdict.Proved) {
      return plain;
    }
    all.addAll(analysis.roots());
    all.addAll(analysis.congruences(analysis.facts()));
    all.addAll(analysis.orders(analysis.facts()));
    all.addAll(analysis.jensen());
    all.addAll(analysis.multiples(all));
    return new Prover().decide(analysis.claim(), all, limits.atMost(SECONDS), seed);
  }

  /**
   * Whether the claim in one form follows from reasons.
   *
   * @param given whether what was given is one of them
   */
  boolean follows(Reading reading, List<Rule> rules, List<String> words, boolean given) {
    Analysis analysis = reading.analysis();
    List<Assumption> usable = new ArrayList<>();
    for (Assumption fact : analysis.facts()) {
      if (given || StepJudge.isNotation(fact) || fact.kind() == Assumption.Kind.AXIOM) {
        usable.add(fact);
      }
    }
    if (given) {
      usable.addAll(analysis.congruences(analysis.facts()));
    }
    if (words.stream().anyMatch(List.of("increasing", "decreasing", "monotone")::contains)) {
      usable.addAll(analysis.orders(analysis.facts()));
      usable.addAll(analysis.congruences(analysis.facts()));
    }
    if (words.stream().anyMatch(List.of("jensen", "concavity", "convexity")::contains)) {
      usable.addAll(analysis.jensen());
    }
    if (words.contains("square_root")) {
      usable.addAll(analysis.roots());
    }
    usable.addAll(analysis.multiples(usable));
    Claim claim = analysis.claim();
    if (usable.size() > MOST_FACTS) {
      usable = usable.subList(0, MOST_FACTS);
    }
    return Justification.follows(claim, analysis.facts(), rules, usable, limits).follows();
  }
}
