package sit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Copy;
import sit.proof.Claim;
import sit.prove.Notation;
import sit.prove.Prover;
import sit.render.CertificateJson;
import sit.render.ProofPrinter;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/** Copies in proofs: what they prove, and attacks with copies that do not exist. */
class CopyingTest {
  /** Zhang and Yeung (1998), theorem 3. */
  private static final String ZHANG_YEUNG = "I(A;B) + I(A;C,D) + 3*I(C;D|A) + I(C;D|B) >= 2*I(C;D)";

  private static Certificate proof(String claim, String... given) {
    return (Certificate)
        new Prover()
            .prove(Notation.claim(claim), Notation.assumptions(given), Limits.start(20, 512))
            .orElseThrow()
            .proof();
  }

  private static Copy copy(String of, String names, String over) {
    return new Copy(
        List.copyOf(Notation.group(of).variables()),
        List.copyOf(Notation.group(names).variables()),
        over.isEmpty() ? Group.EMPTY : Notation.group(over));
  }

  /** A proof of {@code difference >= 0} by the first copy's independence, so many times. */
  private static Certificate by(Claim claim, List<Copy> copies, int times, Basic... basics) {
    List<Certificate.Term> terms = new ArrayList<>();
    for (Basic basic : basics) {
      terms.add(new Certificate.Term(Rational.ONE, basic));
    }
    List<Certificate.Use> uses = new ArrayList<>();
    for (int k = 0; k < copies.size(); k++) {
      uses.add(new Certificate.Use(k, NormalForm.constant(Rational.of(times))));
    }
    return new Certificate(
        claim, List.of(), copies, List.of(new Combination(terms, uses, Rational.ZERO)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ZHANG_YEUNG,
        // the same with other names, with more variables in a place, and under an assumption
        "I(X;Y) <= 2*I(X;Y|Z) + I(X;Z|Y) + I(Y;Z|X) + I(X;Y|W) + I(Z;W)",
        "I(A,E;B) + I(A,E;C,D) + 3*I(C;D|A,E) + I(C;D|B) >= 2*I(C;D)",
        "2*I(C;D) - I(C;D|B) - 3*I(C;D|A) <= I(A;B) + I(A;C,D)"
      })
  void whatNeedsACopyIsProvedWithOne(String claim) {
    Certificate certificate = proof(claim);
    assertThat(certificate.copies()).hasSize(1);
    assertThat(Checker.objection(certificate)).isEmpty();
    assertThat(CertificateJson.read(CertificateJson.write(certificate))).isEqualTo(certificate);
  }

  @Test
  void aCopyIsNotUsedWhereNoneIsNeeded() {
    assertThat(proof("I(X;Z) <= I(X;Y)", "X -- Y -- Z").copies()).isEmpty();
  }

  @Test
  void assumptionsStandBesideCopies() {
    Certificate certificate = proof("I(A;C,D) + 3*I(C;D|A) + I(C;D|B) >= 2*I(C;D)", "A indep B");
    assertThat(certificate.copies()).hasSize(1);
    assertThat(certificate.assumptions()).hasSize(1);
  }

  @Test
  void aProofIntroducesItsCopy() {
    assertThat(ProofPrinter.text(proof(ZHANG_YEUNG)))
        .startsWith("let A' be a copy of A over C, D, independent of all else given C, D\n")
        .contains("zero: A' is drawn apart");
    assertThat(ProofPrinter.latex(proof(ZHANG_YEUNG), "d"))
        .startsWith("Let $\\mathrm{A'}$ be a copy of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "A / A / C,D",
        "A / B / C,D",
        "A / C / C,D",
        "A / F / A,C,D",
        "A / F / C,Q",
        "Q / F / C,D",
        "A / F,G / C,D",
        "A,B / F / C,D",
        "A / A[1] / C,D",
        "A / F[1] / C,D",
        "A / F / C",
        "B / F / C,D",
        "A / F / B,C,D",
      })
  void noOtherCopyWillDo(String of, String names, String over) {
    Certificate certificate = proof(ZHANG_YEUNG);
    Copy mutant = copy(of, names, over);
    assertThat(Checker.objection(with(certificate, mutant, certificate))).isPresent();
    // and with its name in the place of the true one everywhere
    Variable before = certificate.copies().get(0).names().get(0);
    Certificate renamed = renamed(certificate, before, mutant.names().get(0));
    assertThat(Checker.objection(with(certificate, mutant, renamed))).isPresent();
  }

  private static Certificate with(Certificate certificate, Copy copy, Certificate combinations) {
    return new Certificate(
        certificate.claim(), certificate.assumptions(), List.of(copy), combinations.combinations());
  }

  private static Certificate renamed(Certificate certificate, Variable from, Variable to) {
    List<Certificate.Term> terms = new ArrayList<>();
    Combination whole = certificate.combinations().get(0);
    for (Certificate.Term term : whole.basics()) {
      Basic basic = term.basic();
      terms.add(
          new Certificate.Term(
              term.multiplier(),
              new Basic(
                  renamed(basic.a(), from, to),
                  renamed(basic.b(), from, to),
                  renamed(basic.c(), from, to))));
    }
    return new Certificate(
        certificate.claim(),
        certificate.assumptions(),
        certificate.copies(),
        List.of(new Combination(terms, whole.uses(), whole.surplus())));
  }

  private static Group renamed(Group group, Variable from, Variable to) {
    return group.contains(from) ? group.minus(Group.of(from)).union(Group.of(to)) : group;
  }

  @Test
  void aConsistentNewNameIsNoAttack() {
    Certificate certificate = proof(ZHANG_YEUNG);
    Variable fresh = new Variable.Single("F");
    Variable before = certificate.copies().get(0).names().get(0);
    assertThat(
            Checker.objection(
                with(certificate, copy("A", "F", "C,D"), renamed(certificate, before, fresh))))
        .isEmpty();
  }

  /** With a copy that is the claim's own B, A would be independent of B. */
  @Test
  void aCopyMayNotCaptureAVariableOfTheClaim() {
    Claim independent = Notation.claim("I(A;B) <= 0");
    Certificate captured = by(independent, List.of(copy("A", "B", "")), -1);
    assertThat(Checker.objection(captured)).get().asString().contains("taken");
    Certificate letter = by(Notation.claim("I(A;B[1]) <= 0"), List.of(copy("A", "B", "")), -1);
    assertThat(Checker.objection(letter)).get().asString().contains("taken");
  }

  /** A copy over what it copies would be the original, and the original independent of all. */
  @Test
  void groupsMayNotOverlap() {
    Claim claim = Notation.claim("H(A) <= 0");
    assertThat(Checker.objection(by(claim, List.of(copy("A", "F", "A")), -1))).isPresent();
    assertThat(Checker.objection(by(claim, List.of(copy("A,A", "F,G", "")), -1))).isPresent();
    Copy twice = new Copy(copy("A,B", "F,G", "").of(), copy("A", "F", "").names(), Group.EMPTY);
    assertThat(Checker.objection(by(claim, List.of(twice), -1))).isPresent();
    Variable a = new Variable.Single("A");
    Copy same = new Copy(List.of(a, a), copy("F,G", "F,G", "").of(), Group.EMPTY);
    assertThat(Checker.objection(by(claim, List.of(same), -1))).isPresent();
  }

  /** {@code H(A', B) = H(A, B)} would hold only if B were among what the copy is drawn over. */
  @Test
  void onlyEntropiesWithWhatItIsDrawnOverAreEqual() {
    Claim claim = Notation.claim("H(A) + H(B) - H(A,B) <= 0");
    Certificate proof = by(claim, List.of(copy("A", "F", "")), -1);
    // H(F) + H(A,B) - H(F,A,B) = 0 is what there is, and H(F,A,B) is not H(A,B)
    assertThat(Checker.objection(proof)).get().asString().contains("left over");
    Claim true1 = Notation.claim("H(A) >= 0");
    Basic whole = Basic.entropy(Notation.group("F"), Group.EMPTY);
    Certificate renamed =
        new Certificate(
            true1,
            List.of(),
            List.of(copy("A", "F", "")),
            List.of(
                new Combination(
                    List.of(new Certificate.Term(Rational.ONE, whole)), List.of(), Rational.ZERO)));
    // true, but a copy whose independence is not used is idle
    assertThat(Checker.objection(renamed)).get().asString().contains("not used");
  }

  /** Two copies of one variable are independent of each other and of it. */
  @Test
  void copiesMayBeCopiedAndMayNotShareAName() {
    Claim claim = Notation.claim("I(A;B) <= 0");
    Copy first = copy("A", "F", "");
    assertThat(Checker.objection(by(claim, List.of(first, first), -1))).isPresent();
    assertThat(Checker.objection(by(claim, List.of(copy("F", "G", ""), first), -1))).isPresent();
    Copy second = copy("F", "G", "");
    Certificate chain =
        new Certificate(
            Notation.claim("2*H(A) = H(A) + H(A)"),
            List.of(),
            List.of(first, second),
            List.of(new Combination(List.of(), List.of(), Rational.ZERO)));
    assertThat(Checker.objection(chain)).isPresent();
  }

  @Test
  void aFactSpeaksOfNoCopy() {
    Assumption fact = Notation.assumption("F indep B");
    Certificate certificate = proof(ZHANG_YEUNG);
    Certificate mutant =
        new Certificate(
            certificate.claim(),
            List.of(fact),
            List.of(copy("A", "F", "C,D")),
            certificate.combinations());
    assertThat(Checker.objection(mutant)).get().asString().contains("taken");
  }

  @Test
  void multipliersOfCopiesAreConstant() {
    Certificate certificate = proof(ZHANG_YEUNG);
    Combination whole = certificate.combinations().get(0);
    for (NormalForm by :
        List.of(
            NormalForm.entropy(Notation.group("A")),
            NormalForm.ZERO,
            NormalForm.constant(Rational.of(-2)))) {
      Combination changed =
          new Combination(whole.basics(), List.of(new Certificate.Use(0, by)), whole.surplus());
      Certificate mutant =
          new Certificate(certificate.claim(), List.of(), certificate.copies(), List.of(changed));
      assertThat(Checker.objection(mutant)).isPresent();
    }
  }
}
