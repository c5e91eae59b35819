package sit.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import sit.numeric.Model;
import sit.proof.Rule;
import sit.source.Source;
import sit.typed.Scope;
import sit.typed.Shape;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Everything that statements declared, in layers: the library, the session, a derivation. */
final class Environment {
  private final Optional<Environment> outer;
  private final Scope scope;
  private final Map<String, Value> values = new TreeMap<>();
  private final Map<String, Value> unfolded = new TreeMap<>();
  private final Map<String, Defined> functions = new TreeMap<>();
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, ProcessRules> processes = new TreeMap<>();
  private final Set<String> drawing = new LinkedHashSet<>();
  private final Set<String> declared = new LinkedHashSet<>();
  private final Set<String> stale = new LinkedHashSet<>();
  private final Sorts sorts;
  private final List<Stated> facts = new ArrayList<>();
  private final RuleBook rules = new RuleBook();
  private final Map<Shape, Source> definitions = new HashMap<>();
  private final NamedDensities densities = new NamedDensities();
  private final Recall recall = new Recall(this);
  private Model model;
  private Optional<Model> base = Optional.empty();
  private Unit unit;

  /** A function of the language. */
  record Defined(List<String> parameters, TypedExpr body, Source source) {}

  /** A fact that was assumed, the text it stands in, and the unit its plain numbers are in. */
  record Stated(TypedStatement.Fact fact, Source source, Unit unit) {}

  private Environment(Optional<Environment> outer, Scope scope) {
    this.outer = outer;
    this.scope = scope;
    this.sorts = new Sorts(outer.isPresent() ? outer.get().sorts : null, declared);
    // without lambdas: the first one that captures nothing costs a tenth of the start
    this.model = outer.isPresent() ? outer.get().model : Model.EMPTY;
    this.unit = outer.isPresent() ? outer.get().unit : Unit.BIT;
  }

  static Environment outermost(Scope scope) {
    return new Environment(Optional.empty(), scope);
  }

  Environment inner(Scope innerScope) {
    return new Environment(Optional.of(this), innerScope);
  }

  /** A layer in which parameters have values, without what depends on them. */
  Environment bound(Map<String, Quantity> values, Set<String> anew) {
    Environment layer = inner(scope);
    layer.sorts.parameters().bind(values);
    layer.declared.addAll(anew);
    layer.base = Optional.of(layer.model = model.without(anew));
    return layer;
  }

  /** A layer in which some variables are as in another model. */
  Environment settled(Model settled, List<Variable> variables) {
    Environment layer = inner(scope);
    layer.model = settled;
    variables.forEach(variable -> layer.variables.put(variable.name(), variable));
    return layer;
  }

  /** The layer around all in which parameters have values. */
  Environment unbound() {
    return base.isPresent() ? outer.orElseThrow().unbound() : this;
  }

  /** The sorts of names. */
  Sorts sorts() {
    return sorts;
  }

  Scope scope() {
    return scope;
  }

  Unit unit() {
    return unit;
  }

  void unit(Unit chosen) {
    unit = chosen;
  }

  /** What was answered here. */
  Recall recall() {
    return recall;
  }

  /** Declares a scalar, an index or a function, also one of which facts hold at any value. */
  void param(String name, boolean any) {
    anew(name);
    sorts.universal(name, any);
  }

  /** Gives a name a value, and the same with its measures unfolded, of which a claim speaks. */
  void let(String name, Value value, Value inEntropies) {
    anew(name);
    values.put(name, value);
    unfolded.put(name, inEntropies);
  }

  void let(String name, Defined function) {
    anew(name);
    functions.put(name, function);
  }

  Optional<Value> value(String name) {
    Value value = values.get(name);
    return value != null
        ? Optional.of(value)
        : outer.flatMap(o -> o.value(name)).filter(v -> unfolded(name).isPresent());
  }

  /** The value of a name with its measures unfolded. */
  Optional<Value> unfolded(String name) {
    Value value = unfolded.get(name);
    return value != null
        ? Optional.of(value)
        : outer.flatMap(o -> o.unfolded(name)).filter(v -> !mentions(v, declared));
  }

  Optional<Defined> function(String name) {
    Defined function = functions.get(name);
    return function != null ? Optional.of(function) : outer.flatMap(o -> o.function(name));
  }

  /**
   * Declares a density.
   *
   * @param normaliser the name that stands for its normaliser, and that
   */
  void density(
      String name,
      NamedDensities.Named density,
      Map<String, NamedDensities.Normaliser> normaliser) {
    anew(name);
    normaliser.keySet().forEach(this::anew);
    densities.declare(name, density, normaliser);
  }

  Optional<NamedDensities.Named> density(String name) {
    Optional<NamedDensities.Named> density = densities.density(name);
    return density.isPresent() || declared.contains(name)
        ? density
        : outer.flatMap(o -> o.density(name));
  }

  /** What a name divides a density by. */
  Optional<NamedDensities.Normaliser> normaliser(String name) {
    Optional<NamedDensities.Normaliser> normaliser = densities.normaliser(name);
    return normaliser.isPresent() || declared.contains(name)
        ? normaliser
        : outer.flatMap(o -> o.normaliser(name));
  }

  /** The values of an outcome, as the tables of densities name them. */
  List<Value> outcomes(String name) {
    Map<String, Value> values = new LinkedHashMap<>();
    outer.ifPresent(o -> o.outcomes(name).forEach(v -> values.put(ValuePrinter.outcome(v), v)));
    densities.outcomes(name, values);
    return List.copyOf(values.values());
  }

  /** Whether a function of this name was defined outside the library. */
  boolean isRedefined(String name) {
    return outer.isPresent() && (functions.containsKey(name) || outer.get().isRedefined(name));
  }

  /** Remembers the text a measure is defined in. */
  void define(Shape shape, Source source) {
    definitions.put(shape, source);
  }

  /** The text a measure is defined in. */
  Source sourceOf(Shape shape) {
    Source source = definitions.get(shape);
    return source != null ? source : outer.orElseThrow().sourceOf(shape);
  }

  void rule(Rule rule) {
    rules.add(rule, unit, true);
  }

  /** Rules with the units that their plain numbers are in. */
  void rules(List<Rules.Stated> stated) {
    stated.forEach(rule -> rules.add(rule.rule(), rule.unit(), rule.first()));
  }

  /** Whether the plain numbers of a rule are in a unit. */
  boolean isIn(Rule rule, Unit wanted) {
    return rules.isIn(rule, wanted) || outer.isPresent() && outer.get().isIn(rule, wanted);
  }

  /** A lemma that is judged when it is first cited; it is a rule if it is proved. */
  void lemma(String name, Supplier<Optional<Rule>> proved) {
    rules.add(name, proved);
  }

  Optional<Rule> rule(String name) {
    return rule(name, unit);
  }

  private Optional<Rule> rule(String name, Unit wanted) {
    rules.unjudged(name).flatMap(Supplier::get).ifPresent(this::rule);
    return rules.rule(name, wanted).or(() -> outer.flatMap(o -> o.rule(name, wanted)));
  }

  List<String> ruleNames() {
    List<String> names = new ArrayList<>(rules.names());
    outer.ifPresent(o -> names.addAll(o.ruleNames()));
    return names;
  }

  /** A name starts anew: what it stood for, and what was built on it, is gone. */
  private void forget(String name) {
    sorts.forget(name);
    values.remove(name);
    unfolded.remove(name);
    functions.remove(name);
    Set<String> meant = Set.of(name);
    for (String value : List.copyOf(values.keySet())) {
      if (mentions(unfolded.get(value), meant)) {
        values.remove(value);
        unfolded.remove(value);
      }
    }
    densities.forget(name);
    removeVariable(name);
  }

  /** A name starts anew, and what was assumed of it is gone as well. */
  private void anew(String name) {
    forget(name);
    facts.removeIf(fact -> Names.in(fact.fact()).contains(name));
    declared.add(name);
  }

  private boolean mentions(Value value, Set<String> names) {
    return Names.speaksOf(value, names, name -> density(name).isPresent());
  }

  private void removeVariable(String name) {
    Set<String> gone = new LinkedHashSet<>();
    if (variables.containsKey(name)) {
      gone.add(name);
    }
    for (Variable variable : variables.values()) {
      for (String parent : variable.parents()) {
        if (gone.contains(parent)) {
          gone.add(variable.name());
        }
      }
    }
    if (gone.isEmpty()) {
      return;
    }
    variables.keySet().removeAll(gone);
    gone.remove(name);
    stale.addAll(gone);
    rebuild();
  }

  private void rebuild() {
    Model rebuilt = base.or(() -> outer.map(o -> o.model)).orElse(Model.EMPTY);
    for (Variable variable : variables.values()) {
      rebuilt = variable.addition().apply(rebuilt);
    }
    model = rebuilt;
  }

  /** Names that are declared start anew: what was built on them and assumed of them is gone. */
  void redeclare(List<String> names) {
    names.forEach(this::forget);
    for (String name : names) {
      boolean letter = name.endsWith("]");
      facts.removeIf(fact -> !letter && Names.in(fact.fact()).contains(name));
    }
    declared.addAll(names);
    stale.removeAll(names);
  }

  /** Declares variables that have one addition to the model in common. */
  void declare(List<Variable> together) {
    Model extended = model;
    for (Variable variable : together) {
      extended = variable.addition().apply(extended);
    }
    model = extended;
    for (Variable variable : together) {
      variables.put(variable.name(), variable);
      stale.remove(variable.name());
    }
  }

  /** A process starts anew, with all its letters and all that was assumed of it. */
  void declareProcess(String name) {
    for (String letter : List.copyOf(variables.keySet())) {
      if (letter.startsWith(name + "[")) {
        forget(letter);
      }
    }
    processes.remove(name);
    redeclare(List.of(name));
  }

  /** A process starts anew, with a law. */
  void declareProcess(String name, ProcessRules rules) {
    declareProcess(name);
    processes.put(name, rules);
  }

  /** The law of a process, if it has one. */
  Optional<ProcessRules> process(String name) {
    ProcessRules rules = processes.get(name);
    if (rules != null) {
      return Optional.of(rules);
    }
    return declared.contains(name) ? Optional.empty() : outer.flatMap(o -> o.process(name));
  }

  /** Notes that a letter is about to be drawn; false if it is being drawn already. */
  boolean enter(String letter) {
    return drawing.add(letter);
  }

  void leave(String letter) {
    drawing.remove(letter);
  }

  /** Whether any process has a law. */
  boolean hasProcesses() {
    return !processes.isEmpty() || outer.isPresent() && outer.get().hasProcesses();
  }

  Optional<Variable> variable(String name) {
    Variable variable = variables.get(name);
    if (variable != null) {
      return Optional.of(variable);
    }
    int bracket = name.indexOf('[');
    String process = bracket > 0 ? name.substring(0, bracket) : name;
    boolean hidden = declared.contains(name) || declared.contains(process);
    return hidden ? Optional.empty() : outer.flatMap(o -> o.variable(name));
  }

  boolean isStale(String name) {
    return stale.contains(name) || outer.filter(o -> o.isStale(name)).isPresent();
  }

  Model model() {
    return model;
  }

  void assume(Stated fact) {
    facts.add(fact);
  }

  /** Takes back a fact that was assumed here. */
  void drop(Stated fact) {
    facts.remove(fact);
  }

  /** The facts assumed here, and those of outside that say nothing of a name declared anew here. */
  List<Stated> visibleFacts() {
    List<Stated> all = new ArrayList<>();
    for (Stated fact : outer.map(Environment::visibleFacts).orElse(List.of())) {
      if (Names.in(fact.fact()).stream().noneMatch(declared::contains)) {
        all.add(fact);
      }
    }
    all.addAll(facts);
    return all;
  }
}
