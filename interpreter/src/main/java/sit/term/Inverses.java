package sit.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings together the powers of one atom in a product, so that {@code n * n^-1} is one. */
final class Inverses {
  private Inverses() {}

  static Monomial cancel(Monomial product) {
    if (product.atoms().stream().noneMatch(Inverses::isInverse)) {
      return product;
    }
    Map<String, Term> bases = new TreeMap<>();
    Map<String, Integer> exponents = new TreeMap<>();
    for (Term atom : product.atoms()) {
      Term base = isInverse(atom) ? ((Term.Apply) atom).arguments().get(0) : atom;
      String key = TermPrinter.print(base);
      bases.put(key, base);
      exponents.merge(key, isInverse(atom) ? exponent(atom) : 1, Integer::sum);
    }
    List<Term> kept = new ArrayList<>();
    exponents.forEach(
        (key, exponent) -> {
          Term base = bases.get(key);
          for (int k = 0; k < exponent; k++) {
            kept.add(base);
          }
          if (exponent < 0) {
            kept.add(new Term.Apply("^", List.of(base, Term.constant(exponent))));
          }
        });
    return new Monomial(kept);
  }

  private static boolean isInverse(Term atom) {
    return atom instanceof Term.Apply apply
        && apply.head().equals("^")
        && apply.arguments().size() == 2
        && apply.arguments().get(1) instanceof Term.Constant c
        && c.value().isInteger()
        && c.value().signum() < 0;
  }

  private static int exponent(Term atom) {
    Term.Constant constant = (Term.Constant) ((Term.Apply) atom).arguments().get(1);
    return constant.value().numerator().intValueExact();
  }
}
