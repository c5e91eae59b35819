package sit.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.TermPrinter;
import sit.term.Variable;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Turns values into terms, and terms into indices. */
final class Terms {
  private Terms() {}

  /** The term of a value; empty where it has none that loses nothing. */
  static Optional<Term> of(Value value) {
    if (value instanceof Value.Symbolic symbolic) {
      return Optional.of(symbolic.term());
    } else if (value instanceof Quantity quantity) {
      return quantity(quantity);
    } else if (value instanceof Value.Variables variables) {
      return Optional.of(new Term.Variables(variables.group()));
    } else if (value instanceof Value.Process process) {
      return Optional.of(new Term.Symbol(String.join(", ", process.names())));
    } else if (value instanceof Distribution) {
      return Optional.of(new Term.Symbol(ValuePrinter.print(value)));
    } else if (value instanceof Value.Truth || value instanceof Value.Text) {
      return Optional.of(new Term.Symbol(ValuePrinter.print(value)));
    } else if (value instanceof Value.Likelihood likelihood) {
      return Optional.of(likelihood(likelihood));
    } else if (value instanceof Value.Items items) {
      List<Term> parts = new ArrayList<>();
      for (Value item : items.items()) {
        Optional<Term> part = of(item);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        parts.add(part.get());
      }
      return Optional.of(new Term.Apply("list", parts));
    }
    return Optional.empty();
  }

  /** A product of densities as it is written. */
  private static Term likelihood(Value.Likelihood likelihood) {
    List<Term> factors = new ArrayList<>();
    for (Value.Piece piece : likelihood.pieces()) {
      List<Term> slots = new ArrayList<>(List.of(new Term.Variables(piece.of())));
      List<String> separators = new ArrayList<>();
      if (!piece.given().isEmpty()) {
        slots.add(new Term.Variables(piece.given()));
        separators.add("|");
      }
      Term density = new Term.Measure(piece.name(), slots, separators);
      boolean whole =
          piece.power().isInteger() && piece.power().numerator().bitLength() < Integer.SIZE - 1;
      Term power = new Term.Constant(piece.power());
      factors.add(
          piece.power().isOne()
              ? density
              : whole
                  ? new Term.Power(density, piece.power().numerator().intValueExact())
                  : new Term.Apply("^", List.of(density, power)));
    }
    if (!likelihood.exponent().isZero()) {
      factors.add(new Term.Apply("exp", List.of(likelihood.exponent().toTerm())));
    }
    return factors.isEmpty()
        ? Term.constant(1)
        : factors.size() == 1 ? factors.get(0) : new Term.Product(factors);
  }

  private static Optional<Term> quantity(Quantity quantity) {
    if (quantity.isOpen()) {
      String form = ValuePrinter.plain(quantity);
      return Optional.of(new Term.Symbol(form.contains(" ") ? "(" + form + ")" : form));
    }
    if (quantity.exact().isEmpty()) {
      return Optional.empty();
    }
    String function = quantity.unit() == Unit.NAT ? "ln" : "log2";
    LogSum exact = quantity.exact().get();
    List<Term> terms = new ArrayList<>();
    if (!exact.ofE().isZero()) {
      Term factor = new Term.Constant(exact.ofE());
      Term log = new Term.Apply(function, List.of(new Term.Symbol("e")));
      boolean one = quantity.unit() == Unit.NAT;
      terms.add(one ? factor : new Term.Product(List.of(factor, log)));
    }
    if (!exact.ofPi().isZero()) {
      Term log = new Term.Apply(function, List.of(new Term.Symbol("pi")));
      terms.add(new Term.Product(List.of(new Term.Constant(exact.ofPi()), log)));
    }
    if (!exact.rationalPart().isZero() || exact.isRational()) {
      Term constant = new Term.Constant(exact.rationalPart());
      boolean nats = quantity.unit() == Unit.NAT && !exact.rationalPart().isZero();
      Term ln2 = new Term.Apply("ln", List.of(Term.constant(2)));
      terms.add(nats ? new Term.Product(List.of(constant, ln2)) : constant);
    }
    for (Map.Entry<BigInteger, Rational> entry : exact.logarithms().entrySet()) {
      Term argument = new Term.Constant(Rational.of(entry.getKey()));
      Term logarithm = new Term.Apply(function, List.of(argument));
      terms.add(new Term.Product(List.of(new Term.Constant(entry.getValue()), logarithm)));
    }
    return Optional.of(Term.sum(terms));
  }

  /** The index a value is: a whole number, or a whole-number combination of index symbols. */
  static Optional<Index> index(Value value) {
    if (value instanceof Quantity quantity) {
      return quantity.integer().map(Index::of);
    }
    if (!(value instanceof Value.Symbolic symbolic)) {
      return Optional.empty();
    }
    Index index = Index.of(0);
    for (Map.Entry<Monomial, Rational> entry :
        NormalForm.of(symbolic.term()).coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      Rational c = entry.getValue();
      boolean symbol = atoms.size() == 1 && atoms.get(0) instanceof Term.Symbol;
      if (!c.isInteger() || c.numerator().bitLength() > 30 || !symbol && !atoms.isEmpty()) {
        return Optional.empty();
      }
      int factor = c.numerator().intValueExact();
      index =
          symbol
              ? index.add(Index.symbol(((Term.Symbol) atoms.get(0)).name()).multiply(factor))
              : index.plus(factor);
    }
    return Optional.of(index);
  }

  /** Whether one of the values that are bound speaks of an index symbol of that name. */
  static boolean mentions(Locals locals, String symbol) {
    for (Value value : locals.values()) {
      Optional<Term> term =
          value instanceof Value.Variables variables
              ? Optional.of(new Term.Entropy(variables.group()))
              : value instanceof Quantity ? Optional.empty() : of(value);
      if (term.isPresent()) {
        NormalForm form = NormalForm.of(term.get());
        boolean scalar = form.atoms().contains(new Term.Symbol(symbol));
        if (scalar || Substitution.symbols(form).contains(symbol)) {
          return true;
        }
      }
    }
    return false;
  }

  /** An index as a value. */
  static Value ofIndex(Index index) {
    if (index.value().isPresent()) {
      return Quantity.of(index.value().getAsInt());
    }
    List<Term> terms = new ArrayList<>();
    index
        .coefficients()
        .forEach(
            (symbol, c) ->
                terms.add(new Term.Product(List.of(Term.constant(c), new Term.Symbol(symbol)))));
    terms.add(Term.constant(index.constant()));
    return new Value.Symbolic(NormalForm.of(new Term.Sum(terms)).toTerm());
  }

  /** One entry of a sequence of scalars. */
  static Value entry(String sequence, Index at) {
    Term index = NormalForm.of(at).toTerm();
    return new Value.Symbolic(new Term.Apply(sequence, List.of(index)));
  }

  static Group letters(List<String> processes, Index at) {
    List<Variable> letters = new ArrayList<>();
    for (String process : processes) {
      letters.add(new Variable.Letter(process, at));
    }
    return Group.of(letters);
  }

  static Group blocks(List<String> processes, Index from, Index to) {
    List<Variable> blocks = new ArrayList<>();
    for (String process : processes) {
      blocks.add(new Variable.Block(process, from, to));
    }
    return Group.of(blocks);
  }

  static String print(Value value) {
    return value instanceof Value.Symbolic symbolic
        ? TermPrinter.print(symbolic.term())
        : ValuePrinter.outcome(value);
  }
}
