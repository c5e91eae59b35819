package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Certificate.Multiple;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.LawFact;
import sit.prove.Potential;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Index;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** Proofs for every n that speak of densities are attacked, with changed facts about these. */
class DensityHorizonTest {
  private static final Index N = Index.symbol("n");
  private static final Index T = Index.symbol("t");
  private static final Group PAST = upTo("Y", T.plus(-1));
  private static final Group NOW = at("Y", T);
  private static final Group GIVEN = PAST.union(upTo("X", T));
  private static final Density RHO = new Density.Named("rho", upTo("Y", N), Group.EMPTY);
  private static final Density Q = new Density.Named("q", NOW, GIVEN);
  private static final NormalForm TWO = NormalForm.constant(Rational.TWO);

  private static Group upTo(String process, Index to) {
    return Group.of(new Variable.Block(process, Index.of(1), to));
  }

  private static Group at(String process, Index at) {
    return Group.of(new Variable.Letter(process, at));
  }

  private static NormalForm sum(NormalForm body) {
    Term total = new Term.Total("t", Index.of(1), N, body.toTerm());
    return NormalForm.of(Monomial.of(total), Rational.ONE);
  }

  private static NormalForm divergence(Density density, Group of, Group given) {
    NormalForm ratio =
        Expectations.logDensity(Density.OWN, of, given)
            .subtract(Expectations.logDensity(density, of, given));
    return Expectations.average(Law.BASE, ratio);
  }

  private static List<HorizonCertificate> proofs() {
    NormalForm zero = NormalForm.ZERO;
    List<HorizonCertificate> proofs = new ArrayList<>();
    for (Claim claim :
        List.of(
            Claim.atLeast(divergence(RHO, upTo("Y", N), Group.EMPTY), zero),
            Claim.atLeast(sum(divergence(RHO, NOW, PAST)), zero),
            Claim.atLeast(sum(divergence(Q, NOW, GIVEN)), zero))) {
      Verdict verdict = Potential.decide(claim, List.of(), Limits.none());
      proofs.add((HorizonCertificate) ((Verdict.Proved) verdict).theorem().proof());
    }
    return proofs;
  }

  private static Sum with(Sum sum, UnaryOperator<Multiple> change) {
    return new Sum(
        sum.cuts(),
        sum.basics(),
        sum.laws().stream().map(change).toList(),
        sum.uses(),
        sum.shifts(),
        sum.surplus());
  }

  private static HorizonCertificate with(HorizonCertificate c, UnaryOperator<Multiple> change) {
    List<Telescope> changed = new ArrayList<>();
    for (Telescope t : c.telescopes()) {
      changed.add(
          new Telescope(
              t.span(),
              t.given(),
              t.potential(),
              with(t.step(), change),
              with(t.ends(), change),
              t.small().stream().map(sum -> with(sum, change)).toList()));
    }
    return with(c, c.claim(), changed);
  }

  private static HorizonCertificate with(
      HorizonCertificate c, Claim claim, List<Telescope> telescopes) {
    return new HorizonCertificate(
        claim, c.assumptions(), c.horizon(), c.time(), c.multiple(), c.lemmas(), telescopes);
  }

  private static void rejected(HorizonCertificate certificate) {
    assertThat(Checker.objection(certificate)).isPresent();
  }

  @Test
  void everyChangeOfAFactIsNoticed() {
    for (HorizonCertificate proof : proofs()) {
      assertThat(Checker.objection(proof)).isEqualTo(Optional.empty());
      rejected(with(proof, m -> new Multiple(m.multiplier().negate(), m.fact(), m.signs())));
      rejected(with(proof, m -> new Multiple(m.multiplier().multiply(TWO), m.fact(), m.signs())));
      rejected(with(proof, m -> new Multiple(NormalForm.ZERO, m.fact(), m.signs())));
      Claim claim = proof.claim();
      rejected(
          with(proof, new Claim(claim.difference().negate(), claim.sense()), proof.telescopes()));
      for (LawFact other :
          List.of(
              new LawFact.Relative(Law.BASE, Density.OWN, NOW, PAST),
              new LawFact.Relative(Law.BASE, RHO, NOW, Group.EMPTY),
              new LawFact.Relative(Law.BASE, Q, NOW, PAST),
              new LawFact.Relative(Law.BASE, RHO, at("Y", N.plus(1)), PAST),
              new LawFact.Relative(Law.BASE, RHO, PAST, PAST),
              new LawFact.Relative(Law.BASE, RHO, at("X", T), PAST),
              new LawFact.Information(Law.BASE, NOW, NOW, PAST),
              new LawFact.Information(Law.BASE, upTo("Y", T), NOW, PAST),
              new LawFact.Information(Law.BASE, at("y", T), at("y", T), Group.EMPTY))) {
        rejected(with(proof, m -> new Multiple(m.multiplier(), other, m.signs())));
      }
    }
  }

  @Test
  void aDensityIsOfTheLettersItIsOf() {
    // rho(Y^n) says nothing of Y[n+1], nor rho(Y^(n-1)) of Y[n]
    for (Index to : List.of(N.plus(-1), N.plus(-2))) {
      Density shorter = new Density.Named("rho", upTo("Y", to), Group.EMPTY);
      Claim claim = Claim.atLeast(divergence(shorter, upTo("Y", N), Group.EMPTY), NormalForm.ZERO);
      assertThat(Potential.decide(claim, List.of(), Limits.none()))
          .isInstanceOf(Verdict.Open.class);
    }
  }

  @Test
  void outcomesHaveNoPositiveEntropy() {
    Group now = at("y", T);
    NormalForm entropy = Expectations.entropy(Law.BASE, now);
    Claim claim = Claim.atLeast(sum(entropy), NormalForm.ZERO);
    assertThat(Potential.decide(claim, List.of(), Limits.none())).isInstanceOf(Verdict.Open.class);
  }
}
