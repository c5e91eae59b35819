package sit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.Tree;
import sit.eval.Purpose;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;
import sit.syntax.LatexPrinter;
import sit.value.Result;

/** Answers as LaTeX, which compiles, and as a page for a browser, which needs nothing else. */
class PagesTest {
  private static List<Result> results() {
    String text =
        """
        rv X ~ Bernoulli(1/2)
        rv Y | X ~ BSC(11/100)
        I(X; Y), H(X, Y) <= 2, P(X = 0 | Y = 1), X, "a_b & 50%"
        max I(X; Y) over p(X)
        expand I(X; Y)
        table h2(p), p^2/3 for p in 0..1 step 1/4
        plot X
        process A, B
        check I(A^n -> B^n) <= I(A^n; B^n)
        check sum[t = 1..4] I(A^t; B[t] | B^(t-1)) >= H(B[2..4]) given A[1] indep B[1]
        density d(u), q(z | u), r(z)
        check E[u ~ d, z ~ q(.|u)] [log(q(z | u)/r(z))] >= 0
        """;
    String wrong = Tree.text(Tree.top().resolve("examples/massey_wrong.sit"));
    return new Session(Settings.DEFAULT)
        .run(new Source("pages.sit", text + wrong), Purpose.RUN)
        .results();
  }

  private static String page(Page page) {
    StringBuilder out = new StringBuilder(page.head());
    results().forEach(result -> out.append(page.block(result)));
    return out.append(page.tail()).toString();
  }

  @Test
  void latexCompiles(@TempDir Path folder) throws IOException, InterruptedException {
    String latex = page(new LatexPage(true));
    assertThat(latex).contains("\\begin{align*}", "\\documentclass", "\\begin{tabular}");
    assertThat(latex).contains("\\mathbb{E}_{u \\sim d,\\, z \\sim q(\\cdot \\mid u)}\\left[");
    assertThat(page(new LatexPage(false))).doesNotContain("\\documentclass");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdflatex")), "there is no pdflatex");
    Files.writeString(folder.resolve("page.tex"), latex);
    Process process =
        new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(process.waitFor()).as(latex).isZero();
  }

  @Test
  void expressionsAreSetAsPapersSetThem() {
    assertThat(LatexPrinter.print("I(X^n -> Y^n) <= n*C"))
        .isEqualTo("I(X^{n} \\to Y^{n}) \\le n\\,C");
    assertThat(LatexPrinter.print("sum[t = 1..n] H(Y[t] | Y^(t-1))"))
        .isEqualTo("\\sum_{t=1}^{n} H(Y_{t} \\mid Y^{t - 1})");
    assertThat(LatexPrinter.print("(a + b)*c - (d - alpha)/2"))
        .startsWith("\\left(a + b\\right)\\,c - ")
        .contains("\\alpha");
    assertThat(LatexPrinter.print("a - (b - c)")).isEqualTo("a - \\left(b - c\\right)");
    assertThat(LatexPrinter.print("no ( expression")).contains("\\texttt");
  }

  @Test
  void aPageStandsAloneAndEscapesWhatItShows() {
    String html = page(new HtmlPage("a < b"));
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<title>a &lt; b</title>", "data:image/svg+xml;base64,", ">proved</b>", "<table")
        .doesNotContain("http://", "https://", "<script")
        .contains("a_b &amp; 50%");
  }
}
