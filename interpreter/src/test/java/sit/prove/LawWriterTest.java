package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.proof.Counterexample;
import sit.term.Variable;

/** Laws as lines of the language. */
class LawWriterTest {
  /** A law from rows: a probability and then the values. */
  private static List<String> lines(String variables, Object[]... rows) {
    List<Counterexample.Outcome> outcomes = new ArrayList<>();
    for (Object[] row : rows) {
      List<Integer> values = new ArrayList<>();
      for (int i = 1; i < row.length; i++) {
        values.add((Integer) row[i]);
      }
      outcomes.add(new Counterexample.Outcome(values, Rational.parse((String) row[0])));
    }
    List<Variable> names = new ArrayList<>(Statements.group(variables).variables());
    return LawWriter.lines(new Counterexample(names, outcomes));
  }

  private static Object[] row(Object... entries) {
    return entries;
  }

  @Test
  void singleVariables() {
    assertThat(lines("X", row("1", 0))).containsExactly("rv X = 0");
    assertThat(lines("X", row("1/2", 0), row("1/2", 1))).containsExactly("rv X ~ Bernoulli(1/2)");
    assertThat(lines("X", row("1/3", 2), row("1/3", 0), row("1/3", 1)))
        .containsExactly("rv X ~ Uniform(0..2)");
    assertThat(lines("X", row("1/3", 0), row("2/3", 1)))
        .containsExactly("rv X ~ { 0: 1/3, 1: 2/3 }");
  }

  @Test
  void copiesAndExclusiveOrs() {
    assertThat(lines("X, Y", row("1/2", 0, 0), row("1/2", 1, 1)))
        .containsExactly("rv X ~ Bernoulli(1/2)", "rv Y = X");
    assertThat(
            lines(
                "X, Y, Z",
                row("1/4", 0, 0, 0),
                row("1/4", 0, 1, 1),
                row("1/4", 1, 0, 1),
                row("1/4", 1, 1, 0)))
        .containsExactly("rv X ~ Bernoulli(1/2)", "rv Y ~ Bernoulli(1/2)", "rv Z = X xor Y");
  }

  @Test
  void dependentSourcesShareATable() {
    assertThat(lines("X, Y", row("1/2", 0, 0), row("1/4", 0, 1), row("1/4", 1, 1)))
        .containsExactly("rv (X, Y) ~ { (0, 0): 1/2, (0, 1): 1/4, (1, 1): 1/4 }");
    assertThat(
            lines(
                "X, Y, Z",
                row("1/4", 0, 0, 0),
                row("1/4", 0, 1, 0),
                row("1/8", 0, 0, 1),
                row("1/8", 0, 1, 1),
                row("1/8", 1, 0, 1),
                row("1/8", 1, 1, 1)))
        .containsExactly(
            "rv (X, Z) ~ { (0, 0): 1/2, (0, 1): 1/4, (1, 1): 1/4 }", "rv Y ~ Bernoulli(1/2)");
  }

  @Test
  void letters() {
    assertThat(lines("X[1], Y[2]", row("1/2", 0, 0), row("1/2", 1, 1)))
        .containsExactly("process X, Y", "rv X[1] ~ Bernoulli(1/2)", "rv Y[2] = X[1]");
  }

  @Test
  void variablesThatTheLawLacksAreConstant() {
    Counterexample law =
        new Counterexample(
            List.copyOf(Statements.group("X").variables()),
            List.of(new Counterexample.Outcome(List.of(0), Rational.ONE)));
    assertThat(LawWriter.lines(law, Statements.group("X, Y").variables()))
        .containsExactly("rv Y = 0", "rv X = 0");
  }
}
