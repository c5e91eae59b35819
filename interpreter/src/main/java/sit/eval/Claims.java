package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.source.ReportedError;
import sit.source.Source;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Times;
import sit.term.Variable.Letter;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Value;

/** Turns typed claims and facts into the normal form in which they are proved. */
final class Claims {
  private static final int LONGEST = 64;

  private final Environment environment;
  private final Limits limits;
  private final Locals indices;
  private final Set<String> kept;

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
    return new Evaluator(environment, source, limits, new Domain.Entropies(kept));
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
    if (fact instanceof TypedStatement.Fact.Equation equation) {
      return equation(equation, text, source);
    }
    if (!(fact instanceof TypedStatement.Fact.Related related)) {
      return List.of();
    }
    TypedStatement.Claim claim = related.claim();
    List<Assumption> all = new ArrayList<>();
    for (int i = 0; i < claim.relations().size(); i++) {
      NormalForm left = form(claim.sides().get(i), source);
      NormalForm right = form(claim.sides().get(i + 1), source);
      String relation = claim.relations().get(i);
      boolean strict = relation.equals(">") || relation.equals("<");
      Claim stated = claim(left, relation, right);
      Assumption.Kind kind = strict ? Assumption.Kind.POSITIVE : Assumption.Kind.RELATION;
      all.add(new Assumption(kind, text, stated.difference(), stated.sense()));
    }
    return all;
  }

  /**
   * A known function is known given its arguments, and an argument it takes one to one likewise.
   */
  private List<Assumption> equation(
      TypedStatement.Fact.Equation equation, String text, Source source) {
    Evaluator evaluator = evaluator(source);
    Group of = group(equation.of(), source);
    Map<String, Group> parents = Bijections.parents(equation.value(), evaluator, indices);
    Group from = Group.EMPTY;
    for (Group parent : parents.values()) {
      from = from.union(parent);
    }
    if (of.isContinuous() || from.isContinuous()) {
      throw new EvalErrors(source).singular(equation.of().span(), of.toString());
    }
    List<Assumption> all = new ArrayList<>();
    all.add(function(text, of, from));
    for (Variable.Inverse inverse : Bijections.of(equation.value(), evaluator, indices)) {
      Group parent = parents.get(inverse.of());
      all.add(function(text, parent, from.minus(parent).union(of)));
    }
    return all;
  }

  private static Assumption function(String text, Group of, Group from) {
    NormalForm zero = NormalForm.entropy(of.union(from)).subtract(NormalForm.entropy(from));
    return Assumption.zero(Assumption.Kind.FUNCTION, text, zero);
  }

  /** Every fact as it was stated, with its free indices. */
  List<Assumption> stated(List<Environment.Stated> facts) {
    List<Assumption> stated = new ArrayList<>();
    for (Environment.Stated fact : facts) {
      stated.addAll(assumptions(fact.fact(), fact.source()));
    }
    return stated;
  }

  /**
   * Every fact that is known, at every time up to the last letter that the claim or another fact
   * mentions.
   */
  List<Assumption> known(List<Environment.Stated> facts, List<NormalForm> about) {
    List<Assumption> stated = stated(facts);
    List<NormalForm> all = new ArrayList<>(about);
    stated.forEach(a -> all.add(a.difference()));
    int last = Math.min(LONGEST, lastLetter(all));
    Set<Assumption> known = new LinkedHashSet<>();
    for (Assumption assumption : stated) {
      for (NormalForm instance : instances(assumption.difference(), last)) {
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
        all.add(put(form, at));
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
