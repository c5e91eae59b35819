package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Inner;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.prove.EveryN;
import sit.render.CertificateJson;
import sit.render.ProofPrinter;
import sit.term.Group;
import sit.term.Index;
import sit.term.NestedSums;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** Proofs about sums in sums, and what they do not prove when they are bent. */
class NestedCheckerTest {
  private static final String DIRECTED =
      "sum[t = 1..n] sum[s = 1..t] I(X[s]; Y[t] | X^(s-1), Y^(t-1)) = I(X^n -> Y^n)";
  private static final String ACROSS =
      "sum[t = 1..n] sum[s = 1..n] I(X[s]; Y[t] | X^(s-1)) = sum[t = 1..n] I(X^n; Y[t])";
  private static final String MUTUAL =
      "sum[s = 1..n] sum[t = 1..n] I(X[s]; Y[t] | X^(s-1), Y^(t-1)) = I(X^n; Y^n)";
  private static final String COUNTED =
      "sum[t = 1..n] sum[s = 1..t] H(X[s]) = sum[s = 1..n] (n-s+1)*H(X[s])";
  private static final String BOUND = "sum[t = 1..n] sum[s = 1..t] H(X[s]) >= sum[t = 1..n] H(X^t)";

  private static HorizonCertificate with(HorizonCertificate proof, Claim claim) {
    return new HorizonCertificate(
        claim,
        proof.assumptions(),
        proof.horizon(),
        proof.time(),
        proof.multiple(),
        proof.lemmas(),
        proof.telescopes());
  }

  private static HorizonCertificate with(HorizonCertificate proof, Telescope telescope) {
    return new HorizonCertificate(
        proof.claim(),
        proof.assumptions(),
        proof.horizon(),
        proof.time(),
        proof.multiple(),
        proof.lemmas(),
        List.of(telescope));
  }

  private static HorizonCertificate with(HorizonCertificate proof, Inner inner) {
    Telescope t = proof.telescopes().get(0);
    return with(
        proof,
        new Telescope(
            t.span(), t.given(), t.potential(), t.step(), t.ends(), t.small(), Optional.of(inner)));
  }

  private static NormalForm block(String end) {
    return NormalForm.entropy(Group.of(new Variable.Block("X", Index.of(1), Index.symbol(end))));
  }

  private static void rejected(HorizonCertificate bent) {
    assertThat(Checker.objection(bent)).as(bent.toString()).isPresent();
  }

  /** The sums of an expression with one end moved by a letter, in every way. */
  private static List<NormalForm> moved(NormalForm form) {
    List<NormalForm> all = new ArrayList<>();
    for (Term atom : form.atoms()) {
      if (!(atom instanceof Term.Total total)) {
        continue;
      }
      List<Term> others = new ArrayList<>();
      for (int by : new int[] {-1, 1}) {
        others.add(new Term.Total(total.index(), total.from().plus(by), total.to(), total.body()));
        others.add(new Term.Total(total.index(), total.from(), total.to().plus(by), total.body()));
      }
      for (NormalForm body : moved(NormalForm.of(total.body()))) {
        others.add(new Term.Total(total.index(), total.from(), total.to(), body.toTerm()));
      }
      for (Term other : others) {
        all.add(form.replace(a -> NormalForm.of(a.equals(atom) ? other : a)));
      }
    }
    return all;
  }

  @Test
  void aProofOfAnEquationProvesNoOtherOne() {
    int bent = 0;
    for (String equation : List.of(DIRECTED, ACROSS, MUTUAL, COUNTED)) {
      HorizonCertificate proof = EveryN.certificate(equation);
      NormalForm difference = proof.claim().difference();
      for (NormalForm other : moved(difference)) {
        boolean same = true;
        for (int n = 1; n <= 4; n++) {
          same &= NestedSums.at(other.subtract(difference), "n", n).isZero();
        }
        if (!same) {
          bent++;
          rejected(with(proof, new Claim(other, proof.claim().sense())));
        }
      }
    }
    assertThat(bent).isGreaterThan(20);
  }

  @Test
  void everyPartOfAProofIsLookedAt() {
    for (String claim : List.of(DIRECTED, ACROSS, BOUND)) {
      HorizonCertificate proof = EveryN.certificate(claim);
      assertThat(Checker.objection(proof)).isEmpty();
      assertThat(CertificateJson.read(CertificateJson.write(proof))).isEqualTo(proof);
      assertThat(ProofPrinter.text(proof)).contains("in the sum telescopes");
      Telescope t = proof.telescopes().get(0);
      Inner inner = t.inner().orElseThrow();
      Sum step = inner.step();
      NormalForm more = block("r");
      NormalForm g = inner.potential();
      NormalForm k = inner.across();
      rejected(with(proof, new Inner("r", 1, 1, g.add(more), k, step)));
      rejected(with(proof, new Inner("r", 1, 1, g, k.add(block("t")), step)));
      rejected(with(proof, new Inner("r", 2, 1, g, k, step)));
      rejected(with(proof, new Inner("r", 0, 1, g, k, step)));
      rejected(with(proof, new Inner("r", 1, 2, g, k, step)));
      rejected(with(proof, new Inner("r", 1, 0, g, k, step)));
      rejected(with(proof, new Inner("t", 1, 1, g, k, step)));
      rejected(with(proof, new Inner("n", 1, 1, g, k, step)));
      rejected(with(proof, new Inner("s", 1, 1, g, k, step)));
      Sum surplus = new Sum(step.cuts(), step.basics(), step.uses(), step.shifts(), Rational.ONE);
      rejected(with(proof, new Inner("r", 1, 1, g, k, surplus)));
      Telescope without =
          new Telescope(t.span(), t.given(), t.potential(), t.step(), t.ends(), t.small());
      rejected(with(proof, without));
      Telescope later =
          new Telescope(
              new Span(2, 0, 2),
              t.given(),
              t.potential(),
              t.step(),
              t.ends(),
              t.small(),
              t.inner());
      rejected(with(proof, later));
    }
  }
}
