package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.eval.Purpose;
import sit.source.Source;

/** What a text may go on with at a place, and what the names in it mean. */
class CompletionTest {
  private final Session session = new Session(Settings.DEFAULT);

  private void type(String text) {
    assertThat(session.run(new Source("<input>", text), Purpose.PROMPT).diagnostics()).isEmpty();
  }

  private List<String> complete(String code) {
    return session.complete(code, code.length()).items().stream().map(Completion::text).toList();
  }

  private String describe(String code) {
    return session.describe(code, code.length(), 0).orElseThrow().text();
  }

  @Test
  void aSignIsPutInThePlaceOfItsName() {
    Completions found = session.complete("check \\alpha >= 0", 12);
    assertThat(found.start()).isEqualTo(6);
    assertThat(found.end()).isEqualTo(12);
    assertThat(found.items().get(0).text()).isEqualTo("α");
    assertThat(complete("X \\to")).containsExactly("→");
    assertThat(complete("\\sum")).containsExactly("∑");
    assertThat(complete("\\le").get(0)).isEqualTo("≤");
    assertThat(complete("\\Om")).containsExactly("Ω");
    assertThat(complete("\\nosuchsign")).isEmpty();
    assertThat(complete("X\\_2")).containsExactly("₂");
  }

  @Test
  void statementsBeginWithKeywordsAndEverythingElseWithNames() {
    type("rv Charlie ~ Bernoulli(1/2)\nlet chance = 1/3\nparam Cap");
    assertThat(complete("ch")).contains("check", "chance").doesNotContain("Charlie");
    assertThat(complete("H(Char")).containsExactly("Charlie");
    assertThat(complete("rv Y | Charlie ~ B")).contains("BSC(", "BEC(").doesNotContain("by");
    assertThat(complete("rv Ch")).isEmpty();
    assertThat(complete("expand H(Charlie) t")).contains("to");
    assertThat(complete("expand H(Charlie) to ")).containsExactly("entropies");
    assertThat(complete("unit ")).containsExactly("bits", "nats");
    assertThat(complete("# ch")).isEmpty();
    assertThat(complete("let c")).isEmpty();
    assertThat(complete("check Cap >= 0 gi")).contains("given");
  }

  @Test
  void aReasonIsARuleAndALineOfADerivationBeginsWithItsWords() {
    String head = "derivation d {\n  given rv Foo, Bar\n  ";
    assertThat(complete(head + "cl")).containsExactly("claim");
    assertThat(complete(head + "H(Fo")).contains("Foo");
    assertThat(complete(head + "H(Foo) <= H(Foo) by chain")).contains("chain_rule");
    assertThat(complete(head + "H(Foo) <= H(Foo) by conditioning, ass"))
        .containsExactly("assumption");
  }

  @Test
  void whatIsInQuotationMarksIsAFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("laws.sit"), "");
    Files.createDirectory(folder.resolve("lawless"));
    Files.writeString(folder.resolve(".laws"), "");
    String typed = "import \"" + folder + "/la";
    assertThat(complete(typed)).containsExactly(folder + "/lawless/", folder + "/laws.sit");
    assertThat(complete("import \"/no/such/folder/")).isEmpty();
  }

  @Test
  void aNameIsDescribedByWhatDeclaredIt() {
    type("rv X ~ Bernoulli(1/2)\nrv Y | X ~ BSC(1/4)\nlet p = 1/4\nlet f(x) = x^2");
    assertThat(describe("X")).contains("a random variable", "rv X ~ Bernoulli(1/2)");
    assertThat(describe("H(Y")).contains("rv Y | X ~ BSC(1/4)");
    assertThat(describe("p")).contains("= 1/4");
    assertThat(describe("f(2, ")).contains("let f(x) = x^2");
    assertThat(describe("check")).contains("judges a claim");
    assertThat(describe("BSC")).contains("flipped");
    assertThat(describe("sqrt")).contains("square root");
    assertThat(describe("data_processing")).contains("Cover");
    assertThat(session.describe("nothing_known", 3, 0)).isEmpty();
    assertThat(session.describe("1 + 2", 1, 0)).isEmpty();
    assertThat(session.describe("", 0, 0)).isEmpty();
  }

  @Test
  void aCallWhoseFormIsKnownIsDescribedAlone() {
    String all = describe("I");
    assertThat(all).contains("I(X; Y)", "I(X; Y | Z)");
    String one = session.describe("I(A; B | C)", 1, 1).orElseThrow().text();
    assertThat(one).startsWith("I(X; Y | Z)").contains("define I(X; Y | Z) :=", "holds");
    assertThat(session.describe("I(A; B | C)", 1, 0).orElseThrow().text()).doesNotContain(":=");
    assertThat(session.hint("I(A; ", 5)).contains("I(X; Y | Z)");
    assertThat(session.hint("I(A; B) ", 8)).isEmpty();
  }

  @Test
  void everyPlaceOfEveryTextCanBeAskedAbout() {
    String text =
        "derivation d {\n given rv \"X, [Y)\n <= \\alp by )}({ # x\n}; sum[t = 1..n] I(X^t";
    for (int i = -1; i <= text.length() + 1; i++) {
      assertThat(session.complete(text, i)).isNotNull();
      assertThat(session.describe(text, i, 1)).isNotNull();
      assertThat(session.hint(text, i)).isNotNull();
    }
  }

  @Test
  void everyKeywordIsExplainedByAnExampleThatIsRead() {
    for (Keyword keyword : Keyword.values()) {
      assertThat(keyword.example()).containsPattern("\\b" + keyword.word() + "\\b");
      assertThat(keyword.summary()).endsWith(".");
      if (keyword.startsStatement()) {
        String example = keyword.example();
        String whole = example.endsWith("{") ? example + " H(X) >= 0 }" : example;
        assertThat(session.isComplete(whole)).isTrue();
      }
    }
  }
}
