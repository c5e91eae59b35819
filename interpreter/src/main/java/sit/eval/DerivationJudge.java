package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sit.limits.Limits;
import sit.limits.Progress;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.prove.Justification;
import sit.source.Source;
import sit.source.Span;
import sit.typed.Provider;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;

/**
 * Judges a derivation: the truth of every step, whether it follows from its reason, and whether the
 * chain gives the claim.
 */
final class DerivationJudge {
  private final Environment environment;
  private final Source source;
  private final Supplier<Limits> limits;
  private final Seed seed;
  private final Provider provider;

  DerivationJudge(
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
  }

  private Judge judge() {
    return new Judge(environment, provider, limits.get(), seed);
  }

  /** A judgement for every step, and the last for the whole. */
  List<Judgement> judge(TypedStatement.Derivation derivation) {
    StepJudge steps = new StepJudge(environment, source, limits, seed, provider);
    List<Judgement> all = new ArrayList<>();
    int number = 0;
    for (TypedStatement.Chain chain : derivation.chains()) {
      TypedExpr left = chain.first();
      for (TypedStatement.Step step : chain.steps()) {
        number++;
        Progress progress = limits.get().progress();
        progress.at(derivation.name() + "." + number);
        all.add(steps.judge(derivation.name() + "." + number, left, step));
        left = step.next();
        progress.step();
      }
    }
    all.add(whole(derivation, all));
    return all;
  }

  private String text(Span span) {
    return source.phrase(span);
  }

  private Judgement whole(TypedStatement.Derivation derivation, List<Judgement> steps) {
    Judgement.Kind kind = derivation.lemma() ? Judgement.Kind.LEMMA : Judgement.Kind.DERIVATION;
    if (derivation.chains().isEmpty()) {
      return claimed(derivation, kind);
    }
    long start = System.nanoTime();
    List<String> notes = new ArrayList<>();
    Ruling ruling = Ruling.PROVED;
    boolean wrong = false;
    for (Judgement step : steps) {
      if (step.ruling() == Ruling.REFUTED) {
        ruling = Ruling.OPEN;
        wrong = true;
        notes.add("step " + step.name() + " is false");
      } else if (step.remarks().residual().isPresent()) {
        ruling = ruling == Ruling.PROVED ? Ruling.OPEN : ruling;
        notes.add("step " + step.name() + " is a gap");
      } else if (step.ruling() == Ruling.OPEN) {
        ruling = ruling == Ruling.PROVED ? Ruling.OPEN : ruling;
        notes.add("step " + step.name() + " is open");
      } else if (step.isUnjustified()) {
        notes.add("step " + step.name() + " does not follow " + step.reason().get().given());
      }
    }
    Optional<Judgement.Refuting> refuting = Optional.empty();
    if (wrong && derivation.claim().isPresent()) {
      // a wrong step does not make the claim false
      Judgement alone = claimed(derivation, kind);
      ruling = alone.ruling() == Ruling.REFUTED ? Ruling.REFUTED : Ruling.OPEN;
      refuting = alone.refuting();
      if (alone.ruling() == Ruling.PROVED) {
        notes.add("the claim is true, but these steps do not show it");
      }
    }
    Optional<String> gap = derivation.claim().flatMap(claim -> gap(derivation, claim));
    if (gap.isPresent()) {
      ruling = ruling == Ruling.PROVED ? Ruling.OPEN : ruling;
      notes.add(gap.get());
    }
    String statement = derivation.claim().map(this::stated).orElseGet(() -> composed(derivation));
    String relation =
        derivation
            .claim()
            .map(c -> c.relations())
            .filter(r -> r.size() == 1)
            .map(r -> r.get(0))
            .orElse("");
    String method = ruling == Ruling.PROVED ? "steps" : "";
    return new Judgement(
        source,
        derivation.span(),
        kind,
        derivation.name(),
        statement,
        relation,
        ruling,
        Optional.empty(),
        method,
        Optional.empty(),
        Optional.empty(),
        refuting,
        List.of(),
        List.of(),
        notes,
        Judge.seconds(start));
  }

  /** A claim as it was written, without the word before it. */
  private String stated(TypedStatement.Claim claim) {
    List<TypedExpr> sides = claim.sides();
    return text(sides.get(0).span().to(sides.get(sides.size() - 1).span()));
  }

  /** What the chains say from end to end. */
  private String composed(TypedStatement.Derivation derivation) {
    List<String> all = new ArrayList<>();
    for (TypedStatement.Chain chain : derivation.chains()) {
      TypedExpr last = chain.steps().get(chain.steps().size() - 1).next();
      String relation = composed(chain).orElse("?");
      all.add(text(chain.first().span()) + " " + relation + " " + text(last.span()));
    }
    return String.join(", ", all);
  }

  /**
   * The relation of the first expression of a chain to its last; none if the steps point both ways.
   */
  private static Optional<String> composed(TypedStatement.Chain chain) {
    String result = "=";
    for (TypedStatement.Step step : chain.steps()) {
      if (step.relation().equals("=") || step.relation().equals(result)) {
        continue;
      }
      if (!result.equals("=")) {
        return Optional.empty();
      }
      result = step.relation();
    }
    return Optional.of(result);
  }

  /** Why the chains do not give the claim, if they do not. */
  private Optional<String> gap(TypedStatement.Derivation derivation, TypedStatement.Claim claim) {
    List<Assumption> given = new ArrayList<>();
    for (TypedStatement.Chain chain : derivation.chains()) {
      Optional<String> relation = composed(chain);
      if (relation.isEmpty()) {
        return Optional.of("the chain has steps `<=` and `>=` and gives no relation of its ends");
      }
      TypedExpr last = chain.steps().get(chain.steps().size() - 1).next();
      Judge.Posed ends = pose(chain.first(), relation.get(), last, derivation);
      given.add(
          new Assumption(
              Assumption.Kind.RELATION,
              "the chain",
              ends.claim().difference(),
              ends.claim().sense()));
    }
    for (int i = 0; i < claim.relations().size(); i++) {
      TypedExpr left = claim.sides().get(i);
      Judge.Posed wanted =
          pose(left, claim.relations().get(i), claim.sides().get(i + 1), derivation);
      List<Assumption> all = new ArrayList<>(given);
      wanted.assumptions().stream().filter(a -> a.sense() == Sense.ZERO).forEach(all::add);
      boolean follows =
          Justification.follows(wanted.claim(), all, List.of(), all, limits.get()).follows();
      if (!follows) {
        return Optional.of("the claim is not what the chain gives from end to end");
      }
    }
    return Optional.empty();
  }

  private Judge.Posed pose(
      TypedExpr left, String relation, TypedExpr right, TypedStatement.Derivation derivation) {
    return judge()
        .pose(question(left, relation, right, Judgement.Kind.DERIVATION, derivation), Locals.NONE);
  }

  private Judge.Question question(
      TypedExpr left,
      String relation,
      TypedExpr right,
      Judgement.Kind kind,
      TypedStatement.Derivation derivation) {
    return new Judge.Question(
        left,
        relation,
        right,
        List.of(),
        List.of(),
        source,
        derivation.span(),
        kind,
        derivation.name(),
        text(left.span()) + " " + relation + " " + text(right.span()));
  }

  /** A claim without steps is judged as it stands. */
  private Judgement claimed(TypedStatement.Derivation derivation, Judgement.Kind kind) {
    TypedStatement.Claim claim = derivation.claim().orElseThrow();
    Judgement first = null;
    for (int i = 0; i < claim.relations().size(); i++) {
      Judgement next =
          judge()
              .judge(
                  question(
                      claim.sides().get(i),
                      claim.relations().get(i),
                      claim.sides().get(i + 1),
                      kind,
                      derivation));
      if (first == null || first.ruling() == Ruling.PROVED) {
        first = next;
      }
    }
    return first;
  }

  /** The claims that a derivation proves, for citation. */
  List<Claim> claims(TypedStatement.Derivation derivation) {
    List<Claim> all = new ArrayList<>();
    if (derivation.claim().isPresent()) {
      TypedStatement.Claim claim = derivation.claim().get();
      for (int i = 0; i < claim.relations().size(); i++) {
        all.add(
            pose(
                    claim.sides().get(i),
                    claim.relations().get(i),
                    claim.sides().get(i + 1),
                    derivation)
                .claim());
      }
      return all;
    }
    for (TypedStatement.Chain chain : derivation.chains()) {
      TypedExpr last = chain.steps().get(chain.steps().size() - 1).next();
      composed(chain).ifPresent(r -> all.add(pose(chain.first(), r, last, derivation).claim()));
    }
    return all;
  }

  /** What a derivation takes for granted. */
  List<Assumption> given(List<Claim> claims) {
    List<sit.term.NormalForm> about = new ArrayList<>();
    claims.forEach(c -> about.add(c.difference()));
    return new Claims(environment, limits.get(), Locals.NONE)
        .known(environment.visibleFacts(), about);
  }

  /** The same as it was stated, with free indices. */
  List<Assumption> stated() {
    return new Claims(environment, limits.get(), Locals.NONE)
        .stated(environment.visibleFacts(), sit.term.NormalForm.ZERO);
  }
}
