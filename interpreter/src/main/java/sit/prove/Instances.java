package sit.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.proof.Sense;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * The instances of a rule's schemas that matter to a step. Groups are put for metavariables so that
 * each entropy of the conclusion is that of a set which the step and the assumptions generate;
 * functions that are kept as they stand must be ones already spoken of.
 */
final class Instances {
  private static final int MOST = 4000;

  private final Columns columns;
  private final Set<Long> family;
  private final Set<Term> spoken = new HashSet<>();
  private final Entailment entailment;
  private final Limits limits;

  /**
   * What instances are made of.
   *
   * @param step the difference of the step
   * @param given what premises may follow from
   * @param most how many sets may be generated
   */
  Instances(NormalForm step, List<Assumption> given, int most, Limits limits) {
    List<NormalForm> all = new ArrayList<>(List.of(step));
    given.forEach(assumption -> all.add(assumption.difference()));
    Set<Group> inside = new LinkedHashSet<>();
    for (NormalForm difference : all) {
      for (Term atom : Instantiation.opaque(difference)) {
        spoken.add(atom);
        addGroups(atom, inside);
      }
    }
    this.limits = limits;
    this.columns = Columns.of(all, inside);
    this.family =
        columns.blockCount() <= Columns.MOST_BLOCKS
            ? Families.algebra(columns.occurring(), most)
            : Set.of();
    this.entailment = new Entailment(columns, given, limits);
  }

  private static void addGroups(Term term, Set<Group> groups) {
    if (term instanceof Term.Variables variables && !variables.group().isEmpty()) {
      groups.add(variables.group());
    } else if (term instanceof Term.Entropy entropy) {
      groups.add(entropy.group());
    } else if (term instanceof Term.Apply apply) {
      apply.arguments().forEach(argument -> addGroups(argument, groups));
    } else if (term instanceof Term.Measure measure) {
      measure.slots().forEach(slot -> addGroups(slot, groups));
    } else if (term instanceof Term.Sum sum) {
      sum.terms().forEach(part -> addGroups(part, groups));
    } else if (term instanceof Term.Product product) {
      product.factors().forEach(part -> addGroups(part, groups));
    }
  }

  /** How many sets instances may speak of. */
  int familySize() {
    return family.size();
  }

  /** All instances of the rule whose premises follow, as facts. */
  List<Assumption> of(Rule rule) {
    Map<Claim, Assumption> found = new LinkedHashMap<>();
    for (Rule.Schema schema : rule.schemas()) {
      if (Expectations.speaksOfDensities(schema.conclusion().difference())) {
        continue;
      }
      if (!schema.conclusion().difference().isZero() && !schema.isTimeless()) {
        new Matching(rule, schema, found).extend();
      }
    }
    return List.copyOf(found.values());
  }

  /** The backtracking over the metavariables of one schema. */
  private final class Matching {
    private final Rule rule;
    private final Rule.Schema schema;
    private final Map<Claim, Assumption> found;
    private final List<String> metavariables = new ArrayList<>();
    private final List<int[]> entropies = new ArrayList<>();
    private final List<Rational> coefficients = new ArrayList<>();
    private final List<int[][]> zeroPremises = new ArrayList<>();
    private final List<Claim> otherPremises = new ArrayList<>();
    private final boolean hasOpaque;
    private final boolean anySort;
    private final long[] assigned;
    private final boolean[] isAssigned;
    private final Set<List<Object>> seen = new HashSet<>();
    private int depth;
    private long taken;
    private int steps;

    Matching(Rule rule, Rule.Schema schema, Map<Claim, Assumption> found) {
      this.rule = rule;
      this.schema = schema;
      this.found = found;
      Set<Variable> all = new TreeSet<>(schema.conclusion().difference().variables());
      schema.premises().forEach(premise -> all.addAll(premise.difference().variables()));
      for (Variable variable : all) {
        if (variable instanceof Variable.Single single) {
          metavariables.add(single.name());
        }
      }
      for (var entry : schema.conclusion().difference().coefficients().entrySet()) {
        if (entry.getKey().isEntropy()) {
          entropies.add(places(entry.getKey().group()));
          coefficients.add(entry.getValue());
        }
      }
      for (Assumption premise : schema.premises()) {
        var zero = premise.sense() == Sense.ZERO ? Zero.of(premise.difference()) : null;
        if (zero != null && zero.isPresent()) {
          Zero z = zero.get();
          zeroPremises.add(new int[][] {places(z.a()), places(z.b()), places(z.c())});
        } else {
          otherPremises.add(new Claim(premise.difference(), premise.sense()));
        }
      }
      anySort = Sorts.isOfAnySort(rule, schema, limits);
      hasOpaque = !schema.conclusion().difference().isLinearInEntropies();
      assigned = new long[metavariables.size()];
      isAssigned = new boolean[metavariables.size()];
    }

    private int[] places(Group group) {
      List<Integer> places = new ArrayList<>();
      for (Variable variable : group) {
        int place = metavariables.indexOf(variable.name());
        if (place >= 0) {
          places.add(place);
        }
      }
      return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private long union(int[] places) {
      long union = 0;
      for (int place : places) {
        union |= assigned[place];
      }
      return union;
    }

    void extend() {
      if ((++steps & 255) == 0) {
        limits.check();
      }
      if (found.size() >= MOST) {
        return;
      }
      if (depth == metavariables.size()) {
        complete();
        return;
      }
      int next = -1;
      long base = 0;
      for (int[] entropy : entropies) {
        int open = -1;
        int count = 0;
        for (int place : entropy) {
          if (!isAssigned[place]) {
            open = place;
            count++;
          }
        }
        if (count == 1) {
          next = open;
          base = union(entropy);
          break;
        }
      }
      boolean free = next < 0;
      for (int k = 0; free && k < isAssigned.length && next < 0; k++) {
        next = isAssigned[k] ? -1 : k;
      }
      if (schema.optional().contains(metavariables.get(next))) {
        assign(next, 0);
      }
      for (long set : family) {
        long group = set & ~base;
        boolean fits = (set & base) == base && group != 0 && (group & taken) == 0;
        if (fits) {
          assign(next, group);
        }
      }
    }

    private void assign(int place, long group) {
      assigned[place] = group;
      isAssigned[place] = true;
      taken |= group;
      depth++;
      if (consistent(place)) {
        extend();
      }
      depth--;
      taken &= ~group;
      isAssigned[place] = false;
      assigned[place] = 0;
    }

    /** Whether every entropy whose group is known by now is one of the family. */
    private boolean consistent(int place) {
      for (int[] entropy : entropies) {
        boolean concerned = false;
        boolean known = true;
        for (int k : entropy) {
          concerned |= k == place;
          known &= isAssigned[k];
        }
        if (concerned && known) {
          long union = union(entropy);
          if (union != 0 && !family.contains(union)) {
            return false;
          }
        }
      }
      return true;
    }

    private void complete() {
      if (!hasOpaque) {
        Map<Long, Rational> vector = new TreeMap<>();
        for (int k = 0; k < entropies.size(); k++) {
          long union = union(entropies.get(k));
          if (union != 0) {
            vector.merge(union, coefficients.get(k), Rational::add);
          }
        }
        vector.values().removeIf(Rational::isZero);
        // as a list, for the hash of a map hardly tells these apart
        List<Object> flat = new ArrayList<>();
        vector.forEach((set, c) -> flat.addAll(List.of(set, c)));
        if (vector.isEmpty() || seen.contains(flat) || !premisesHold()) {
          return;
        }
        seen.add(flat);
      } else if (!premisesHold()) {
        return;
      }
      Map<String, Group> groups = new HashMap<>();
      for (int k = 0; k < assigned.length; k++) {
        groups.put(metavariables.get(k), columns.group(assigned[k]));
      }
      Instantiation instantiation = new Instantiation(groups);
      NormalForm difference = instantiation.of(schema.conclusion().difference());
      boolean known = spoken.containsAll(Instantiation.opaque(difference));
      if (!known || difference.isZero() || !others(instantiation)) {
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

    /** Whether continuous variables are put only where the schema is known to hold of them. */
    private boolean sortsFit() {
      for (int k = 0; k < assigned.length && !anySort; k++) {
        boolean continuous = columns.isContinuous(assigned[k]);
        boolean meant = metavariables.get(k).endsWith(Variable.CONTINUOUS);
        if (continuous != meant) {
          return false;
        }
      }
      return true;
    }

    private boolean premisesHold() {
      if (!sortsFit()) {
        return false;
      }
      for (int[][] premise : zeroPremises) {
        if (!entailment.isZero(union(premise[0]), union(premise[1]), union(premise[2]))) {
          return false;
        }
      }
      return true;
    }

    private boolean others(Instantiation instantiation) {
      for (Claim premise : otherPremises) {
        NormalForm difference = instantiation.of(premise.difference());
        if (!entailment.entails(new Claim(difference, premise.sense()))) {
          return false;
        }
      }
      return true;
    }
  }
}
