package sit.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import sit.exact.Rational;

/**
 * A polynomial with rational coefficients over atoms; entropies are atoms. Two expressions that are
 * equal by linear algebra over joint entropies have one normal form. Coefficients are never zero.
 */
public record NormalForm(SortedMap<Monomial, Rational> coefficients) {
  public static final NormalForm ZERO = new NormalForm(new TreeMap<>());

  public NormalForm {
    TreeMap<Monomial, Rational> kept = new TreeMap<>();
    coefficients.forEach(
        (monomial, c) -> {
          if (!c.isZero()) {
            kept.put(monomial, c);
          }
        });
    coefficients = Collections.unmodifiableSortedMap(kept);
  }

  public static NormalForm constant(Rational value) {
    return new NormalForm(new TreeMap<>(java.util.Map.of(Monomial.ONE, value)));
  }

  public static NormalForm of(Monomial monomial, Rational coefficient) {
    return new NormalForm(new TreeMap<>(java.util.Map.of(monomial, coefficient)));
  }

  /** An index as a number. */
  public static NormalForm of(Index index) {
    NormalForm sum = constant(Rational.of(index.constant()));
    for (var entry : index.coefficients().entrySet()) {
      NormalForm symbol = of(new Term.Symbol(entry.getKey()));
      sum = sum.add(symbol.scale(Rational.of(entry.getValue())));
    }
    return sum;
  }

  /** The joint entropy of a group; zero for the empty group. */
  public static NormalForm entropy(Group group) {
    return group.isEmpty() ? ZERO : of(Monomial.of(new Term.Entropy(group)), Rational.ONE);
  }

  /**
   * {@code I(a; b | c)} in joint entropies (Yeung 2008, (2.43)); with {@code a = b} it is {@code
   * H(a | c)}.
   */
  public static NormalForm mutualInformation(Group a, Group b, Group c) {
    return entropy(a.union(c))
        .add(entropy(b.union(c)))
        .subtract(entropy(a.union(b).union(c)))
        .subtract(entropy(c));
  }

  /**
   * The normal form of a term in which every measure is unfolded; what is not, is kept as an atom.
   *
   * @throws ArithmeticException on a division by zero
   */
  public static NormalForm of(Term term) {
    if (term instanceof Term.Constant constant) {
      return constant(constant.value());
    } else if (term instanceof Term.Entropy entropy) {
      return entropy(entropy.group());
    } else if (term instanceof Term.Sum sum) {
      TreeMap<Monomial, Rational> total = new TreeMap<>();
      for (Term part : sum.terms()) {
        of(part).coefficients.forEach((m, c) -> total.merge(m, c, Rational::add));
      }
      return new NormalForm(total);
    } else if (term instanceof Term.Product product) {
      NormalForm result = constant(Rational.ONE);
      for (Term factor : product.factors()) {
        result = result.multiply(of(factor));
      }
      return result;
    } else if (term instanceof Term.Power power) {
      return power(power);
    } else if (term instanceof Term.Apply apply) {
      List<Term> arguments = new ArrayList<>();
      for (Term argument : apply.arguments()) {
        arguments.add(argument instanceof Term.Variables ? argument : of(argument).toTerm());
      }
      return of(Monomial.of(new Term.Apply(apply.head(), arguments)), Rational.ONE);
    }
    return of(Monomial.of(term), Rational.ONE);
  }

  private static NormalForm power(Term.Power power) {
    NormalForm base = of(power.base());
    int exponent = power.exponent();
    if (base.isConstant()) {
      return constant(base.constantValue().pow(exponent));
    }
    if (exponent < 0 && base.coefficients.size() == 1) {
      // a monomial has an inverse: each atom to the power -1 is an atom that cancels against it
      Monomial monomial = base.coefficients.firstKey();
      NormalForm inverse = constant(base.coefficients.get(monomial).pow(exponent));
      for (Term atom : monomial.atoms()) {
        Term inverted = new Term.Apply("^", List.of(atom, Term.constant(exponent)));
        inverse = inverse.multiply(of(Monomial.of(inverted), Rational.ONE));
      }
      return inverse;
    }
    if (exponent < 0) {
      Term kept = new Term.Apply("^", List.of(base.toTerm(), Term.constant(exponent)));
      return of(Monomial.of(kept), Rational.ONE);
    }
    NormalForm result = constant(Rational.ONE);
    for (int k = 0; k < exponent; k++) {
      result = result.multiply(base);
    }
    return result;
  }

  public NormalForm add(NormalForm other) {
    TreeMap<Monomial, Rational> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((m, c) -> sum.merge(m, c, Rational::add));
    return new NormalForm(sum);
  }

  public NormalForm subtract(NormalForm other) {
    return add(other.scale(Rational.MINUS_ONE));
  }

  public NormalForm negate() {
    return scale(Rational.MINUS_ONE);
  }

  public NormalForm scale(Rational factor) {
    TreeMap<Monomial, Rational> scaled = new TreeMap<>();
    coefficients.forEach((m, c) -> scaled.put(m, c.multiply(factor)));
    return new NormalForm(scaled);
  }

  public NormalForm multiply(NormalForm other) {
    TreeMap<Monomial, Rational> product = new TreeMap<>();
    coefficients.forEach(
        (m, c) ->
            other.coefficients.forEach(
                (k, d) ->
                    product.merge(Inverses.cancel(m.multiply(k)), c.multiply(d), Rational::add)));
    return new NormalForm(product);
  }

  public boolean isZero() {
    return coefficients.isEmpty();
  }

  public boolean isConstant() {
    return coefficients.isEmpty()
        || coefficients.size() == 1 && coefficients.containsKey(Monomial.ONE);
  }

  /** The coefficient of one. */
  public Rational constantValue() {
    return coefficient(Monomial.ONE);
  }

  public Rational coefficient(Monomial monomial) {
    return coefficients.getOrDefault(monomial, Rational.ZERO);
  }

  /** All random variables whose entropies occur, also inside products and functions. */
  public SortedSet<Variable> variables() {
    SortedSet<Variable> all = new TreeSet<>();
    coefficients.keySet().forEach(m -> m.atoms().forEach(a -> addVariables(a, all)));
    return all;
  }

  private static void addVariables(Term term, SortedSet<Variable> all) {
    if (term instanceof Term.Entropy entropy) {
      all.addAll(entropy.group().variables());
    } else if (term instanceof Term.Variables variables) {
      all.addAll(variables.group().variables());
    } else if (term instanceof Term.Apply apply) {
      apply.arguments().forEach(a -> addVariables(a, all));
    } else if (term instanceof Term.Sum sum) {
      sum.terms().forEach(t -> addVariables(t, all));
    } else if (term instanceof Term.Product product) {
      product.factors().forEach(t -> addVariables(t, all));
    } else if (term instanceof Term.Power power) {
      addVariables(power.base(), all);
    } else if (term instanceof Term.Measure measure) {
      measure.slots().forEach(s -> addVariables(s, all));
    } else if (term instanceof Term.Total total) {
      addVariables(total.body(), all);
    } else if (term instanceof Term.Average average) {
      all.addAll(average.law().variables().variables());
      average.law().factors().forEach(factor -> addSymbolic(factor.density(), all));
      addVariables(average.body(), all);
    } else if (term instanceof Term.Surprisal surprisal) {
      all.addAll(surprisal.group().variables());
      addSymbolic(surprisal.density(), all);
    } else if (term instanceof Term.LogMean mean) {
      addSymbolic(mean.factor().density(), all);
      all.addAll(mean.factor().of().union(mean.factor().given()).variables());
      all.addAll(mean.exponent().variables());
    }
  }

  /** How many letters a density is of may matter where only some are spoken of. */
  private static void addSymbolic(Density density, SortedSet<Variable> all) {
    if (density instanceof Density.Tilted tilted) {
      addSymbolic(tilted.base().density(), all);
      all.addAll(tilted.exponent().variables());
    }
    density.all().variables().stream().filter(Variable::isSymbolic).forEach(all::add);
  }

  /** The polynomial with something in the place of each atom. */
  public NormalForm replace(Function<Term, NormalForm> atoms) {
    NormalForm total = ZERO;
    for (var entry : coefficients.entrySet()) {
      NormalForm product = constant(entry.getValue());
      for (Term atom : entry.getKey().atoms()) {
        product = product.multiply(atoms.apply(atom));
      }
      total = total.add(product);
    }
    return total;
  }

  /** The scalars that stand as atoms, and the index symbols of letters and blocks. */
  public Set<String> symbols() {
    Set<String> names = new TreeSet<>(Substitution.symbols(this));
    atoms().forEach(atom -> addSymbols(atom, names));
    return names;
  }

  private static void addSymbols(Term atom, Set<String> names) {
    if (atom instanceof Term.Symbol symbol) {
      names.add(symbol.name());
    } else if (atom instanceof Term.Average average) {
      average.law().factors().forEach(factor -> addSymbols(factor.density(), names));
      addSymbols(average.body(), names);
      if (average.body() instanceof Term.Apply function) {
        function.arguments().forEach(a -> names.addAll(of(a).symbols()));
      }
    } else if (atom instanceof Term.Surprisal surprisal) {
      addSymbols(surprisal.density(), names);
    } else if (atom instanceof Term.LogMean mean) {
      addSymbols(mean.factor().density(), names);
      names.addAll(mean.exponent().symbols());
    }
  }

  private static void addSymbols(Density density, Set<String> names) {
    if (density instanceof Density.Tilted tilted) {
      addSymbols(tilted.base().density(), names);
      names.addAll(tilted.exponent().symbols());
    }
  }

  /** What the monomials are products of. */
  public Set<Term> atoms() {
    Set<Term> atoms = new LinkedHashSet<>();
    coefficients.keySet().forEach(monomial -> atoms.addAll(monomial.atoms()));
    return atoms;
  }

  /** Whether every atom is an entropy or a scalar, so that nothing is divided by. */
  public boolean isPlain() {
    return atoms().stream()
        .allMatch(atom -> atom instanceof Term.Entropy || atom instanceof Term.Symbol);
  }

  /** Whether every monomial is one entropy or the constant: then Shannon's inequalities apply. */
  public boolean isLinearInEntropies() {
    return coefficients.keySet().stream().allMatch(m -> m.isEntropy() || m.equals(Monomial.ONE));
  }

  /** The same polynomial as a term. */
  public Term toTerm() {
    List<Term> terms = new ArrayList<>();
    coefficients.forEach(
        (m, c) -> {
          List<Term> factors = new ArrayList<>();
          if (!c.isOne() || m.atoms().isEmpty()) {
            factors.add(new Term.Constant(c));
          }
          factors.addAll(m.atoms());
          terms.add(factors.size() == 1 ? factors.get(0) : new Term.Product(factors));
        });
    return terms.isEmpty() ? Term.constant(0) : Term.sum(terms);
  }

  @Override
  public String toString() {
    return TermPrinter.print(toTerm());
  }
}
