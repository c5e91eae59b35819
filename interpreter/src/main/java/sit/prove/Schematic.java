package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sit.check.Verdict;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.proof.Sense;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Positives;
import sit.term.Substitution;
import sit.term.Sums;
import sit.term.Term;

/**
 * The instances of axioms that speak of densities, functions, scalars and every time: what a schema
 * takes for granted is matched with what is given, what is left open with what a step speaks of.
 */
public final class Schematic {
  private static final int MOST = 60;
  private static final double SECONDS = 3;

  private final Claim step;
  private final List<Assumption> given;
  private final Rule rule;
  private final Limits limits;
  private final Set<String> horizons;
  private final String time;
  private final Set<Term> spoken = new LinkedHashSet<>();
  private final Map<Claim, Assumption> found = new LinkedHashMap<>();
  private final Map<Claim, Boolean> proved = new LinkedHashMap<>();

  private Schematic(Claim step, List<Assumption> given, Rule rule, Limits limits) {
    this.step = step;
    this.given = given;
    this.rule = rule;
    this.limits = limits;
    this.horizons = HorizonForm.free(step.difference());
    Set<String> taken = new TreeSet<>(step.difference().symbols());
    given.forEach(fact -> taken.addAll(fact.difference().symbols()));
    String name = "t";
    while (horizons.contains(name) || step.difference().atoms().contains(new Term.Symbol(name))) {
      name += "'";
    }
    this.time = name;
    speak(step.difference());
    given.forEach(fact -> speak(fact.difference()));
  }

  /**
   * The instances of an axiom, as facts to assume; one with a free index holds at every time.
   *
   * @param given facts; those with an index that is free and not the step's horizon hold always
   */
  public static List<Assumption> instances(
      Claim step, List<Assumption> given, Rule rule, Limits limits) {
    if (rule.kind() != Rule.Kind.AXIOM) {
      return List.of();
    }
    Schematic schematic = new Schematic(step, given, rule, limits);
    for (Rule.Schema schema : rule.schemas()) {
      schematic.match(ordered(schema));
    }
    return List.copyOf(schematic.found.values());
  }

  /** Everything that an expression speaks of, with the index of a sum at the generic time. */
  private void speak(NormalForm form) {
    for (Term atom : at(form, 0).atoms()) {
      if (spoken.add(atom)) {
        parts(atom);
      }
    }
  }

  private void parts(Term atom) {
    if (atom instanceof Term.Total total) {
      speak(Sums.put(NormalForm.of(total.body()), total.index(), Index.symbol(time)));
    } else if (atom instanceof Term.Apply apply) {
      for (Term argument : apply.arguments()) {
        if (!(argument instanceof Term.Variables)) {
          speak(NormalForm.of(argument));
        }
      }
    }
  }

  /** A fact whose own index is so many letters after the generic time. */
  private NormalForm at(NormalForm form, int later) {
    Set<String> own = own(form);
    if (own.size() != 1) {
      return form;
    }
    return Sums.put(form, own.iterator().next(), Index.symbol(time).plus(later));
  }

  private Set<String> own(NormalForm form) {
    Set<String> own = new TreeSet<>(HorizonForm.free(form));
    own.removeAll(horizons);
    return own;
  }

  private void match(Rule.Schema schema) {
    Unifier unifier =
        new Unifier(Set.copyOf(schema.functions()), Set.copyOf(schema.optional()), limits);
    Set<String> names = new TreeSet<>();
    schema.conclusion().difference().variables().forEach(v -> names.add(v.name()));
    schema.premises().forEach(p -> p.difference().variables().forEach(v -> names.add(v.name())));
    List<String> optional = schema.optional().stream().filter(names::contains).toList();
    for (int mask = 0; mask < 1 << Math.min(4, optional.size()); mask++) {
      Binding start = Binding.NONE;
      for (int k = 0; k < optional.size() && k < 4; k++) {
        if ((mask >> k & 1) != 0) {
          start = start.group(optional.get(k), Group.EMPTY).orElse(start);
        }
      }
      premises(schema, 0, unifier, start);
    }
  }

  /** The schema with what holds of entropies after what says most of its names. */
  private static Rule.Schema ordered(Rule.Schema schema) {
    List<Assumption> premises = new ArrayList<>(schema.premises());
    premises.sort((a, b) -> Boolean.compare(isStructural(a), isStructural(b)));
    return new Rule.Schema(premises, schema.conclusion(), schema.optional(), schema.functions());
  }

  private static boolean isStructural(Assumption premise) {
    return premise.kind() == Assumption.Kind.INDEPENDENCE
        || premise.kind() == Assumption.Kind.MARKOV
        || premise.kind() == Assumption.Kind.FUNCTION;
  }

  /** Whether all names of a premise have something put for them, of which it can be proved. */
  private boolean isProved(Rule.Schema schema, Assumption premise, Binding known) {
    boolean open =
        !new Open(Set.copyOf(schema.functions()), known).of(premise.difference()).isEmpty();
    if (open || !isStructural(premise)) {
      return false;
    }
    Claim claim = new Claim(known.of(premise.difference()), premise.sense());
    Boolean before = proved.get(claim);
    if (before == null) {
      before = claim.difference().isZero() || isProved(claim);
      proved.put(claim, before);
    }
    return before;
  }

  private boolean isProved(Claim claim) {
    List<Assumption> now = new ArrayList<>();
    for (Assumption fact : given) {
      now.add(new Assumption(fact.kind(), fact.text(), at(fact.difference(), 0), fact.sense()));
    }
    Limits some = limits.atMost(SECONDS);
    try {
      return Substitution.symbols(claim.difference()).isEmpty()
          ? new Prover().prove(claim, now, some).isPresent()
          : Potential.decide(claim, now, some) instanceof Verdict.Proved;
    } catch (LimitReached e) {
      limits.check();
      return false;
    }
  }

  private void premises(Rule.Schema schema, int k, Unifier unifier, Binding known) {
    limits.check();
    if (found.size() >= MOST) {
      return;
    }
    if (k == schema.premises().size()) {
      conclude(schema, schema.conclusion().difference(), unifier, known);
      return;
    }
    Assumption premise = schema.premises().get(k);
    if (isOfScalars(premise)) {
      // that a number is positive is looked at when it is known
      premises(schema, k + 1, unifier, known);
      return;
    }
    if (isProved(schema, premise, known)) {
      premises(schema, k + 1, unifier, known);
      return;
    }
    Set<String> always = always(schema, premise);
    for (Assumption fact : given) {
      boolean strong = fact.sense() == Sense.ZERO || premise.sense() == Sense.NON_NEGATIVE;
      for (int later = -1; later <= 1 && strong; later++) {
        boolean timed = own(fact.difference()).size() == 1;
        if (!timed && later != 0 || !always.isEmpty() && (!timed || later != 0)) {
          continue;
        }
        NormalForm said = at(fact.difference(), later);
        boolean anySign = fact.sense() == Sense.ZERO;
        for (Binding binding : unifier.multiple(premise.difference(), said, anySign, known)) {
          boolean everywhere =
              always.stream().allMatch(i -> Index.symbol(time).equals(binding.indices().get(i)));
          if (everywhere) {
            premises(schema, k + 1, unifier, without(binding, always));
          }
        }
      }
    }
  }

  /** The indices that a premise ranges over by itself: it must be known at every time. */
  private static Set<String> always(Rule.Schema schema, Assumption premise) {
    Set<String> own = new TreeSet<>(Substitution.symbols(premise.difference()));
    own.removeAll(schema.conclusion().difference().symbols());
    return own;
  }

  private static Binding without(Binding binding, Set<String> indices) {
    Map<String, Index> rest = new java.util.HashMap<>(binding.indices());
    rest.keySet().removeAll(indices);
    return new Binding(
        binding.groups(),
        binding.sequences(),
        binding.densities(),
        binding.functions(),
        binding.scalars(),
        rest);
  }

  private static boolean isOfScalars(Assumption premise) {
    NormalForm form = premise.difference();
    return form.variables().isEmpty() && !Expectations.speaksOfDensities(form);
  }

  /** Puts what is open in the conclusion, an atom after the other. */
  private void conclude(Rule.Schema schema, NormalForm rest, Unifier unifier, Binding known) {
    limits.check();
    if (found.size() >= MOST) {
      return;
    }
    Open open = new Open(Set.copyOf(schema.functions()), known);
    Term next = null;
    for (Term atom : rest.atoms()) {
      boolean wanted = !open.of(NormalForm.of(atom)).isEmpty();
      boolean plain = atom instanceof Term.Symbol;
      if (wanted && !plain && (next == null || rank(atom) < rank(next))) {
        next = atom;
      }
    }
    if (next == null) {
      if (open.of(schema.conclusion().difference()).isEmpty()) {
        instance(schema, known);
      }
      return;
    }
    for (Term atom : spoken) {
      for (Binding binding : unifier.atom(next, atom, known)) {
        conclude(schema, rest, unifier, binding);
      }
    }
  }

  /** What says most of its names first. */
  private static int rank(Term atom) {
    return atom instanceof Term.Measure || atom instanceof Term.Average
        ? 0
        : atom instanceof Term.Apply ? 1 : 2;
  }

  private void instance(Rule.Schema schema, Binding known) {
    NormalForm difference;
    try {
      difference = known.of(schema.conclusion().difference());
      for (Assumption premise : schema.premises()) {
        if (isOfScalars(premise) && !isKnown(premise, known.of(premise.difference()))) {
          return;
        }
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // what is put in makes no sense there
      return;
    }
    if (difference.isZero() || !areApart(known)) {
      return;
    }
    Claim claim = new Claim(difference, schema.conclusion().sense());
    found.computeIfAbsent(
        claim,
        c ->
            new Assumption(
                Assumption.Kind.AXIOM,
                rule.name() + ": " + Relations.print(c),
                c.difference(),
                c.sense()));
  }

  /** Names of a schema stand for groups that have nothing in common. */
  private static boolean areApart(Binding known) {
    Group all = Group.EMPTY;
    for (Group group : known.groups().values()) {
      if (!all.intersection(group).isEmpty() || all.mayMeet(group)) {
        return false;
      }
      all = all.union(group);
    }
    Set<String> names = new TreeSet<>();
    for (List<String> sequence : known.sequences().values()) {
      for (String name : sequence) {
        if (!names.add(name)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isKnown(Assumption premise, NormalForm form) {
    if (form.isConstant()) {
      int sign = form.constantValue().signum();
      return premise.sense() == Sense.ZERO
          ? sign == 0
          : premise.kind() == Assumption.Kind.POSITIVE ? sign > 0 : sign >= 0;
    }
    Positives positives = new Positives();
    given.stream()
        .filter(fact -> fact.kind() == Assumption.Kind.POSITIVE)
        .forEach(fact -> positives.add(at(fact.difference(), 0)));
    if (premise.sense() == Sense.NON_NEGATIVE && positives.isPositive(form)) {
      return true;
    }
    for (Assumption fact : given) {
      boolean strict =
          premise.kind() != Assumption.Kind.POSITIVE || fact.kind() == Assumption.Kind.POSITIVE;
      if (strict && fact.sense() == premise.sense() && at(fact.difference(), 0).equals(form)) {
        return true;
      }
    }
    return premise.kind() == Assumption.Kind.RELATION
        && new Prover().prove(new Claim(form, premise.sense()), given, limits).isPresent();
  }
}
