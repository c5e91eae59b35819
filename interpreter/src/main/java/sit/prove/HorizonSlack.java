package sit.prove;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Inner;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.LawMeasure;
import sit.proof.Sense;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * What an inequality proved for every horizon gives away: a sum over time, and what is left at the
 * ends.
 */
final class HorizonSlack {
  private HorizonSlack() {}

  static Term of(HorizonCertificate certificate) {
    if (certificate.claim().sense() == Sense.ZERO) {
      return Term.constant(0);
    }
    Telescope telescope = certificate.telescopes().get(0);
    List<Term> parts = new ArrayList<>();
    List<Term> inside = new ArrayList<>(terms(certificate, telescope.step()));
    if (telescope.inner().isPresent()) {
      Inner inner = telescope.inner().get();
      List<Term> pairs = terms(certificate, inner.step());
      Index end = Index.symbol(certificate.time()).plus(-inner.before());
      if (!pairs.isEmpty()) {
        inside.add(new Term.Total(inner.index(), Index.of(inner.first()), end, Term.sum(pairs)));
      }
    }
    Index last = Index.symbol(certificate.horizon()).plus(-telescope.span().before());
    if (!inside.isEmpty()) {
      Index first = Index.of(telescope.span().first());
      parts.add(new Term.Total(certificate.time(), first, last, Term.sum(inside)));
    }
    parts.addAll(terms(certificate, telescope.ends()));
    if (parts.isEmpty()) {
      return Term.constant(0);
    }
    Term sum = Term.sum(parts);
    return certificate.multiple() == 0
        ? sum
        : new Term.Product(
            List.of(
                new Term.Power(new Term.Symbol(certificate.horizon()), -certificate.multiple()),
                sum));
  }

  private static List<Term> terms(HorizonCertificate certificate, Sum sum) {
    List<Term> parts = new ArrayList<>();
    for (Certificate.Term term : Slack.merged(sum.basics())) {
      parts.add(Slack.times(term.multiplier(), Slack.measure(term.basic())));
    }
    for (Certificate.Multiple multiple : sum.laws()) {
      Rational multiplier = multiple.multiplier().constantValue();
      LawMeasure.of(multiple.fact()).ifPresent(m -> parts.add(Slack.times(multiplier, m)));
    }
    for (Use use : sum.uses()) {
      if (use.fact() >= certificate.assumptions().size()) {
        continue;
      }
      Assumption assumption = certificate.assumptions().get(use.fact());
      if (assumption.sense() == Sense.NON_NEGATIVE) {
        TimedFact fact = TimedFact.of(use.fact(), assumption, certificate.horizon());
        NormalForm given = fact.put(use.at()).multiply(use.multiplier());
        Term term = given.toTerm();
        parts.addAll(term instanceof Term.Sum many ? many.terms() : List.of(term));
      }
    }
    Rational surplus = sum.surplus();
    if (!surplus.isZero()) {
      parts.add(new Term.Constant(surplus));
    }
    return parts;
  }
}
