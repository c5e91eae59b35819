package sit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import sit.exact.Rational;
import sit.proof.HorizonCertificate.Span;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Reads expressions at a generic time: every process is cut at the same places, a block is the set
 * of pieces between its ends, and two groups that have the same pieces are the same random
 * variables at every time of the span. Places are in ascending order for certain, so that no piece
 * is counted twice and what runs backwards is empty. Before the first letter there is nothing. What
 * it cannot place for certain it rejects.
 */
final class Pieces {
  private final String horizon;
  private final String time;
  private final Span span;
  private final Map<Index, Integer> places = new HashMap<>();
  private final List<Index> cuts;

  /**
   * Pieces between the cuts.
   *
   * @param time the generic time, with {@code span.first <= time <= horizon - span.before}; empty
   *     where there is none
   */
  Pieces(String horizon, String time, Span span, List<Index> cuts) {
    this.horizon = horizon;
    this.time = time;
    this.span = span;
    this.cuts = cuts;
    Rejected.unless(
        !cuts.isEmpty() && cuts.get(0).equals(Index.of(0)), "the first cut is not at 0");
    for (int k = 0; k < cuts.size(); k++) {
      Rejected.unless(
          k == 0 || notNegative(cuts.get(k).subtract(cuts.get(k - 1))),
          "the cut " + cuts.get(k) + " may lie before the one before it");
      places.putIfAbsent(cuts.get(k), k);
    }
  }

  Span span() {
    return span;
  }

  /** Whether an index is certain to be 0 or more. */
  boolean notNegative(Index index) {
    long constant = index.constant();
    long ofHorizon = index.coefficients().getOrDefault(horizon, 0);
    long ofTime = time.isEmpty() ? 0 : index.coefficients().getOrDefault(time, 0);
    for (String symbol : index.coefficients().keySet()) {
      if (!symbol.equals(horizon) && (time.isEmpty() || !symbol.equals(time))) {
        return false;
      }
    }
    if (ofTime > 0) {
      constant += ofTime * span.first();
    } else {
      // time <= horizon - before, so that a negative multiple of time is at least that of the bound
      constant -= ofTime * span.before();
      ofHorizon += ofTime;
    }
    return ofHorizon >= 0 && constant + ofHorizon * span.least() >= 0;
  }

  /** The expression with indices put in for symbols, and with every group written in pieces. */
  NormalForm read(NormalForm form, Map<String, Index> at) {
    NormalForm total = NormalForm.ZERO;
    for (var entry : form.coefficients().entrySet()) {
      NormalForm product = NormalForm.constant(entry.getValue());
      for (Term atom : entry.getKey().atoms()) {
        product = product.multiply(read(atom, at));
      }
      total = total.add(product);
    }
    return total;
  }

  private NormalForm read(Term atom, Map<String, Index> at) {
    if (atom instanceof Term.Entropy entropy) {
      return NormalForm.entropy(read(entropy.group(), at));
    } else if (atom instanceof Term.Symbol symbol) {
      Index index = at.get(symbol.name());
      return index == null ? NormalForm.of(symbol) : number(index);
    }
    Rejected.unless(isFixed(atom, at), "an atom that may vary with time: " + atom);
    return NormalForm.of(atom);
  }

  private static NormalForm number(Index index) {
    NormalForm sum = NormalForm.constant(Rational.of(index.constant()));
    for (var entry : index.coefficients().entrySet()) {
      NormalForm symbol = NormalForm.of(new Term.Symbol(entry.getKey()));
      sum = sum.add(symbol.scale(Rational.of(entry.getValue())));
    }
    return sum;
  }

  /** A function of scalars and single variables, none of which is a time or is put in for. */
  private boolean isFixed(Term term, Map<String, Index> at) {
    if (term instanceof Term.Symbol symbol) {
      return !symbol.name().equals(time) && !at.containsKey(symbol.name());
    } else if (term instanceof Term.Variables variables) {
      return variables.group().variables().stream().allMatch(v -> v instanceof Variable.Single);
    } else if (term instanceof Term.Apply apply) {
      return apply.arguments().stream().allMatch(argument -> isFixed(argument, at));
    }
    return term instanceof Term.Constant;
  }

  private Group read(Group group, Map<String, Index> at) {
    List<Variable> pieces = new ArrayList<>();
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter) {
        Index index = with(letter.at(), at);
        add(pieces, letter.name(), index.plus(-1), index);
      } else if (variable instanceof Variable.Block block) {
        add(pieces, block.name(), with(block.from(), at).plus(-1), with(block.to(), at));
      } else {
        pieces.add(variable);
      }
    }
    return Group.of(pieces);
  }

  /** The pieces of the letters after one place and up to another. */
  private void add(List<Variable> pieces, String process, Index after, Index to) {
    int end = place(to);
    for (int k = place(after); k < end; k++) {
      pieces.add(new Variable.Block(process, cuts.get(k).plus(1), cuts.get(k + 1)));
    }
  }

  private int place(Index index) {
    if (notNegative(index.multiply(-1))) {
      return 0;
    }
    Integer place = places.get(index);
    Rejected.unless(place != null, "nothing is cut at " + index);
    return place;
  }

  /** Puts indices in for symbols, all at once, so that no symbol put in is taken for another. */
  static Index with(Index index, Map<String, Index> at) {
    Index total = Index.of(index.constant());
    for (var entry : index.coefficients().entrySet()) {
      Index value = at.getOrDefault(entry.getKey(), Index.symbol(entry.getKey()));
      total = total.add(value.multiply(entry.getValue()));
    }
    return total;
  }

  /** The number by which one index is after another. */
  static int distance(Index from, Index to) {
    OptionalInt distance = to.subtract(from).value();
    Rejected.unless(distance.isPresent(), from + " and " + to + " are not a fixed distance apart");
    return distance.getAsInt();
  }
}
