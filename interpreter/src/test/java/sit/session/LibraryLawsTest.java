package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sit.check.Checker;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.Value;

/**
 * What measures are said to hold is proved; where the proof is not one about entropies, it is tried
 * on many laws.
 */
class LibraryLawsTest {
  private static final Pattern NAME = Pattern.compile("(?<![\\w])[A-Zpq](?![\\w(\\[])");
  private static final Pattern PROCESS = Pattern.compile("[A-Z](?=\\^|\\[)");
  private static final Pattern TUPLE = Pattern.compile("\\(([A-Z]), ([A-Z])\\)\\^");

  static Stream<String> laws() {
    return Library.entries().stream().flatMap(entry -> entry.laws().stream());
  }

  @ParameterizedTest
  @MethodSource("laws")
  void whatHoldsIsProvedOrHasNoException(String law) {
    Set<String> processes = processes(law);
    if (processes.isEmpty()) {
      settle(law, List.copyOf(names(law)), "");
      return;
    }
    if (law.contains("^n")) {
      assertThat(isProved("holds " + law)).as("proved for every n").isTrue();
    }
    for (int n = 1; n <= 3; n++) {
      settle(law, letters(processes, n), "let n = " + n + "\n");
    }
  }

  private static void settle(String law, List<String> variables, String before) {
    if (isProved(before + "holds " + law)) {
      return;
    }
    assertThat(law).as("is tried only where nothing is assumed").doesNotContain(" given ");
    RandomLaws random = new RandomLaws(17);
    for (int trial = 0; trial < 30; trial++) {
      int size = trial % 3 == 2 && variables.size() < 4 ? 3 : 2;
      String declaration = random.next(variables, size, trial < 10 ? 1 : 20).declaration();
      hold(law, before + declaration);
    }
  }

  /**
   * Whether the law is proved, with a certificate that stands; it may be no claim about entropies.
   */
  private static boolean isProved(String script) {
    Answer answer = Library.run(script);
    if (!answer.isComplete()) {
      return false;
    }
    Judgement judgement = ((Result.Judged) answer.results().get(0)).judgement();
    assertThat(judgement.ruling()).isNotEqualTo(Ruling.REFUTED);
    judgement
        .certificate()
        .ifPresent(certificate -> assertThat(Checker.objection(certificate)).isEmpty());
    return judgement.ruling() == Ruling.PROVED;
  }

  /** Evaluates both sides: equality may be off by rounding, and so may order. */
  static void hold(String law, String declarations) {
    Matcher relation = Pattern.compile(" (<=|>=|=) ").matcher(law);
    assertThat(relation.find()).isTrue();
    String left = law.substring(0, relation.start());
    String right = law.substring(relation.end());
    List<Value> values = Library.values(declarations + left + "\n" + right);
    double a = ((Quantity) values.get(0)).value();
    double b = ((Quantity) values.get(1)).value();
    String sign = relation.group(1);
    boolean holds =
        sign.equals("<=") ? a <= b + 1e-11 : sign.equals(">=") ? a >= b - 1e-11 : close(a, b);
    assertThat(holds).as("%s: %s and %s under %s", law, a, b, declarations).isTrue();
  }

  private static boolean close(double a, double b) {
    return a == b || Math.abs(a - b) < 1e-11;
  }

  static Set<String> names(String law) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(law);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  private static Set<String> processes(String law) {
    Set<String> names = new TreeSet<>();
    Matcher single = PROCESS.matcher(law);
    while (single.find()) {
      names.add(single.group());
    }
    Matcher tuple = TUPLE.matcher(law);
    while (tuple.find()) {
      names.add(tuple.group(1));
      names.add(tuple.group(2));
    }
    return names;
  }

  private static List<String> letters(Set<String> processes, int n) {
    List<String> letters = new ArrayList<>();
    for (int t = 1; t <= n; t++) {
      for (String process : processes) {
        letters.add(process + "[" + t + "]");
      }
    }
    return letters;
  }
}
