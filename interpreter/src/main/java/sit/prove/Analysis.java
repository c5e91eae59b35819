package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Assumption.Kind;
import sit.proof.Claim;
import sit.proof.Curvature;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.Logs;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Positives;
import sit.term.Substitution;
import sit.term.Sums;
import sit.term.Term;
import sit.term.TermPrinter;
import sit.term.Times;

/**
 * A claim about scalars with its logarithms taken apart and its sums in one form, and what is known
 * besides: facts summed over time or multiplied by what is positive, equal arguments of a function,
 * Jensen's inequality, and the order of values of a monotone function.
 */
public final class Analysis {
  private static final int MOST = 200;
  private static final double SECONDS = 2;

  private final Claim raw;
  private final List<Assumption> given;
  private final List<Curvature> shapes;
  private final Positives positives;
  private final Set<String> times;
  private final Limits limits;
  private final Sums sums;
  private final Claim claim;
  private final List<Assumption> facts = new ArrayList<>();

  /**
   * What is known of a claim.
   *
   * @param given facts; those with an index that is free and not the claim's horizon hold always
   * @param shapes what is known of functions, which the claim holds as they stand
   * @param times the names that are indices of sequences
   */
  public Analysis(
      Claim claim,
      List<Assumption> given,
      List<Curvature> shapes,
      Positives positives,
      Set<String> times,
      Limits limits) {
    this.raw = claim;
    this.given = given;
    this.shapes = shapes;
    this.positives = positives;
    this.times = times;
    this.limits = limits;
    this.sums = new Sums(new Logs(positives)::split);
    this.claim = new Claim(sums.canonical(claim.difference()), claim.sense());
    Set<String> free = Sums.symbols(this.claim.difference());
    for (Assumption assumption : given) {
      add(assumption, free);
    }
  }

  /** The claim in one form. */
  public Claim claim() {
    return claim;
  }

  /** The facts in one form, and their sums over all times. */
  public List<Assumption> facts() {
    return facts;
  }

  private void add(Assumption assumption, Set<String> free) {
    Assumption plain = with(assumption, sums.canonical(assumption.difference()), "");
    if (!facts.contains(plain)) {
      facts.add(plain);
    }
    Set<String> symbols = Sums.symbols(assumption.difference());
    for (String horizon : horizons(free)) {
      for (String index : symbols) {
        boolean meant =
            assumption.kind() != Kind.POSITIVE
                && isTime(assumption.difference(), index)
                && !free.contains(index)
                && !symbols.contains(horizon)
                && Times.areMeant(
                    assumption.difference(),
                    Map.of(index, Index.symbol(index)),
                    at -> isNotNegative(at, index));
        if (meant) {
          Term body = assumption.difference().toTerm();
          Term sum = new Term.Total(index, Index.of(1), Index.symbol(horizon), body);
          facts.add(with(assumption, sums.canonical(NormalForm.of(sum)), "the sum of "));
          for (Index end : List.of(Index.of(1), Index.symbol(horizon))) {
            NormalForm there = Sums.put(assumption.difference(), index, end);
            facts.add(with(assumption, sums.canonical(there), ""));
          }
        }
      }
    }
  }

  private static boolean isNotNegative(Index at, String index) {
    int multiple = at.coefficients().getOrDefault(index, 0);
    return multiple >= 0
        && at.coefficients().size() <= 1
        && (at.coefficients().isEmpty() || multiple > 0)
        && at.constant() + multiple >= 0;
  }

  /** Whether a symbol is an index of a letter, or of a sequence of scalars, in a fact. */
  private boolean isTime(NormalForm form, String symbol) {
    return Substitution.symbols(form).contains(symbol) || times.contains(symbol);
  }

  /** The ends of the sums that the claim holds. */
  private Set<String> horizons(Set<String> free) {
    Set<String> found = new TreeSet<>();
    Jensen.totals(raw.difference(), total -> found.addAll(total.to().coefficients().keySet()));
    found.retainAll(free);
    return found;
  }

  private static Assumption with(Assumption fact, NormalForm difference, String how) {
    return new Assumption(fact.kind(), how + fact.text(), difference, fact.sense());
  }

  private static Assumption made(String text, NormalForm difference, Sense sense) {
    return new Assumption(Kind.ANALYSIS, text, difference, sense);
  }

  /** Inequalities among the facts times what is positive, as far as the products are spoken of. */
  public List<Assumption> multiples(List<Assumption> of) {
    Set<Monomial> pool = new LinkedHashSet<>(claim.difference().coefficients().keySet());
    facts.forEach(fact -> pool.addAll(fact.difference().coefficients().keySet()));
    Map<String, Assumption> found = new LinkedHashMap<>();
    for (Assumption fact : of) {
      if (fact.sense() == Sense.ZERO) {
        continue;
      }
      for (Monomial part : fact.difference().coefficients().keySet()) {
        NormalForm inverse = inverse(part);
        for (Monomial whole : pool) {
          NormalForm factor = NormalForm.of(whole, Rational.ONE).multiply(inverse);
          Monomial one = factor.coefficients().firstKey();
          boolean fits = !one.atoms().isEmpty() && positives.isPositive(one);
          if (fits && found.size() < MOST) {
            String text = TermPrinter.print(factor.toTerm()) + " times " + fact.text();
            NormalForm product = sums.canonical(fact.difference().multiply(factor));
            found.putIfAbsent(product.toString(), made(text, product, fact.sense()));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static NormalForm inverse(Monomial monomial) {
    NormalForm inverse = NormalForm.constant(Rational.ONE);
    for (Term atom : monomial.atoms()) {
      boolean power = atom instanceof Term.Apply apply && apply.head().equals("^");
      if (power
          && ((Term.Apply) atom).arguments().get(1) instanceof Term.Constant c
          && c.value().isInteger()
          && c.value().signum() < 0) {
        int exponent = -c.value().numerator().intValueExact();
        inverse =
            inverse.multiply(
                NormalForm.of(new Term.Power(((Term.Apply) atom).arguments().get(0), exponent)));
      } else {
        inverse = inverse.multiply(NormalForm.of(new Term.Power(atom, -1)));
      }
    }
    return inverse;
  }

  /** {@code |u| = sqrt(u^2)} and {@code sqrt(u)^2 = u}, of those that are spoken of. */
  public List<Assumption> roots() {
    List<Assumption> found = new ArrayList<>();
    for (Term.Apply apply : applications()) {
      boolean scalar =
          apply.arguments().size() == 1 && !(apply.arguments().get(0) instanceof Term.Variables);
      NormalForm of = scalar ? NormalForm.of(apply.arguments().get(0)) : NormalForm.ZERO;
      NormalForm value = NormalForm.of(apply);
      if (scalar && apply.head().equals("abs")) {
        Term square = of.multiply(of).toTerm();
        NormalForm root = NormalForm.of(new Term.Apply("sqrt", List.of(square)));
        found.add(made("|x| is the root of x^2", value.subtract(root), Sense.ZERO));
      } else if (scalar && apply.head().equals("sqrt")) {
        NormalForm square = value.multiply(value).subtract(of);
        found.add(made("the square of a root", square, Sense.ZERO));
      }
    }
    return found;
  }

  /** {@code f(u) = f(v)} wherever {@code u = v} follows from facts. */
  public List<Assumption> congruences(List<Assumption> from) {
    List<Assumption> found = new ArrayList<>();
    Map<Monomial, Integer> columns = new TreeMap<>();
    Elimination elimination = new Elimination(limits);
    for (Assumption fact : from) {
      if (fact.sense() == Sense.ZERO) {
        elimination.add(vector(fact.difference(), columns));
      }
    }
    forPairs(
        (first, second) -> {
          NormalForm gap = difference(first, second);
          if (elimination.combine(vector(gap, columns)).isPresent()) {
            found.add(
                made(print(first) + " = " + print(second), values(first, second), Sense.ZERO));
          }
        },
        head -> true);
    return found;
  }

  private static Map<Integer, Rational> vector(NormalForm form, Map<Monomial, Integer> columns) {
    Map<Integer, Rational> vector = new TreeMap<>();
    form.coefficients()
        .forEach(
            (monomial, c) -> vector.put(columns.computeIfAbsent(monomial, m -> columns.size()), c));
    return vector;
  }

  /** {@code f(u) >= f(v)} wherever f is monotone and the order of u and v follows from facts. */
  public List<Assumption> orders(List<Assumption> from) {
    List<Assumption> found = new ArrayList<>();
    for (boolean rising : new boolean[] {true, false}) {
      Set<String> functions = functions(rising ? "increasing" : "decreasing");
      forPairs(
          (first, second) -> {
            NormalForm gap = difference(first, second);
            for (boolean swap : new boolean[] {false, true}) {
              NormalForm up = swap ? gap.negate() : gap;
              if (follows(new Claim(up, Sense.NON_NEGATIVE), from)) {
                Term.Apply high = swap == rising ? second : first;
                Term.Apply low = swap == rising ? first : second;
                String text = print(high) + " >= " + print(low);
                found.add(made(text, values(high, low), Sense.NON_NEGATIVE));
              }
            }
          },
          functions::contains);
    }
    for (Assumption order : List.copyOf(found)) {
      for (NormalForm length : lengths()) {
        NormalForm product = sums.canonical(order.difference().multiply(length));
        found.add(made(length + " times " + order.text(), product, Sense.NON_NEGATIVE));
      }
    }
    return found;
  }

  /** The numbers of terms of the sums that the claim holds, none of which is negative. */
  private Set<NormalForm> lengths() {
    Set<NormalForm> found = new LinkedHashSet<>();
    Jensen.totals(
        raw.difference(),
        total -> {
          Index length = total.to().subtract(total.from()).plus(1);
          boolean one = length.coefficients().size() == 1;
          if (one && isNotNegative(length, length.coefficients().firstKey())) {
            found.add(NormalForm.of(length));
          }
        });
    return found;
  }

  private static String print(Term term) {
    return TermPrinter.print(term);
  }

  private static NormalForm difference(Term.Apply first, Term.Apply second) {
    return NormalForm.of(first.arguments().get(0))
        .subtract(NormalForm.of(second.arguments().get(0)));
  }

  private static NormalForm values(Term.Apply first, Term.Apply second) {
    return NormalForm.of(first).subtract(NormalForm.of(second));
  }

  private interface PairUse {
    void accept(Term.Apply first, Term.Apply second);
  }

  /** Pairs of values of one function of one scalar, of those that are meant. */
  private void forPairs(PairUse use, Predicate<String> functions) {
    List<Term.Apply> all = new ArrayList<>();
    for (Term.Apply apply : applications()) {
      boolean scalar =
          apply.arguments().size() == 1 && !(apply.arguments().get(0) instanceof Term.Variables);
      boolean meant = functions.test(apply.head());
      if (scalar && meant && !apply.head().equals("card")) {
        all.add(apply);
      }
    }
    for (int j = 1; j < all.size(); j++) {
      for (int i = 0; i < j && all.size() <= 24; i++) {
        if (all.get(i).head().equals(all.get(j).head())) {
          use.accept(all.get(i), all.get(j));
        }
      }
    }
  }

  private Set<Term.Apply> applications() {
    Set<Term.Apply> found = new LinkedHashSet<>();
    applications(claim.difference(), found);
    facts.forEach(fact -> applications(fact.difference(), found));
    return found;
  }

  static void applications(NormalForm form, Set<Term.Apply> found) {
    for (Term atom : form.atoms()) {
      if (atom instanceof Term.Apply apply) {
        found.add(apply);
        for (Term argument : apply.arguments()) {
          if (!(argument instanceof Term.Variables)) {
            applications(NormalForm.of(argument), found);
          }
        }
      }
    }
  }

  private boolean follows(Claim wanted, List<Assumption> from) {
    if (wanted.difference().isConstant()) {
      int sign = wanted.difference().constantValue().signum();
      return wanted.sense() == Sense.ZERO ? sign == 0 : sign >= 0;
    }
    try {
      Limits some = limits.atMost(SECONDS);
      List<Assumption> all = new ArrayList<>(from);
      all.addAll(multiplesFor(wanted, from));
      Set<Monomial> spoken = new LinkedHashSet<>();
      all.forEach(fact -> spoken.addAll(fact.difference().coefficients().keySet()));
      for (Monomial monomial : wanted.difference().coefficients().keySet()) {
        boolean told = monomial.isEntropy() || monomial.atoms().isEmpty();
        if (!told && !spoken.contains(monomial)) {
          return false;
        }
      }
      return new Prover().prove(wanted, all, some).isPresent();
    } catch (LimitReached e) {
      limits.check();
      return false;
    }
  }

  private List<Assumption> multiplesFor(Claim wanted, List<Assumption> from) {
    return new Analysis(wanted, from, List.of(), positives, times, limits).multiples(from);
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

  /** Jensen's inequality for means of a convex or concave function that are spoken of. */
  public List<Assumption> jensen() {
    List<NormalForm> all = new ArrayList<>(List.of(raw.difference()));
    given.forEach(fact -> all.add(fact.difference()));
    return new Jensen(shapes, sums, limits).instances(all, applications());
  }
}
