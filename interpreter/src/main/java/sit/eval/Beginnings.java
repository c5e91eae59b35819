package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.proof.Assumption;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.Variable;

/**
 * From which horizon on a statement says what it was meant to say: {@code H(X[n-1])} speaks of no
 * letter at {@code n = 1}. In a sum over time, and in a block, what is before the first letter is
 * left out instead.
 *
 * @param horizon the index symbol
 * @param first the least horizon at which every letter is there that is named outside sums
 * @param letter the one that is the last to be there
 */
record Beginnings(String horizon, int first, String letter) {
  /** Empty where every letter is there at every horizon, or there is not one horizon. */
  static Optional<Beginnings> of(NormalForm difference) {
    Optional<Beginnings> latest = Optional.empty();
    if (Substitution.symbols(difference).size() != 1) {
      return latest;
    }
    for (Term atom : difference.atoms()) {
      if (!(atom instanceof Term.Entropy entropy)) {
        continue;
      }
      for (Variable variable : entropy.group()) {
        Index at = variable instanceof Variable.Letter letter ? letter.at() : Index.of(1);
        int first = 1 - at.constant();
        boolean plain = List.copyOf(at.coefficients().values()).equals(List.of(1));
        if (plain && first > latest.map(Beginnings::first).orElse(1)) {
          String symbol = at.coefficients().firstKey();
          latest = Optional.of(new Beginnings(symbol, first, variable.toString()));
        }
      }
    }
    return latest;
  }

  /** The claim for these horizons. */
  Judge.Posed of(Judge.Posed posed) {
    NormalForm late = NormalForm.of(Index.symbol(horizon).plus(-first));
    String text = horizon + " >= " + first;
    List<Assumption> facts = new ArrayList<>(posed.timeless());
    facts.add(new Assumption(Assumption.Kind.RELATION, text, late, Sense.NON_NEGATIVE));
    List<String> conditions = new ArrayList<>(posed.conditions());
    conditions.add(text + ", as " + letter + " is named");
    return posed.with(facts, conditions);
  }
}
