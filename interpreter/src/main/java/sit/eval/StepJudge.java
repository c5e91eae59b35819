package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Rule;
import sit.proof.Sense;
import sit.prove.Citation;
import sit.prove.DensityJustification;
import sit.prove.HorizonJustification;
import sit.prove.Justification;
import sit.prove.Schematic;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Statement;
import sit.term.Expectations;
import sit.term.Monomial;
import sit.term.Term;
import sit.typed.Provider;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;

/** Judges a step of a derivation: whether it is true, and whether it follows from its reason. */
final class StepJudge {
  private static final double FIND_SECONDS = 10;

  private final Environment environment;
  private final Source source;
  private final Supplier<Limits> limits;
  private final Seed seed;
  private final Provider provider;
  private final Reasons reasons;

  StepJudge(
      Environment environment,
      Source source,
      Supplier<Limits> limits,
      Seed seed,
      Provider provider) {
    this.environment = environment;
    this.source = source;
    this.limits = limits;
    this.seed = seed;
    this.provider = provider;
    this.reasons = new Reasons(environment, source, provider);
  }

  private Judge judge() {
    return new Judge(environment, provider, limits.get(), seed);
  }

  /** What is known of the step from an expression to the next. */
  Judgement judge(String name, TypedExpr left, TypedStatement.Step step) {
    Reasons.Given given = reasons.of(step.reasons());
    String statement = text(left.span()) + " " + step.relation() + " " + text(step.next().span());
    Judge.Question bare =
        new Judge.Question(
            left,
            step.relation(),
            step.next(),
            List.of(),
            List.of(),
            source,
            step.span(),
            Judgement.Kind.STEP,
            name,
            statement);
    try {
      Judge.Posed posed = judge().pose(bare, Locals.NONE);
      List<Assumption> put = new Substitutions(environment, source, limits.get()).of(step);
      List<Assumption> cited = new ArrayList<>(axioms(posed, given.rules()));
      cited.addAll(put);
      Judgement judged = judge().judge(bare.with(cited));
      List<Assumption> lemmas = lemmas(posed, given.rules(), limits.get());
      if (judged.ruling() == Ruling.OPEN && !lemmas.isEmpty()) {
        List<Assumption> all = new ArrayList<>(cited);
        all.addAll(lemmas);
        judged = judge().judge(bare.with(all));
      }
      if (step.gap()) {
        return gap(judged, posed, given);
      }
      Judgement.Reason reason = reason(posed, given, judged.ruling() == Ruling.PROVED);
      if (reason.sufficient().isPresent() && !reason.sufficient().get()) {
        List<Assumption> more = new ArrayList<>(axioms(posed, given.rules()));
        more.addAll(put);
        boolean follows = follows(bare.with(more), given, step, !put.isEmpty());
        reason = new Judgement.Reason(given.text(), Optional.of(follows));
      }
      return judged.with(reason);
    } catch (LimitReached e) {
      if (e.limit() == LimitReached.Cause.CANCELLED) {
        throw e;
      }
      return Judge.stopped(bare, "the reason: " + e.getMessage(), System.nanoTime())
          .with(new Judgement.Reason(given.text(), Optional.empty()));
    }
  }

  /** Whether it follows once its sums and logarithms are in one form. */
  private boolean follows(
      Judge.Question question, Reasons.Given given, TypedStatement.Step step, boolean put) {
    List<String> words = step.reasons().stream().map(Statement.Reason::name).toList();
    Scalars scalars = new Scalars(environment, limits.get(), seed);
    return scalars.readings(judge(), question).stream()
        .anyMatch(r -> scalars.follows(r, given.rules(), words, given.assumption() || put));
  }

  private Judgement.Reason reason(Judge.Posed posed, Reasons.Given given, boolean proved) {
    if (given.text().isEmpty()) {
      return new Judgement.Reason("", Optional.empty());
    } else if (!given.unknown()) {
      boolean follows = follows(posed, given, limits.get());
      return new Judgement.Reason(given.text(), Optional.of(follows));
    }
    List<String> found = proved ? found(posed, given) : List.of();
    boolean sufficient = !found.isEmpty();
    return new Judgement.Reason(
        given.text(), sufficient ? Optional.of(true) : Optional.empty(), found);
  }

  /** The fewest names that complete what is given, as far as they were found. */
  private List<String> found(Judge.Posed posed, Reasons.Given given) {
    Limits some = limits.get().atMost(FIND_SECONDS);
    return new ReasonFinder(
            (rules, assumption) -> follows(posed, given.with(rules, assumption), some),
            reasons.candidates(posed))
        .find(given);
  }

  /** A gap is not closed by what can be proved: it is said what is to be shown, and how. */
  private Judgement gap(Judgement judged, Judge.Posed posed, Reasons.Given given) {
    List<String> notes = new ArrayList<>();
    if (judged.ruling() == Ruling.PROVED) {
      List<String> names = given.text().isEmpty() ? found(posed, given) : List.of();
      String by = names.isEmpty() ? "" : " by " + String.join(", ", names);
      notes.add("what is missing is true; the gap is closed" + (by.isEmpty() ? " by a step" : by));
    }
    Judgement.Reason reason = new Judgement.Reason(given.text(), Optional.empty());
    // what a proof gives away is the same under what is given, and every part is not negative
    Term residual = judged.slack().orElseGet(() -> Residual.of(posed.claim().difference()));
    return judged.gap(residual, notes).with(reason);
  }

  private List<Assumption> axioms(Judge.Posed posed, List<Rule> rules) {
    Set<Assumption> axioms = new LinkedHashSet<>();
    boolean densities = Expectations.speaksOfDensities(posed.claim().difference());
    for (Rule rule : rules) {
      if (rule.kind() == Rule.Kind.AXIOM && Rules.isUnderstood(rule, environment)) {
        if (!densities) {
          axioms.addAll(
              Justification.instances(posed.claim(), posed.assumptions(), rule, limits.get()));
        }
        // what one axiom says another may take for granted
        List<Assumption> given = new ArrayList<>(posed.timeless());
        given.addAll(axioms);
        axioms.addAll(Schematic.instances(posed.claim(), given, rule, limits.get()));
      }
    }
    return List.copyOf(axioms);
  }

  private List<Assumption> lemmas(Judge.Posed posed, List<Rule> rules, Limits some) {
    List<Rule> understood =
        rules.stream().filter(rule -> Rules.isUnderstood(rule, environment)).toList();
    return Citation.instances(posed.claim(), posed.timeless(), understood, some);
  }

  /** Whether it was found to follow; what is out of reach was not. */
  private boolean follows(Judge.Posed posed, Reasons.Given given, Limits some) {
    List<Rule> rules = given.rules();
    if (Expectations.speaksOfDensities(posed.claim().difference())) {
      List<Assumption> all =
          new ArrayList<>(posed.isTimeless() ? posed.timeless() : posed.assumptions());
      List<Assumption> axioms = axioms(posed, rules);
      all.addAll(axioms);
      List<Assumption> known =
          all.stream()
              .filter(fact -> given.names(fact) || isOfScalars(fact) || axioms.contains(fact))
              .toList();
      return DensityJustification.follows(posed.claim(), all, known, rules, some);
    }
    List<Assumption> lemmas = new ArrayList<>(lemmas(posed, rules, some));
    rules.stream()
        .filter(rule -> rule.kind() == Rule.Kind.AXIOM && Rules.isUnderstood(rule, environment))
        .forEach(
            rule ->
                lemmas.addAll(Schematic.instances(posed.claim(), posed.timeless(), rule, some)));
    Predicate<Assumption> usable =
        assumption ->
            given.names(assumption)
                || isNotation(assumption)
                || lemmas.contains(assumption)
                || assumption.kind() == Assumption.Kind.BIJECTION && given.moves();
    if (posed.isTimeless()) {
      List<Assumption> all = new ArrayList<>(posed.timeless());
      all.addAll(lemmas);
      return HorizonJustification.follows(posed.claim(), all, rules, usable, some).orElse(false);
    }
    List<Assumption> facts = new ArrayList<>(posed.assumptions().stream().filter(usable).toList());
    facts.addAll(lemmas);
    return Justification.follows(posed.claim(), posed.assumptions(), rules, facts, some).follows();
  }

  /** What is known of the scalars by themselves, such as their signs, needs no reason. */
  private static boolean isOfScalars(Assumption assumption) {
    return assumption.difference().variables().isEmpty();
  }

  static boolean isNotation(Assumption assumption) {
    return assumption.sense() == Sense.ZERO
        && assumption.difference().coefficients().keySet().stream()
            .noneMatch(StepJudge::hasEntropy);
  }

  private static boolean hasEntropy(Monomial monomial) {
    return monomial.atoms().stream()
        .anyMatch(a -> a instanceof Term.Entropy || a instanceof Term.Average);
  }

  private String text(Span span) {
    return source.phrase(span);
  }
}
