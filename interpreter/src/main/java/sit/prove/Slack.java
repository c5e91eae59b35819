package sit.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sit.check.Theorem;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.LawMeasure;
import sit.proof.OrderCertificate;
import sit.proof.Sense;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * What a proved inequality gives away: under the equalities assumed, its two sides differ by
 * exactly this.
 */
public final class Slack {
  private Slack() {}

  /**
   * The basic inequalities of the proof with their multipliers, the inequalities assumed and the
   * surplus; zero for an equality. The inequality is tight exactly where each part is zero.
   */
  public static Term of(Theorem theorem) {
    if (theorem.proof() instanceof HorizonCertificate horizon) {
      return HorizonSlack.of(horizon);
    } else if (theorem.proof() instanceof OrderCertificate) {
      // another thing in each order
      Claim claim = theorem.proof().claim();
      return claim.sense() == Sense.ZERO ? Term.constant(0) : claim.difference().toTerm();
    }
    Certificate certificate = (Certificate) theorem.proof();
    if (certificate.claim().sense() == Sense.ZERO) {
      return Term.constant(0);
    }
    Combination combination = certificate.combinations().get(0);
    List<Term> parts = new ArrayList<>();
    for (Certificate.Term term : merged(combination.basics())) {
      parts.add(times(term.multiplier(), measure(term.basic())));
    }
    for (Certificate.Multiple multiple : combination.laws()) {
      LawMeasure.of(multiple.fact()).ifPresent(m -> parts.add(times(certificate, multiple, m)));
    }
    NormalForm rest = NormalForm.constant(combination.surplus());
    for (Certificate.Use use : combination.uses()) {
      if (use.assumption() >= certificate.assumptions().size()) {
        // a copy is independent by construction
        continue;
      }
      Assumption assumption = certificate.assumptions().get(use.assumption());
      if (assumption.sense() == Sense.NON_NEGATIVE) {
        NormalForm averaged =
            use.law().factors().isEmpty()
                ? assumption.difference()
                : Expectations.average(use.law(), assumption.difference());
        rest = rest.add(averaged.multiply(use.multiplier()));
      }
    }
    if (!rest.isZero()) {
      Term term = rest.toTerm();
      parts.addAll(term instanceof Term.Sum sum ? sum.terms() : List.of(term));
    }
    return parts.isEmpty() ? Term.constant(0) : Term.sum(parts);
  }

  private static Term times(Certificate certificate, Certificate.Multiple multiple, Term measure) {
    NormalForm factor = multiple.factor(certificate.assumptions());
    return factor.isConstant()
        ? times(factor.constantValue(), measure)
        : new Term.Product(List.of(factor.toTerm(), measure));
  }

  /** {@code I(a; b | c)} or {@code H(a | c)} as a measure. */
  static Term measure(Basic basic) {
    List<Term> slots = new ArrayList<>();
    List<String> separators = new ArrayList<>();
    boolean entropy = basic.a().equals(basic.b());
    boolean swap = basic.a().compareTo(basic.b()) > 0;
    slots.add(new Term.Variables(swap ? basic.b() : basic.a()));
    if (!entropy) {
      slots.add(new Term.Variables(swap ? basic.a() : basic.b()));
      separators.add(";");
    }
    if (!basic.c().isEmpty()) {
      slots.add(new Term.Variables(basic.c()));
      separators.add("|");
    }
    return new Term.Measure(entropy ? "H" : "I", slots, separators);
  }

  static Term times(Rational factor, Term term) {
    return factor.isOne() ? term : new Term.Product(List.of(new Term.Constant(factor), term));
  }

  /** Draws together what the chain rule does, and sorts. */
  static List<Certificate.Term> merged(List<Certificate.Term> terms) {
    List<Certificate.Term> list = new ArrayList<>(terms);
    for (int i = 0; i < list.size(); i++) {
      for (int j = i + 1; j < list.size(); j++) {
        Certificate.Term first = list.get(i);
        Certificate.Term second = list.get(j);
        if (!first.multiplier().equals(second.multiplier())) {
          continue;
        }
        Optional<Basic> chained = chained(first.basic(), second.basic());
        if (chained.isPresent()) {
          list.set(i, new Certificate.Term(first.multiplier(), chained.get()));
          list.remove(j);
          i = -1;
          break;
        }
      }
    }
    list.sort(
        Comparator.comparing((Certificate.Term term) -> term.basic().c())
            .thenComparing(term -> term.basic().a())
            .thenComparing(term -> term.basic().b()));
    return list;
  }

  private static Optional<Basic> chained(Basic one, Basic two) {
    boolean entropies = one.a().equals(one.b());
    if (entropies != two.a().equals(two.b())) {
      return Optional.empty();
    }
    for (Basic[] order : new Basic[][] {{one, two}, {two, one}}) {
      Basic first = order[0];
      Basic second = order[1];
      if (entropies) {
        if (second.c().equals(first.c().union(first.a()))) {
          return Optional.of(Basic.entropy(first.a().union(second.a()), first.c()));
        }
        continue;
      }
      for (Group[] f : sides(first)) {
        for (Group[] s : sides(second)) {
          if (f[0].equals(s[0]) && second.c().equals(first.c().union(f[1]))) {
            return Optional.of(Basic.information(f[0], f[1].union(s[1]), first.c()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Group[][] sides(Basic basic) {
    return new Group[][] {{basic.a(), basic.b()}, {basic.b(), basic.a()}};
  }
}
