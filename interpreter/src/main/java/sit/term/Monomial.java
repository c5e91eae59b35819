package sit.term;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of atoms: entropies, scalar symbols and functions kept as they stand. The empty product
 * is one.
 */
public final class Monomial implements Comparable<Monomial> {
  public static final Monomial ONE = new Monomial(List.of());

  private final List<Term> atoms;

  /** Monomials are compared often, and what is averaged has long texts. */
  private final String text;

  public Monomial(List<Term> atoms) {
    List<Term> sorted = new ArrayList<>(atoms);
    sorted.sort(Monomial::compare);
    this.atoms = List.copyOf(sorted);
    StringBuilder out = new StringBuilder();
    for (Term atom : this.atoms) {
      out.append(out.isEmpty() ? "" : "*").append(TermPrinter.print(atom));
    }
    text = out.isEmpty() ? "1" : out.toString();
  }

  /**
   * In order; each is a {@link Term.Entropy}, {@link Term.Symbol}, {@link Term.Apply}, {@link
   * Term.Measure}, {@link Term.Total}, {@link Term.Average}, or in a form taken at a point {@link
   * Term.Surprisal} or {@link Term.LogMean}.
   */
  public List<Term> atoms() {
    return atoms;
  }

  public static Monomial of(Term atom) {
    return new Monomial(List.of(atom));
  }

  public Monomial multiply(Monomial other) {
    if (atoms.isEmpty()) {
      return other;
    }
    if (other.atoms.isEmpty()) {
      return this;
    }
    List<Term> all = new ArrayList<>(atoms);
    all.addAll(other.atoms);
    return new Monomial(all);
  }

  /** Whether this is one entropy and nothing else. */
  public boolean isEntropy() {
    return atoms.size() == 1 && atoms.get(0) instanceof Term.Entropy;
  }

  /**
   * The group of an entropy.
   *
   * @throws ClassCastException if this is not one entropy
   */
  public Group group() {
    return ((Term.Entropy) atoms.get(0)).group();
  }

  @Override
  public int compareTo(Monomial other) {
    int bySize = Integer.compare(atoms.size(), other.atoms.size());
    if (bySize != 0) {
      return bySize;
    }
    if (isEntropy() && other.isEntropy()) {
      return group().compareTo(other.group());
    }
    int byText = text.compareTo(other.text);
    // two densities of one name may look alike
    return byText != 0 || equals(other)
        ? byText
        : atoms.toString().compareTo(other.atoms.toString());
  }

  private static int compare(Term a, Term b) {
    int byText = TermPrinter.print(a).compareTo(TermPrinter.print(b));
    return byText != 0 || a.equals(b) ? byText : a.toString().compareTo(b.toString());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Monomial that && text.equals(that.text) && atoms.equals(that.atoms);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
