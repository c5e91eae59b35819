package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sit.source.Span;

/** An expression as it was written. */
public sealed interface Expr {
  Span span();

  /** A number, as it was typed. */
  record Number(String text, Span span) implements Expr {}

  /** A text in quotes, without them. */
  record Text(String text, Span span) implements Expr {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value, Span span) implements Expr {}

  /** A name. */
  record Name(String name, Span span) implements Expr {}

  /**
   * A function or a measure with its arguments: {@code f(x, y)}, {@code I(X; Y | Z)}.
   *
   * @param slots what stands between the separators, each a list
   * @param separators one fewer than slots: {@code ;}, {@code ->}, {@code ||} or {@code |}
   */
  record Call(
      String name, Span nameSpan, List<List<Expr>> slots, List<String> separators, Span span)
      implements Expr {
    public Call {
      slots = List.copyOf(slots);
      separators = List.copyOf(separators);
    }

    /** The same measure of prefixes of the processes among its arguments. */
    public Call ofPrefixes(String length, Predicate<Expr> isProcess) {
      List<List<Expr>> prefixes = new ArrayList<>();
      for (List<Expr> slot : slots) {
        List<Expr> items = new ArrayList<>();
        for (Expr item : slot) {
          if (item instanceof Call law) { // the laws of processes that a divergence compares
            items.add(law.ofPrefixes(length, isProcess));
            continue;
          }
          boolean process = isProcess.test(item);
          items.add(
              process ? new Binary("^", item, new Name(length, item.span()), item.span()) : item);
        }
        prefixes.add(items);
      }
      return new Call(name, nameSpan, prefixes, separators, span);
    }
  }

  /** {@code ...} as the last slot of a pattern: any number of slots. */
  record Ellipsis(Span span) implements Expr {}

  /** {@code .} as the first slot of a density: what it is a density of, {@code q(.|x)}. */
  record Dot(Span span) implements Expr {}

  /** {@code E[x ~ p(x), z ~ q(.|x)] [body]}: the body averaged over outcomes drawn in turn. */
  record Mean(List<Draw> draws, Expr body, Span span) implements Expr {
    public Mean {
      draws = List.copyOf(draws);
    }
  }

  /** Outcomes that are drawn together, and the density they are drawn from. */
  record Draw(List<Expr> outcomes, Expr density) {
    public Draw {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** {@code base[arguments]}, also {@code E[value | event]}. */
  record Index(Expr base, List<Expr> arguments, Optional<Expr> given, Span span) implements Expr {
    public Index {
      arguments = List.copyOf(arguments);
    }
  }

  /** Several expressions in parentheses. */
  record Tuple(List<Expr> items, Span span) implements Expr {
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /** {@code [a, b]}. */
  record ListOf(List<Expr> items, Span span) implements Expr {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /** {@code [body for item in list if condition]}: the list of what the body is for each item. */
  record Each(String item, Expr list, Optional<Expr> condition, Expr body, Span span)
      implements Expr {}

  /** {@code {a, b}}. */
  record SetOf(List<Expr> items, Span span) implements Expr {
    public SetOf {
      items = List.copyOf(items);
    }
  }

  /** {@code {key: value, ...}}. */
  record Table(List<Entry> entries, Span span) implements Expr {
    public Table {
      entries = List.copyOf(entries);
    }
  }

  /** One line of a table. */
  record Entry(Expr key, Expr value) {}

  /** {@code -x}, {@code not x}, and with the operator {@code '} the transpose {@code A'}. */
  record Unary(String operator, Expr operand, Span span) implements Expr {}

  /**
   * Two operands with an operator between: arithmetic, comparison or logic.
   *
   * @param operator {@code + - * / ^ mod xor and or == != = <= >= < >}
   */
  record Binary(String operator, Expr left, Expr right, Span span) implements Expr {}

  /** {@code from..to}. */
  record Range(Expr from, Expr to, Span span) implements Expr {}

  /**
   * A sum over a range of integers or a list, or another operator that binds a name.
   *
   * @param operator {@link #SUM}, or {@code root}: the zero of a function on an interval
   * @param domain a {@link Range}, or an expression that gives a list
   */
  record Sum(String operator, String binder, Expr domain, Expr body, Span span) implements Expr {
    /** The operator that adds up. */
    public static final String SUM = "sum";

    public boolean adds() {
      return operator.equals(SUM);
    }
  }

  /** {@code if condition then a else b}. */
  record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

  /** {@code rate measure}: its limit per letter, {@code rate H(X)}. */
  record Rate(Call measure, Span span) implements Expr {}

  /**
   * {@code max objective over p(X) subject to E[c(X)] <= b}, or with {@code argmax} the law.
   *
   * @param argument whether the law is meant, and not the value
   * @param under what is evaluated under that law, if it is
   * @param constraints each a relation of two expressions
   */
  record Optimum(
      boolean maximum,
      boolean argument,
      Optional<Expr> under,
      Expr objective,
      Call law,
      List<Binary> constraints,
      Span span)
      implements Expr {
    /** As it is written. */
    public String operator() {
      return (argument ? "arg" : "") + (maximum ? "max" : "min");
    }

    public Optimum {
      constraints = List.copyOf(constraints);
    }
  }
}
