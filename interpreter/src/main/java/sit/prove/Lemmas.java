package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Basic;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * What holds of whole pasts and futures because it holds of every letter: with no feedback at every
 * time, the future inputs depend on past outputs through past inputs only. Each is tried by
 * induction on time.
 */
final class Lemmas {
  private final Frame frame;
  private final int assumptions;
  private final List<TimedFact> known;
  private final Limits limits;

  Lemmas(Frame frame, int assumptions, List<TimedFact> known, Limits limits) {
    this.frame = frame;
    this.assumptions = assumptions;
    this.known = new ArrayList<>(known);
    this.limits = limits;
  }

  /** The facts and the lemmas found. */
  List<TimedFact> known() {
    return known;
  }

  /** Every lemma that is found, each proved from the facts and those before it. */
  List<Induction> find() {
    List<Induction> found = new ArrayList<>();
    Set<NormalForm> seen = new LinkedHashSet<>();
    List<Zero> functions = new ArrayList<>();
    for (TimedFact fact : List.copyOf(known)) {
      Optional<Zero> zero = Zero.of(fact.generic(frame.time()));
      if (fact.free().size() != 1 || fact.sense() != Sense.ZERO || zero.isEmpty()) {
        continue;
      }
      guesses(zero.get()).forEach(guess -> attempt(guess, seen, found));
      if (zero.get().isFunction()) {
        functions.add(zero.get());
        attempt(together(List.of(zero.get())), seen, found);
      }
    }
    if (functions.size() > 1) {
      attempt(together(functions), seen, found);
    }
    return found;
  }

  private void attempt(Guess guess, Set<NormalForm> seen, List<Induction> found) {
    if (!guess.measure.a().isEmpty() && seen.add(guess.measure.difference())) {
      prove(guess.measure, guess.rising).ifPresent(lemma -> add(found, lemma));
    }
  }

  /**
   * Processes whose letters are functions of their own pasts and of other things are functions of
   * the other things.
   */
  private Guess together(List<Zero> functions) {
    Set<String> processes = new TreeSet<>();
    functions.forEach(
        function ->
            function.a().forEach(v -> processes.add(v instanceof Variable.Single ? "" : v.name())));
    List<Variable> from = new ArrayList<>();
    for (Zero function : functions) {
      for (Variable variable : function.c()) {
        if (!processes.contains(variable.name())) {
          from.add(variable);
        }
      }
    }
    List<Variable> of = new ArrayList<>();
    processes.remove("");
    processes.forEach(p -> of.add(new Variable.Block(p, Index.of(1), Index.symbol(frame.time()))));
    Group whole = Group.of(of);
    return new Guess(new Zero(whole, whole, Group.of(from)), true);
  }

  private void add(List<Induction> found, Induction lemma) {
    known.add(
        new TimedFact(
            assumptions + found.size(),
            lemma.measure().normalForm(),
            Sense.ZERO,
            List.of(frame.time()),
            lemma.span().first() - 1,
            true,
            lemma.span().before(),
            lemma.span().least()));
    found.add(lemma);
  }

  /** A measure that may vanish at every time. */
  private record Guess(Zero measure, boolean rising) {}

  /** A letter becomes a past or, one time later, a future; on one side or on both. */
  private List<Guess> guesses(Zero zero) {
    List<Guess> guesses = new ArrayList<>();
    Index time = Index.symbol(frame.time());
    Index horizon = Index.symbol(frame.horizon());
    for (boolean rising : new boolean[] {true, false}) {
      Index from = rising ? Index.of(1) : time.plus(1);
      Index to = rising ? time : horizon;
      Zero base = rising ? zero : later(zero);
      Index letter = rising ? time : time.plus(1);
      Group a = widened(base.a(), letter, from, to);
      Group b = widened(base.b(), letter, from, to);
      List<Zero> all = new ArrayList<>();
      if (zero.isFunction()) {
        all.add(new Zero(a, a, base.c()));
      } else {
        all.add(new Zero(a.minus(base.c()), base.b(), base.c()));
        all.add(new Zero(base.a(), b.minus(base.c()), base.c()));
        all.add(new Zero(a.minus(base.c()), b.minus(base.c()), base.c()));
      }
      for (Zero each : all) {
        boolean changed = !each.difference().equals(base.difference());
        if (changed && !each.a().isEmpty() && !each.b().isEmpty()) {
          guesses.add(new Guess(each, rising));
        }
      }
    }
    return guesses;
  }

  private Zero later(Zero zero) {
    Index next = Index.symbol(frame.time()).plus(1);
    return new Zero(shifted(zero.a(), next), shifted(zero.b(), next), shifted(zero.c(), next));
  }

  private Group shifted(Group group, Index time) {
    NormalForm form = frame.at(NormalForm.entropy(group), time);
    return form.isZero() ? Group.EMPTY : form.coefficients().firstKey().group();
  }

  private static Group widened(Group group, Index letter, Index from, Index to) {
    List<Variable> variables = new ArrayList<>();
    for (Variable variable : group) {
      boolean at = variable instanceof Variable.Letter l && l.at().equals(letter);
      variables.add(at ? new Variable.Block(variable.name(), from, to) : variable);
    }
    return Group.of(variables);
  }

  private Optional<Induction> prove(Zero zero, boolean rising) {
    Basic measure = new Basic(zero.a(), zero.b(), zero.c());
    NormalForm form = measure.normalForm();
    Index time = Index.symbol(frame.time());
    Optional<Frame> own = Frame.of(form, frame.horizon(), frame.time(), rising);
    if (own.isEmpty() || own.get().span().least() > frame.span().least()) {
      return Optional.empty();
    }
    Frame around = own.get();
    Optional<NormalForm> now = around.step().form(form);
    Optional<NormalForm> before = around.step().form(frame.at(form, time.plus(-1)));
    Optional<NormalForm> end =
        around.ends().form(frame.at(form, rising ? around.start() : around.last()));
    if (now.isEmpty() || before.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    NormalForm growth = now.get().subtract(before.get());
    NormalForm step = rising ? growth.negate() : growth;
    HorizonProgram program =
        new HorizonProgram(
            around,
            List.of(step, end.get().negate()),
            known,
            List.of(),
            List.of(),
            List.of(),
            Allowed.ALL,
            limits);
    Optional<HorizonProgram.Solution> solution =
        program.identity().or(() -> program.restricted(false)).or(() -> program.complete(false));
    return solution
        .filter(s -> s.step().surplus().equals(Rational.ZERO))
        .map(s -> new Induction(measure, rising, around.span(), start(s), s.step()));
  }

  private static Sum start(HorizonProgram.Solution solution) {
    return solution.ends();
  }
}
