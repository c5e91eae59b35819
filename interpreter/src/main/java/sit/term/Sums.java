package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import sit.exact.Rational;

/**
 * One form for sums over time: a sum of sums is split, what does not depend on the index stands
 * before it, the earliest time in a term is the index itself, and every sum runs from 1 to its
 * horizon, with the terms at the ends added or taken away. Sums that telescope are then equal term
 * by term. All of it holds for every horizon of at least 1.
 */
public final class Sums {
  private static final int FARTHEST = 12;
  private static final List<String> NAMES = List.of("t", "i", "k", "s", "u", "v");

  private final UnaryOperator<NormalForm> before;

  /**
   * A way to bring sums into one form.
   *
   * @param before what is done first to every body and argument
   */
  public Sums(UnaryOperator<NormalForm> before) {
    this.before = before;
  }

  /** The expression with all its sums, also those in arguments, in one form. */
  public NormalForm canonical(NormalForm form) {
    return before.apply(form).replace(this::canonical);
  }

  private NormalForm canonical(Term atom) {
    if (atom instanceof Term.Total total) {
      return canonical(total);
    } else if (atom instanceof Term.Apply apply) {
      return NormalForm.of(inside(apply));
    }
    return NormalForm.of(atom);
  }

  private Term inside(Term.Apply apply) {
    List<Term> arguments = new ArrayList<>();
    for (Term argument : apply.arguments()) {
      boolean scalar = !(argument instanceof Term.Variables);
      arguments.add(scalar ? canonical(NormalForm.of(argument)).toTerm() : argument);
    }
    return power(apply.head(), arguments);
  }

  /** A power that was kept as it stands may be a number by now. */
  private static Term power(String head, List<Term> arguments) {
    boolean whole =
        head.equals("^")
            && arguments.get(1) instanceof Term.Constant c
            && c.value().isInteger()
            && c.value().numerator().bitLength() < 8;
    return whole
        ? new Term.Power(
            arguments.get(0),
            ((Term.Constant) arguments.get(1)).value().numerator().intValueExact())
        : new Term.Apply(head, arguments);
  }

  private NormalForm canonical(Term.Total total) {
    NormalForm body = canonical(NormalForm.of(total.body()));
    Index length = total.to().subtract(total.from()).plus(1);
    String horizon = horizon(total);
    if (horizon.isEmpty()) {
      return NormalForm.of(new Term.Total(total.index(), total.from(), total.to(), body.toTerm()));
    }
    NormalForm sum = NormalForm.ZERO;
    for (Map.Entry<Monomial, Rational> entry : body.coefficients().entrySet()) {
      NormalForm outside = NormalForm.constant(entry.getValue());
      NormalForm inside = NormalForm.constant(Rational.ONE);
      boolean timed = false;
      for (Term atom : entry.getKey().atoms()) {
        NormalForm one = NormalForm.of(atom);
        boolean here = symbols(one).contains(total.index());
        timed |= here;
        outside = here ? outside : outside.multiply(one);
        inside = here ? inside.multiply(one) : inside;
      }
      NormalForm value = timed ? whole(inside, total, horizon) : NormalForm.of(length);
      sum = sum.add(outside.multiply(value));
    }
    return sum;
  }

  /** The horizon of a sum from a number to a little before or after it; empty if it is no such. */
  private static String horizon(Term.Total total) {
    Map<String, Integer> symbols = total.to().coefficients();
    if (total.from().value().isEmpty() || symbols.size() != 1) {
      return "";
    }
    String symbol = symbols.keySet().iterator().next();
    int from = total.from().constant();
    int late = total.to().constant();
    boolean near = Math.abs(from) <= FARTHEST && Math.abs(late) <= FARTHEST;
    boolean proper = symbols.get(symbol) == 1 && late - from + 2 >= 0 && near;
    return proper ? symbol : "";
  }

  /** The sum of one product over all times up to the horizon, and what is at the ends. */
  private NormalForm whole(NormalForm body, Term.Total total, String horizon) {
    int earliest = earliest(body, total.index());
    NormalForm shifted = put(body, total.index(), Index.symbol(total.index()).plus(-earliest));
    int from = total.from().constant() + earliest;
    int late = total.to().constant() + earliest;
    String index = name(shifted, total.index(), horizon);
    NormalForm named = put(shifted, total.index(), Index.symbol(index));
    Term inside = named.toTerm();
    Index end = Index.symbol(horizon);
    NormalForm sum = NormalForm.of(new Term.Total(index, Index.of(1), end, inside));
    for (int j = from; j < 1; j++) {
      sum = sum.add(put(named, index, Index.of(j)));
    }
    for (int j = 1; j < from; j++) {
      sum = sum.subtract(put(named, index, Index.of(j)));
    }
    for (int j = 1; j <= late; j++) {
      sum = sum.add(put(named, index, end.plus(j)));
    }
    for (int j = late + 1; j <= 0; j++) {
      sum = sum.subtract(put(named, index, end.plus(j)));
    }
    return sum;
  }

  private static String name(NormalForm body, String own, String horizon) {
    Set<String> taken = symbols(body);
    taken.remove(own);
    taken.add(horizon);
    for (String name : NAMES) {
      if (!taken.contains(name)) {
        return name;
      }
    }
    return own;
  }

  /** The least number that is added to the index somewhere; zero where it is not plain. */
  private static int earliest(NormalForm body, String index) {
    int[] least = {Integer.MAX_VALUE};
    body.atoms().forEach(atom -> earliest(atom, index, least));
    return least[0] == Integer.MAX_VALUE || Math.abs(least[0]) > FARTHEST ? 0 : least[0];
  }

  private static void earliest(Term term, String index, int[] least) {
    if (term instanceof Term.Apply apply) {
      for (Term argument : apply.arguments()) {
        NormalForm form =
            argument instanceof Term.Variables ? NormalForm.ZERO : NormalForm.of(argument);
        boolean plain = form.coefficient(Monomial.of(new Term.Symbol(index))).isOne();
        Rational offset = form.constantValue();
        if (plain && offset.isInteger() && offset.numerator().bitLength() < 16) {
          least[0] = Math.min(least[0], offset.numerator().intValueExact());
        } else {
          form.atoms().forEach(atom -> earliest(atom, index, least));
        }
      }
    } else if (term instanceof Term.Entropy entropy) {
      for (Variable variable : entropy.group()) {
        Index at = variable instanceof Variable.Letter letter ? letter.at() : null;
        at = variable instanceof Variable.Block block ? block.to() : at;
        if (at != null && at.coefficients().getOrDefault(index, 0) == 1) {
          // a block that ends before the first letter is nothing, so it keeps its place
          least[0] = Math.min(least[0], variable instanceof Variable.Block ? 0 : at.constant());
        }
      }
    } else if (term instanceof Term.Symbol symbol && symbol.name().equals(index)) {
      least[0] = Math.min(least[0], 0);
    }
  }

  /** All scalars and index symbols that are free in an expression. */
  public static Set<String> symbols(NormalForm form) {
    Set<String> found = new TreeSet<>();
    form.atoms().forEach(atom -> symbols(atom, found));
    return found;
  }

  private static void symbols(Term atom, Set<String> found) {
    if (atom instanceof Term.Symbol symbol) {
      found.add(symbol.name());
    } else if (atom instanceof Term.Apply apply) {
      for (Term argument : apply.arguments()) {
        found.addAll(symbols(NormalForm.of(argument)));
      }
    } else if (atom instanceof Term.Total total) {
      Set<String> inside = symbols(NormalForm.of(total.body()));
      inside.remove(total.index());
      found.addAll(inside);
      found.addAll(total.from().coefficients().keySet());
      found.addAll(total.to().coefficients().keySet());
    } else if (atom instanceof Term.Measure measure) {
      measure.slots().forEach(slot -> symbols(slot, found));
    } else if (atom instanceof Term.Entropy || atom instanceof Term.Variables) {
      found.addAll(Substitution.symbols(NormalForm.of(atom)));
    }
  }

  /** An index in the place of a symbol, also where it stands as a number or in an argument. */
  public static NormalForm put(NormalForm form, String symbol, Index index) {
    return form.replace(atom -> put(atom, symbol, index));
  }

  private static NormalForm put(Term atom, String symbol, Index index) {
    if (atom instanceof Term.Symbol scalar) {
      return scalar.name().equals(symbol) ? NormalForm.of(index) : NormalForm.of(atom);
    } else if (atom instanceof Term.Apply apply) {
      List<Term> arguments = new ArrayList<>();
      for (Term argument : apply.arguments()) {
        arguments.add(
            argument instanceof Term.Variables
                ? ((Term.Apply) single(new Term.Apply("E", List.of(argument)), symbol, index))
                    .arguments()
                    .get(0)
                : put(NormalForm.of(argument), symbol, index).toTerm());
      }
      return NormalForm.of(power(apply.head(), arguments));
    } else if (atom instanceof Term.Total total) {
      Index from = total.from().with(symbol, index);
      Index to = total.to().with(symbol, index);
      boolean bound = total.index().equals(symbol);
      Term body = bound ? total.body() : put(NormalForm.of(total.body()), symbol, index).toTerm();
      return NormalForm.of(new Term.Total(total.index(), from, to, body));
    }
    return new Substitution(symbol, index).apply(NormalForm.of(atom));
  }

  private static Term single(Term atom, String symbol, Index index) {
    NormalForm one = NormalForm.of(Monomial.of(atom), Rational.ONE);
    return new Substitution(symbol, index).apply(one).coefficients().firstKey().atoms().get(0);
  }
}
