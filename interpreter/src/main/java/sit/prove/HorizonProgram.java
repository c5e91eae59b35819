package sit.prove;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Multiple;
import sit.proof.HorizonCertificate.Inner;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Use;
import sit.proof.LawFact;
import sit.proof.Sense;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.NormalForm;

/**
 * One linear program for a step at a generic time and for the ends together: a potential is a fact
 * that says its growth over a step against what it leaves at the ends.
 */
final class HorizonProgram {
  private static final int SMALL_LATTICE = 60;
  private static final int LATTICE = 160;
  private static final int MOST_ELEMENTALS = 13_000;

  /** Equations of blocks that are moved make a program slow. */
  private static final int MOST_WITH_SHIFTS = 1_500;

  private final Frame frame;
  private final Limits limits;
  private final Allowed allowed;
  private final NormalForm target;
  private final List<Object> sources = new ArrayList<>();
  private final List<Assumption> facts = new ArrayList<>();
  private final Columns columns;
  private final Program program;

  /**
   * A potential and two combinations that add up, with what is taken from facts that hold sums, and
   * the same for a sum in the sum.
   */
  record Solution(
      List<Use> given, NormalForm potential, Sum step, Sum ends, Optional<Inner> inner) {}

  /** A fact that holds sums over time, taken apart, in pieces. */
  record WholeFact(int place, Sense sense, NormalForm form) {}

  /** An equation of stationary processes, and where it is one. */
  private record Moved(Shifts.Instance instance, Level level) {}

  /** An instance of a fact, where it is one, and the law its outcomes have. */
  private record Stated(TimedFact.Instance instance, Level level, Law law) {}

  /**
   * A program.
   *
   * @param parts what is to be made up at a generic time, at the ends, and so on, in pieces
   * @param allowed which inequalities, and facts about densities, may be added
   */
  HorizonProgram(
      Frame frame,
      List<NormalForm> parts,
      List<TimedFact> known,
      List<WholeFact> whole,
      List<Shifts> stationary,
      List<Potentials.Candidate> potentials,
      Allowed allowed,
      Limits limits) {
    this.frame = frame;
    this.limits = limits;
    this.allowed = allowed;
    this.target = parts.stream().reduce(NormalForm.ZERO, NormalForm::add);
    for (TimedFact fact : known) {
      fact.step(frame).forEach(instance -> state(new Stated(instance, Level.STEP, Law.BASE)));
      fact.ends(frame).forEach(instance -> state(new Stated(instance, Level.ENDS, Law.BASE)));
      fact.inner(frame).forEach(instance -> state(new Stated(instance, Level.INNER, Law.BASE)));
    }
    for (WholeFact fact : whole) {
      sources.add(fact);
      facts.add(new Assumption(Assumption.Kind.RELATION, "", fact.form(), fact.sense()));
    }
    List<Assumption> growth = new ArrayList<>();
    List<NormalForm> spoken = new ArrayList<>(parts);
    facts.forEach(fact -> spoken.add(fact.difference()));
    potentials.forEach(p -> spoken.addAll(List.of(p.growth(), p.atEnds())));
    average(spoken);
    HorizonLaws laws = HorizonLaws.of(spoken, allowed.facts(), limits);
    for (HorizonLaws.Stated stated : laws.inequalities()) {
      sources.add(stated);
      facts.add(stated.assumption());
    }
    shift(stationary, spoken, growth);
    for (HorizonLaws.Stated stated : laws.equalities()) {
      sources.add(stated);
      growth.add(stated.assumption());
    }
    for (Potentials.Candidate candidate : potentials) {
      sources.add(candidate);
      growth.add(
          Assumption.zero(
              Assumption.Kind.RELATION, "", candidate.atEnds().subtract(candidate.growth())));
    }
    Facts stated = Facts.of(target, facts).with(growth);
    List<NormalForm> all = new ArrayList<>(parts);
    stated.equalities().forEach(f -> all.add(f.product()));
    stated.inequalities().forEach(f -> all.add(f.product()));
    this.columns = Columns.of(all);
    this.program = new Program(columns, stated, limits);
  }

  private void state(Stated stated) {
    state(stated, stated.instance.form());
  }

  private void state(Stated stated, NormalForm form) {
    sources.add(stated);
    facts.add(new Assumption(Assumption.Kind.RELATION, "", form, stated.instance.fact().sense()));
  }

  /** What is known whatever the free outcomes are is known under the laws that draw them. */
  private void average(List<NormalForm> spoken) {
    List<Law> laws = HorizonLaws.drawing(spoken);
    List<Stated> plain = new ArrayList<>();
    sources.stream().filter(s -> s instanceof Stated).forEach(s -> plain.add((Stated) s));
    Set<NormalForm> seen = new HashSet<>();
    for (Stated stated : laws.isEmpty() ? List.<Stated>of() : plain) {
      NormalForm form = stated.instance.form();
      Group free = Expectations.free(form);
      for (Law law : laws) {
        limits.check();
        if (free.intersection(law.drawn()).isEmpty() || Level.of(law.drawn()) != stated.level) {
          continue;
        }
        try {
          Law needed = law.of(free);
          NormalForm averaged = Expectations.average(needed, form);
          if (!averaged.isZero() && seen.add(averaged)) {
            state(new Stated(stated.instance, stated.level, needed), averaged);
            spoken.add(averaged);
          }
        } catch (IllegalArgumentException e) {
          // it draws the same outcome itself, or is a product
          continue;
        }
      }
    }
  }

  private void shift(List<Shifts> stationary, List<NormalForm> spoken, List<Assumption> growth) {
    // at the ends scalars such as n may multiply an equation
    boolean scaled = !target.isLinearInEntropies();
    List<Moved> last = new ArrayList<>();
    for (Shifts shifts : stationary) {
      for (Shifts.Instance instance : shifts.instances(frame.ends(), spoken)) {
        last.add(new Moved(instance, Level.ENDS));
        if (scaled) {
          sources.add(last.remove(last.size() - 1));
          facts.add(Assumption.zero(Assumption.Kind.STATIONARY, "", instance.form()));
        }
      }
      for (Shifts.Instance instance : shifts.instances(frame.step(), spoken)) {
        last.add(new Moved(instance, Level.STEP));
      }
      if (frame.inner().isPresent()) {
        Cutting pairs = frame.inner().get().cutting();
        for (Shifts.Instance instance : shifts.instances(pairs, spoken)) {
          last.add(new Moved(instance, Level.INNER));
        }
      }
    }
    for (Moved moved : last) {
      sources.add(moved);
      growth.add(Assumption.zero(Assumption.Kind.STATIONARY, "", moved.instance.form()));
    }
  }

  private boolean fits() {
    return columns.blockCount() <= Columns.MOST_BLOCKS;
  }

  /** Facts and potentials alone. */
  Optional<Solution> identity() {
    return fits() ? program.identity(target).flatMap(this::solution) : Optional.empty();
  }

  /**
   * Basic inequalities among the sets that occur, closed under union and intersection as far as a
   * limit.
   */
  Optional<Solution> restricted(boolean negated) {
    if (!fits()) {
      return Optional.empty();
    }
    for (int most : new int[] {SMALL_LATTICE, LATTICE}) {
      List<Pair> pairs = new ArrayList<>();
      for (Level level : Level.values()) {
        pairs.addAll(Families.pairs(Families.lattice(sets(level), most), limits));
      }
      Optional<Solution> found = solve(pairs, negated);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** All basic inequalities, where they are not too many. */
  Optional<Solution> complete(boolean negated) {
    List<Pair> pairs = new ArrayList<>();
    boolean shifted = sources.stream().anyMatch(source -> source instanceof Moved);
    int most = shifted ? MOST_WITH_SHIFTS : MOST_ELEMENTALS;
    for (Level level : Level.values()) {
      List<Integer> blocks = blocks(level);
      int n = blocks.size();
      if (n > 14 || n + (double) n * (n - 1) / 2 * Math.pow(2, n - 2) > most) {
        return Optional.empty();
      }
      for (Pair pair : Families.elementals(n, limits)) {
        pairs.add(new Pair(moved(pair.left(), blocks), moved(pair.right(), blocks)));
      }
    }
    return solve(pairs, negated);
  }

  private static long moved(long mask, List<Integer> blocks) {
    long moved = 0;
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      moved |= 1L << blocks.get(Long.numberOfTrailingZeros(rest));
    }
    return moved;
  }

  private List<Integer> blocks(Level level) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < columns.blockCount(); k++) {
      if (Level.of(columns.group(1L << k)) == level) {
        found.add(k);
      }
    }
    return found;
  }

  private Set<Long> sets(Level level) {
    Set<Long> found = new LinkedHashSet<>();
    for (long set : columns.occurring()) {
      if (Level.of(columns.group(set)) == level) {
        found.add(set);
      }
    }
    return found;
  }

  private Optional<Solution> solve(List<Pair> pairs, boolean negated) {
    List<Pair> some = allowed.of(pairs);
    Program.Outcome outcome = program.solve(negated ? target.negate() : target, some);
    return outcome instanceof Program.Found found
        ? solution(found.combination())
        : Optional.empty();
  }

  private Cutting cutting(Level level) {
    return switch (level) {
      case ENDS -> frame.ends();
      case STEP -> frame.step();
      case INNER -> frame.inner().orElseThrow().cutting();
    };
  }

  /** What a combination has of one kind at a level. */
  private static final class Parts {
    final List<Multiple> laws = new ArrayList<>();
    final List<Certificate.Term> basics = new ArrayList<>();
    final List<Shift> shifts = new ArrayList<>();
    final List<Use> uses = new ArrayList<>();

    Sum sum(Cutting cutting, Rational surplus) {
      return new Sum(cutting.cuts(), basics, laws, uses, shifts, surplus);
    }
  }

  /** Sorts a combination out; nothing where it multiplies what a certificate cannot. */
  private Optional<Solution> solution(Combination combination) {
    Map<Level, Parts> parts = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      parts.put(level, new Parts());
    }
    for (Certificate.Term term : Slack.merged(combination.basics())) {
      Level level = Level.of(term.basic().a());
      Cutting cutting = cutting(level);
      sit.proof.Basic basic =
          new sit.proof.Basic(
              cutting.real(term.basic().a()),
              cutting.real(term.basic().b()),
              cutting.real(term.basic().c()));
      parts.get(level).basics.add(new Certificate.Term(term.multiplier(), basic));
    }
    List<Use> given = new ArrayList<>();
    Map<Potentials.Kind, NormalForm> potentials = new EnumMap<>(Potentials.Kind.class);
    for (Potentials.Kind kind : Potentials.Kind.values()) {
      potentials.put(kind, NormalForm.ZERO);
    }
    for (Certificate.Use use : combination.uses()) {
      Object source = sources.get(use.assumption());
      boolean constant = use.multiplier().isConstant();
      NormalForm multiplier = frame.ends().real(use.multiplier());
      if (source instanceof Moved moved && (constant || moved.level == Level.ENDS)) {
        Shifts.Instance in = moved.instance;
        Shift shift = new Shift(in.place(), in.blocks(), in.by(), multiplier);
        parts.get(moved.level).shifts.add(shift);
      } else if (source instanceof Stated stated && allows(stated.level, use.multiplier())) {
        TimedFact.Instance instance = stated.instance;
        Law law = cutting(stated.level).real().apply(stated.law);
        Use plain = new Use(instance.fact().place(), instance.at(), multiplier, law);
        parts.get(stated.level).uses.add(plain);
      } else if (!constant) {
        return Optional.empty();
      } else if (source instanceof Potentials.Candidate candidate) {
        NormalForm term = candidate.potential().scale(use.multiplier().constantValue());
        potentials.merge(candidate.kind(), term, NormalForm::add);
      } else if (source instanceof WholeFact fact) {
        given.add(new Use(fact.place(), new TreeMap<>(), use.multiplier()));
      } else if (source instanceof HorizonLaws.Stated stated) {
        Level level = stated.atEnds() ? Level.ENDS : Level.STEP;
        LawFact fact = stated.fact().with(cutting(level).real());
        parts.get(level).laws.add(new Multiple(use.multiplier(), fact, List.of()));
      }
    }
    Rational none = Rational.ZERO;
    Optional<Inner> inner =
        frame
            .inner()
            .map(
                pairs ->
                    new Inner(
                        HorizonForm.EARLY,
                        pairs.first(),
                        pairs.before(),
                        potentials.get(Potentials.Kind.EARLIER),
                        potentials.get(Potentials.Kind.LATER),
                        parts.get(Level.INNER).sum(pairs.cutting(), none)));
    return Optional.of(
        new Solution(
            given,
            potentials.get(Potentials.Kind.TIME),
            parts.get(Level.STEP).sum(frame.step(), none),
            parts.get(Level.ENDS).sum(frame.ends(), combination.surplus()),
            inner));
  }

  /** At a generic time only plain scalars may multiply a fact, at the ends anything. */
  private static boolean allows(Level level, NormalForm multiplier) {
    return level == Level.ENDS
        || multiplier.isPlain() && multiplier.variables().isEmpty() && !isMarked(multiplier);
  }

  private static boolean isMarked(NormalForm multiplier) {
    return multiplier.symbols().stream().anyMatch(name -> Level.of(name) != Level.ENDS);
  }
}
