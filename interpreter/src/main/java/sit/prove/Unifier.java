package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Matches what a schema says with what is said: all the ways to put groups, sequences, densities,
 * functions, scalars and indices for its names so that the two are the same.
 */
final class Unifier {
  private static final int MOST = 200;
  private static final Set<String> CONSTANTS = Set.of("pi", "e");

  private final Set<String> functions;
  private final GroupMatcher groups;
  private final Limits limits;

  /**
   * A matcher.
   *
   * @param functions the names of functions in the schema that stand for any function
   * @param conditions the names of what is only given, and may be of any sort
   */
  Unifier(Set<String> functions, Set<String> conditions, Limits limits) {
    this.functions = functions;
    this.groups = new GroupMatcher(conditions);
    this.limits = limits;
  }

  private interface Next {
    List<Binding> of(Binding binding);
  }

  private static List<Binding> each(List<Binding> all, Next next) {
    Set<Binding> found = new LinkedHashSet<>();
    for (Binding binding : all) {
      if (found.size() < MOST) {
        found.addAll(next.of(binding));
      }
    }
    return List.copyOf(found);
  }

  private static List<Binding> list(Optional<Binding> binding) {
    return binding.map(List::of).orElse(List.of());
  }

  /** The ways to match an atom. */
  List<Binding> atom(Term schema, Term said, Binding known) {
    limits.check();
    if (schema instanceof Term.Symbol symbol && !CONSTANTS.contains(symbol.name())) {
      return scalar(symbol.name(), NormalForm.of(said), known);
    } else if (schema.getClass() != said.getClass()) {
      return List.of();
    } else if (schema instanceof Term.Average average) {
      Term.Average meant = (Term.Average) said;
      // what is averaged tells what the law draws
      return each(
          atom(average.body(), meant.body(), known), b -> law(average.law(), meant.law(), b));
    } else if (schema instanceof Term.Surprisal surprisal) {
      Term.Surprisal meant = (Term.Surprisal) said;
      return each(
          density(surprisal.density(), meant.density(), known),
          b -> group(surprisal.group(), meant.group(), b));
    } else if (schema instanceof Term.LogMean mean) {
      Term.LogMean meant = (Term.LogMean) said;
      return each(
          factor(mean.factor(), meant.factor(), known),
          b -> form(mean.exponent(), meant.exponent(), b));
    } else if (schema instanceof Term.Entropy entropy) {
      return group(entropy.group(), ((Term.Entropy) said).group(), known);
    } else if (schema instanceof Term.Variables variables) {
      return group(variables.group(), ((Term.Variables) said).group(), known);
    } else if (schema instanceof Term.Apply apply) {
      return apply(apply, (Term.Apply) said, known);
    } else if (schema instanceof Term.Measure measure) {
      Term.Measure meant = (Term.Measure) said;
      boolean alike =
          measure.name().equals(meant.name()) && measure.separators().equals(meant.separators());
      return alike ? arguments(measure.slots(), meant.slots(), known) : List.of();
    } else if (schema instanceof Term.Total total) {
      return total(total, (Term.Total) said, known);
    }
    return schema.equals(said) ? List.of(known) : List.of();
  }

  /** A scalar is a number: it depends on no outcome. */
  private List<Binding> scalar(String name, NormalForm value, Binding known) {
    if (known.indices().containsKey(name)) {
      return NormalForm.of(known.indices().get(name)).equals(value) ? List.of(known) : List.of();
    }
    return Expectations.free(value).isEmpty() ? list(known.scalar(name, value)) : List.of();
  }

  private List<Binding> apply(Term.Apply schema, Term.Apply said, Binding known) {
    Optional<Binding> head =
        functions.contains(schema.head())
            ? known.function(schema.head(), said.head())
            : schema.head().equals(said.head()) ? Optional.of(known) : Optional.empty();
    if (schema.head().equals("E")
        && schema.arguments().size() == 1
        && said.arguments().size() == 1) {
      NormalForm mine = moment(schema.arguments().get(0));
      NormalForm theirs = moment(said.arguments().get(0));
      return head.map(b -> form(mine, theirs, b)).orElse(List.of());
    }
    return head.map(b -> arguments(schema.arguments(), said.arguments(), b)).orElse(List.of());
  }

  /** What a mean is taken of, multiplied out: {@code (X - Y)^2} as {@code X*X - 2*X*Y + Y*Y}. */
  private static NormalForm moment(Term term) {
    if (!(term instanceof Term.Apply apply)) {
      boolean made = term instanceof Term.Sum || term instanceof Term.Product;
      return made ? NormalForm.of(term).replace(Unifier::moment) : NormalForm.of(term);
    }
    List<Term> parts = apply.arguments();
    if (parts.size() == 2 && apply.head().equals("^") && parts.get(1) instanceof Term.Constant c) {
      boolean square = c.value().equals(Rational.TWO);
      NormalForm base = moment(parts.get(0));
      return square ? base.multiply(base) : NormalForm.of(term);
    } else if (parts.size() == 2) {
      return switch (apply.head()) {
        case "+" -> moment(parts.get(0)).add(moment(parts.get(1)));
        case "-" -> moment(parts.get(0)).subtract(moment(parts.get(1)));
        case "*" -> moment(parts.get(0)).multiply(moment(parts.get(1)));
        default -> NormalForm.of(term);
      };
    }
    return NormalForm.of(term);
  }

  private List<Binding> arguments(List<Term> schema, List<Term> said, Binding known) {
    if (schema.size() != said.size()) {
      return List.of();
    }
    List<Binding> all = List.of(known);
    for (int k = 0; k < schema.size(); k++) {
      Term one = schema.get(k);
      Term other = said.get(k);
      boolean variables = one instanceof Term.Variables || other instanceof Term.Variables;
      all =
          each(
              all,
              b ->
                  variables
                      ? one.getClass() == other.getClass() ? atom(one, other, b) : List.of()
                      : form(NormalForm.of(one), NormalForm.of(other), b));
    }
    return all;
  }

  private List<Binding> total(Term.Total schema, Term.Total said, Binding known) {
    NormalForm body =
        HorizonForm.put(NormalForm.of(said.body()), said.index(), Index.symbol(schema.index()));
    return list(
            known
                .index(schema.index(), Index.symbol(schema.index()))
                .flatMap(b -> b.index(schema.from(), said.from()))
                .flatMap(b -> b.index(schema.to(), said.to())))
        .stream()
        .flatMap(b -> form(NormalForm.of(schema.body()), body, b).stream())
        .toList();
  }

  private List<Binding> density(Density schema, Density said, Binding known) {
    if (schema instanceof Density.Named named) {
      boolean own = said instanceof Density.Own;
      return own
          ? List.of()
          : each(
              each(list(known.density(named.name(), said)), b -> group(named.of(), said.of(), b)),
              b -> group(named.given(), said.given(), b));
    } else if (schema instanceof Density.Tilted tilted && said instanceof Density.Tilted meant) {
      return each(
          factor(tilted.base(), meant.base(), known),
          b -> form(tilted.exponent(), meant.exponent(), b));
    }
    return schema.equals(said) ? List.of(known) : List.of();
  }

  private List<Binding> law(Law schema, Law said, Binding known) {
    if (schema.factors().size() != said.factors().size()) {
      return List.of();
    }
    List<Binding> all = List.of(known);
    for (int k = 0; k < schema.factors().size(); k++) {
      Law.Factor one = schema.factors().get(k);
      Law.Factor other = said.factors().get(k);
      all = each(all, b -> factor(one, other, b));
    }
    return all;
  }

  private List<Binding> factor(Law.Factor schema, Law.Factor said, Binding known) {
    return each(
        each(
            density(schema.density(), said.density(), known),
            b -> group(schema.of(), said.of(), b)),
        b -> group(schema.given(), said.given(), b));
  }

  /** The ways to match an expression. */
  List<Binding> form(NormalForm schema, NormalForm said, Binding known) {
    return form(new ArrayList<>(schema.coefficients().keySet()), schema, said, Rational.ONE, known);
  }

  /** The same, where all of what the schema says may be multiplied by one number. */
  List<Binding> multiple(NormalForm schema, NormalForm said, boolean anySign, Binding known) {
    Set<Rational> scales = new LinkedHashSet<>();
    for (Rational mine : schema.coefficients().values()) {
      said.coefficients().values().forEach(theirs -> scales.add(theirs.divide(mine)));
    }
    Set<Binding> found = new LinkedHashSet<>();
    for (Rational scale : scales) {
      if (anySign || scale.signum() > 0) {
        List<Monomial> rest = new ArrayList<>(schema.coefficients().keySet());
        found.addAll(form(rest, schema, said, scale, known));
      }
    }
    return List.copyOf(found);
  }

  private List<Binding> form(
      List<Monomial> rest, NormalForm schema, NormalForm said, Rational scale, Binding known) {
    limits.check();
    if (rest.isEmpty()) {
      return said.isZero() ? List.of(known) : List.of();
    }
    NormalForm ready =
        put(NormalForm.of(rest.get(0), schema.coefficients().get(rest.get(0))), known);
    if (isBound(rest.get(0), known)) {
      NormalForm left = said.subtract(ready.scale(scale));
      return form(rest.subList(1, rest.size()), schema, left, scale, known);
    }
    // what has names of groups, densities and functions comes before what is a scalar alone
    Monomial next = rest.get(0);
    for (Monomial monomial : rest) {
      if (openness(monomial, known) < openness(next, known)) {
        next = monomial;
      }
    }
    List<Monomial> others = new ArrayList<>(rest);
    others.remove(next);
    Rational coefficient = schema.coefficients().get(next).multiply(scale);
    Set<Binding> found = new LinkedHashSet<>();
    if (others.isEmpty()) {
      found.addAll(solved(next, coefficient, said, known));
    }
    for (Map.Entry<Monomial, Rational> entry : said.coefficients().entrySet()) {
      for (Binding binding : monomial(next, coefficient, entry.getKey(), entry.getValue(), known)) {
        try {
          NormalForm taken = binding.of(NormalForm.of(next, coefficient));
          found.addAll(form(others, schema, said.subtract(taken), scale, binding));
        } catch (IllegalArgumentException e) {
          // there is no such density
          continue;
        }
      }
    }
    if (mayVanish(next, known)) {
      found.addAll(form(others, schema, said, scale, known));
    }
    return List.copyOf(found);
  }

  /** How little a product says: what has many scalars that are open is matched last. */
  private int openness(Monomial monomial, Binding known) {
    int open = 0;
    for (Term atom : monomial.atoms()) {
      boolean scalar = atom instanceof Term.Symbol s && !CONSTANTS.contains(s.name());
      open += scalar && !known.scalars().containsKey(((Term.Symbol) atom).name()) ? 1 : 0;
    }
    return isBound(monomial, known)
        ? -1
        : open + (isScalar(monomial) ? monomial.atoms().size() + 10 : 0);
  }

  private static NormalForm put(NormalForm form, Binding known) {
    try {
      return known.of(form);
    } catch (IllegalArgumentException e) {
      return form;
    }
  }

  /** An entropy of nothing is zero: a group that was put to be empty leaves none. */
  private static boolean mayVanish(Monomial monomial, Binding known) {
    return monomial.isEntropy() && known.of(monomial.group()).isEmpty();
  }

  private boolean isScalar(Monomial monomial) {
    return monomial.atoms().stream().allMatch(a -> a instanceof Term.Symbol || isPower(a));
  }

  private static boolean isPower(Term atom) {
    return atom instanceof Term.Apply apply && apply.head().equals("^");
  }

  /** Whether nothing in it is open. */
  private boolean isBound(Monomial monomial, Binding known) {
    return new Open(functions, known).of(NormalForm.of(monomial, Rational.ONE)).isEmpty();
  }

  /** One scalar that is open takes all that is left. */
  private List<Binding> solved(
      Monomial schema, Rational coefficient, NormalForm said, Binding known) {
    List<Term> fixed = new ArrayList<>();
    String open = null;
    for (Term atom : schema.atoms()) {
      boolean scalar =
          atom instanceof Term.Symbol symbol && !known.scalars().containsKey(symbol.name());
      scalar &= atom instanceof Term.Symbol s && !CONSTANTS.contains(s.name());
      if (scalar && open == null) {
        open = ((Term.Symbol) atom).name();
      } else {
        fixed.add(atom);
      }
    }
    if (open == null || !isBound(new Monomial(fixed), known)) {
      return List.of();
    }
    NormalForm divisor = known.of(NormalForm.of(new Monomial(fixed), coefficient));
    if (divisor.coefficients().size() != 1) {
      return List.of();
    }
    NormalForm value = NormalForm.ZERO;
    Monomial by = divisor.coefficients().firstKey();
    for (Map.Entry<Monomial, Rational> entry : said.coefficients().entrySet()) {
      List<Term> rest = new ArrayList<>(entry.getKey().atoms());
      for (Term atom : by.atoms()) {
        if (!rest.remove(atom)) {
          return List.of();
        }
      }
      Rational c = entry.getValue().divide(divisor.coefficients().get(by));
      value = value.add(NormalForm.of(new Monomial(rest), c));
    }
    return value.isZero() ? List.of() : scalar(open, value, known);
  }

  /** The ways in which each atom of one product is one of another, a scalar taking what is left. */
  private List<Binding> monomial(
      Monomial schema, Rational coefficient, Monomial said, Rational value, Binding known) {
    List<Term> plain = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Term atom : schema.atoms()) {
      boolean scalar = atom instanceof Term.Symbol symbol && !CONSTANTS.contains(symbol.name());
      if (scalar && !known.scalars().containsKey(((Term.Symbol) atom).name())) {
        open.add(((Term.Symbol) atom).name());
      } else {
        plain.add(atom);
      }
    }
    if (open.size() > 1 || open.isEmpty() && !coefficient.equals(value)) {
      return List.of();
    }
    return products(plain, said.atoms(), open, value.divide(coefficient), known);
  }

  private List<Binding> products(
      List<Term> schema, List<Term> said, List<String> open, Rational value, Binding known) {
    if (schema.isEmpty()) {
      return open.isEmpty()
          ? said.isEmpty() ? List.of(known) : List.of()
          : scalar(open.get(0), NormalForm.of(new Monomial(said), value), known);
    }
    Set<Binding> found = new LinkedHashSet<>();
    List<Term> others = schema.subList(1, schema.size());
    for (int k = 0; k < said.size(); k++) {
      List<Term> rest = new ArrayList<>(said);
      rest.remove(k);
      for (Binding binding : atom(schema.get(0), said.get(k), known)) {
        found.addAll(products(others, rest, open, value, binding));
      }
    }
    return List.copyOf(found);
  }

  private List<Binding> group(Group schema, Group said, Binding known) {
    return groups.match(schema, said, known);
  }
}
