package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Linear;
import sit.proof.Proof;
import sit.proof.Sense;
import sit.prove.GaussianSearch;
import sit.prove.Missing;
import sit.prove.Potential;
import sit.prove.Prover;
import sit.prove.Refuter;
import sit.prove.Slack;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Arithmetic;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Judges one relation: by value where every variable has a law, else by proof and by search for a
 * counterexample.
 */
final class Judge {
  private static final double MISSING_SECONDS = 2;
  private static final int LARGEST_HORIZON = 3;

  private final Environment environment;
  private final Limits limits;
  private final Seed seed;

  Judge(Environment environment, Limits limits, Seed seed) {
    this.environment = environment;
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
   */
  record Posed(
      Claim claim,
      NormalForm left,
      NormalForm right,
      List<Assumption> assumptions,
      List<Assumption> timeless,
      List<Linear> definitions,
      boolean free) {
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
    NormalForm left = claims.form(question.left(), question.source());
    NormalForm right = claims.form(question.right(), question.source());
    Claim claim = claims.claim(left, question.relation(), right);
    List<Environment.Stated> facts = new ArrayList<>(environment.visibleFacts());
    facts.addAll(question.facts());
    // what holds numbers in another unit is not known here, and no law may be thought to meet it
    boolean foreign = facts.removeIf(fact -> isForeign(fact, claims));
    List<Assumption> known = new ArrayList<>(claims.known(facts, List.of(claim.difference())));
    known.addAll(question.axioms());
    SortedSet<sit.term.Variable> variables = new TreeSet<>(claim.difference().variables());
    known.forEach(a -> variables.addAll(a.difference().variables()));
    List<NormalForm> spoken = new ArrayList<>(List.of(claim.difference()));
    known.forEach(a -> spoken.add(a.difference()));
    Structure declared = Structure.of(variables, spoken, environment);
    List<Assumption> structure = declared.facts();
    known.addAll(structure);
    List<Assumption> timeless = new ArrayList<>(claims.stated(facts));
    timeless.addAll(question.axioms());
    timeless.addAll(structure);
    List<Assumption> relevant = Relevance.of(claim, known);
    boolean unitFree = environment.unit() == Unit.BIT || isHomogeneous(claim, relevant);
    boolean free = !declared.isSpecific() && !foreign && unitFree;
    return new Posed(claim, left, right, relevant, timeless, declared.definitions(), free);
  }

  private boolean isForeign(Environment.Stated fact, Claims claims) {
    return fact.unit() != environment.unit()
        && !claims.assumptions(fact.fact(), fact.source()).stream()
            .allMatch(a -> isHomogeneous(a.difference()));
  }

  /** Whether no plain number stands beside entropies, so that the unit does not matter. */
  private static boolean isHomogeneous(Claim claim, List<Assumption> assumptions) {
    List<NormalForm> forms = new ArrayList<>(List.of(claim.difference()));
    assumptions.forEach(a -> forms.add(a.difference()));
    return forms.stream().allMatch(Judge::isHomogeneous);
  }

  static boolean isHomogeneous(NormalForm form) {
    return form.coefficients().keySet().stream().allMatch(m -> m.isEntropy());
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
        List.of(),
        seconds(start));
  }

  private Judgement judge(Question question, long start) {
    Optional<Judgement> byValue = byValue(question, start);
    if (byValue.isPresent()) {
      return byValue.get();
    }
    Posed posed = pose(question, Locals.NONE);
    boolean everyTime = posed.isTimeless();
    List<Verdict.Attempt> tried = new ArrayList<>();
    if (everyTime) {
      Verdict byPotential = Potential.decide(posed.claim(), posed.timeless(), limits);
      if (!(byPotential instanceof Verdict.Open open)) {
        return judgement(question, posed, byPotential, Optional.empty(), start);
      }
      tried.addAll(open.tried());
    }
    Scalars scalars = new Scalars(environment, limits, seed);
    for (Scalars.Reading reading : scalars.readings(this, question)) {
      Verdict found = scalars.decide(reading);
      if (found instanceof Verdict.Proved) {
        return judgement(question, reading.posed(), found, Optional.empty(), start);
      }
    }
    Verdict verdict = Refutations.after(tried, decide(posed, posed.free() && !everyTime));
    if (verdict instanceof Verdict.Open open && everyTime && posed.free()) {
      return atSomeTime(question, posed, open, start);
    }
    return judgement(question, posed, verdict, Optional.empty(), start);
  }

  private Verdict decide(Posed posed, boolean refutable) {
    if (posed.isContinuous()) {
      Verdict proved = new Prover().decide(posed.claim(), posed.assumptions(), limits, seed);
      if (!(proved instanceof Verdict.Open open) || !refutable) {
        return proved;
      }
      List<Assumption> given = withoutAxioms(posed.assumptions());
      return GaussianSearch.refute(posed.claim(), given, posed.definitions(), limits, seed)
          .<Verdict>map(found -> found)
          .orElseGet(() -> Refutations.after(open.tried(), GaussianSearch.NONE));
    }
    Refuter refuter = new Refuter();
    Extension extension = new Extension(posed.timeless());
    Predicate<Verdict.Refuted> goesOn = found -> extension.exists(found.refutation().law());
    // what is cited is true of every law, so a law need not be tested for it
    Prover prover =
        refutable
            ? new Prover(
                (claim, given, l, s) ->
                    refuter.quick(claim, withoutAxioms(given), l).filter(goesOn),
                (claim, given, l, s) ->
                    refuter.refute(claim, withoutAxioms(given), l, s).filter(goesOn))
            : new Prover();
    return prover.decide(posed.claim(), posed.assumptions(), limits, seed);
  }

  private static List<Assumption> withoutAxioms(List<Assumption> given) {
    return given.stream().filter(a -> a.kind() != Assumption.Kind.AXIOM).toList();
  }

  /** One horizon in the place of every index that nothing gives a value to. */
  private static Locals at(Question question, Optional<Integer> horizon) {
    Locals indices = Locals.NONE;
    for (String symbol : Horizons.of(question.left(), question.right())) {
      indices = horizon.isEmpty() ? indices : indices.with(symbol, Quantity.of(horizon.get()));
    }
    return indices;
  }

  /** A statement about every horizon is false if it fails at one. */
  private Judgement atSomeTime(Question question, Posed posed, Verdict.Open open, long start) {
    List<String> symbols = Horizons.of(question.left(), question.right());
    for (int n = 1; n <= LARGEST_HORIZON && !symbols.isEmpty(); n++) {
      Posed instance;
      try {
        instance = pose(question, at(question, Optional.of(n)));
      } catch (ReportedError e) {
        // it names a letter that is not there yet
        continue;
      }
      Verdict verdict = decide(instance, instance.free());
      if (!(verdict instanceof Verdict.Open || verdict instanceof Verdict.Proved)) {
        return judgement(question, instance, verdict, Optional.of(n), start);
      }
    }
    List<Verdict.Attempt> tried = new ArrayList<>(open.tried());
    if (!symbols.isEmpty()) {
      tried.add(new Verdict.Attempt("search", "no counterexample up to n = " + LARGEST_HORIZON));
    }
    return judgement(question, posed, new Verdict.Open(tried), Optional.empty(), start);
  }

  private Judgement judgement(
      Question question, Posed posed, Verdict verdict, Optional<Integer> horizon, long start) {
    Optional<Proof> certificate = Optional.empty();
    Optional<Term> slack = Optional.empty();
    Optional<Judgement.Refuting> refuting = Optional.empty();
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
    } else if (verdict instanceof Verdict.Refuted refuted) {
      ruling = Ruling.REFUTED;
      method = refuted.method();
      refuting =
          Optional.of(
              new Refutations(environment, limits)
                  .refuting(
                      question, posed, refuted.refutation().law(), horizon, at(question, horizon)));
      horizon.ifPresent(n -> notes.add("it fails at n = " + n));
    } else if (verdict instanceof Verdict.RefutedByDensity refuted) {
      ruling = Ruling.REFUTED;
      method = refuted.method();
      refuting = Optional.of(Densities.refuting(posed, refuted.refutation().law(), horizon));
      horizon.ifPresent(n -> notes.add("it fails at n = " + n));
    } else {
      tried = ((Verdict.Open) verdict).tried();
    }
    if (ruling != Ruling.PROVED && horizon.isEmpty()) {
      Limits some = limits.atMost(MISSING_SECONDS);
      Missing.search(posed.claim(), posed.assumptions(), some).forEach(a -> missing.add(a.text()));
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
        seconds(start));
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Where both sides have a value, the relation is a comparison. */
  private Optional<Judgement> byValue(Question question, long start) {
    Evaluator evaluator =
        new Evaluator(environment, question.source(), limits, new Domain.Numeric());
    Value left = evaluator.evaluate(question.left());
    Value right = left instanceof Quantity ? evaluator.evaluate(question.right()) : left;
    if (!(left instanceof Quantity a) || !(right instanceof Quantity b)) {
      return Optional.empty();
    }
    new EvalErrors(question.source()).requireOneUnit(a, b, question.span());
    Optional<Integer> sign = Arithmetic.compare(a, b);
    Ruling ruling = Ruling.OPEN;
    List<Verdict.Attempt> tried = new ArrayList<>();
    if (sign.isPresent()) {
      ruling = holds(question.relation(), sign.get()) ? Ruling.PROVED : Ruling.REFUTED;
    } else {
      String bounds = "the two sides agree as far as their bounds tell";
      tried.add(new Verdict.Attempt("value", bounds));
    }
    boolean exact = a.accuracy() == Accuracy.EXACT && b.accuracy() == Accuracy.EXACT;
    Optional<Judgement.Refuting> refuting =
        ruling == Ruling.REFUTED
            ? Optional.of(
                new Judgement.Refuting(
                    Optional.empty(),
                    List.of(),
                    sit.value.ValuePrinter.print(a),
                    sit.value.ValuePrinter.print(b),
                    Optional.empty()))
            : Optional.empty();
    return Optional.of(
        new Judgement(
            question.source(),
            question.span(),
            question.kind(),
            question.name(),
            question.statement(),
            question.relation(),
            ruling,
            Optional.empty(),
            ruling == Ruling.OPEN ? "" : exact ? "exact" : "value",
            Optional.empty(),
            Optional.empty(),
            refuting,
            List.of(),
            tried,
            List.of(),
            seconds(start)));
  }

  private static boolean holds(String relation, int sign) {
    return switch (relation) {
      case "<=" -> sign <= 0;
      case ">=" -> sign >= 0;
      default -> sign == 0;
    };
  }
}
