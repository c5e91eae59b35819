package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.check.Reading;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.proof.Sides;
import sit.source.ReportedError;
import sit.source.Source;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Times;
import sit.term.Variable.Letter;
import sit.typed.Property;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Value;

/** Turns typed claims and facts into the normal form in which they are proved. */
final class Claims {
  private static final int LONGEST = 64;

  /** What the indices of a property have after their names until they are told from others. */
  private static final String OWN = "'";

  private final Environment environment;
  private final Limits limits;
  private final Locals indices;
  private final Set<String> kept;
  private final Conditions conditions = new Conditions();

  /**
   * A reader of claims.
   *
   * @param indices values of index symbols, to look at one horizon; none to look at all
   */
  Claims(Environment environment, Limits limits, Locals indices) {
    this(environment, limits, indices, Set.of());
  }

  /** The same, where the values of some functions are kept as they stand. */
  Claims(Environment environment, Limits limits, Locals indices, Set<String> kept) {
    this.kept = kept;
    this.environment = environment;
    this.limits = limits;
    this.indices = indices;
  }

  private Evaluator evaluator(Source source) {
    return new Evaluator(environment, source, limits, new Domain.Entropies(kept, conditions));
  }

  /** Under which conditions what was read until now makes sense, if these two are what is left. */
  List<String> conditions(NormalForm left, NormalForm right) {
    return conditions.of(left, right);
  }

  /** An expression with every measure unfolded. */
  NormalForm form(TypedExpr expr, Source source) {
    Value value = evaluator(source).evaluate(expr, indices);
    Term term = new Operations(evaluator(source)).term(value, expr.span());
    try {
      return NormalForm.of(term);
    } catch (ArithmeticException e) {
      throw new EvalErrors(source).undefinedOperation(expr.span(), "division by zero");
    }
  }

  /**
   * The two sides of a relation. Densities are compared by their logarithms.
   *
   * @param relation {@code =}, {@code <=} or {@code >=}
   */
  List<NormalForm> forms(TypedExpr left, TypedExpr right, Source source) {
    List<TypedExpr> sides = List.of(left, right);
    if (sides.stream().noneMatch(side -> side.type() == Type.DENSITY)) {
      List<NormalForm> forms = List.of(form(left, source), form(right, source));
      // what holds whatever the free outcomes are holds under every law of them
      return forms.stream().anyMatch(Claims::speaksOfOutcomes)
          ? forms.stream().map(form -> Expectations.average(Law.BASE, form)).toList()
          : forms;
    }
    return new Densities(evaluator(source)).logarithms(sides, indices);
  }

  private static boolean speaksOfOutcomes(NormalForm form) {
    return Expectations.speaksOfDensities(form) || !Expectations.areRandom(Expectations.free(form));
  }

  /** The variables that an expression speaks of, also where they cancel. */
  SortedSet<sit.term.Variable> mentioned(TypedExpr expr, Source source) {
    Domain kept = new Domain.OneLevel(Optional.of(""), false);
    Evaluator evaluator = new Evaluator(environment, source, limits, kept);
    try {
      Term term = new Operations(evaluator).term(evaluator.evaluate(expr, indices), expr.span());
      return NormalForm.of(term).variables();
    } catch (ReportedError e) {
      // it names a letter before the first, which is nothing in a claim
      return form(expr, source).variables();
    }
  }

  Claim claim(NormalForm left, String relation, NormalForm right) {
    return switch (relation) {
      case "<=", "<" -> Claim.atMost(left, right);
      case ">=", ">" -> Claim.atLeast(left, right);
      default -> Claim.equal(left, right);
    };
  }

  /** The claim with its sides in entropies and informations, where these say the same. */
  Claim stated(Claim claim, TypedExpr left, String relation, TypedExpr right, Source source) {
    Optional<Term> first = sides(left, source);
    Optional<Term> second = sides(right, source);
    if (first.isEmpty() || second.isEmpty()) {
      return claim;
    }
    Claim stated = claim.with(new Sides(first.get(), Sides.Relation.of(relation), second.get()));
    return Reading.agrees(stated) ? stated : claim;
  }

  private Optional<Term> sides(TypedExpr expr, Source source) {
    Evaluator evaluator = new Evaluator(environment, source, limits, new Domain.Informations());
    try {
      Value value = evaluator.evaluate(expr, indices);
      return Optional.of(new Operations(evaluator).term(value, expr.span()));
    } catch (ReportedError e) {
      // it names a letter before the first, which is nothing in a claim
      return Optional.empty();
    }
  }

  private Group group(TypedExpr expr, Source source) {
    return evaluator(source).variables(expr, indices).group();
  }

  /** What a fact says, possibly in several equations; free indices stand in it as they are. */
  List<Assumption> assumptions(TypedStatement.Fact fact, Source source) {
    String text = source.phrase(fact.span());
    if (fact instanceof TypedStatement.Fact.Markov markov) {
      List<Assumption> all = new ArrayList<>();
      Group past = group(markov.chain().get(0), source);
      for (int i = 1; i + 1 < markov.chain().size(); i++) {
        Group present = group(markov.chain().get(i), source);
        Group future = group(markov.chain().get(i + 1), source);
        NormalForm zero =
            NormalForm.mutualInformation(past.minus(present), future.minus(present), present);
        all.add(Assumption.zero(Assumption.Kind.MARKOV, text, zero));
        past = past.union(present);
      }
      return all;
    } else if (fact instanceof TypedStatement.Fact.Independent independent) {
      Group given = independent.given().map(g -> group(g, source)).orElse(Group.EMPTY);
      List<Assumption> all = new ArrayList<>();
      Group before = group(independent.groups().get(0), source);
      for (TypedExpr next : independent.groups().subList(1, independent.groups().size())) {
        Group group = group(next, source);
        NormalForm zero = NormalForm.mutualInformation(before, group, given);
        all.add(Assumption.zero(Assumption.Kind.INDEPENDENCE, text, zero));
        before = before.union(group);
      }
      return all;
    } else if (fact instanceof TypedStatement.Fact.Function function) {
      Group of = group(function.of(), source);
      Group from = Group.EMPTY;
      for (TypedExpr argument : function.arguments()) {
        from = from.union(group(argument, source));
      }
      if (of.isContinuous()) {
        throw new EvalErrors(source).singular(function.of().span(), of.toString());
      }
      NormalForm zero = NormalForm.entropy(of.union(from)).subtract(NormalForm.entropy(from));
      return List.of(Assumption.zero(Assumption.Kind.FUNCTION, text, zero));
    }
    return relations(fact, text, source);
  }

  private List<Assumption> relations(TypedStatement.Fact fact, String text, Source source) {
    if (fact instanceof TypedStatement.Fact.Equation equation) {
      Group of = group(equation.of(), source);
      return new Equations(evaluator(source), indices).facts(equation, of, text);
    } else if (fact instanceof TypedStatement.Fact.Shaped) {
      return List.of();
    }
    if (fact instanceof TypedStatement.Fact.SameLaw law) {
      Group left = group(law.left(), source);
      if (law.right() instanceof TypedExpr.Apply known) {
        return List.of(new Unknowns(evaluator(source)).law(left, known, text, indices));
      }
      Group right = group(law.right(), source);
      Stationarity.require(left, right, law.span(), new EvalErrors(source));
      NormalForm zero = NormalForm.entropy(right).subtract(NormalForm.entropy(left));
      return List.of(Assumption.zero(Assumption.Kind.STATIONARY, text, zero));
    } else if (fact instanceof TypedStatement.Fact.Named named) {
      return named(named, text, source);
    }
    TypedStatement.Claim claim = ((TypedStatement.Fact.Related) fact).claim();
    List<Assumption> all = new ArrayList<>();
    for (int i = 0; i < claim.relations().size(); i++) {
      List<NormalForm> sides = forms(claim.sides().get(i), claim.sides().get(i + 1), source);
      Claim stated = claim(sides.get(0), claim.relations().get(i), sides.get(1));
      boolean strict = claim.relations().get(i).matches("[<>]");
      Assumption.Kind kind = strict ? Assumption.Kind.POSITIVE : Assumption.Kind.RELATION;
      all.add(new Assumption(kind, text, stated.difference(), stated.sense()));
      if (strict && stated.sense() == Sense.NON_NEGATIVE) {
        // that it is not zero is said by its inverse
        NormalForm inverse = NormalForm.of(new Term.Power(stated.difference().toTerm(), -1));
        all.add(new Assumption(Assumption.Kind.RELATION, text, inverse, Sense.NON_NEGATIVE));
      }
    }
    return all;
  }

  /** What a property says; its indices get names that nobody can write. */
  private List<Assumption> named(TypedStatement.Fact.Named named, String text, Source source) {
    Property property = named.property();
    Locals bound = Locals.NONE;
    int parameters = property.parameters().size();
    for (int i = 0; i < named.arguments().size(); i++) {
      TypedExpr argument = named.arguments().get(i);
      Value value = evaluator(source).evaluate(argument, indices);
      if (i < parameters && evaluator(source).integer(argument, indices, "a parameter") < 0) {
        throw new EvalErrors(source)
            .wrongValue(argument.span(), "a parameter", "0 or more", Terms.print(value));
      }
      String name =
          i < parameters ? property.parameters().get(i) : property.groups().get(i - parameters);
      bound = bound.with(name, value);
    }
    Claims inside = new Claims(environment, limits, bound);
    List<Assumption> all = new ArrayList<>();
    for (TypedStatement.Fact fact : property.facts()) {
      for (Assumption said : inside.assumptions(fact, property.source())) {
        NormalForm form = said.difference();
        for (String symbol : Substitution.symbols(form)) {
          String own = symbol.endsWith(OWN) ? symbol : symbol + OWN;
          form = new Substitution(symbol, Index.symbol(own)).apply(form);
        }
        all.add(new Assumption(said.kind(), text, form, said.sense()));
      }
    }
    return all;
  }

  /**
   * Every fact as it was stated, with its free indices.
   *
   * @param about what the indices of properties must not be taken for
   */
  List<Assumption> stated(List<Environment.Stated> facts, NormalForm about) {
    Set<String> taken = new TreeSet<>(Substitution.symbols(about));
    about.atoms().forEach(atom -> taken.addAll(free(atom)));
    List<Assumption> stated = new ArrayList<>();
    for (Environment.Stated fact : facts) {
      for (Assumption said : assumptions(fact.fact(), fact.source())) {
        stated.add(
            new Assumption(
                said.kind(), said.text(), renamed(said.difference(), taken), said.sense()));
      }
    }
    return stated;
  }

  private static Set<String> free(Term atom) {
    Set<String> free = new TreeSet<>();
    if (atom instanceof Term.Symbol symbol) {
      free.add(symbol.name());
    } else if (atom instanceof Term.Total total) {
      free.addAll(total.from().coefficients().keySet());
      free.addAll(total.to().coefficients().keySet());
    }
    return free;
  }

  /** The indices of properties under names that a reader knows. */
  private static NormalForm renamed(NormalForm form, Set<String> taken) {
    Set<String> symbols = Substitution.symbols(form);
    Set<String> used = new TreeSet<>(taken);
    used.addAll(symbols);
    NormalForm renamed = form;
    for (String symbol : symbols) {
      if (symbol.endsWith(OWN)) {
        String name = symbol.substring(0, symbol.length() - OWN.length());
        for (int k = 0; used.contains(name); k++) {
          name = "tsuvijkl".substring(k % 8, k % 8 + 1) + (k < 8 ? "" : "" + k);
        }
        used.add(name);
        renamed = new Substitution(symbol, Index.symbol(name)).apply(renamed);
      }
    }
    return renamed;
  }

  /**
   * Every fact that is known, at every time up to the last letter that the claim or another fact
   * mentions.
   */
  List<Assumption> known(List<Environment.Stated> facts, List<NormalForm> about) {
    List<Assumption> stated = stated(facts, NormalForm.ZERO);
    List<NormalForm> all = new ArrayList<>(about);
    stated.forEach(a -> all.add(a.difference()));
    int last = Math.min(LONGEST, lastLetter(all));
    Set<Assumption> known = new LinkedHashSet<>();
    for (Assumption assumption : stated) {
      List<NormalForm> instances =
          assumption.kind() == Assumption.Kind.STATIONARY
              ? Stationarity.instances(assumption.difference(), last)
              : instances(assumption.difference(), last);
      for (NormalForm instance : instances) {
        if (!instance.isZero()) {
          Assumption at =
              new Assumption(assumption.kind(), assumption.text(), instance, assumption.sense());
          known.add(at);
        }
      }
    }
    return List.copyOf(known);
  }

  private static int lastLetter(List<NormalForm> forms) {
    int last = 0;
    for (NormalForm form : forms) {
      for (sit.term.Variable variable : form.variables()) {
        if (variable instanceof Letter letter && letter.at().value().isPresent()) {
          last = Math.max(last, letter.at().value().getAsInt());
        }
      }
    }
    return last;
  }

  private static List<NormalForm> instances(NormalForm form, int last) {
    List<TreeMap<String, Index>> times = new ArrayList<>(List.of(new TreeMap<>()));
    for (String symbol : Substitution.symbols(form)) {
      List<TreeMap<String, Index>> next = new ArrayList<>();
      for (TreeMap<String, Index> each : times) {
        for (int t = 1; t <= last; t++) {
          TreeMap<String, Index> longer = new TreeMap<>(each);
          longer.put(symbol, Index.of(t));
          next.add(longer);
        }
      }
      times = next;
    }
    List<NormalForm> all = new ArrayList<>();
    for (TreeMap<String, Index> at : times) {
      if (at.isEmpty() || Times.areMeant(form, at, Claims::isNotNegative)) {
        try {
          all.add(put(form, at));
        } catch (IllegalArgumentException e) {
          // a density of so many letters has no such letter
          continue;
        }
      }
    }
    return all;
  }

  /** A statement at certain times. */
  static NormalForm put(NormalForm form, Map<String, Index> at) {
    NormalForm put = form;
    for (Map.Entry<String, Index> entry : at.entrySet()) {
      put = new Substitution(entry.getKey(), entry.getValue()).apply(put);
    }
    return put;
  }

  static boolean isNotNegative(Index index) {
    return index.value().isPresent() && index.value().getAsInt() >= 0;
  }

  /** The variable of a declared name: {@code W}, {@code X[2]}. */
  static sit.term.Variable variable(String name) {
    int bracket = name.indexOf('[');
    boolean letter = bracket > 0 && name.endsWith("]");
    if (letter) {
      String index = name.substring(bracket + 1, name.length() - 1);
      if (!index.isEmpty() && index.chars().allMatch(Character::isDigit)) {
        return new Letter(name.substring(0, bracket), Index.of(Integer.parseInt(index)));
      }
    }
    return new sit.term.Variable.Single(name);
  }
}
