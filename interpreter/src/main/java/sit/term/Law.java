package sit.term;

import java.util.ArrayList;
import java.util.List;

/**
 * A law under which averages are taken: the law of the declared random variables and an arbitrary
 * one of the free outcomes, then outcomes drawn one after the other. Two lists of factors that have
 * the same product by the chain rule and by order alone are one law.
 *
 * @param factors in a canonical order in which no factor is given what a later one draws
 */
public record Law(List<Factor> factors) {
  /** Nothing is drawn. */
  public static final Law BASE = new Law(List.of());

  /**
   * Draws {@code of} from the conditional {@code density(of | given)}.
   *
   * @param given holds what the density itself is given
   */
  public record Factor(Density density, Group of, Group given) {
    public Factor {
      require(!(density instanceof Density.Own), "nothing is drawn from the law that averages");
      require(!of.isEmpty(), "nothing is drawn");
      require(density.of().mayHold(of), "it is no density of " + of);
      boolean conditional =
          given.mayHold(density.given()) && density.all().mayHold(given.union(of));
      require(conditional, "it has no conditional given " + given);
      require(of.intersection(given).isEmpty(), "a variable on both sides of the bar");
    }
  }

  /**
   * The law of these draws, one after the other.
   *
   * @throws IllegalArgumentException if an outcome is drawn twice, or after something was given it
   */
  public Law {
    Group seen = Group.EMPTY;
    for (Factor factor : factors) {
      Group known = factor.of.intersection(seen);
      require(known.isEmpty(), known + " is drawn twice, or after something was given it");
      seen = seen.union(factor.of).union(factor.given);
    }
    factors = List.copyOf(factors.size() < 2 ? factors : ordered(merged(factors)));
  }

  public static Law of(Factor... factors) {
    return new Law(List.of(factors));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** {@code p(a | b) p(c | a, b) = p(a, c | b)}; what is drawn later may as well be drawn there. */
  private static List<Factor> merged(List<Factor> factors) {
    List<Factor> all = new ArrayList<>(factors);
    for (int j = 0; j < all.size(); j++) {
      for (int k = 0; k < all.size(); k++) {
        Factor first = all.get(j);
        Factor next = all.get(k);
        boolean follows = next.given.equals(first.of.union(first.given));
        if (j != k && follows && next.density.equals(first.density)) {
          all.set(j, new Factor(first.density, first.of.union(next.of), first.given));
          all.remove(k);
          return merged(all);
        }
      }
    }
    return all;
  }

  /** Of those that may come next, the first by its text. */
  private static List<Factor> ordered(List<Factor> factors) {
    List<Factor> rest = new ArrayList<>(factors);
    List<Factor> ordered = new ArrayList<>();
    while (!rest.isEmpty()) {
      Factor next = null;
      for (Factor factor : rest) {
        boolean ready = true;
        for (Factor other : rest) {
          ready &= factor.given.intersection(other.of).isEmpty();
        }
        if (ready && (next == null || factor.toString().compareTo(next.toString()) < 0)) {
          next = factor;
        }
      }
      ordered.add(next);
      rest.remove(next);
    }
    return ordered;
  }

  /** Everything that is drawn. */
  public Group drawn() {
    Group all = Group.EMPTY;
    for (Factor factor : factors) {
      all = all.union(factor.of);
    }
    return all;
  }

  /** All variables its factors speak of. */
  public Group variables() {
    Group all = drawn();
    for (Factor factor : factors) {
      all = all.union(factor.given);
    }
    return all;
  }

  /** Draws more, after what is drawn here. */
  public Law then(Law inner) {
    List<Factor> all = new ArrayList<>(factors);
    all.addAll(inner.factors);
    return new Law(all);
  }

  /** The law of some variables, with the factors alone that these need: the others sum to one. */
  public Law of(Group needed) {
    Group open = needed;
    List<Factor> kept = new ArrayList<>();
    for (int k = factors.size() - 1; k >= 0; k--) {
      Factor factor = factors.get(k);
      // what may be needed stays until the indices tell
      Group of = factor.of.mayMeet(open) ? factor.of : factor.of.intersection(open);
      if (!of.isEmpty()) {
        kept.add(0, new Factor(factor.density, of, factor.given));
        open = open.minus(of).union(factor.given);
      }
    }
    return new Law(kept);
  }

  /** The variables that are not drawn and that the law of these variables depends on. */
  public Group free(Group needed) {
    Group open = needed;
    for (int k = factors.size() - 1; k >= 0; k--) {
      Factor factor = factors.get(k);
      if (factor.of.mayMeet(open) || !factor.of.intersection(open).isEmpty()) {
        open = open.minus(factor.of).union(factor.given);
      }
    }
    return open;
  }
}
