package sit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sit.Tree;
import sit.source.Diagnostic;
import sit.source.DiagnosticPrinter;
import sit.source.Source;

/** What a person reads for each way in which a text cannot be read. */
class ErrorGoldenTest {
  private static final String FOLDER = "errors/syntax";

  static Iterable<Source> golden() {
    return Corpus.golden(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void printsTheDiagnosticsOfTheGolden(Source source) {
    Program program = Parser.parse(source);
    String printed =
        program.diagnostics().stream()
            .map(DiagnosticPrinter::print)
            .collect(Collectors.joining("\n\n", "", "\n"));
    String name = source.name().replace(".sit", ".txt");
    assertThat(printed).isEqualTo(Tree.text(Corpus.GOLDEN.resolve(FOLDER).resolve(name)));
    assertThat(program.diagnostics()).allSatisfy(d -> assertThat(d.help()).isNotEmpty());
  }

  @Test
  void everyErrorHasAGolden() {
    Set<String> errors = new TreeSet<>();
    for (Method method : SyntaxErrors.class.getDeclaredMethods()) {
      if (method.getReturnType() == Diagnostic.class
          && !Modifier.isPrivate(method.getModifiers())) {
        errors.add(
            method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
      }
    }
    Set<String> goldens =
        Corpus.golden(FOLDER).stream()
            .map(source -> source.name().replace(".sit", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(goldens).containsAll(errors);
  }
}
