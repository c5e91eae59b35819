package sit.prove;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;

/**
 * A measure that is said to be zero: {@code I(a; b | c) = 0}, which with {@code a = b} is {@code
 * H(a | c) = 0}.
 */
record Zero(Group a, Group b, Group c) {
  /** Those of few variables first, and given something before given nothing. */
  static final Comparator<Zero> WEAKEST_FIRST =
      Comparator.comparingInt(Zero::size)
          .thenComparing(zero -> zero.c().isEmpty())
          .thenComparingInt(zero -> zero.c().size())
          .thenComparing(Zero::text);

  boolean isFunction() {
    return a.equals(b);
  }

  /** Recognises a multiple of one measure by its joint entropies. */
  static Optional<Zero> of(NormalForm difference) {
    int size = difference.coefficients().size();
    if (size < 1 || size > 4) {
      return Optional.empty();
    }
    Rational unit = null;
    Group[] plus = new Group[] {Group.EMPTY, Group.EMPTY};
    Group[] minus = new Group[] {Group.EMPTY, Group.EMPTY};
    int positive = 0;
    int negative = 0;
    boolean flip = flipped(difference);
    for (Map.Entry<Monomial, Rational> entry : difference.coefficients().entrySet()) {
      Rational c = flip ? entry.getValue().negate() : entry.getValue();
      if (!entry.getKey().isEntropy() || unit != null && !unit.equals(c.abs())) {
        return Optional.empty();
      }
      unit = c.abs();
      Group group = entry.getKey().group();
      if (c.signum() > 0 && positive < 2) {
        plus[positive++] = group;
      } else if (c.signum() < 0 && negative < 2) {
        minus[negative++] = group;
      } else {
        return Optional.empty();
      }
    }
    if (positive == 1 && negative <= 1 && plus[0].containsAll(minus[0])) {
      Group a = plus[0].minus(minus[0]);
      // that a differential entropy is zero does not make anything known
      return a.isContinuous() ? Optional.empty() : Optional.of(new Zero(a, a, minus[0]));
    }
    Group union = plus[0].union(plus[1]);
    Group common = plus[0].intersection(plus[1]);
    boolean large = minus[0].equals(union) && minus[1].equals(common);
    boolean small = minus[1].equals(union) && minus[0].equals(common);
    return positive == 2 && (large || small)
        ? Optional.of(new Zero(plus[0].minus(common), plus[1].minus(common), common))
        : Optional.empty();
  }

  /** The union of all sets has the sign opposite to the measure's own, except for an entropy. */
  private static boolean flipped(NormalForm difference) {
    Group all = Group.EMPTY;
    for (Monomial monomial : difference.coefficients().keySet()) {
      if (monomial.isEntropy()) {
        all = all.union(monomial.group());
      }
    }
    if (all.isEmpty()) {
      return false;
    }
    Rational c = difference.coefficient(NormalForm.entropy(all).coefficients().firstKey());
    return difference.coefficients().size() <= 2 ? c.signum() < 0 : c.signum() > 0;
  }

  NormalForm difference() {
    return NormalForm.mutualInformation(a, b, c);
  }

  int size() {
    return isFunction() ? a.size() : a.size() + b.size();
  }

  /** That it is zero, as a fact. */
  Assumption assumption() {
    Assumption.Kind kind =
        isFunction()
            ? Assumption.Kind.FUNCTION
            : c.isEmpty() ? Assumption.Kind.INDEPENDENCE : Assumption.Kind.MARKOV;
    return Assumption.zero(kind, text(), difference());
  }

  /** Whether this gives the other by leaving variables out or moving them behind the bar. */
  boolean implies(Zero other) {
    if (isFunction()) {
      return other.isFunction()
          ? a.containsAll(other.a) && other.c.containsAll(c)
          : other.c.containsAll(c) && (a.containsAll(other.a) || a.containsAll(other.b));
    }
    Group all = a.union(b).union(c);
    return !other.isFunction()
        && other.c.containsAll(c)
        && all.containsAll(other.c)
        && (a.containsAll(other.a) && b.containsAll(other.b)
            || a.containsAll(other.b) && b.containsAll(other.a));
  }

  /** In the language's syntax: {@code A -- C -- B}, {@code A indep B}, {@code A = f(C)}. */
  String text() {
    if (isFunction()) {
      return bracketed(a) + " = f(" + c + ")";
    }
    boolean swap = a.compareTo(b) > 0;
    String left = bracketed(swap ? b : a);
    String right = bracketed(swap ? a : b);
    return c.isEmpty() ? left + " indep " + right : left + " -- " + bracketed(c) + " -- " + right;
  }

  private static String bracketed(Group group) {
    String text = group.toString();
    return text.indexOf(',') < 0 ? text : "(" + text + ")";
  }
}
