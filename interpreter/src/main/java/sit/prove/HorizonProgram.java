package sit.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Multiple;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Use;
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
  private final NormalForm step;
  private final NormalForm ends;
  private final List<Object> sources = new ArrayList<>();
  private final List<Assumption> facts = new ArrayList<>();
  private final Columns columns;
  private final Program program;

  /** A potential and two combinations that add up, with what is taken from facts that hold sums. */
  record Solution(List<Use> given, NormalForm potential, Sum step, Sum ends) {}

  /** A fact that holds sums over time, taken apart, in pieces. */
  record WholeFact(int place, Sense sense, NormalForm form) {}

  /** An equation of stationary processes, and whether it is one at the ends. */
  private record Moved(Shifts.Instance instance, boolean atEnds) {}

  /** An instance of a fact, whether it is one at the ends, and the law its outcomes have. */
  private record Stated(TimedFact.Instance instance, boolean atEnds, Law law) {}

  /**
   * A program.
   *
   * @param step what is to be made up at a generic time, in pieces
   * @param ends what is to be made up at the ends, in pieces
   * @param allowed which inequalities, and facts about densities, may be added
   */
  HorizonProgram(
      Frame frame,
      NormalForm step,
      NormalForm ends,
      List<TimedFact> known,
      List<WholeFact> whole,
      List<Shifts> stationary,
      List<Potentials.Candidate> potentials,
      Allowed allowed,
      Limits limits) {
    this.frame = frame;
    this.limits = limits;
    this.allowed = allowed;
    this.step = step;
    this.ends = ends;
    for (TimedFact fact : known) {
      fact.step(frame).forEach(instance -> state(new Stated(instance, false, Law.BASE)));
      fact.ends(frame).forEach(instance -> state(new Stated(instance, true, Law.BASE)));
    }
    for (WholeFact fact : whole) {
      sources.add(fact);
      facts.add(new Assumption(Assumption.Kind.RELATION, "", fact.form(), fact.sense()));
    }
    List<Assumption> growth = new ArrayList<>();
    List<NormalForm> spoken = new ArrayList<>(List.of(step, ends));
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
    Facts stated = Facts.of(step.add(ends), facts).with(growth);
    List<NormalForm> all = new ArrayList<>(List.of(step, ends));
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
        if (free.intersection(law.drawn()).isEmpty() || isAtEnds(law.drawn()) != stated.atEnds) {
          continue;
        }
        try {
          Law needed = law.of(free);
          NormalForm averaged = Expectations.average(needed, form);
          if (!averaged.isZero() && seen.add(averaged)) {
            state(new Stated(stated.instance, stated.atEnds, needed), averaged);
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
    boolean scaled = !ends.isLinearInEntropies();
    List<Moved> last = new ArrayList<>();
    for (Shifts shifts : stationary) {
      for (Shifts.Instance instance : shifts.instances(frame.ends(), spoken)) {
        last.add(new Moved(instance, true));
        if (scaled) {
          sources.add(last.remove(last.size() - 1));
          facts.add(Assumption.zero(Assumption.Kind.STATIONARY, "", instance.form()));
        }
      }
      for (Shifts.Instance instance : shifts.instances(frame.step(), spoken)) {
        last.add(new Moved(instance, false));
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
    return fits() ? program.identity(step.add(ends)).flatMap(this::solution) : Optional.empty();
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
      for (boolean atEnds : new boolean[] {false, true}) {
        pairs.addAll(Families.pairs(Families.lattice(sets(atEnds), most), limits));
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
    for (boolean atEnds : new boolean[] {false, true}) {
      List<Integer> blocks = blocks(atEnds);
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

  private List<Integer> blocks(boolean atEnds) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < columns.blockCount(); k++) {
      if (isAtEnds(columns.group(1L << k)) == atEnds) {
        found.add(k);
      }
    }
    return found;
  }

  private boolean isAtEnds(Group group) {
    return !group.isEmpty() && !group.variables().first().name().endsWith(Frame.STEP);
  }

  private Set<Long> sets(boolean atEnds) {
    Set<Long> found = new LinkedHashSet<>();
    for (long set : columns.occurring()) {
      if (isAtEnds(columns.group(set)) == atEnds) {
        found.add(set);
      }
    }
    return found;
  }

  private Optional<Solution> solve(List<Pair> pairs, boolean negated) {
    NormalForm target = step.add(ends);
    List<Pair> some = allowed.of(pairs);
    Program.Outcome outcome = program.solve(negated ? target.negate() : target, some);
    return outcome instanceof Program.Found found
        ? solution(found.combination())
        : Optional.empty();
  }

  /** Sorts a combination out; nothing where it multiplies what a certificate cannot. */
  private Optional<Solution> solution(Combination combination) {
    List<Multiple> stepLaws = new ArrayList<>();
    List<Multiple> endLaws = new ArrayList<>();
    List<Certificate.Term> stepBasics = new ArrayList<>();
    List<Certificate.Term> endBasics = new ArrayList<>();
    for (Certificate.Term term : Slack.merged(combination.basics())) {
      boolean atEnds = isAtEnds(term.basic().a());
      Cutting cutting = atEnds ? frame.ends() : frame.step();
      sit.proof.Basic basic =
          new sit.proof.Basic(
              cutting.real(term.basic().a()),
              cutting.real(term.basic().b()),
              cutting.real(term.basic().c()));
      (atEnds ? endBasics : stepBasics).add(new Certificate.Term(term.multiplier(), basic));
    }
    List<Use> given = new ArrayList<>();
    NormalForm potential = NormalForm.ZERO;
    List<Shift> stepShifts = new ArrayList<>();
    List<Shift> endShifts = new ArrayList<>();
    Map<Object, Use> stepUses = new LinkedHashMap<>();
    Map<Object, Use> endUses = new LinkedHashMap<>();
    for (Certificate.Use use : combination.uses()) {
      if (sources.get(use.assumption()) instanceof Potentials.Candidate candidate) {
        if (!use.multiplier().isConstant()) {
          return Optional.empty();
        }
        potential = potential.add(candidate.potential().scale(use.multiplier().constantValue()));
        continue;
      }
      if (sources.get(use.assumption()) instanceof WholeFact fact) {
        if (!use.multiplier().isConstant()) {
          return Optional.empty();
        }
        given.add(new Use(fact.place(), new TreeMap<>(), use.multiplier()));
        continue;
      }
      if (sources.get(use.assumption()) instanceof HorizonLaws.Stated stated) {
        if (!use.multiplier().isConstant()) {
          return Optional.empty();
        }
        Cutting cutting = stated.atEnds() ? frame.ends() : frame.step();
        (stated.atEnds() ? endLaws : stepLaws)
            .add(new Multiple(use.multiplier(), stated.fact().with(cutting.real()), List.of()));
        continue;
      }
      if (sources.get(use.assumption()) instanceof Moved moved) {
        if (!moved.atEnds && !use.multiplier().isConstant()) {
          return Optional.empty();
        }
        NormalForm multiplier = frame.ends().real(use.multiplier());
        Shifts.Instance in = moved.instance;
        (moved.atEnds ? endShifts : stepShifts)
            .add(new Shift(in.place(), in.blocks(), in.by(), multiplier));
        continue;
      }
      Stated stated = (Stated) sources.get(use.assumption());
      if (!stated.atEnds && !use.multiplier().isConstant()) {
        return Optional.empty();
      }
      NormalForm multiplier = frame.ends().real(use.multiplier());
      Law law = (stated.atEnds ? frame.ends() : frame.step()).real().apply(stated.law);
      Use plain = new Use(stated.instance.fact().place(), stated.instance.at(), multiplier, law);
      (stated.atEnds ? endUses : stepUses).put(stated, plain);
    }
    return Optional.of(
        new Solution(
            given,
            potential,
            new Sum(
                frame.step().cuts(),
                stepBasics,
                stepLaws,
                List.copyOf(stepUses.values()),
                stepShifts,
                sit.exact.Rational.ZERO),
            new Sum(
                frame.ends().cuts(),
                endBasics,
                endLaws,
                List.copyOf(endUses.values()),
                endShifts,
                combination.surplus())));
  }
}
