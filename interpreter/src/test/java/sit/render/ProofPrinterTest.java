package sit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sit.limits.Limits;
import sit.proof.Certificate;
import sit.prove.Notation;
import sit.prove.Prover;
import sit.term.TermLatex;

/** Proofs as people read them. */
class ProofPrinterTest {
  private static Certificate prove(String claim, String... given) {
    return (Certificate)
        new Prover()
            .prove(Notation.claim(claim), Notation.assumptions(given), Limits.none())
            .orElseThrow()
            .proof();
  }

  @Test
  void masseyIsOneLine() {
    Certificate certificate =
        prove("I(X[1];Y[1]) + I(X[1],X[2];Y[2]|Y[1]) <= I(X[1],X[2];Y[1],Y[2])");
    assertThat(ProofPrinter.text(certificate))
        .isEqualTo(
            """
            right - left
              = I(Y[1]; X[2] | X[1])   not negative
              >= 0
            """);
    assertThat(ProofPrinter.latex(certificate, "R-L"))
        .isEqualTo(
            """
            \\begin{align*}
            R-L &= I(Y_{1}; X_{2} \\mid X_{1}) && \\text{not negative} \\\\
            &\\ge 0
            \\end{align*}
            """);
  }

  @Test
  void assumptionsShowTheirMultipliers() {
    Certificate certificate = prove("I(X;Z) <= I(X;Y)", "X -- Y -- Z");
    assertThat(ProofPrinter.text(certificate))
        .contains("= I(X; Y | Z) ")
        .contains("- [I(X; Z | Y)] ")
        .contains("zero: X -- Y -- Z");
    String scalars = ProofPrinter.text(prove("H(W)*Pe <= n*R*Pe + 1", "H(W) = n*R"));
    assertThat(scalars).contains("Pe*[").contains("zero: H(W) = n*R").contains(" 1 ");
  }

  @Test
  void identitiesSayThatNothingIsNeeded() {
    assertThat(ProofPrinter.text(prove("H(X,Y) = H(X) + H(Y|X)"), "left - right"))
        .isEqualTo("left - right = 0   both sides are the same joint entropies\n");
  }

  @Test
  void equalitiesInTwoHalvesShowBoth() {
    assertThat(ProofPrinter.text(prove("H(X|Y,Z) = 0", "X = f(Y)"), "d"))
        .contains("d\n")
        .contains("-(d)\n");
  }

  @Test
  void lettersInARowAreDrawnTogether() {
    assertThat(TermLatex.group(Notation.group("X[1],X[2],Y[2],Y[3],W,Wh,Z1")))
        .isEqualTo("W, \\hat{W}, X^{2}, Y_{2}^{3}, Z_{1}");
    assertThat(List.of(TermLatex.print(Notation.form("1/2*R*H(X)").toTerm())))
        .containsExactly("\\frac{1}{2} \\, H(X) \\, R");
  }
}
