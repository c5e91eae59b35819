package sit.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.proof.Assumption;
import sit.proof.Rule;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Spelling;
import sit.syntax.Statement;
import sit.term.Expectations;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.Provider;

/** The rules that reasons name, and those that a step might have named. */
final class Reasons {
  /** A reason that is no rule: the step follows from what was given. */
  static final String ASSUMPTION = "assumption";

  /** A reason that is no rule either: blocks of stationary processes are moved. */
  static final String STATIONARITY = "stationarity";

  private static final List<String> MOVES = List.of("translation", "bijection");

  private final Environment environment;
  private final Source source;
  private final Provider provider;

  Reasons(Environment environment, Source source, Provider provider) {
    this.environment = environment;
    this.source = source;
    this.provider = provider;
  }

  /**
   * What a step gives as its reason.
   *
   * @param assumption whether what was given is named
   * @param stationarity whether that processes are stationary is named
   * @param unknown whether the rest is to be found
   * @param text as it was written, empty where no reason is given
   */
  record Given(
      List<Rule> rules, boolean assumption, boolean stationarity, boolean unknown, String text) {
    /** Whether a fact that was given is named. */
    boolean names(Assumption fact) {
      return assumption || stationarity && fact.kind() == Assumption.Kind.STATIONARY;
    }

    /** Whether a change of variables is named. */
    boolean moves() {
      return rules.stream().anyMatch(r -> MOVES.contains(r.name()));
    }

    /** These reasons with other rules, and with what was given named or not. */
    Given with(List<Rule> others, boolean all) {
      return new Given(others, all, stationarity, unknown, text);
    }
  }

  /**
   * The rules that are named.
   *
   * @throws ReportedError if one of them is not known
   */
  Given of(List<Statement.Reason> reasons) {
    List<Rule> rules = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean assumption = false;
    boolean stationarity = false;
    boolean unknown = false;
    for (Statement.Reason reason : reasons) {
      words.add(reason.name());
      if (reason.isUnknown()) {
        unknown = true;
      } else if (reason.name().equals(ASSUMPTION) && !reason.lemma()) {
        assumption = true;
      } else if (reason.name().equals(STATIONARITY) && !reason.lemma()) {
        stationarity = true;
      } else {
        rules.add(rule(reason.name()).orElseThrow(() -> unknown(reason)));
      }
    }
    String text = words.isEmpty() ? "" : "by " + String.join(", ", words);
    return new Given(rules, assumption, stationarity, unknown, text);
  }

  private Optional<Rule> rule(String name) {
    Optional<Rule> rule = environment.rule(name);
    return rule.isEmpty() && provider.provide(name) ? environment.rule(name) : rule;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(environment.ruleNames());
    names.addAll(provider.ruleNames());
    return names;
  }

  private ReportedError unknown(Statement.Reason reason) {
    Set<String> known = new TreeSet<>(names());
    known.addAll(List.of(ASSUMPTION, STATIONARITY));
    String meant =
        Spelling.closest(reason.name(), known)
            .map(close -> "did you mean `" + close + "`?")
            .orElse("rules and proved lemmas: " + String.join(", ", known));
    return new EvalErrors(source).unknownReason(reason.span(), reason.name(), meant);
  }

  /**
   * Every rule that says more than that two sides are the same, each under one name: the narrowest
   * first, and those that are cited last, of which only those come that speak of nothing new.
   */
  List<Rule> candidates(Judge.Posed step) {
    Set<String> spoken = heads(step.claim().difference());
    step.assumptions().forEach(fact -> spoken.addAll(heads(fact.difference())));
    List<Rule> all = new ArrayList<>();
    Set<List<Rule.Schema>> seen = new LinkedHashSet<>();
    provider.ruleNames().forEach(this::rule);
    for (String name : names()) {
      Optional<Rule> rule = rule(name);
      if (rule.isPresent()
          && Rules.isUnderstood(rule.get(), environment)
          && rule.get().schemas().stream().anyMatch(schema -> mayAdd(schema, spoken))
          && seen.add(rule.get().schemas())) {
        all.add(rule.get());
      }
    }
    all.sort(Comparator.comparing(Rule::kind).thenComparingInt(Reasons::size));
    return all;
  }

  /** How much a rule says of entropies. */
  private static int size(Rule rule) {
    return (int)
        rule.schemas().stream()
            .filter(s -> !Expectations.speaksOfDensities(s.conclusion().difference()))
            .count();
  }

  /** The axioms that say something about what a claim and its facts speak of. */
  List<Rule> axioms(Judge.Posed posed) {
    boolean plain = heads(posed.claim().difference()).isEmpty();
    for (Assumption assumption : posed.assumptions()) {
      plain &= heads(assumption.difference()).isEmpty();
    }
    return plain
        ? List.of()
        : candidates(posed).stream().filter(rule -> rule.kind() == Rule.Kind.AXIOM).toList();
  }

  /** Whether an instance may add to a step what it has not already. */
  private static boolean mayAdd(Rule.Schema schema, Set<String> spoken) {
    NormalForm difference = schema.conclusion().difference();
    return !difference.isZero() && spoken.containsAll(heads(difference));
  }

  /** The functions that are kept as they stand. */
  private static Set<String> heads(NormalForm form) {
    Set<String> heads = new TreeSet<>();
    for (Term atom : form.atoms()) {
      if (atom instanceof Term.Apply apply) {
        heads.add(apply.head());
      } else if (atom instanceof Term.Measure measure) {
        heads.add(measure.name() + String.join("", measure.separators()));
      }
    }
    return heads;
  }
}
