package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.check.DensityRefutation;
import sit.check.GaussianChecker;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.GaussianLaw;
import sit.proof.Linear;
import sit.term.Variable;

/**
 * Looks for a Gaussian law that satisfies the assumptions and violates a claim about continuous
 * variables: each variable in turn is a sum of multiples of those before it and of a noise of its
 * own. What it proposes is believed only after {@link GaussianChecker} has accepted it.
 */
public final class GaussianSearch {
  /** What is known where no such law was found. */
  public static final Verdict.Open NONE =
      new Verdict.Open(
          List.of(new Verdict.Attempt("Gaussian laws", "none was found that refutes it")));

  private static final int MOST_VARIABLES = 12;
  private static final int RANDOM_LAWS = 4000;
  private static final int ALL = 3000;

  private static final Rational[] WEIGHTS = {
    Rational.ONE, Rational.ZERO, Rational.MINUS_ONE, Rational.TWO, Rational.of(1, 2)
  };
  private static final Rational[] SCALES = {
    Rational.ONE, Rational.TWO, Rational.of(1, 2), Rational.of(4), Rational.of(1, 8)
  };

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final List<Linear> definitions;
  private final Limits limits;
  private final List<Variable> base = new ArrayList<>();

  private GaussianSearch(
      Claim claim, List<Assumption> assumptions, List<Linear> definitions, Limits limits) {
    this.claim = claim;
    this.assumptions = assumptions;
    this.definitions = definitions;
    this.limits = limits;
    SortedSet<Variable> all = new TreeSet<>(claim.difference().variables());
    assumptions.forEach(a -> all.addAll(a.difference().variables()));
    definitions.forEach(d -> all.addAll(d.coefficients().keySet()));
    all.removeIf(variable -> !variable.isContinuous());
    definitions.forEach(d -> all.remove(d.of()));
    base.addAll(all);
    base.sort((one, other) -> one.toString().compareTo(other.toString()));
  }

  /**
   * A refutation, if one is found.
   *
   * @param definitions what variables are sums of multiples of others, those before they are used
   * @throws sit.limits.LimitReached if a limit is reached first
   */
  public static Optional<Verdict.RefutedByDensity> refute(
      Claim claim,
      List<Assumption> assumptions,
      List<Linear> definitions,
      Limits limits,
      Seed seed) {
    GaussianSearch search = new GaussianSearch(claim, assumptions, definitions, limits);
    if (search.base.isEmpty() || search.base.size() > MOST_VARIABLES) {
      return Optional.empty();
    }
    return search.run(seed).map(found -> new Verdict.RefutedByDensity(found, "Gaussian laws"));
  }

  private Optional<DensityRefutation> run(Seed seed) {
    int n = base.size();
    int pairs = n * (n - 1) / 2;
    double count = Math.pow(3, pairs) * Math.pow(2, n);
    Rational[] weights = new Rational[pairs];
    Rational[] scales = new Rational[n];
    if (count <= ALL) {
      for (int law = 0; law < (int) count; law++) {
        int rest = law;
        for (int k = 0; k < pairs; k++) {
          weights[k] = WEIGHTS[rest % 3];
          rest /= 3;
        }
        for (int k = 0; k < n; k++) {
          scales[k] = SCALES[rest % 2];
          rest /= 2;
        }
        Optional<DensityRefutation> found = check(base, weights, scales);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    SplittableRandom random = new SplittableRandom(seed.value());
    for (int law = 0; law < RANDOM_LAWS; law++) {
      // few links first, as facts are mostly independences
      int links = 1 + law * pairs / RANDOM_LAWS;
      for (int k = 0; k < pairs; k++) {
        boolean linked = random.nextInt(pairs + 1) <= links;
        weights[k] = linked ? WEIGHTS[random.nextInt(WEIGHTS.length)] : Rational.ZERO;
      }
      for (int k = 0; k < n; k++) {
        scales[k] = SCALES[random.nextInt(SCALES.length)];
      }
      List<Variable> order = new ArrayList<>(base);
      for (int k = n - 1; k > 0; k--) {
        java.util.Collections.swap(order, k, random.nextInt(k + 1));
      }
      Optional<DensityRefutation> found = check(order, weights, scales);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<DensityRefutation> check(
      List<Variable> order, Rational[] weights, Rational[] scales) {
    limits.check();
    TreeMap<Variable, List<Rational>> rows = new TreeMap<>();
    List<Variable> variables = new ArrayList<>();
    int n = order.size();
    int next = 0;
    for (int i = 0; i < n; i++) {
      List<Rational> row = new ArrayList<>(java.util.Collections.nCopies(n, Rational.ZERO));
      row.set(i, scales[i]);
      for (int j = 0; j < i; j++) {
        add(row, rows.get(order.get(j)), weights[next++]);
      }
      rows.put(order.get(i), row);
      variables.add(order.get(i));
    }
    for (Linear definition : definitions) {
      List<Rational> row = new ArrayList<>(java.util.Collections.nCopies(n, Rational.ZERO));
      definition.coefficients().forEach((variable, c) -> add(row, rows.get(variable), c));
      rows.put(definition.of(), row);
      variables.add(definition.of());
    }
    List<List<Rational>> all = new ArrayList<>();
    variables.forEach(variable -> all.add(rows.get(variable)));
    return GaussianChecker.check(claim, assumptions, definitions, new GaussianLaw(variables, all));
  }

  private static void add(List<Rational> row, List<Rational> other, Rational factor) {
    for (int k = 0; k < row.size(); k++) {
      row.set(k, row.get(k).add(other.get(k).multiply(factor)));
    }
  }

  /**
   * The law as declarations, each variable a sum of those before it and of a noise of its own; for
   * what is a definition nothing need be said.
   */
  public static List<String> lines(GaussianLaw law, List<Linear> definitions) {
    TreeSet<Variable> derived = new TreeSet<>();
    definitions.forEach(d -> derived.add(d.of()));
    List<String> lines = new ArrayList<>();
    List<Variable> before = new ArrayList<>();
    List<List<Rational>> rows = new ArrayList<>();
    for (int i = 0; i < law.variables().size(); i++) {
      Variable variable = law.variables().get(i);
      if (derived.contains(variable)) {
        continue;
      }
      // in this order the rows are triangular: from the last noise down, what is before explains it
      List<Rational> rest = new ArrayList<>(law.rows().get(i));
      StringBuilder sum = new StringBuilder();
      for (int j = before.size() - 1; j >= 0; j--) {
        Rational factor = rest.get(j).divide(rows.get(j).get(j));
        if (!factor.isZero()) {
          add(rest, rows.get(j), factor.negate());
          sum.insert(0, term(factor, before.get(j)));
        }
      }
      Rational noise = rest.get(before.size());
      String normal = "Normal(0, " + noise.multiply(noise) + ")";
      if (sum.isEmpty()) {
        lines.add("rv " + variable + " ~ " + normal);
      } else {
        String name = "N" + (lines.size() + 1);
        lines.add("rv " + name + " ~ " + normal);
        String text = sum.toString().strip();
        text = text.startsWith("+ ") ? text.substring(2) : "-" + text.substring(2);
        lines.add("rv " + variable + " = " + text + " + " + name);
      }
      before.add(variable);
      rows.add(law.rows().get(i));
    }
    return lines;
  }

  private static String term(Rational factor, Variable variable) {
    String sign = factor.signum() < 0 ? " - " : " + ";
    return sign + (factor.abs().isOne() ? "" : factor.abs() + "*") + variable;
  }
}
