package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sit.check.Checker;
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.proof.Assumption;
import sit.proof.Claim;

/** Verdicts that an independent linear program reached; in the table a slash stands for the bar. */
class OracleTest {
  /** One line of the table. */
  record Entry(String id, boolean provable, Claim claim, List<Assumption> given) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (InputStream in = OracleTest.class.getResourceAsStream("/oracle/shannon.csv")) {
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
      for (int k = 1; k < lines.length; k++) {
        String[] fields = lines[k].split("\\|", -1);
        List<Assumption> given = new ArrayList<>();
        for (String part : fields[3].split(";(?![^(]*\\))")) {
          if (!part.isBlank()) {
            given.add(Notation.assumption(unfold(part)));
          }
        }
        entries.add(
            new Entry(
                fields[0], fields[1].equals("yes"), Notation.claim(unfold(fields[2])), given));
      }
    }
    return entries;
  }

  private static String unfold(String text) {
    return text.replace("DIFF", "(I(Y1;X1) + I(Y1,Y2;X2/X1))")
        .replace("DI", "(I(X1;Y1) + I(X1,X2;Y2/Y1))")
        .replace("REV", "I(Y1;X2/X1)")
        .replace("MI", "I(X1,X2;Y1,Y2)")
        .replace("/", "|");
  }

  @Test
  void theTableIsWhole() throws IOException {
    assertThat(entries()).hasSize(34);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void verdict(Entry entry) {
    Verdict verdict =
        new Prover().decide(entry.claim(), entry.given(), Limits.start(20, 512), Seed.DEFAULT);
    if (entry.provable()) {
      assertThat(verdict).isInstanceOf(Verdict.Proved.class);
      assertThat(Checker.objection(((Verdict.Proved) verdict).theorem().proof())).isEmpty();
    } else if (verdict instanceof Verdict.Proved proved) {
      // the program knew Shannon's inequalities alone
      assertThat(proved.method()).isEqualTo("copy lemma");
    } else {
      assertThat(verdict).isInstanceOf(Verdict.Open.class);
    }
  }
}
