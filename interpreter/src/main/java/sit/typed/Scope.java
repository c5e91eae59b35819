package sit.typed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that are known at a place, in layers: a library, a session, a derivation, a function's
 * parameters.
 */
public final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Symbol> symbols = new TreeMap<>();
  private final Map<String, Dimensions> dimensions = new TreeMap<>();
  private final TreeSet<String> continuous = new TreeSet<>();
  private final Map<Shape, Signature> measures = new HashMap<>();
  private final Map<String, TypedStatement.DensityOf> densities = new HashMap<>();
  private final Set<String> averaged = new TreeSet<>();
  private final Map<String, List<Property>> properties = new TreeMap<>();
  private Type unit;

  private Scope(Optional<Scope> outer, Type unit) {
    this.outer = outer;
    this.unit = unit;
  }

  /** A scope with nothing in it; information is in bits. */
  public static Scope empty() {
    return new Scope(Optional.empty(), Type.BITS);
  }

  /** A scope inside this one; what is declared there hides what is here. */
  public Scope inner() {
    return new Scope(Optional.of(this), unit);
  }

  /** What is declared in this layer now, for {@link #restore}. */
  public Scope copy() {
    Scope copy = new Scope(outer, unit);
    copy.take(this);
    return copy;
  }

  /** Forgets what was declared in this layer since it was copied. */
  public void restore(Scope copy) {
    symbols.clear();
    continuous.clear();
    measures.clear();
    densities.clear();
    averaged.clear();
    properties.clear();
    take(copy);
    unit = copy.unit;
  }

  private void take(Scope other) {
    symbols.putAll(other.symbols);
    continuous.addAll(other.continuous);
    measures.putAll(other.measures);
    densities.putAll(other.densities);
    averaged.addAll(other.averaged);
    properties.putAll(other.properties);
  }

  public void declare(Symbol symbol) {
    symbols.put(symbol.name(), symbol);
    continuous.remove(symbol.name());
    dimensions.remove(symbol.name());
  }

  /** Declares a vector or a matrix whose dimensions are known. */
  void declare(Symbol symbol, Dimensions known) {
    declare(symbol);
    dimensions.put(symbol.name(), known);
  }

  /** The dimensions of the value of that name, where they are known. */
  Optional<Dimensions> dimensions(String name) {
    return symbols.containsKey(name)
        ? Optional.ofNullable(dimensions.get(name))
        : outer.flatMap(scope -> scope.dimensions(name));
  }

  /** Declares random variables that have a density, or a process of such. */
  public void declareContinuous(Symbol symbol) {
    declare(symbol);
    continuous.add(symbol.name());
  }

  /** Whether a name is that of continuous random variables. */
  public boolean isContinuous(String name) {
    return symbols.containsKey(name)
        ? continuous.contains(name)
        : outer.filter(scope -> scope.isContinuous(name)).isPresent();
  }

  /** Declares a density by its arguments. */
  void declare(TypedStatement.DensityOf density) {
    declare(new Symbol(density.name(), Symbol.Kind.DENSITY, 0, Type.DENSITY));
    densities.put(density.name(), density);
  }

  /** The density of that name. */
  Optional<TypedStatement.DensityOf> density(String name) {
    Symbol symbol = symbols.get(name);
    if (symbol == null) {
      return outer.flatMap(scope -> scope.density(name));
    }
    return symbol.kind() == Symbol.Kind.DENSITY
        ? Optional.of(densities.get(name))
        : Optional.empty();
  }

  /** A scope in which outcomes are averaged. */
  Scope averaging(Set<String> outcomes) {
    Scope inner = inner();
    inner.averaged.addAll(outcomes);
    return inner;
  }

  /** Whether an outcome is averaged around here. */
  boolean isAveraged(String outcome) {
    return averaged.contains(outcome) || outer.filter(o -> o.isAveraged(outcome)).isPresent();
  }

  public void define(Signature signature) {
    measures.put(signature.shape(), signature);
  }

  void define(Property property) {
    List<Property> known = new ArrayList<>(properties.getOrDefault(property.name(), List.of()));
    known.removeIf(p -> p.parameters().size() == property.parameters().size());
    known.add(property);
    properties.put(property.name(), known);
  }

  /** The properties of that name, one for each number of parameters. */
  List<Property> properties(String name) {
    List<Property> known = properties.get(name);
    return known != null ? known : outer.map(o -> o.properties(name)).orElse(List.of());
  }

  /** {@link Type#BITS} or {@link Type#NATS}. */
  public Type unit() {
    return unit;
  }

  public void unit(Type unit) {
    this.unit = unit;
  }

  public Optional<Symbol> symbol(String name) {
    Symbol symbol = symbols.get(name);
    return symbol != null ? Optional.of(symbol) : outer.flatMap(scope -> scope.symbol(name));
  }

  public Optional<Signature> measure(Shape shape) {
    Signature signature = measures.get(shape);
    return signature != null
        ? Optional.of(signature)
        : outer.flatMap(scope -> scope.measure(shape));
  }

  /** The shapes that a name has here, as people read them. */
  public List<String> shapes(String name) {
    TreeSet<String> all = new TreeSet<>();
    for (Scope scope = this; scope != null; scope = scope.outer.orElse(null)) {
      scope.measures.keySet().stream()
          .filter(shape -> shape.name().equals(name))
          .forEach(shape -> all.add(shape.toString()));
    }
    return new ArrayList<>(all);
  }

  /** Every measure that is known here. */
  public List<Signature> measures() {
    List<Signature> all = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer.orElse(null)) {
      all.addAll(scope.measures.values());
    }
    return all;
  }

  /** Every name of a kind that is known here. */
  public List<String> names(Symbol.Kind... kinds) {
    TreeSet<String> all = new TreeSet<>();
    for (Scope scope = this; scope != null; scope = scope.outer.orElse(null)) {
      for (Symbol symbol : scope.symbols.values()) {
        if (kinds.length == 0 || List.of(kinds).contains(symbol.kind())) {
          all.add(symbol.name());
        }
      }
    }
    return new ArrayList<>(all);
  }
}
