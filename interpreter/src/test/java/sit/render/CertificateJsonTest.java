package sit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.Checker;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.Proof;
import sit.proof.Sense;
import sit.prove.Suite;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/** Certificates survive being written, and nothing that is read does harm. */
class CertificateJsonTest {
  private static final List<Certificate> SUITE = Suite.certificates();

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> CertificateJson.read(text))
        .as(text.length() > 200 ? text.substring(0, 200) : text)
        .isInstanceOf(CertificateFormatException.class)
        .hasMessageContaining(message);
  }

  /** The same without what assumptions are called, which is not part of a proof. */
  private static Certificate anonymous(Certificate certificate) {
    List<Assumption> assumptions = new ArrayList<>();
    for (Assumption assumption : certificate.assumptions()) {
      NormalForm difference = assumption.difference();
      String text =
          ProofPrinter.named(difference) + (assumption.sense() == Sense.ZERO ? " = 0" : " >= 0");
      assumptions.add(
          new Assumption(Assumption.Kind.RELATION, text, difference, assumption.sense()));
    }
    return new Certificate(
        certificate.claim(), assumptions, certificate.copies(), certificate.combinations());
  }

  @Test
  void roundTripIsExact() {
    for (Certificate certificate : SUITE) {
      Certificate back = (Certificate) CertificateJson.read(CertificateJson.write(certificate));
      assertThat(back).isEqualTo(anonymous(certificate));
      assertThat(Checker.objection(back)).isEmpty();
    }
  }

  @Test
  void everyKindOfTermSurvives() {
    Index t = Index.symbol("t");
    Group group =
        Group.of(
            new Variable.Single("W"),
            new Variable.Letter("X", t.multiply(2).plus(-1)),
            new Variable.Block("Y", Index.of(1), t.plus(-1)),
            new Variable.Letter("X", t.multiply(-1)));
    Term variables = new Term.Variables(group);
    List<Term> atoms =
        List.of(
            new Term.Entropy(group),
            new Term.Symbol("R"),
            new Term.Apply(
                "log2",
                List.of(
                    new Term.Sum(
                        List.of(new Term.Symbol("M"), new Term.Constant(Rational.of(-1, 2)))))),
            new Term.Apply("P", List.of(new Term.Apply("!=", List.of(variables, variables)))),
            new Term.Apply("^", List.of(new Term.Symbol("n"), Term.constant(-1))),
            new Term.Measure("I", List.of(variables, variables), List.of("->")),
            new Term.Total(
                "t",
                Index.of(1),
                Index.symbol("n"),
                new Term.Product(
                    List.of(new Term.Power(new Term.Symbol("q"), -2), new Term.Entropy(group)))));
    NormalForm form = NormalForm.of(new Monomial(atoms), Rational.of(-22, 7));
    Assumption assumption = Assumption.zero(Assumption.Kind.RELATION, "\"odd\" \u2264 text", form);
    Certificate certificate =
        new Certificate(new Claim(form, Sense.ZERO), List.of(assumption), List.of());
    assertThat(CertificateJson.read(CertificateJson.write(certificate)))
        .isEqualTo(anonymous(certificate));
  }

  @Test
  void whatIsNotJsonIsRefused() {
    refused("", "not well-formed");
    refused("{", "not well-formed");
    refused("{'version': 1}", "not well-formed");
    refused("[1,", "not well-formed");
    refused("\u0000\u0001\u0002", "not well-formed");
    refused("{} {}", "not well-formed");
    refused("[".repeat(100_000), "not well-formed");
    refused("{\"a\":".repeat(100_000), "not well-formed");
    refused("null", "expected an object");
    refused("3", "expected an object");
  }

  @Test
  void wrongShapesAreNamed() {
    String good = CertificateJson.write(SUITE.get(1));
    refused(good.replaceFirst("\"version\":1", "\"version\":2"), "version: only version 1");
    refused(good.replaceFirst("\"version\":1", "\"version\":\"1\""), "version: expected");
    refused(good.replaceFirst("\"version\":1", "\"version\":1e999999999"), "version: expected");
    refused(good.replaceFirst("\"version\":1,", ""), "\"version\" is missing");
    refused(good.replaceFirst("\"version\":1", "\"version\":1,\"version\":1"), "occurs twice");
    refused(good.replaceFirst("\"version\":1", "\"version\":1,\"extra\":1"), "not known");
    refused(good.replaceFirst("\"zero\"", "\"maybe\""), "claim.sense: \"maybe\"");
    refused(good.replaceFirst("\"coefficient\":\"[^\"]*\"", "\"coefficient\":1"), "expected text");
    refused(
        good.replaceFirst("\"coefficient\":\"[^\"]*\"", "\"coefficient\":\"1e999999999\""),
        "expected a rational");
    refused(
        good.replaceFirst("\"coefficient\":\"[^\"]*\"", "\"coefficient\":\"1/0\""),
        "denominator is zero");
    refused(
        good.replaceFirst(
            "\"coefficient\":\"[^\"]*\"", "\"coefficient\":\"" + "9".repeat(100_000) + "\""),
        "expected a rational");
    refused(good.replaceFirst("\"surplus\":\"0\"", "\"surplus\":null"), "combinations[0].surplus");
    refused(good.replaceFirst("\"assumption\":0", "\"assumption\":-1"), "expected a small integer");
    refused(good.replaceFirst("\"H\":\\[\"[^\"]*\"", "\"H\":[\"X[\""), "bracket");
    refused(good.replaceFirst("\"H\":\\[\"[^\"]*\"", "\"H\":[\"X[1..9]\""), "as its letters");
    refused(good.replaceFirst("\"H\":\\[\"[^\"]*\"", "\"H\":[\"X[99999999999]\""), "too large");
    refused(good.replaceFirst("\"H\":\\[\"[^\"]*\"", "\"H\":[\"X, Y\""), "is no name");
    refused(good.replaceFirst("\"H\":\\[\"[^\"]*\"", "\"H\":[\"\""), "is no name");
  }

  /** Whatever byte is changed, reading ends in a certificate or in the one exception. */
  @Test
  void noDamageEscapes() {
    SplittableRandom random = new SplittableRandom(7);
    String signs = "{}[]\":,0123456789-/eE.XYnull \\\u0000\uD800";
    int read = 0;
    for (Certificate certificate : SUITE) {
      String good = CertificateJson.write(certificate);
      for (int k = 0; k < 60; k++) {
        StringBuilder text = new StringBuilder(good);
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
        }
        try {
          Proof mutant = CertificateJson.read(text.toString());
          read++;
          if (Checker.objection(mutant).isEmpty()) {
            // only the words beside an assumption and consistent renaming change nothing
            assertThat(mutant.claim().sense()).isIn((Object[]) Sense.values());
            assertThat(((Certificate) mutant).combinations())
                .hasSameSizeAs(certificate.combinations());
          }
        } catch (CertificateFormatException e) {
          assertThat(e.getMessage()).isNotBlank();
        }
      }
    }
    assertThat(read).isPositive();
  }
}
