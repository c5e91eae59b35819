package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;

/**
 * What is left to be shown, in entropies and informations: sums over the same times are drawn
 * together before they are simplified.
 */
final class Residual {
  private Residual() {}

  /** Where a sum goes from and to, under the name of its index. */
  private record Span(Index from, Index to) {}

  static Term of(NormalForm difference) {
    TreeMap<Monomial, Rational> rest = new TreeMap<>();
    Map<Span, String> indices = new LinkedHashMap<>();
    Map<Span, NormalForm> bodies = new LinkedHashMap<>();
    difference
        .coefficients()
        .forEach(
            (monomial, c) -> {
              List<Term> atoms = monomial.atoms();
              if (atoms.size() == 1 && atoms.get(0) instanceof Term.Total total) {
                Span span = new Span(total.from(), total.to());
                String index = indices.computeIfAbsent(span, s -> total.index());
                NormalForm body = body(total, index).scale(c);
                bodies.merge(span, body, NormalForm::add);
              } else {
                rest.put(monomial, c);
              }
            });
    List<Term> parts = new ArrayList<>();
    bodies.forEach(
        (span, body) -> {
          if (!body.isZero()) {
            Term simple = Simplifier.simplest(body);
            parts.add(new Term.Total(indices.get(span), span.from, span.to, simple));
          }
        });
    NormalForm outside = new NormalForm(rest);
    if (!outside.isZero() || parts.isEmpty()) {
      Term simple = Simplifier.simplest(outside);
      parts.addAll(0, simple instanceof Term.Sum sum ? sum.terms() : List.of(simple));
    }
    return Term.sum(parts);
  }

  private static NormalForm body(Term.Total total, String index) {
    NormalForm body = NormalForm.of(total.body());
    if (total.index().equals(index)) {
      return body;
    }
    NormalForm renamed = new Substitution(total.index(), Index.symbol(index)).apply(body);
    return renamed.replace(
        atom ->
            atom.equals(new Term.Symbol(total.index()))
                ? NormalForm.of(new Term.Symbol(index))
                : NormalForm.of(atom));
  }
}
