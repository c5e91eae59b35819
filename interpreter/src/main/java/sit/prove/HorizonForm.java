package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.HorizonCertificate.Span;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NestedSums;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;

/**
 * A claim about a horizon taken apart: sums over time, sums over pairs of times, and the rest.
 *
 * @param multiple how often it was multiplied by the horizon
 * @param time a symbol for the generic time
 * @param pairs what is summed over {@link #EARLY} before the time; zero where nothing is
 * @param known the first horizon for which this is so
 */
record HorizonForm(
    Claim claim,
    String horizon,
    String time,
    int multiple,
    List<Sum> sums,
    NormalForm rest,
    NormalForm pairs,
    int known) {
  /** A symbol for a time before the generic one. */
  static final String EARLY = "r";

  HorizonForm {
    sums = List.copyOf(sums);
  }

  /** The sum of a body, in which the time stands for the index, from one time to another. */
  record Sum(int from, int beyond, NormalForm body) {}

  /** The form, or in words why there is none. */
  record Read(Optional<HorizonForm> form, String trouble) {}

  /** Whether an expression speaks of indices that have no number, or of sums that have no end. */
  static boolean isTimeless(NormalForm form) {
    return !Substitution.symbols(form).isEmpty()
        || form.atoms().stream().anyMatch(a -> a instanceof Term.Total);
  }

  /**
   * The form of a claim.
   *
   * @param counted whether terms of sums in sums are counted where one of the times does not matter
   */
  static Read of(Claim claim, List<Assumption> assumptions, boolean counted) {
    Set<String> free = free(claim.difference());
    if (free.size() != 1) {
      String trouble =
          free.isEmpty() ? "no horizon" : "more than one horizon: " + String.join(", ", free);
      return new Read(Optional.empty(), trouble);
    }
    String horizon = free.iterator().next();
    return of(claim, horizon, time(claim, assumptions, horizon), counted);
  }

  /** The claim's difference times a power of the horizon. */
  static NormalForm scaled(NormalForm difference, String horizon, int multiple) {
    NormalForm scaled = difference;
    for (int k = 0; k < multiple; k++) {
      scaled = scaled.multiply(NormalForm.of(new Term.Symbol(horizon)));
    }
    return scaled;
  }

  /** Takes a claim apart that speaks of no other index than this horizon. */
  static Read of(Claim claim, String horizon, String time, boolean counted) {
    NormalForm difference = claim.difference();
    int multiple = 0;
    while (multiple < 2 && divides(difference, horizon)) {
      difference = difference.multiply(NormalForm.of(new Term.Symbol(horizon)));
      multiple++;
    }
    NestedSums.Flat flat = new NestedSums.Flat(difference, NormalForm.ZERO, 1);
    if (NestedSums.in(difference)) {
      try {
        flat = NestedSums.of(difference, horizon, EARLY, time, counted);
      } catch (IllegalArgumentException e) {
        return new Read(Optional.empty(), "sums in sums: " + e.getMessage());
      }
      difference = flat.rest();
    }
    List<Sum> sums = new ArrayList<>();
    TreeMap<Monomial, Rational> rest = new TreeMap<>();
    for (var entry : difference.coefficients().entrySet()) {
      Monomial monomial = entry.getKey();
      if (monomial.atoms().stream().noneMatch(a -> a instanceof Term.Total)) {
        rest.put(monomial, entry.getValue());
        continue;
      }
      if (monomial.atoms().size() != 1) {
        return new Read(Optional.empty(), "a sum is multiplied by what is no number");
      }
      Term.Total total = (Term.Total) monomial.atoms().get(0);
      Index late = total.to().subtract(Index.symbol(horizon));
      if (total.from().value().isEmpty() || late.value().isEmpty()) {
        return new Read(
            Optional.empty(),
            "a sum from " + total.from() + " to " + total.to() + " is out of reach");
      }
      NormalForm body = NormalForm.of(total.body());
      NormalForm generic = put(body.scale(entry.getValue()), total.index(), Index.symbol(time));
      sums.add(new Sum(total.from().value().getAsInt(), late.value().getAsInt(), generic));
    }
    NormalForm outside = new NormalForm(rest);
    HorizonForm form =
        new HorizonForm(claim, horizon, time, multiple, sums, outside, flat.pairs(), flat.least());
    return new Read(Optional.of(form), "");
  }

  /** All that is summed at the generic time. */
  NormalForm summand() {
    NormalForm sum = NormalForm.ZERO;
    for (Sum each : sums) {
      sum = sum.add(each.body());
    }
    return sum;
  }

  /** What no sum holds, and what sums hold outside the span. */
  NormalForm rest(Span span) {
    NormalForm total = rest;
    for (Sum sum : sums) {
      for (int t = sum.from(); t < span.first(); t++) {
        total = total.add(put(sum.body(), time, Index.of(t)));
      }
      for (int k = 1 - span.before(); k <= sum.beyond(); k++) {
        total = total.add(put(sum.body(), time, Index.symbol(horizon).plus(k)));
      }
    }
    return total;
  }

  /** Puts an index in the place of a symbol, also where it stands as a number. */
  static NormalForm put(NormalForm form, String symbol, Index replacement) {
    NormalForm total = NormalForm.ZERO;
    for (var entry : new Substitution(symbol, replacement).apply(form).coefficients().entrySet()) {
      NormalForm product = NormalForm.constant(entry.getValue());
      for (Term atom : entry.getKey().atoms()) {
        boolean number = atom instanceof Term.Symbol s && s.name().equals(symbol);
        product = product.multiply(number ? NormalForm.of(replacement) : NormalForm.of(atom));
      }
      total = total.add(product);
    }
    return total;
  }

  private static boolean divides(NormalForm form, String horizon) {
    for (Monomial monomial : form.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        if (atom instanceof Term.Apply apply
            && apply.head().equals("^")
            && apply.arguments().get(0).equals(new Term.Symbol(horizon))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The index symbols of an expression that no sum binds. */
  static Set<String> free(NormalForm form) {
    Set<String> free = new TreeSet<>();
    for (Monomial monomial : form.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        if (atom instanceof Term.Total total) {
          Set<String> inside = free(NormalForm.of(total.body()));
          inside.remove(total.index());
          free.addAll(inside);
          free.addAll(total.from().coefficients().keySet());
          free.addAll(total.to().coefficients().keySet());
        } else {
          free.addAll(Substitution.symbols(NormalForm.of(atom)));
        }
      }
    }
    return free;
  }

  /** A name for the time that stands for nothing else. */
  private static String time(Claim claim, List<Assumption> assumptions, String horizon) {
    Set<String> taken = new TreeSet<>(List.of(horizon, EARLY));
    scalars(claim.difference(), "", taken);
    assumptions.forEach(a -> scalars(a.difference(), "", taken));
    for (String name : List.of("t", "i", "k", "s", "u", "v")) {
      if (!taken.contains(name)) {
        return name;
      }
    }
    String name = "time";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  private static void scalars(NormalForm form, String bound, Set<String> taken) {
    for (Monomial monomial : form.coefficients().keySet()) {
      for (Term atom : monomial.atoms()) {
        if (atom instanceof Term.Symbol symbol && !symbol.name().equals(bound)) {
          taken.add(symbol.name());
        } else if (atom instanceof Term.Total total) {
          scalars(NormalForm.of(total.body()), total.index(), taken);
        }
      }
    }
  }
}
