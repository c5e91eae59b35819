package sit.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.check.Checker;
import sit.check.Verdict;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.prove.Notation;
import sit.prove.Prover;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Certificates survive the way through a file, and what is no certificate is refused with its
 * place.
 */
class CertificateJsonTest {
  private static String write(Certificate certificate) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      new CertificateWriter(out).write(certificate);
    }
    return text.toString();
  }

  private static Certificate prove(String claim, String... given) {
    Verdict verdict =
        new Prover()
            .decide(
                Notation.claim(claim),
                Notation.assumptions(given),
                Limits.start(20, 512),
                Seed.DEFAULT);
    return ((Verdict.Proved) verdict).theorem().certificate();
  }

  private static void assertSurvives(Certificate written) throws IOException {
    List<CertificateReader.Named> found = CertificateReader.read(write(written));
    assertThat(found).hasSize(1);
    Certificate read = found.get(0).certificate();
    assertThat(read.claim()).isEqualTo(written.claim());
    assertThat(read.combinations()).isEqualTo(written.combinations());
    assertThat(read.assumptions()).hasSameSizeAs(written.assumptions());
    for (int i = 0; i < read.assumptions().size(); i++) {
      assertThat(read.assumptions().get(i).difference())
          .isEqualTo(written.assumptions().get(i).difference());
      assertThat(read.assumptions().get(i).sense()).isEqualTo(written.assumptions().get(i).sense());
      assertThat(read.assumptions().get(i).kind()).isEqualTo(written.assumptions().get(i).kind());
    }
  }

  @Test
  void aProofIsReadAsItWasWritten() throws IOException {
    assertSurvives(prove("H(X,Y) <= H(X) + H(Y)"));
    assertSurvives(prove("I(X;Y|Z) + I(X;Z) = I(X;Y,Z)"));
    Certificate markov = prove("I(X;Z) <= I(X;Y)", "X -- Y -- Z");
    assertSurvives(markov);
    Certificate read = CertificateReader.read(write(markov)).get(0).certificate();
    assertThat(Checker.objection(read)).isEmpty();
  }

  @Test
  void everyKindOfTermIsReadAsItWasWritten() throws IOException {
    Index end = Index.symbol("n").plus(-1);
    Group blocks =
        Group.of(
            new Variable.Block("X", Index.of(1), end),
            new Variable.Letter("Y", end),
            new Variable.Single("W'"));
    Term scalar = new Term.Symbol("R");
    Term inverse = new Term.Power(scalar, -2);
    Term apply = new Term.Apply("card", List.of(new Term.Variables(blocks)));
    Term measure =
        new Term.Measure(
            "I", List.of(new Term.Variables(blocks), new Term.Symbol("Z")), List.of("->"));
    Term total = new Term.Total("t", Index.of(1), end, new Term.Entropy(blocks));
    NormalForm form =
        NormalForm.of(
            Term.sum(
                List.of(
                    new Term.Entropy(blocks),
                    new Term.Product(List.of(inverse, apply, new Term.Constant(Rational.of(3, 7)))),
                    measure,
                    total,
                    Term.constant(-5))));
    Basic basic = Basic.information(blocks, Group.of(new Variable.Single("V")), Group.EMPTY);
    assertSurvives(
        new Certificate(
            new Claim(form, Sense.NON_NEGATIVE),
            List.of(),
            List.of(
                new Certificate.Combination(
                    List.of(new Certificate.Term(Rational.of(1, 3), basic)),
                    List.of(new Certificate.Use(0, form)),
                    Rational.ZERO))));
  }

  @Test
  void textsForPeopleAreNotBelieved() throws IOException {
    String honest = write(prove("I(X;Z) <= I(X;Y)", "X -- Y -- Z"));
    assertThat(honest).contains("\"text\":\"X -- Y -- Z\"");
    String lie = honest.replace("\"text\":\"X -- Y -- Z\"", "\"text\":\"0 = 0\"");
    Certificate read = CertificateReader.read(lie).get(0).certificate();
    assertThat(read.assumptions().get(0).text()).contains("H(").doesNotContain("0 = 0");
  }

  @Test
  void aChangedNumberIsReadAndThenRefusedByTheChecker() throws IOException {
    String honest = write(prove("H(X,Y) <= H(X) + H(Y)"));
    assertThat(honest).contains("\"multiplier\":\"1\"");
    String changed = honest.replaceFirst("\"multiplier\":\"1\"", "\"multiplier\":\"2\"");
    Certificate read = CertificateReader.read(changed).get(0).certificate();
    assertThat(Checker.objection(read)).isPresent();
  }

  @Test
  void certificatesAreFoundInTheOutputOfCheck() throws IOException {
    String one = write(prove("H(X,Y) <= H(X) + H(Y)"));
    String output =
        "{\"version\":1,\"results\":[{\"name\":\"a\",\"certificate\":"
            + one
            + "},{\"name\":\"b\",\"certificate\":null},{\"verdict\":\"open\"}]}";
    assertThat(CertificateReader.read(output))
        .extracting(CertificateReader.Named::name)
        .containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[1",
        "[]",
        "3",
        "{}",
        "{\"certificate\":1}",
        "{\"certificate\":2,\"claim\":{},\"assumptions\":[],\"combinations\":[]}",
        "{\"certificate\":1,\"claim\":{\"sense\":\"maybe\",\"difference\":\"0\"},"
            + "\"assumptions\":[],\"combinations\":[]}",
        "{\"certificate\":1,\"claim\":{\"sense\":\"zero\",\"difference\":\"1e999999999\"},"
            + "\"assumptions\":[],\"combinations\":[]}",
        "{\"certificate\":1,\"claim\":{\"sense\":\"zero\",\"difference\":\"1/0\"},"
            + "\"assumptions\":[],\"combinations\":[]}",
        "{\"certificate\":1,\"claim\":{\"sense\":\"zero\",\"difference\":{\"entropy\":7}},"
            + "\"assumptions\":[],\"combinations\":[]}",
        "{\"certificate\":1,\"claim\":{\"sense\":\"zero\",\"difference\":{\"magic\":7}},"
            + "\"assumptions\":[],\"combinations\":[]}",
        "{\"certificate\":1,\"claim\":{\"sense\":\"zero\",\"difference\":"
            + "{\"power\":\"0\",\"exponent\":-1}},\"assumptions\":[],\"combinations\":[]}",
        "{\"results\":{}}"
      })
  void whatIsNoCertificateIsRefused(String text) {
    assertThatThrownBy(() -> CertificateReader.read(text))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).+");
  }
}
