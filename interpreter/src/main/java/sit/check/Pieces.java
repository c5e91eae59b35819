package sit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sit.proof.Basic;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Regrouping;
import sit.term.Term;
import sit.term.Variable;

/**
 * Reads expressions at a generic time: every process is cut at the same places, a block is the set
 * of pieces between its ends, and two groups of the same pieces are the same random variables at
 * every time of the span. The places are in ascending order for certain, so that no piece is
 * counted twice and what runs backwards is empty; before the first letter there is nothing. What
 * cannot be placed for certain is rejected.
 */
final class Pieces {
  private final String horizon;
  private final int least;
  private final List<Range> ranges;
  private final List<Index> cuts;
  private final Map<Index, Integer> places = new HashMap<>();

  /** A symbol for a generic time: {@code first <= symbol <= last}. */
  record Range(String symbol, int first, Index last) {}

  /**
   * Pieces between the cuts, for every {@code horizon >= least}.
   *
   * @param ranges generic times, each before those whose ranges its own depends on
   */
  Pieces(String horizon, int least, List<Range> ranges, List<Index> cuts) {
    this.horizon = horizon;
    this.least = least;
    this.ranges = List.copyOf(ranges);
    this.cuts = cuts;
    Index before = Index.of(0);
    require(!cuts.isEmpty() && cuts.get(0).equals(before), "the first cut is not at 0");
    for (Index cut : cuts) {
      require(notNegative(cut.subtract(before)), cut + " may lie before " + before);
      places.putIfAbsent(cut, places.size());
      before = cut;
    }
    require(places.size() == cuts.size(), "a cut stands twice");
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Whether a symbol stands for a generic time. */
  boolean isTime(String symbol) {
    return ranges.stream().anyMatch(range -> range.symbol.equals(symbol));
  }

  /** Whether an index is certain to be 0 or more. */
  boolean notNegative(Index index) {
    Index bound = index;
    for (Range range : ranges) {
      int multiple = bound.coefficients().getOrDefault(range.symbol, 0);
      // a negative multiple of a time is least where the time is last
      bound = bound.with(range.symbol, multiple > 0 ? Index.of(range.first) : range.last);
    }
    int ofHorizon = bound.coefficients().getOrDefault(horizon, 0);
    boolean known = bound.with(horizon, Index.of(0)).value().isPresent();
    return known && ofHorizon >= 0 && bound.constant() + (long) ofHorizon * least >= 0;
  }

  /** The expression with indices put in for symbols, and with every group written in pieces. */
  NormalForm read(NormalForm form, Map<String, Index> at) {
    return averaged(form.replace(atom -> read(atom, at)));
  }

  /** An expression in which the mean of a product is not taken for the product of means. */
  static NormalForm averaged(NormalForm form) {
    for (Monomial monomial : form.coefficients().keySet()) {
      long averages = monomial.atoms().stream().filter(a -> a instanceof Term.Average).count();
      require(averages <= 1, "a product of two averages: " + monomial);
    }
    return form;
  }

  /** How averages are read: the groups in them are written in pieces, the rest is scalars. */
  Regrouping regrouping(Map<String, Index> at) {
    return new Regrouping(group -> read(group, at), atom -> read(atom, at));
  }

  private NormalForm read(Term atom, Map<String, Index> at) {
    if (atom instanceof Term.Entropy entropy) {
      return NormalForm.entropy(read(entropy.group(), at));
    } else if (atom instanceof Term.Symbol symbol) {
      return NormalForm.of(Index.symbol(symbol.name()).with(at));
    } else if (atom instanceof Term.Average) {
      return regrouping(at).apply(atom);
    }
    require(isFixed(atom, at), "an atom that may vary with time: " + atom);
    return NormalForm.of(atom);
  }

  /** A function of scalars and single variables, none of which is a time or is put in for. */
  private boolean isFixed(Term term, Map<String, Index> at) {
    if (term instanceof Term.Symbol symbol) {
      return !isTime(symbol.name()) && !at.containsKey(symbol.name());
    } else if (term instanceof Term.Variables variables) {
      return variables.group().variables().stream().allMatch(v -> v instanceof Variable.Single);
    }
    return term instanceof Term.Constant
        || term instanceof Term.Apply apply
            && apply.arguments().stream().allMatch(argument -> isFixed(argument, at));
  }

  /** Whether a basic inequality holds: no continuous piece may be on both of its sides. */
  boolean holds(Basic basic, Map<String, Index> at) {
    Group a = read(basic.a(), at);
    Group b = read(basic.b(), at);
    return !a.intersection(b).minus(read(basic.c(), at)).isContinuous();
  }

  private Group read(Group group, Map<String, Index> at) {
    List<Variable> pieces = new ArrayList<>();
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter) {
        Index index = letter.at().with(at);
        add(pieces, letter.name(), index.plus(-1), index);
      } else if (variable instanceof Variable.Block block) {
        add(pieces, block.name(), block.from().with(at).plus(-1), block.to().with(at));
      } else {
        require(variable instanceof Variable.Single, "what is cut already: " + variable);
        pieces.add(variable);
      }
    }
    return Group.of(pieces);
  }

  /** The pieces of the letters after one place and up to another. */
  private void add(List<Variable> pieces, String process, Index after, Index to) {
    int end = place(to);
    for (int k = place(after); k < end; k++) {
      pieces.add(Variable.Piece.of(process, cuts.get(k).plus(1), cuts.get(k + 1)));
    }
  }

  private int place(Index index) {
    Integer place = notNegative(index.multiply(-1)) ? Integer.valueOf(0) : places.get(index);
    require(place != null, "nothing is cut at " + index);
    return place;
  }
}
