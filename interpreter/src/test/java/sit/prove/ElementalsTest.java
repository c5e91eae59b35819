package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import sit.limits.Limits;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/** The rows and columns of the complete program, against counts that others published. */
class ElementalsTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/reference/elementals.csv",
      useHeadersInDisplayName = false,
      numLinesToSkip = 1)
  void areAsManyAsPublished(String id, int variables, int expected, String kind, String source) {
    assertThat(source).isNotBlank();
    assertThat(kind).isEqualTo("closed form");
    List<NormalForm> singles = new ArrayList<>();
    for (int k = 1; k <= variables; k++) {
      singles.add(NormalForm.entropy(Group.of(new Variable.Single("X" + k))));
    }
    Columns columns = Columns.of(singles);
    assertThat(columns.blockCount()).isEqualTo(variables);
    List<Pair> rows = Families.elementals(variables, Limits.none());
    assertThat(rows).hasSize(expected);
    assertThat(new HashSet<>(rows)).hasSize(expected);
    for (Pair row : rows) {
      assertThat(row.columns(columns)).hasSameSizeAs(row.values());
    }
    assertThat(columns.count()).isEqualTo((1 << variables) - 1);
    // what is pursued are the same inequalities
    Closure closure = new Closure(columns, List.of(), Limits.none());
    double[] nothing = new double[1 << variables];
    assertThat(new BasisPursuit(variables, nothing, closure, Limits.none()).rows())
        .isEqualTo(expected);
  }
}
