package sit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistyped name finds the one that was meant, and a strange one finds none. */
class SpellingTest {
  private static final List<String> KNOWN =
      List.of("X", "Y", "monotonicity", "chain_rule", "entropy", "Bernoulli");

  @ParameterizedTest
  @CsvSource({
    "monotonicty, monotonicity",
    "chianrule, chain_rule",
    "ENTROPY, entropy",
    "bernouli, Bernoulli",
    "x, X"
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(Spelling.closest(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"Z", "data_processing", "q7"})
  void findsNothingForAnotherName(String typed) {
    assertThat(Spelling.closest(typed, KNOWN)).isEmpty();
  }

  @Test
  void findsNothingAmongNothing() {
    assertThat(Spelling.closest("x", List.of())).isEmpty();
  }
}
