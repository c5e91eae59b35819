package sit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Quantity;
import sit.value.Result;

/** Two texts that Debian ships: what a character costs falls with what is known before it. */
class CorporaTest {
  @ParameterizedTest
  @ValueSource(strings = {"devil", "jargon"})
  void ratesFallAndTheIntervalAtDepthZeroEnclosesThePlugInValue(String name) {
    Path file = Path.of("/usr/share/dictd/" + name + ".dict.dz");
    assumeThat(file).as("dict-" + name + " is not installed").exists();
    String text = "process T from corpus(\"" + file + "\", tokenizer = \"characters\")\n";
    StringBuilder asked =
        new StringBuilder(text + "estimate(H(T[1]), method = \"plugin\", resamples = 0)\n");
    for (int depth = 0; depth <= 4; depth += 2) {
      asked.append("estimate(rate H(T), depth = " + depth + ", prior = 1/20)\n");
    }
    Answer answer =
        new Session(Settings.DEFAULT).run(new Source("a.sit", asked.toString()), Purpose.RUN);
    assertThat(answer.diagnostics()).isEmpty();
    List<Quantity> values = new ArrayList<>();
    for (Result result : answer.results()) {
      values.add((Quantity) ((Result.Evaluated) result).value());
    }
    assertThat(values.get(0).value()).isBetween(values.get(1).lower(), values.get(1).upper());
    assertThat(values.get(2).upper()).isLessThan(values.get(1).lower());
    assertThat(values.get(3).upper()).isLessThan(values.get(2).lower());
  }
}
