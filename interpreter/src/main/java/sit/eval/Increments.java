package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.prove.Potential;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Sums;
import sit.term.Term;
import sit.typed.TypedExpr;

/**
 * Claims about rates: proved at every horizon, or of what the measures grow by from one horizon to
 * the next. If the latter holds from some horizon on, it holds of the means of the growth, and
 * these are the measures per letter up to what vanishes (Cesàro; Cover & Thomas, Theorem 4.2.3).
 */
final class Increments {
  /** The method's name. */
  static final String CESARO = "cesaro";

  private static final int FIRST = 5;
  private static final String HORIZON = TypedExpr.Rate.HORIZON;

  private Increments() {}

  /**
   * What is known of a claim about a horizon.
   *
   * @param limit whether the limit of the horizon is meant
   */
  static Verdict decide(Judge.Posed posed, boolean limit, Limits limits) {
    Verdict plain = Potential.decide(posed.claim(), posed.timeless(), limits);
    Optional<NormalForm> growth = growth(posed.claim().difference());
    if (!limit || !(plain instanceof Verdict.Open) || growth.isEmpty()) {
      return plain;
    }
    List<Assumption> facts = new ArrayList<>(posed.timeless());
    NormalForm late = NormalForm.of(Index.symbol(HORIZON).plus(-FIRST));
    String text = "cesaro: a rate is the limit of the growth, from n' = " + FIRST + " on";
    facts.add(new Assumption(Assumption.Kind.AXIOM, text, late, Sense.NON_NEGATIVE));
    Claim claim = new Claim(growth.get(), posed.claim().sense());
    Verdict grown = Potential.decide(claim, facts, limits);
    return grown instanceof Verdict.Proved proved
        ? new Verdict.Proved(proved.theorem(), CESARO)
        : plain;
  }

  /** The claim's difference with each measure per letter replaced by what it grows by. */
  private static Optional<NormalForm> growth(NormalForm difference) {
    NormalForm total = NormalForm.ZERO;
    for (Map.Entry<Monomial, Rational> entry : difference.coefficients().entrySet()) {
      NormalForm product = NormalForm.constant(entry.getValue());
      boolean divided = false;
      for (Term atom : entry.getKey().atoms()) {
        boolean inverse = isInverse(atom) && !divided;
        divided |= inverse;
        product = inverse ? product : product.multiply(NormalForm.of(atom));
      }
      boolean scalar = product.atoms().contains(new Term.Symbol(HORIZON));
      boolean timed = Sums.symbols(product).contains(HORIZON);
      boolean again = product.atoms().stream().anyMatch(Increments::isInverse);
      if (scalar || again || timed && !divided) {
        return Optional.empty();
      }
      Index before = Index.symbol(HORIZON).plus(-1);
      total = total.add(divided ? product.subtract(Sums.put(product, HORIZON, before)) : product);
    }
    return Optional.of(total);
  }

  private static boolean isInverse(Term atom) {
    return atom instanceof Term.Apply apply
        && apply.head().equals("^")
        && apply.arguments().equals(List.of(new Term.Symbol(HORIZON), Term.constant(-1)));
  }
}
