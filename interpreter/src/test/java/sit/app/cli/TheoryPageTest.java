package sit.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.Tree;
import sit.session.Companion;
import sit.session.Documentation;
import sit.session.Session;
import sit.session.Settings;
import sit.source.ReportedError;

/**
 * The companion of the paper is made of the library and the examples, and nothing of it is stale.
 */
class TheoryPageTest {
  private static final Documentation LIBRARY = Documentation.of(new Session(Settings.DEFAULT));

  private static Companion read(Path table, Path folder) {
    return TheoryPage.read(table.toString(), folder.toString(), LIBRARY);
  }

  @Test
  void thePageIsUpToDateAndSaysOfEverythingThatIsMissingWhy() {
    Path llm = Tree.top().resolve("stdlib/llm");
    Companion companion = read(llm.resolve("theory.csv"), Tree.top().resolve("examples"));
    assertThat(companion.problems()).isEmpty();
    assertThat(Tree.text(llm.resolve("README.md")))
        .as("stale; run: ./sit doc --theory stdlib/llm/theory.csv examples > stdlib/llm/README.md")
        .isEqualTo(companion.markdown());
    assertThat(companion.markdown().lines().filter(line -> line.matches("\\| T\\d+ \\|.*\\[P.*")))
        .hasSizeGreaterThan(30);
  }

  @Test
  void everyItemStandsInTheTableOnce() {
    assertThat(Tree.text(Tree.top().resolve("stdlib/llm/theory.csv")).lines())
        .filteredOn(line -> line.matches("T\\d+,.*,\\[(P|P-topic|S)\\],.*"))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .doesNotHaveDuplicates()
        .hasSize(72);
  }

  @Test
  void keysAndReasonsThatAreWrongAreNamed(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("theory.csv");
    Files.writeString(
        table,
        "item,title,mark,reason\nT10,whole,[P],needless\nT11,\"half, less\",[S],\nT12,none,[S],no case\n");
    Files.writeString(folder.resolve("theory.md"), "# Head\n");
    Path examples = Files.createDirectory(folder.resolve("examples"));
    String head = "# An example.\n# Source: a book.\n";
    Files.writeString(
        examples.resolve("good.sit"),
        head + "# theory: T10\nrv X ~ Bernoulli(1/2)\nH(X)  #=> 1 bit\ncheck H(X) >= 0\n");
    Files.writeString(examples.resolve("bad.sit"), head + "# theory: T10, T99\nrv X\n");
    Files.writeString(
        examples.resolve("above.sit"),
        "# An example.\n# theory: T10\n# Source: a book.\ncheck 1 >= 0\n");
    Companion companion = read(table, examples);
    assertThat(companion.problems())
        .contains(
            "examples/bad.sit: there is no item `T99`",
            "examples/bad.sit: names items, and neither evaluates nor checks anything",
            "examples/above.sit: `# theory:` belongs below the source",
            "T10: gives a reason, but nothing of it is missing",
            "T11: not evaluated, checked, without a reason")
        .contains("measures/entropy, `H(X | Y)`: there is no item `T2`");
    assertThat(companion.markdown())
        .startsWith("# Head\n\n| item |")
        .contains("[good](examples/good.sit) | [above](examples/above.sit), [good]")
        .contains("| T12 | none | [S] | [`I0(Y^n -> X^n)`](../measures/directed_information.sit)")
        .contains("| *no case* | *no case* |");
  }

  @Test
  void whatCannotBeReadIsSaid(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> read(folder.resolve("none.csv"), folder))
        .isInstanceOf(ReportedError.class);
    Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
    Files.writeString(folder.resolve("t.md"), "");
    assertThat(read(table, folder).problems())
        .containsExactly(table + ": its columns are to be item, title, mark, reason");
    assertThatThrownBy(() -> read(table, folder.resolve("none"))).isInstanceOf(ReportedError.class);
  }
}
