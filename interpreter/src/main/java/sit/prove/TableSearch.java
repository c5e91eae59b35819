package sit.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.check.LawChecker;
import sit.check.Refutation;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Counterexample;
import sit.proof.Counterexample.Outcome;
import sit.proof.Counterexample.Point;
import sit.proof.Counterexample.Table;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Looks for tables of the named densities, values of functions and parameters, and a law of the
 * random variables, that satisfy the assumptions and violate a claim. What it tries is judged by
 * {@link LawChecker} alone, and is then made plainer as long as it refutes.
 */
final class TableSearch {
  private static final int TRIES = 600;
  private static final int MOST_ROWS = 64;
  private static final int[] WEIGHTS = {1, 1, 2, 3, 9};
  private static final Rational[] ARGUMENTS = {
    Rational.of(1), Rational.of(2), Rational.of(1, 2), Rational.of(3), Rational.of(1, 4)
  };
  private static final Rational[] SCALARS = {
    Rational.of(1),
    Rational.of(1, 2),
    Rational.of(2),
    Rational.of(1, 3),
    Rational.of(3),
    Rational.of(0),
    Rational.of(-1)
  };

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final Limits limits;
  private final SplittableRandom random;
  private final Vocabulary vocabulary;
  private final Set<Variable> base = new TreeSet<>();
  private final Map<Variable, Integer> sizes = new HashMap<>();

  TableSearch(Claim claim, List<Assumption> assumptions, Limits limits, Seed seed) {
    this.claim = claim;
    this.assumptions = assumptions;
    this.limits = limits;
    this.random = seed.random();
    List<NormalForm> forms = new ArrayList<>(List.of(claim.difference()));
    assumptions.forEach(assumption -> forms.add(assumption.difference()));
    this.vocabulary = new Vocabulary(forms);
    base.addAll(vocabulary.free().variables());
  }

  Optional<Verdict.Refuted> search() {
    return search(TRIES);
  }

  /** The same with so many tries. */
  Optional<Verdict.Refuted> search(int tries) {
    if (!isGround()) {
      return Optional.empty();
    }
    for (int k = 0; k < tries; k++) {
      limits.check();
      Optional<Counterexample> candidate = candidate(k >= tries / 2 ? 3 : 2);
      if (candidate.isPresent() && refutes(candidate.get())) {
        Counterexample small = plainer(candidate.get());
        Refutation refutation = LawChecker.check(claim, assumptions, small).orElseThrow();
        return Optional.of(new Verdict.Refuted(refutation, "tables"));
      }
    }
    return Optional.empty();
  }

  private boolean refutes(Counterexample candidate) {
    return LawChecker.check(claim, assumptions, candidate).isPresent();
  }

  /** Whether every variable is a single one and every name means one density. */
  private boolean isGround() {
    Set<String> names = new HashSet<>();
    Set<Variable> all = new TreeSet<>(base);
    for (Density density : vocabulary.densities()) {
      all.addAll(density.all().variables());
      if (density instanceof Density.Named named && !names.add(named.name())) {
        return false;
      }
    }
    for (Variable variable : all) {
      boolean letter = variable instanceof Variable.Letter l && l.at().value().isPresent();
      if (!(variable instanceof Variable.Single) && !letter) {
        return false;
      }
    }
    return true;
  }

  private Optional<Counterexample> candidate(int largest) {
    sizes.clear();
    List<Table> tables = new ArrayList<>();
    for (Density density : vocabulary.densities()) {
      if (density instanceof Density.Named named) {
        List<Variable> given = new ArrayList<>(named.given().variables());
        List<Variable> of = new ArrayList<>(named.of().variables());
        List<Outcome> rows = new ArrayList<>();
        for (List<Integer> past : values(given, largest)) {
          List<List<Integer>> next = values(of, largest);
          if (next.size() > MOST_ROWS) {
            return Optional.empty();
          }
          List<Rational> law = law(next.size());
          for (int k = 0; k < next.size(); k++) {
            List<Integer> row = new ArrayList<>(past);
            row.addAll(next.get(k));
            rows.add(new Outcome(row, law.get(k)));
          }
        }
        tables.add(new Table(named, rows));
      }
    }
    TreeMap<String, Rational> scalars = new TreeMap<>();
    vocabulary.scalars().forEach(name -> scalars.put(name, pick(SCALARS)));
    List<Counterexample.Function> functions = new ArrayList<>();
    for (Map.Entry<String, List<Variable>> entry : vocabulary.functions().entrySet()) {
      Rational factor = factor(scalars);
      List<Point> points = new ArrayList<>();
      for (List<Integer> at : values(entry.getValue(), largest)) {
        points.add(new Point(at, factor, pick(ARGUMENTS)));
      }
      functions.add(new Counterexample.Function(entry.getKey(), points));
    }
    return Optional.of(
        new Counterexample(List.copyOf(base), base(largest), tables, functions, scalars));
  }

  /** With a multiple of a parameter or of one over it, more exponentials are rational. */
  private Rational factor(Map<String, Rational> scalars) {
    List<Rational> factors = new ArrayList<>(List.of(Rational.ONE));
    for (Rational scalar : scalars.values()) {
      if (scalar.signum() > 0) {
        factors.add(scalar);
        factors.add(Rational.ONE.divide(scalar));
      }
    }
    return factors.get(random.nextInt(factors.size()));
  }

  private Rational pick(Rational[] all) {
    return all[random.nextInt(all.length)];
  }

  private int size(Variable variable, int largest) {
    return sizes.computeIfAbsent(variable, v -> largest == 2 ? 2 : 2 + random.nextInt(2));
  }

  private List<List<Integer>> values(List<Variable> variables, int largest) {
    List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
    for (Variable variable : variables) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> values : all) {
        for (int value = 0; value < size(variable, largest); value++) {
          List<Integer> next = new ArrayList<>(values);
          next.add(value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private List<Rational> law(int count) {
    int[] weights = new int[count];
    int sum = 0;
    for (int k = 0; k < count; k++) {
      weights[k] = WEIGHTS[random.nextInt(WEIGHTS.length)];
      sum += weights[k];
    }
    List<Rational> law = new ArrayList<>();
    for (int weight : weights) {
      law.add(Rational.of(weight, sum));
    }
    return law;
  }

  /** Free outcomes have one value; random variables are free, copies of each other or constant. */
  private List<Outcome> base(int largest) {
    List<Variable> sources = new ArrayList<>();
    Map<Variable, Variable> copies = new HashMap<>();
    int style = random.nextInt(3);
    for (Variable variable : base) {
      boolean outcome = !Expectations.areRandom(Group.of(variable));
      boolean copy = style == 2 && !sources.isEmpty() && random.nextInt(2) == 0;
      if (!outcome && copy) {
        copies.put(variable, sources.get(random.nextInt(sources.size())));
      } else if (!outcome) {
        sources.add(variable);
      }
    }
    List<List<Integer>> all = values(sources, largest);
    List<List<Rational>> marginals = new ArrayList<>();
    sources.forEach(variable -> marginals.add(law(size(variable, largest))));
    List<Rational> joint = law(all.size());
    Map<Variable, Integer> fixed = new HashMap<>();
    base.forEach(variable -> fixed.put(variable, random.nextInt(size(variable, largest))));
    Map<List<Integer>, Rational> outcomes = new TreeMap<>(TableSearch::compare);
    for (int k = 0; k < all.size(); k++) {
      Rational weight = joint.get(k);
      if (style > 0) {
        weight = Rational.ONE;
        for (int i = 0; i < sources.size(); i++) {
          weight = weight.multiply(marginals.get(i).get(all.get(k).get(i)));
        }
      }
      List<Integer> values = new ArrayList<>();
      for (Variable variable : base) {
        Variable source = copies.getOrDefault(variable, variable);
        int place = sources.indexOf(source);
        values.add(place < 0 ? fixed.get(variable) : all.get(k).get(place));
      }
      outcomes.merge(values, weight, Rational::add);
    }
    List<Outcome> rows = new ArrayList<>();
    outcomes.forEach((values, weight) -> rows.add(new Outcome(values, weight)));
    return rows;
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int k = 0; k < a.size(); k++) {
      if (!a.get(k).equals(b.get(k))) {
        return Integer.compare(a.get(k), b.get(k));
      }
    }
    return 0;
  }

  /** Makes one thing after another plain, where it refutes all the same. */
  private Counterexample plainer(Counterexample found) {
    Counterexample best = found;
    for (int k = 0; k < best.tables().size(); k++) {
      List<Table> tables = new ArrayList<>(best.tables());
      tables.set(k, uniform(tables.get(k)));
      best = better(best, tables, best.functions(), best.scalars());
    }
    for (int k = 0; k < best.functions().size(); k++) {
      for (int i = 0; i < best.functions().get(k).points().size(); i++) {
        List<Counterexample.Function> functions = new ArrayList<>(best.functions());
        List<Point> points = new ArrayList<>(functions.get(k).points());
        points.set(i, new Point(points.get(i).values(), Rational.ONE, Rational.ONE));
        functions.set(k, new Counterexample.Function(functions.get(k).name(), points));
        best = better(best, best.tables(), functions, best.scalars());
      }
    }
    for (String name : found.scalars().keySet()) {
      TreeMap<String, Rational> scalars = new TreeMap<>(best.scalars());
      scalars.put(name, Rational.ONE);
      best = better(best, best.tables(), best.functions(), scalars);
    }
    return best;
  }

  private Counterexample better(
      Counterexample old,
      List<Table> tables,
      List<Counterexample.Function> functions,
      Map<String, Rational> scalars) {
    limits.check();
    Counterexample plainer =
        new Counterexample(
            old.variables(), old.outcomes(), tables, functions, new TreeMap<>(scalars));
    return refutes(plainer) ? plainer : old;
  }

  private static Table uniform(Table table) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    int given = table.density().given().size();
    table.rows().forEach(r -> counts.merge(r.values().subList(0, given), 1, Integer::sum));
    List<Outcome> rows = new ArrayList<>();
    for (Outcome row : table.rows()) {
      int count = counts.get(row.values().subList(0, given));
      rows.add(new Outcome(row.values(), Rational.of(1, count)));
    }
    return new Table(table.density(), Collections.unmodifiableList(rows));
  }
}
