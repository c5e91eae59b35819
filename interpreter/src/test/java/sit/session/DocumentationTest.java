package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sit.Tree;
import sit.value.Value;

/** The documentation of the library is complete, true, and the reference page is made of it. */
class DocumentationTest {
  static Stream<Entry> entries() {
    return Library.entries().stream();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everythingSaysWhatItIsWhereItComesFromAndHowItIsPrinted(Entry entry) {
    assertThat(entry.summary()).endsWith(".");
    assertThat(entry.source()).isNotBlank();
    assertThat(entry.latex()).isNotBlank();
    boolean evaluated =
        entry.kind() != Entry.Kind.RULE
            && entry.kind() != Entry.Kind.AXIOM
            && entry.kind() != Entry.Kind.PROPERTY;
    assertThat(entry.example().isEmpty()).isNotEqualTo(evaluated);
    boolean amount = entry.kind() == Entry.Kind.MEASURE || entry.kind() == Entry.Kind.FUNCTION;
    assertThat(entry.unit()).isIn(amount ? List.of("bit", "none") : List.of(""));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyExampleAnswersWhatItSays(Entry entry) {
    List<Value> values = Library.values(String.join("\n", entry.example()));
    List<String> wanted = new ArrayList<>();
    for (String line : entry.example()) {
      Library.expected(line).ifPresent(text -> wanted.addAll(parts(text)));
    }
    assertThat(values).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertThat(Library.shown(values.get(i))).contains(wanted.get(i));
    }
  }

  /** Several answers of a line stand between commas; those inside brackets belong to one. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  @Test
  void theReferencePageIsUpToDate() throws IOException {
    Documentation documentation = Documentation.of(new Session(Settings.DEFAULT));
    String page = Files.readString(Tree.top().resolve("stdlib/REFERENCE.md"));
    assertThat(page)
        .as("stale; run: ./sit doc --format markdown > stdlib/REFERENCE.md")
        .isEqualTo(documentation.markdown());
  }

  @Test
  void aThingIsFoundByItsNameItsFormOrAnotherName() {
    Documentation documentation = Documentation.of(new Session(Settings.DEFAULT));
    assertThat(documentation.named("I")).hasSizeGreaterThan(4);
    assertThat(documentation.named("I(X; Y | Z)")).hasSize(1);
    assertThat(documentation.named("dpi"))
        .extracting(Entry::name)
        .containsExactly("data_processing");
    assertThat(documentation.named("nothing")).isEmpty();
    assertThat(documentation.closest("data_procesing")).contains("data_processing");
    String text = Documentation.text(documentation.named("VI").get(0));
    assertThat(text).contains("Meila 2007", "VI(X; Y) := H(X | Y) + H(Y | X)", "holds");
    assertThat(documentation.index()).contains("rules/axioms", "fano", "BSC(p)");
  }
}
