package sit.exact.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.exact.Rational;

/**
 * Entropies that a closed form is made of: multiples of {@code h2(a)} and of entropies of longer
 * vectors are taken out as long as fewer logarithms are left.
 */
final class Entropies {
  private static final int MOST_LOGARITHMS = 12;
  private static final int MOST_PARTS = 8;

  private final List<Term> terms = new ArrayList<>();
  private ClosedForm rest;

  /** So many times an entropy, as it is typed. */
  record Term(RationalFunction factor, String name) {}

  /** A binary entropy that may be taken out, so many times. */
  private record Candidate(RationalFunction factor, RationalFunction bit, ClosedForm left) {}

  private Entropies(ClosedForm form) {
    this.rest = form;
  }

  static Entropies of(ClosedForm form) {
    Entropies found = new Entropies(form);
    if (polynomials(form).size() <= MOST_LOGARITHMS) {
      Entropies plain = new Entropies(form);
      plain.bits();
      if (plain.isWhole()) {
        return plain;
      }
      found.vector();
      found.bits();
      found.vector();
    }
    return found;
  }

  /** Whether nothing is left of it but numbers, and it is so many times each entropy. */
  private boolean isWhole() {
    return polynomials(rest).isEmpty()
        && terms.stream().allMatch(term -> term.factor().constant().isPresent());
  }

  List<Term> terms() {
    return terms;
  }

  /** What is left. */
  ClosedForm rest() {
    return rest;
  }

  private static List<Polynomial> polynomials(ClosedForm form) {
    List<Polynomial> all = new ArrayList<>();
    for (Polynomial f : form.logarithms().keySet()) {
      if (f.constant().isEmpty()) {
        all.add(f);
      }
    }
    return all;
  }

  private void bits() {
    while (true) {
      Optional<Candidate> best = best();
      if (best.isEmpty()) {
        return;
      }
      terms.add(new Term(best.get().factor(), "h2(" + best.get().bit() + ")"));
      rest = best.get().left();
    }
  }

  private Optional<Candidate> best() {
    List<Polynomial> logs = factors();
    List<Polynomial> products = new ArrayList<>(logs);
    for (int i = 0; i < logs.size(); i++) {
      for (int j = i; j < logs.size(); j++) {
        products.add(logs.get(i).multiply(logs.get(j)));
      }
    }
    List<Polynomial> wholes = new ArrayList<>(List.of(Polynomial.ONE));
    wholes.addAll(logs);
    Optional<Candidate> best = Optional.empty();
    for (Polynomial whole : wholes) {
      // bits with a condition are looked for among the factors alone
      List<Polynomial> parts = whole.constant().isPresent() ? products : logs;
      for (int i = 0; i < parts.size(); i++) {
        for (int j = i; j < parts.size(); j++) {
          Optional<RationalFunction> bit = bit(parts.get(i), parts.get(j), whole);
          Optional<Candidate> next = bit.flatMap(this::taken);
          if (next.isPresent() && (best.isEmpty() || isBetter(next.get(), best.get()))) {
            best = next;
          }
        }
      }
    }
    return best;
  }

  /** What the logarithms are of, and the factors that they are multiplied by. */
  private List<Polynomial> factors() {
    Set<Polynomial> all = new TreeSet<>(polynomials(rest));
    for (RationalFunction factor : rest.logarithms().values()) {
      for (Polynomial f : factor.product().powers().keySet()) {
        if (all.size() < MOST_LOGARITHMS) {
          all.add(f);
        }
      }
    }
    return List.copyOf(all);
  }

  private static boolean isBetter(Candidate a, Candidate b) {
    int left = a.left().logarithms().size() - b.left().logarithms().size();
    if (left != 0) {
      return left < 0;
    }
    boolean number = a.factor().constant().isPresent();
    return number != b.factor().constant().isPresent()
        ? number
        : a.bit().length() < b.bit().length();
  }

  /** {@code c f/w} where {@code c f + d g = w} for positive numbers c and d. */
  private static Optional<RationalFunction> bit(Polynomial f, Polynomial g, Polynomial w) {
    SortedSet<Parameter> parameters = f.parameters();
    parameters.addAll(g.parameters());
    parameters.addAll(w.parameters());
    List<Powers> powers = new ArrayList<>();
    for (Polynomial each : List.of(f, g, w)) {
      powers.addAll(each.terms().keySet());
    }
    for (Powers a : powers) {
      for (Powers b : powers) {
        Rational determinant = of(f, a).multiply(of(g, b)).subtract(of(f, b).multiply(of(g, a)));
        if (determinant.isZero()) {
          continue;
        }
        Rational c =
            of(w, a).multiply(of(g, b)).subtract(of(w, b).multiply(of(g, a))).divide(determinant);
        Rational d =
            of(f, a).multiply(of(w, b)).subtract(of(f, b).multiply(of(w, a))).divide(determinant);
        boolean fits = f.scale(c).add(g, d).equals(w) && c.signum() > 0 && d.signum() > 0;
        return fits
            ? Optional.of(RationalFunction.of(f.scale(c)).divide(RationalFunction.of(w)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Rational of(Polynomial f, Powers powers) {
    return f.terms().getOrDefault(powers, Rational.ZERO);
  }

  /** What is left when a binary entropy is taken out as often as makes a logarithm vanish. */
  private Optional<Candidate> taken(RationalFunction bit) {
    RationalFunction other = RationalFunction.ONE.subtract(bit);
    ClosedForm entropy = ClosedForm.entropyTerm(bit).add(ClosedForm.entropyTerm(other));
    Optional<Candidate> best = Optional.empty();
    int before = polynomials(rest).size();
    for (Polynomial f : polynomials(rest)) {
      RationalFunction times = entropy.logarithms().get(f);
      if (times == null) {
        continue;
      }
      RationalFunction factor = rest.logarithms().get(f).divide(times);
      ClosedForm left = rest.subtract(entropy.scale(factor));
      int gone = before - polynomials(left).size();
      boolean number = factor.constant().isPresent();
      if (gone < (number ? 1 : 2)) {
        continue;
      }
      Candidate candidate = new Candidate(factor, shorter(bit, other), left);
      best = best.isEmpty() || isBetter(candidate, best.get()) ? Optional.of(candidate) : best;
    }
    return best;
  }

  private static RationalFunction shorter(RationalFunction a, RationalFunction b) {
    int order = Integer.compare(a.length(), b.length());
    order = order != 0 ? order : Integer.compare(a.toString().length(), b.toString().length());
    return order <= 0 ? a : b;
  }

  /** Terms {@code -r f log f}, whose factors add up to a number, are the entropy of a vector. */
  private void vector() {
    RationalFunction sum = RationalFunction.ZERO;
    List<RationalFunction> parts = new ArrayList<>();
    for (Map.Entry<Polynomial, RationalFunction> term : rest.logarithms().entrySet()) {
      if (term.getKey().constant().isPresent()) {
        continue;
      }
      RationalFunction ratio = term.getValue().divide(RationalFunction.of(term.getKey()));
      if (ratio.constant().isEmpty()) {
        return;
      }
      parts.add(term.getValue());
      sum = sum.add(term.getValue());
    }
    Optional<Rational> total = sum.constant();
    if (parts.size() < 3 || parts.size() > MOST_PARTS || total.isEmpty() || total.get().isZero()) {
      return;
    }
    RationalFunction factor = sum.negate();
    ClosedForm entropy = ClosedForm.ZERO;
    List<String> vector = new ArrayList<>();
    for (RationalFunction part : parts) {
      RationalFunction mass = part.divide(sum);
      if (mass.sign() <= 0) {
        return;
      }
      entropy = entropy.add(ClosedForm.entropyTerm(mass));
      vector.add(mass.toString());
    }
    terms.add(new Term(factor, "H([" + String.join(", ", vector) + "])"));
    rest = rest.subtract(entropy.scale(factor));
  }
}
