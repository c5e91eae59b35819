package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Linear;
import sit.proof.Rule;
import sit.prove.Contradiction;
import sit.prove.Justification;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.typed.Provider;
import sit.typed.TypedExpr;
import sit.typed.Within;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Quantity;
import sit.value.Unit;

/**
 * Judges one relation: by value where every variable has a law, else by proof and by search for a
 * counterexample.
 */
final class Judge {
  private static final int SOON = 2;
  private static final double SOON_SECONDS = 0.3;
  private static final int LARGEST_HORIZON = 3;

  private final Environment environment;
  private final Provider provider;
  private final Limits limits;
  private final Seed seed;

  Judge(Environment environment, Provider provider, Limits limits, Seed seed) {
    this.environment = environment;
    this.provider = provider;
    this.limits = limits;
    this.seed = seed;
  }

  /** A relation to be judged, and where it stands. */
  record Question(
      TypedExpr left,
      String relation,
      TypedExpr right,
      List<Environment.Stated> facts,
      List<Assumption> axioms,
      Source source,
      Span span,
      Judgement.Kind kind,
      String name,
      String statement) {
    /** The same with instances of axioms to stand on. */
    Question with(List<Assumption> cited) {
      return new Question(left, relation, right, facts, cited, source, span, kind, name, statement);
    }
  }

  /**
   * What a relation is once its measures are unfolded and its facts are written out.
   *
   * @param assumptions facts at every time that the claim and the facts mention by number
   * @param timeless facts as they were stated, those with a free index once for every time
   * @param conditions under which both sides make sense
   */
  record Posed(
      Claim claim,
      NormalForm left,
      NormalForm right,
      List<Assumption> assumptions,
      List<Assumption> timeless,
      List<Linear> definitions,
      List<String> conditions,
      boolean free) {
    /** The same claim under facts that hold at every time, which makes sense where it says so. */
    Posed with(List<Assumption> facts, List<String> where) {
      return new Posed(claim, left, right, assumptions, facts, definitions, where, free);
    }

    /** Whether the claim speaks of continuous variables, or a fact does. */
    boolean isContinuous() {
      return Group.of(claim.difference().variables()).isContinuous()
          || assumptions.stream()
              .anyMatch(a -> Group.of(a.difference().variables()).isContinuous());
    }

    /** Whether the claim speaks of a horizon that has no number. */
    boolean isTimeless() {
      return !Substitution.symbols(claim.difference()).isEmpty()
          || claim.difference().atoms().stream().anyMatch(a -> a instanceof Term.Total);
    }
  }

  /** The relation and all that is known of its variables. */
  Posed pose(Question question, Locals indices) {
    return pose(question, indices, Set.of());
  }

  /** The same, where the values of some functions are kept as they stand. */
  Posed pose(Question question, Locals indices, Set<String> kept) {
    Claims claims = new Claims(environment, limits, indices, kept);
    List<NormalForm> sides = claims.forms(question.left(), question.right(), question.source());
    NormalForm left = sides.get(0);
    NormalForm right = sides.get(1);
    List<String> conditions = claims.conditions(left, right);
    Claim claim = claims.claim(left, question.relation(), right);
    Optional<Ranges> ranges = Ranges.of(claim.difference());
    if (ranges.isPresent()) {
      claim = ranges.get().of(claim);
    } else if (kept.isEmpty()) {
      claim =
          claims.stated(
              claim, question.left(), question.relation(), question.right(), question.source());
    }
    List<Environment.Stated> facts = new ArrayList<>(environment.visibleFacts());
    facts.addAll(question.facts());
    // what holds numbers in another unit is not known here, and no law may be thought to meet it
    boolean foreign = facts.removeIf(fact -> isForeign(fact, claims));
    List<Assumption> known = new ArrayList<>(claims.known(facts, List.of(claim.difference())));
    List<Assumption> stated = claims.stated(facts, claim.difference());
    if (ranges.isPresent()) {
      stated = ranges.get().of(stated);
    }
    known.addAll(question.axioms());
    SortedSet<sit.term.Variable> variables = new TreeSet<>(claim.difference().variables());
    known.forEach(a -> variables.addAll(a.difference().variables()));
    List<NormalForm> spoken = new ArrayList<>(List.of(claim.difference()));
    known.forEach(a -> spoken.add(a.difference()));
    Structure declared = Structure.of(variables, spoken, environment);
    List<Assumption> structure = declared.facts();
    known.addAll(structure);
    List<Assumption> timeless = new ArrayList<>(stated);
    timeless.addAll(question.axioms());
    timeless.addAll(structure);
    List<Assumption> relevant = Relevance.of(claim, known);
    boolean specific =
        declared.isSpecific()
            || Densities.isSpecific(question.left(), environment)
            || Densities.isSpecific(question.right(), environment);
    boolean unitFree = environment.unit() == Unit.BIT || UnitFree.isHomogeneous(claim, relevant);
    return new Posed(
        claim,
        left,
        right,
        relevant,
        timeless,
        declared.definitions(),
        conditions,
        !specific && !foreign && unitFree && !isLimit(question));
  }

  /** Whether rates are claimed: what fails at a horizon may hold in the limit. */
  static boolean isLimit(Question question) {
    return Within.first(TypedExpr.Rate.class, question.left()).isPresent()
        || Within.first(TypedExpr.Rate.class, question.right()).isPresent();
  }

  private boolean isForeign(Environment.Stated fact, Claims claims) {
    return fact.unit() != environment.unit()
        && !claims.assumptions(fact.fact(), fact.source()).stream()
            .allMatch(a -> UnitFree.isHomogeneous(a.difference()));
  }

  /** What is known of the question; a limit that ends the work leaves it open. */
  Judgement judge(Question question) {
    long start = System.nanoTime();
    try {
      return judge(question, start);
    } catch (LimitReached e) {
      if (e.limit() == LimitReached.Cause.CANCELLED) {
        throw e;
      }
      return stopped(question, e.getMessage(), start);
    }
  }

  /** A question that a limit left open. */
  static Judgement stopped(Question question, String why, long start) {
    return new Judgement(
        question.source(),
        question.span(),
        question.kind(),
        question.name(),
        question.statement(),
        question.relation(),
        Ruling.OPEN,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(new Verdict.Attempt("all", why)),
        List.of(why),
        seconds(start));
  }

  private Judgement judge(Question question, long start) {
    Optional<Judgement> byValue = new ValueJudge(environment, limits).judge(question, start);
    if (byValue.isPresent()) {
      boolean open = byValue.get().ruling() == Ruling.OPEN;
      return open ? general(question, byValue.get(), start) : byValue.get();
    }
    Posed posed = pose(question, Locals.NONE);
    Optional<Judgement> absurd = contradiction(question, posed, start);
    if (absurd.isPresent()) {
      return absurd.get();
    }
    boolean everyTime = posed.isTimeless();
    List<Verdict.Attempt> tried = new ArrayList<>();
    if (everyTime) {
      Optional<Judgement> soon =
          posed.free() ? refutedSoon(question, posed, start) : Optional.empty();
      if (soon.isPresent()) {
        return soon.get();
      }
      Verdict byPotential = Increments.decide(posed, isLimit(question), limits);
      if (!(byPotential instanceof Verdict.Open open)) {
        return opinion(question, start).of(posed, byPotential, Optional.empty());
      }
      tried.addAll(open.tried());
      Optional<Posed> later = beginnings(posed).map(b -> b.of(posed));
      if (later.isPresent()
          && Increments.decide(later.get(), isLimit(question), limits)
              instanceof Verdict.Proved proved) {
        return opinion(question, start).of(later.get(), proved, Optional.empty());
      }
    }
    Scalars scalars = new Scalars(environment, limits, seed);
    for (Scalars.Reading reading : scalars.readings(this, question)) {
      Verdict found = scalars.decide(reading);
      if (found instanceof Verdict.Proved) {
        return opinion(question, start).of(reading.posed(), found, Optional.empty());
      }
    }
    Verdict verdict = Gaussians.after(tried, decide(posed, posed.free() && !everyTime));
    if (verdict instanceof Verdict.Open && question.axioms().isEmpty()) {
      List<Assumption> cited = cited(question, posed);
      if (!cited.isEmpty()) {
        Judgement citing = judge(question.with(cited), start);
        if (citing.ruling() == Ruling.PROVED) {
          return citing;
        }
      }
    }
    if (verdict instanceof Verdict.Open open && everyTime && posed.free()) {
      return atSomeTime(question, posed, open, start);
    }
    return opinion(question, start).of(posed, verdict, Optional.empty());
  }

  /**
   * What is so of all laws is so of those that are known, whatever their parameters are and however
   * their numbers were rounded.
   */
  private Judgement general(Question question, Judgement tried, long start) {
    Posed posed;
    try {
      posed = pose(question, Locals.NONE);
    } catch (ReportedError | ArithmeticException e) {
      return tried; // a number that was rounded stands beside its measures
    }
    NormalForm difference = posed.claim().difference();
    boolean bare = question.facts().isEmpty() && environment.visibleFacts().isEmpty();
    if (bare && difference.variables().isEmpty() && !difference.isZero()) {
      return tried;
    }
    Verdict found = decide(posed, false);
    return found instanceof Verdict.Proved
        ? opinion(question, start).of(posed, found, Optional.empty())
        : tried;
  }

  /** From facts that contradict each other everything follows, which tells nothing of the claim. */
  private Optional<Judgement> contradiction(Question question, Posed posed, long start) {
    return Contradiction.among(posed.timeless(), limits)
        .map(facts -> stopped(question, "what is given contradicts itself: " + facts, start));
  }

  private Opinion opinion(Question question, long start) {
    return new Opinion(environment, this, limits, question, start);
  }

  /** Instances of axioms that speak of nothing but what the claim and the facts speak of. */
  private List<Assumption> cited(Question question, Posed posed) {
    Reasons reasons = new Reasons(environment, question.source(), provider);
    List<Assumption> cited = new ArrayList<>();
    for (Rule axiom : reasons.axioms(posed)) {
      cited.addAll(Justification.instances(posed.claim(), posed.assumptions(), axiom, limits));
    }
    return cited;
  }

  private Verdict decide(Posed posed, boolean refutable) {
    return new Provers(posed, limits, seed).decide(refutable);
  }

  /**
   * A small law at one of the first horizons is looked for before a proof: it takes little time.
   */
  private Optional<Judgement> refutedSoon(Question question, Posed posed, long start) {
    int first = beginnings(posed).map(Beginnings::first).orElse(1);
    for (int n = first; n < first + SOON; n++) {
      Optional<Posed> instance = poseAt(question, n).filter(Posed::free);
      if (instance.isEmpty()) {
        continue;
      }
      Posed small = instance.get();
      try {
        Optional<Verdict.Refuted> found =
            new Provers(small, limits.atMost(SOON_SECONDS), seed).quick(posed.timeless());
        if (found.isPresent()) {
          return Optional.of(opinion(question, start).of(small, found.get(), Optional.of(n)));
        }
      } catch (LimitReached e) {
        if (e.limit() == LimitReached.Cause.CANCELLED) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Beginnings> beginnings(Posed posed) {
    return Beginnings.of(posed.claim().difference());
  }

  /** One horizon in the place of every index that nothing gives a value to. */
  static Locals at(Question question, Optional<Integer> horizon) {
    Locals indices = Locals.NONE;
    for (String symbol : Horizons.of(question.left(), question.right())) {
      indices = horizon.isEmpty() ? indices : indices.with(symbol, Quantity.of(horizon.get()));
    }
    return indices;
  }

  /**
   * The question at one horizon; nothing where it names a letter that is not there yet, or where
   * one time is given to be less than another and is not.
   */
  Optional<Posed> poseAt(Question question, int horizon) {
    try {
      return Optional.of(pose(question, at(question, Optional.of(horizon))));
    } catch (ReportedError | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** A statement about every horizon is false if it fails at one. */
  private Judgement atSomeTime(Question question, Posed posed, Verdict.Open open, long start) {
    List<String> symbols = Horizons.of(question.left(), question.right());
    int first = beginnings(posed).map(Beginnings::first).orElse(1);
    for (int n = first; n <= LARGEST_HORIZON && !symbols.isEmpty(); n++) {
      Optional<Posed> instance = poseAt(question, n);
      if (instance.isPresent()) {
        Verdict verdict = decide(instance.get(), instance.get().free());
        if (!(verdict instanceof Verdict.Open || verdict instanceof Verdict.Proved)) {
          return opinion(question, start).of(instance.get(), verdict, Optional.of(n));
        }
      }
    }
    List<Verdict.Attempt> tried = new ArrayList<>(open.tried());
    if (!symbols.isEmpty()) {
      tried.add(new Verdict.Attempt("search", "no counterexample up to n = " + LARGEST_HORIZON));
    }
    return opinion(question, start).of(posed, new Verdict.Open(tried), Optional.empty());
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
