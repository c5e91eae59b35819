package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Assumption.Kind;
import sit.proof.Curvature;
import sit.proof.Sense;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Sums;
import sit.term.Term;

/**
 * Instances of Jensen's inequality (Cover & Thomas, Theorem 2.6.2) for functions that are said to
 * be convex or concave: of weighted means of values, and of means over time.
 */
final class Jensen {
  private final List<Curvature> shapes;
  private final Sums sums;
  private final Limits limits;

  Jensen(List<Curvature> shapes, Sums sums, Limits limits) {
    this.shapes = shapes;
    this.sums = sums;
    this.limits = limits;
  }

  private Set<String> functions(String shape) {
    Set<String> names = new TreeSet<>();
    for (Curvature curvature : shapes) {
      if (curvature.shape().equals(shape)) {
        names.add(curvature.function());
      }
    }
    return names;
  }

  /**
   * The instances about the sums in some statements and the values of functions that these hold.
   *
   * @param values in one form
   */
  List<Assumption> instances(List<NormalForm> statements, Set<Term.Apply> values) {
    Map<String, Assumption> found = new LinkedHashMap<>();
    for (boolean concave : new boolean[] {true, false}) {
      Set<String> functions = functions(concave ? "concave" : "convex");
      for (NormalForm form : statements) {
        totals(form, total -> overTime(total, functions, concave, found));
      }
      finite(values, functions, concave, found);
    }
    return List.copyOf(found.values());
  }

  /** What is done with a sum over time. */
  interface TotalUse {
    void accept(Term.Total total);
  }

  /** Goes through all sums, also those in arguments. */
  static void totals(NormalForm form, TotalUse use) {
    for (Term atom : form.atoms()) {
      if (atom instanceof Term.Total total) {
        use.accept(total);
        totals(NormalForm.of(total.body()), use);
      } else if (atom instanceof Term.Apply apply) {
        for (Term argument : apply.arguments()) {
          if (!(argument instanceof Term.Variables)) {
            totals(NormalForm.of(argument), use);
          }
        }
      }
    }
  }

  /** {@code sum f(u[t]) <= N f(1/N sum u[t])}, N the number of terms. */
  private void overTime(
      Term.Total total, Set<String> functions, boolean concave, Map<String, Assumption> found) {
    Set<Term.Apply> inside = new LinkedHashSet<>();
    Analysis.applications(NormalForm.of(total.body()), inside);
    Term length = NormalForm.of(total.to().subtract(total.from()).plus(1)).toTerm();
    for (Term.Apply value : inside) {
      if (!functions.contains(value.head()) || value.arguments().size() != 1) {
        continue;
      }
      Term argument = value.arguments().get(0);
      Term sum = new Term.Total(total.index(), total.from(), total.to(), argument);
      Term mean = new Term.Product(List.of(new Term.Power(length, -1), sum));
      Term whole =
          new Term.Product(
              List.of(length, new Term.Apply(value.head(), List.of(NormalForm.of(mean).toTerm()))));
      Term parts = new Term.Total(total.index(), total.from(), total.to(), value);
      add(value.head(), NormalForm.of(whole), NormalForm.of(parts), concave, found);
    }
  }

  private void add(
      String function,
      NormalForm atMean,
      NormalForm mean,
      boolean concave,
      Map<String, Assumption> found) {
    NormalForm gap = sums.canonical(atMean).subtract(sums.canonical(mean));
    NormalForm difference = concave ? gap : gap.negate();
    String text = function + " is " + (concave ? "concave" : "convex") + " (Jensen)";
    found.putIfAbsent(
        difference.toString(), new Assumption(Kind.AXIOM, text, difference, Sense.NON_NEGATIVE));
  }

  /** {@code sum w f(u) <= f(sum w u)} where an argument is a mean of others. */
  private void finite(
      Set<Term.Apply> values,
      Set<String> functions,
      boolean concave,
      Map<String, Assumption> found) {
    Set<Term.Apply> all = new LinkedHashSet<>(values);
    all.removeIf(a -> !functions.contains(a.head()) || a.arguments().size() != 1);
    for (Term.Apply outer : all) {
      List<Term.Apply> inner = new ArrayList<>();
      all.stream().filter(a -> a != outer && a.head().equals(outer.head())).forEach(inner::add);
      Optional<List<Rational>> weights = weights(outer, inner);
      if (weights.isPresent()) {
        NormalForm mean = NormalForm.ZERO;
        for (int k = 0; k < inner.size(); k++) {
          mean = mean.add(NormalForm.of(inner.get(k)).scale(weights.get().get(k)));
        }
        add(outer.head(), NormalForm.of(outer), mean, concave, found);
      }
    }
  }

  /** Weights, not negative and of sum one, with which one argument is the mean of the others. */
  private Optional<List<Rational>> weights(Term.Apply outer, List<Term.Apply> inner) {
    Map<Monomial, Integer> columns = new TreeMap<>();
    Elimination elimination = new Elimination(limits);
    for (Term.Apply value : inner) {
      elimination.add(vector(NormalForm.of(value.arguments().get(0)), columns));
    }
    Optional<Map<Integer, Rational>> found =
        elimination.combine(vector(NormalForm.of(outer.arguments().get(0)), columns));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Rational> weights = new ArrayList<>();
    for (int k = 0; k < inner.size(); k++) {
      weights.add(found.get().getOrDefault(k, Rational.ZERO));
    }
    return weights.stream().allMatch(w -> w.signum() >= 0)
        ? Optional.of(weights)
        : Optional.empty();
  }

  /** The coefficients, with a one first so that weights add up to one. */
  private static Map<Integer, Rational> vector(NormalForm form, Map<Monomial, Integer> columns) {
    Map<Integer, Rational> vector = new TreeMap<>();
    vector.put(0, Rational.ONE);
    form.coefficients()
        .forEach(
            (monomial, c) ->
                vector.put(columns.computeIfAbsent(monomial, m -> columns.size() + 1), c));
    return vector;
  }
}
