package sit.app.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.Tree;

/** The kernel over its protocol, by the public suite and our own; and how it is installed. */
class KernelTest {
  private static final Path PYTHON = Tree.top().resolve("interpreter/src/test/python");

  @Test
  void speaksTheProtocol(@TempDir Path folder) throws IOException, InterruptedException {
    Optional<String> python = python(folder);
    assumeTrue(
        python.isPresent(),
        "no python3 with jupyter_kernel_test (Debian: python3-jupyter-kernel-test)");
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    KernelSpec.under(folder.toString())
        .install(List.of(java, "-Djava.awt.headless=true", "-cp", path, "sit.app.cli.Main"));
    Path output = folder.resolve("output");
    ProcessBuilder suite = new ProcessBuilder(python.get(), "-m", "unittest", "test_kernel");
    suite.environment().put("JUPYTER_PATH", folder.resolve("share/jupyter").toString());
    suite.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    suite.directory(PYTHON.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    assertThat(suite.start().waitFor()).as(Files.readString(output)).isZero();
  }

  /** A Python that has what the suite needs; the one of the system may not be the first. */
  private static Optional<String> python(Path folder) throws IOException, InterruptedException {
    for (String name : List.of("python3", "/usr/bin/python3")) {
      try {
        ProcessBuilder probe =
            new ProcessBuilder(name, "-c", "import jupyter_client, jupyter_kernel_test");
        probe.redirectErrorStream(true).redirectOutput(folder.resolve("probe").toFile());
        if (probe.start().waitFor() == 0) {
          return Optional.of(name);
        }
      } catch (IOException e) {
        continue;
      }
    }
    return Optional.empty();
  }

  @Test
  void isInstalledWhereJupyterLooksAndTakenAway(@TempDir Path folder) throws IOException {
    KernelSpec spec = KernelSpec.under(folder.toString());
    assertThat(spec.uninstall()).isFalse();
    spec.install(List.of("/opt/sit/sit"));
    spec.install(List.of("/opt/sit/sit"));
    assertThat(spec.folder()).isEqualTo(folder.resolve("share/jupyter/kernels/sit"));
    assertThat(Files.readString(spec.folder().resolve("kernel.json")))
        .contains("\"/opt/sit/sit\"", "\"{connection_file}\"", "\"interrupt_mode\": \"message\"");
    assertThat(spec.folder().resolve("kernel.js")).exists();
    assertThat(spec.uninstall()).isTrue();
    assertThat(spec.folder()).doesNotExist();
  }

  @Test
  void aUsersPlaceIsTheOneThatJupyterChooses() {
    assertThat(KernelSpec.ofUser(Map.of(), "/h", "Linux").folder())
        .isEqualTo(Path.of("/h/.local/share/jupyter/kernels/sit"));
    assertThat(KernelSpec.ofUser(Map.of("XDG_DATA_HOME", "/x"), "/h", "Linux").folder())
        .isEqualTo(Path.of("/x/jupyter/kernels/sit"));
    assertThat(KernelSpec.ofUser(Map.of("JUPYTER_DATA_DIR", "/d"), "/h", "Linux").folder())
        .isEqualTo(Path.of("/d/kernels/sit"));
    assertThat(KernelSpec.ofUser(Map.of(), "/h", "Mac OS X").folder())
        .isEqualTo(Path.of("/h/Library/Jupyter/kernels/sit"));
  }

  @Test
  void bothColouringsKnowTheWordsOfTheGrammar() {
    String grammar = Tree.text(Tree.top().resolve("grammar/src/main/antlr4/sit/grammar/Sit.g4"));
    TreeSet<String> words = new TreeSet<>();
    Pattern.compile("(?m)^[A-Z]+ : '([a-z]+)'")
        .matcher(grammar)
        .results()
        .forEach(found -> words.add(found.group(1)));
    assertThat(words).contains("plot", "derivation").hasSizeGreaterThan(30);
    Path mode = Tree.top().resolve("interpreter/src/main/resources/jupyter/kernel.js");
    Path lexer = Tree.top().resolve("notebooks/pygments/sit_lexer.py");
    for (Path file : List.of(mode, lexer)) {
      String text = Tree.text(file);
      assertThat(words)
          .as("words in %s", file)
          .allMatch(word -> Pattern.compile("[\" ]" + word + "[\" ]").matcher(text).find());
    }
  }

  @Test
  void whatIsNoConnectionFileIsRefused() {
    for (String text : List.of("", "[]", "{}", "{\"ip\": 1}", "not json")) {
      org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
          .as(text)
          .isThrownBy(() -> Connection.read(text));
    }
  }

  @Test
  void aCursorIsCountedInCharacters() {
    assertThat(Kernel.offset("a\uD835\uDC4Bb", 2)).isEqualTo(3);
    assertThat(Kernel.offset("ab", 9)).isEqualTo(2);
  }
}
