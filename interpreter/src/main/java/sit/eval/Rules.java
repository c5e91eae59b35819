package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.prove.Prover;
import sit.source.ReportedError;
import sit.source.Source;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable.Single;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Unit;

/**
 * Makes rules of what was stated: of a {@code rule} or {@code axiom}, and of a lemma that was
 * proved.
 */
final class Rules {
  private static final String ALSO = "also: ";

  private final Environment environment;
  private final Limits limits;

  Rules(Environment environment, Limits limits) {
    this.environment = environment;
    this.limits = limits;
  }

  /** The names that a line of documentation says a rule has besides its own. */
  static List<String> aliases(String line) {
    List<String> names = new ArrayList<>();
    int at = line.indexOf(ALSO);
    boolean documents =
        at >= 0 && line.substring(0, at).chars().allMatch(c -> c == '#' || c == ' ');
    if (documents) {
      StringTokenizer words = new StringTokenizer(line.substring(at + ALSO.length()), ", ");
      while (words.hasMoreTokens()) {
        names.add(words.nextToken());
      }
    }
    return names;
  }

  /**
   * The rule that a statement states, first under its own name, then under those that its
   * documentation adds.
   */
  List<Stated> all(TypedStatement.Rule stated, Source source) {
    List<Stated> all = new ArrayList<>();
    // what holds of densities is said without numbers, and the logarithm of exp is in nats
    Unit unit = stated.given().isEmpty() ? environment.unit() : Unit.NAT;
    Rule rule = of(stated, source, unit);
    named(stated, rule, unit, true, all);
    Unit other = unit == Unit.NAT ? Unit.BIT : Unit.NAT;
    if (stated.axiom()) {
      try {
        Rule again = of(stated, source, other);
        if (followsTheUnit(rule, again)) {
          named(stated, again, other, false, all);
        }
      } catch (ReportedError e) {
        // it speaks of exp, whose logarithm is in nats
        return all;
      }
    }
    return all;
  }

  private static void named(
      TypedStatement.Rule stated, Rule rule, Unit unit, boolean first, List<Stated> all) {
    all.add(new Stated(rule, unit, first));
    stated
        .doc()
        .lines()
        .flatMap(line -> aliases(line).stream())
        .forEach(
            name -> all.add(new Stated(new Rule(name, rule.kind(), rule.schemas()), unit, first)));
  }

  /**
   * Whether a rule is the same in both units: each of its terms is one entropy or one logarithm
   * that follows the unit, times numbers.
   */
  private static boolean followsTheUnit(Rule one, Rule other) {
    boolean follows = true;
    for (int k = 0; k < one.schemas().size(); k++) {
      List<NormalForm> mine = forms(one.schemas().get(k));
      List<NormalForm> theirs = forms(other.schemas().get(k));
      for (int i = 0; i < mine.size(); i++) {
        follows &= followsTheUnit(mine.get(i), theirs.get(i));
      }
    }
    return follows;
  }

  private static boolean followsTheUnit(NormalForm one, NormalForm other) {
    Set<Monomial> terms = one.coefficients().keySet();
    boolean logarithms = terms.stream().anyMatch(Rules::isLogarithm);
    boolean scalars = one.equals(other) && one.atoms().stream().allMatch(Rules::isPlain);
    boolean informations =
        terms.stream()
            .allMatch(
                term ->
                    isLogarithm(term) || UnitFree.isHomogeneous(NormalForm.of(term, Rational.ONE)));
    // the sign of one product is the same in both
    boolean sign = one.equals(other) && terms.size() == 1 && !one.isConstant();
    return sign && !logarithms
        || scalars && !logarithms
        || informations
            && terms.size() == other.coefficients().size()
            && logarithms != one.equals(other);
  }

  /** Whether an atom is no amount of information. */
  private static boolean isPlain(Term atom) {
    return atom instanceof Term.Symbol
        || atom instanceof Term.Apply
        || atom instanceof Term.Average average && average.body() instanceof Term.Apply;
  }

  private static boolean isLogarithm(Monomial monomial) {
    return monomial.atoms().stream()
            .filter(
                atom ->
                    atom instanceof Term.Apply apply
                        && (apply.head().equals("ln") || apply.head().equals("log2")))
            .count()
        == 1;
  }

  private static List<NormalForm> forms(Rule.Schema schema) {
    List<NormalForm> forms = new ArrayList<>(List.of(schema.conclusion().difference()));
    schema.premises().forEach(premise -> forms.add(premise.difference()));
    return forms;
  }

  /**
   * A rule and the unit that its plain numbers are in.
   *
   * @param first whether it takes the place of others of its name
   */
  record Stated(Rule rule, Unit unit, boolean first) {}

  /** The rule that a statement states in a unit; its names are metavariables. */
  private Rule of(TypedStatement.Rule stated, Source source, Unit unit) {
    Environment inner = environment.inner(environment.scope().inner());
    inner.unit(unit);
    List<String> functions = new ArrayList<>();
    for (TypedStatement given : stated.given()) {
      if (given instanceof TypedStatement.Densities densities) {
        DensityDeclarations declarations = new DensityDeclarations(inner, source, limits);
        densities.densities().forEach(declarations::declare);
      } else if (given instanceof TypedStatement.Param param) {
        param.names().forEach(name -> inner.param(name.name(), param.any()));
        param.names().stream()
            .filter(name -> name.arity() > 0 || name.indexed())
            .forEach(name -> functions.add(name.name()));
      }
    }
    List<Rule.Schema> schemas = new ArrayList<>();
    for (TypedStatement.Claim claim : stated.schemas()) {
      Environment own = inner.inner(inner.scope());
      Names.continuous(claim).forEach(own.sorts()::continuous);
      Claims claims = new Claims(own, limits, Locals.NONE);
      List<Assumption> premises = new ArrayList<>();
      for (TypedStatement.Fact fact : claim.given()) {
        claims.assumptions(fact, source).stream()
            .filter(premise -> premise.kind() != Assumption.Kind.BIJECTION)
            .forEach(premises::add);
      }
      Set<String> required = new TreeSet<>();
      claim.sides().forEach(side -> required(side, required));
      for (int i = 0; i < claim.relations().size(); i++) {
        List<NormalForm> sides =
            claims.forms(claim.sides().get(i), claim.sides().get(i + 1), source);
        Claim conclusion = claims.claim(sides.get(0), claim.relations().get(i), sides.get(1));
        schemas.add(schema(premises, conclusion, required, functions));
      }
    }
    Rule.Kind kind = stated.axiom() ? Rule.Kind.AXIOM : Rule.Kind.LEMMA;
    return new Rule(stated.name(), kind, schemas);
  }

  private static Rule.Schema schema(
      List<Assumption> premises, Claim conclusion, Set<String> required, List<String> functions) {
    Set<String> optional = new TreeSet<>();
    List<NormalForm> forms = new ArrayList<>(List.of(conclusion.difference()));
    premises.forEach(p -> forms.add(p.difference()));
    forms.forEach(f -> f.variables().forEach(v -> optional.add(v.toString())));
    optional.removeAll(required);
    return new Rule.Schema(premises, conclusion, List.copyOf(optional), functions);
  }

  /**
   * The names that stand elsewhere than in conditions: they stand for groups that are not empty.
   */
  private static void required(TypedExpr expr, Set<String> found) {
    if (expr instanceof TypedExpr.Reference reference) {
      found.add(reference.name());
    } else if (expr instanceof TypedExpr.Measure measure) {
      for (int i = 0; i < measure.slots().size(); i++) {
        boolean condition = i > 0 && measure.separators().get(i - 1).startsWith("|");
        if (!condition) {
          required(measure.slots().get(i), found);
        }
      }
    } else {
      expr.children().forEach(child -> required(child, found));
    }
  }

  /**
   * The rule that a proved lemma is: its variables become metavariables, what was given its
   * premises.
   */
  static Rule ofLemma(
      String name, List<Assumption> given, List<Assumption> stated, List<Claim> claims) {
    List<Rule.Schema> schemas = new ArrayList<>();
    List<Assumption> premises = new ArrayList<>();
    for (Assumption premise : given) {
      premises.add(
          new Assumption(
              premise.kind(), premise.text(), general(premise.difference()), premise.sense()));
    }
    for (Claim claim : claims) {
      Rule.Schema timeless = new Rule.Schema(stated, claim, List.of());
      if (timeless.isTimeless()) {
        schemas.add(timeless);
        continue;
      }
      Claim conclusion = new Claim(general(claim.difference()), claim.sense());
      schemas.add(new Rule.Schema(premises, conclusion, List.of()));
    }
    return new Rule(name, Rule.Kind.LEMMA, schemas);
  }

  /** The same form about single variables that bear the names of the letters. */
  private static NormalForm general(NormalForm form) {
    TreeMap<Monomial, Rational> result = new TreeMap<>();
    form.coefficients()
        .forEach(
            (monomial, c) -> {
              List<Term> atoms = new ArrayList<>();
              for (Term atom : monomial.atoms()) {
                atoms.add(general(atom));
              }
              result.merge(new Monomial(atoms), c, Rational::add);
            });
    return new NormalForm(result);
  }

  private static Term general(Term term) {
    if (term instanceof Term.Entropy entropy) {
      return new Term.Entropy(general(entropy.group()));
    } else if (term instanceof Term.Variables variables) {
      return new Term.Variables(general(variables.group()));
    } else if (term instanceof Term.Apply apply) {
      List<Term> arguments = new ArrayList<>();
      apply.arguments().forEach(a -> arguments.add(general(a)));
      return new Term.Apply(apply.head(), arguments);
    }
    return term;
  }

  private static Group general(Group group) {
    List<sit.term.Variable> singles = new ArrayList<>();
    group.forEach(
        v -> {
          Single single = new Single(v.toString());
          singles.add(v.isContinuous() ? single.continuous() : single);
        });
    return Group.of(singles);
  }

  /** Whether the plain numbers of a rule, if it has any, are in the unit that is used now. */
  static boolean isUnderstood(Rule rule, Environment environment) {
    boolean plain = true;
    for (Rule.Schema schema : rule.schemas()) {
      plain &= UnitFree.isHomogeneous(schema.conclusion().difference());
      plain &= schema.premises().stream().allMatch(p -> UnitFree.isHomogeneous(p.difference()));
    }
    return plain || environment.isIn(rule, environment.unit());
  }

  /** Proves that nothing but proof is used; for the rules of a script. */
  static boolean isProved(Rule rule, Limits limits) {
    for (Rule.Schema schema : rule.schemas()) {
      if (new Prover().prove(schema.conclusion(), schema.premises(), limits).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
