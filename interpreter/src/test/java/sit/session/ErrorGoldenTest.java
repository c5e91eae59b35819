package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sit.Tree;
import sit.eval.Purpose;
import sit.source.DiagnosticPrinter;
import sit.source.ReportedError;
import sit.source.Source;

/** What a person reads for each way in which a program that can be read cannot be carried out. */
class ErrorGoldenTest {
  private static final Path GOLDEN =
      Tree.top().resolve("interpreter/src/test/resources/golden/errors");

  static Stream<Path> golden() {
    return Stream.of("typed", "eval")
        .flatMap(folder -> Tree.files(GOLDEN.resolve(folder), ".sit").stream());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void printsTheDiagnosticsOfTheGolden(Path file) {
    Source source = new Source(file.getFileName().toString(), Tree.text(file));
    Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.RUN);
    String printed =
        answer.diagnostics().stream()
            .map(DiagnosticPrinter::print)
            .collect(Collectors.joining("\n\n", "", "\n"));
    String expected = file.getFileName().toString().replace(".sit", ".txt");
    assertThat(printed).isEqualTo(Tree.text(file.resolveSibling(expected)));
    assertThat(answer.diagnostics()).allSatisfy(d -> assertThat(d.help()).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "typed, sit.typed.TypeErrors",
    "typed, sit.typed.CallErrors",
    "eval, sit.typed.ShapeErrors",
    "eval, sit.eval.EvalErrors",
    "eval, sit.eval.SampleErrors",
    "eval, sit.eval.OptimumErrors",
    "eval, sit.eval.ContinuousErrors",
    "eval, sit.eval.ProcessErrors",
    "eval, sit.eval.ParameterErrors",
    "eval, sit.eval.VectorErrors",
    "eval, sit.eval.GeometryErrors"
  })
  void everyErrorHasAGolden(String folder, String type) throws ClassNotFoundException {
    Set<String> errors = new TreeSet<>();
    for (Method method : Class.forName(type).getDeclaredMethods()) {
      if (method.getReturnType() == ReportedError.class
          && !method.getName().equals("error")
          && !Modifier.isPrivate(method.getModifiers())) {
        errors.add(method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
      }
    }
    Set<String> goldens =
        Tree.files(GOLDEN.resolve(folder), ".sit").stream()
            .map(file -> file.getFileName().toString().replace(".sit", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(goldens).containsAll(errors);
  }

  @Test
  void aTextThatCannotBeReadIsReportedAsByTheParser() {
    Source source = new Source("a.sit", "let x = (\nlet y = q");
    Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.RUN);
    assertThat(answer.diagnostics()).extracting("code").contains("never-closed");
    assertThat(answer.results()).isEmpty();
  }
}
