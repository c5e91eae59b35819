package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.source.Span;

/** What an expression denotes, without sugar. */
public sealed interface TypedExpr {
  Type type();

  Span span();

  /** The expressions this one is made of. */
  default List<TypedExpr> children() {
    return List.of();
  }

  /** A rational number, as it was typed. */
  record Number(String text, Span span) implements TypedExpr {
    @Override
    public Type type() {
      return Type.NUMBER;
    }
  }

  /** A text. */
  record Text(String text, Span span) implements TypedExpr {
    @Override
    public Type type() {
      return Type.TEXT;
    }
  }

  /** A truth value. */
  record Truth(boolean value, Span span) implements TypedExpr {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** A name that stands for a value, a parameter, a random variable or a process. */
  record Reference(String name, Symbol.Kind kind, Type type, Span span) implements TypedExpr {}

  /** An index that nothing gives a value to: the {@code n} of a claim for all n. */
  record FreeIndex(String name, Span span) implements TypedExpr {
    @Override
    public Type type() {
      return Type.NUMBER;
    }
  }

  /** Random variables or processes taken together. */
  record Joint(List<TypedExpr> parts, Type type, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return parts;
    }

    public Joint {
      parts = List.copyOf(parts);
    }
  }

  /** {@code base[at]}: a letter of a process, an item of a list. */
  record Select(TypedExpr base, TypedExpr at, Type type, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(base, at);
    }
  }

  /** {@code base[from..to]}: a block of a process; a prefix starts at 1. */
  record Slice(TypedExpr base, TypedExpr from, TypedExpr to, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(base, from, to);
    }

    @Override
    public Type type() {
      boolean outcomes = base.type() == Type.OUTCOME_PROCESS;
      return outcomes ? Type.OUTCOMES : base.type() == Type.LIST ? Type.LIST : Type.VARIABLES;
    }
  }

  /**
   * Arithmetic, comparison, logic or a choice.
   *
   * @param operator {@code + - * / ^ mod xor and or not == != <= >= < > if '}; a lone {@code -}
   *     operand is negated, that of {@code '} transposed
   */
  record Operation(String operator, List<TypedExpr> operands, Type type, Span span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return operands;
    }

    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /**
   * A function, built in or defined, and its arguments.
   *
   * @param options what was given by name: {@code seed = 7}
   */
  record Apply(
      String function,
      List<TypedExpr> arguments,
      Map<String, TypedExpr> options,
      Type type,
      Span span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      if (options.isEmpty()) {
        return arguments;
      }
      List<TypedExpr> all = new ArrayList<>(arguments);
      all.addAll(options.values());
      return all;
    }

    public Apply {
      arguments = List.copyOf(arguments);
      options = Map.copyOf(options);
    }
  }

  /** A defined measure and its arguments: one list for each slot as it was written. */
  record Measure(Shape shape, List<TypedExpr> slots, List<String> separators, Type type, Span span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return slots;
    }

    public Measure {
      slots = List.copyOf(slots);
      separators = List.copyOf(separators);
    }
  }

  /** The entropy of random variables or of a law. */
  record Entropy(TypedExpr of, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(of);
    }

    @Override
    public Type type() {
      return Type.INFORMATION;
    }
  }

  /** The relative entropy between two laws, or the laws of two variables. */
  record Divergence(TypedExpr from, TypedExpr to, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(from, to);
    }

    @Override
    public Type type() {
      return Type.INFORMATION;
    }
  }

  /** The probability of an event, possibly given another. */
  record Probability(TypedExpr event, Optional<TypedExpr> given, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return with(event, given);
    }

    @Override
    public Type type() {
      return Type.NUMBER;
    }
  }

  /** The expectation of a function of random variables, possibly given an event. */
  record Expectation(TypedExpr value, Optional<TypedExpr> given, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return with(value, given);
    }

    @Override
    public Type type() {
      return Type.ANY;
    }
  }

  /**
   * A density at outcomes or random variables: {@code q(z | x)}.
   *
   * @param own whether it is the law of the random variables themselves
   * @param causal whether {@code ||} stands before the given
   */
  record DensityAt(
      String name,
      List<TypedExpr> of,
      List<TypedExpr> given,
      boolean causal,
      boolean own,
      Type type,
      Span span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      List<TypedExpr> all = new ArrayList<>(of);
      all.addAll(given);
      return all;
    }

    public DensityAt {
      of = List.copyOf(of);
      given = List.copyOf(given);
    }
  }

  /** A value averaged over outcomes that are drawn from densities one after the other. */
  record Mean(List<DensityAt> draws, TypedExpr body, Type type, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      List<TypedExpr> all = new ArrayList<>(draws);
      all.add(body);
      return all;
    }

    public Mean {
      draws = List.copyOf(draws);
    }
  }

  /** A sum over a range of integers. */
  record SumOver(String index, TypedExpr from, TypedExpr to, TypedExpr body, Type type, Span span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(from, to, body);
    }
  }

  /** A sum over a list. */
  record SumIn(String item, TypedExpr list, TypedExpr body, Type type, Span span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(list, body);
    }
  }

  /** Where a function is zero, between two numbers. */
  record Root(String name, TypedExpr from, TypedExpr to, TypedExpr body, Span span)
      implements TypedExpr {
    @Override
    public Type type() {
      return Type.NUMBER;
    }

    @Override
    public List<TypedExpr> children() {
      return List.of(from, to, body);
    }
  }

  /** A list, a set, or a range written out when it is evaluated. */
  record ListOf(List<TypedExpr> items, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return items;
    }

    public ListOf {
      items = List.copyOf(items);
    }

    @Override
    public Type type() {
      return Type.LIST;
    }
  }

  /** What the body is for every item of a list for which the condition holds. */
  record Each(String item, TypedExpr list, Optional<TypedExpr> condition, TypedExpr body, Span span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      List<TypedExpr> all = new ArrayList<>(List.of(list, body));
      condition.ifPresent(all::add);
      return all;
    }

    @Override
    public Type type() {
      return Type.LIST;
    }
  }

  /** The integers from one end to the other. */
  record Range(TypedExpr from, TypedExpr to, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(from, to);
    }

    @Override
    public Type type() {
      return Type.LIST;
    }
  }

  /** A law as a table; of a kernel each value is itself a table, of a map it is anything. */
  record Table(List<Entry> entries, Span span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      List<TypedExpr> all = new ArrayList<>();
      entries.forEach(e -> all.addAll(List.of(e.key(), e.value())));
      return all;
    }

    public Table {
      entries = List.copyOf(entries);
    }

    @Override
    public Type type() {
      return entries.stream().anyMatch(e -> e.value().type() == Type.LIST) ? Type.MAP : Type.LAW;
    }
  }

  /** One line of a table. */
  record Entry(TypedExpr key, TypedExpr value) {}

  /**
   * The limit of a measure per letter.
   *
   * @param measure of prefixes of the length {@link #HORIZON}
   */
  record Rate(TypedExpr measure, Span span) implements TypedExpr {
    /** The horizon whose limit is meant; a name that nobody can write. */
    public static final String HORIZON = "n'";

    @Override
    public List<TypedExpr> children() {
      return List.of(measure);
    }

    @Override
    public Type type() {
      return measure.type();
    }
  }

  /**
   * {@code max objective over p(X) subject to E[c(X)] <= b}, or the law where it is taken, with
   * what is evaluated under it.
   */
  record Optimum(
      boolean maximum,
      boolean argument,
      Optional<TypedExpr> under,
      TypedExpr objective,
      DensityAt over,
      List<Constraint> constraints,
      Span span)
      implements TypedExpr {
    public Optimum {
      constraints = List.copyOf(constraints);
    }

    @Override
    public List<TypedExpr> children() {
      List<TypedExpr> all = new ArrayList<>(List.of(objective, over));
      constraints.forEach(c -> all.addAll(List.of(c.left(), c.right())));
      under.ifPresent(all::add);
      return all;
    }

    @Override
    public Type type() {
      return argument ? under.map(TypedExpr::type).orElse(Type.ANY) : objective.type();
    }
  }

  /** What an optimum is subject to: two expressions and {@code <=}, {@code >=} or {@code =}. */
  record Constraint(TypedExpr left, String relation, TypedExpr right, Span span) {}

  private static List<TypedExpr> with(TypedExpr first, Optional<TypedExpr> second) {
    return second.map(s -> List.of(first, s)).orElse(List.of(first));
  }
}
