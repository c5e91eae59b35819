package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sit.session.RandomLaws.Law;
import sit.value.Result;

/** Every measure against the formula of its source, written out again over plain probabilities. */
class MeasuresTest {
  private static final double CLOSE = 1e-11;
  private static final List<String> FOUR = List.of("A", "B", "C", "F");
  private static final List<String> STEPS = List.of("X[1]", "Y[1]", "Z[1]", "X[2]", "Y[2]", "Z[2]");
  private static final List<String> PAIRS = List.of("X[1]", "Y[1]", "X[2]", "Y[2]", "X[3]", "Y[3]");

  private static Arguments of(String expression, ToDoubleFunction<Law> formula) {
    return Arguments.of(expression, formula);
  }

  static Stream<Arguments> ofFour() {
    return Stream.of(
        of("H(A)", l -> l.entropy(0)),
        of("H(A | B)", l -> l.entropy(0, 1) - l.entropy(1)),
        of("H(A, B | C, F)", l -> l.entropy(0, 1, 2, 3) - l.entropy(2, 3)),
        of("I(A; B)", l -> l.entropy(0) - (l.entropy(0, 1) - l.entropy(1))),
        of("I(A; B | C)", l -> cmi(l, 0, 1, 2)),
        of("VI(A; B)", l -> 2 * l.entropy(0, 1) - l.entropy(0) - l.entropy(1)),
        of("I(A; B; C)", l -> mi(l, 0, 1) - cmi(l, 0, 1, 2)),
        of("II(A; B; C)", l -> cmi(l, 0, 1, 2) - mi(l, 0, 1)),
        of("I(A; B; C; F)", l -> mi(l, 0, 1) - cmi(l, 0, 1, 2) - cmi(l, 0, 1, 3) + cmi2(l)),
        of("II(A; B; C; F)", l -> mi(l, 0, 1) - cmi(l, 0, 1, 2) - cmi(l, 0, 1, 3) + cmi2(l)),
        of("I(A; B; C | F)", l -> cmi(l, 0, 1, 3) - cmi2(l)),
        of("TC(A; B; C)", l -> ones(l, 3) - l.entropy(0, 1, 2)),
        of("TC(A; B; C; F)", l -> ones(l, 4) - l.entropy(0, 1, 2, 3)),
        of("TC(A; B | C)", l -> cmi(l, 0, 1, 2)),
        of("DTC(A; B; C)", MeasuresTest::dual),
        of("DTC(A; B | C)", l -> cmi(l, 0, 1, 2)),
        of("O(A; B; C)", l -> ones(l, 3) - l.entropy(0, 1, 2) - dual(l)),
        of("O(A; B | C)", l -> 0),
        of("perplexity(A)", l -> Math.pow(2, l.entropy(0))));
  }

  private static double mi(Law l, int a, int b) {
    return l.entropy(a) + l.entropy(b) - l.entropy(a, b);
  }

  private static double cmi(Law l, int a, int b, int c) {
    return l.entropy(a, c) + l.entropy(b, c) - l.entropy(a, b, c) - l.entropy(c);
  }

  /** I(A; B | C, F). */
  private static double cmi2(Law l) {
    return l.entropy(0, 2, 3) + l.entropy(1, 2, 3) - l.entropy(0, 1, 2, 3) - l.entropy(2, 3);
  }

  private static double ones(Law l, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += l.entropy(i);
    }
    return sum;
  }

  private static double dual(Law l) {
    return l.entropy(0, 1) + l.entropy(0, 2) + l.entropy(1, 2) - 2 * l.entropy(0, 1, 2);
  }

  @ParameterizedTest
  @MethodSource("ofFour")
  void agreesWithItsFormula(String expression, ToDoubleFunction<Law> formula) {
    RandomLaws random = new RandomLaws(31);
    for (int trial = 0; trial < 8; trial++) {
      Law law = random.next(FOUR, 2 + trial % 2, trial < 4 ? 1 : 30);
      agree(expression, law, formula);
    }
  }

  private static void agree(String expression, Law law, ToDoubleFunction<Law> formula) {
    double value = Library.number(law.declaration() + expression);
    double wanted = formula.applyAsDouble(law);
    boolean same =
        value == wanted || Math.abs(value - wanted) < CLOSE * Math.max(1, Math.abs(wanted));
    assertThat(same).as("%s is %s, not %s: %s", expression, value, wanted, law).isTrue();
  }

  static Stream<Arguments> ofTwoLaws() {
    return Stream.of(
        of("CE(A || B)", l -> sum(l, (p, q) -> -p * log(q))),
        of("perplexity(A || B)", l -> Math.pow(2, sum(l, (p, q) -> -p * log(q)))),
        of("D(A || B)", MeasuresTest::divergence),
        of("J(A || B)", l -> sum(l, (p, q) -> (p - q) * log(p / q))),
        of("JS(A || B)", l -> sum(l, MeasuresTest::shannon)),
        of("TV(A || B)", l -> sum(l, (p, q) -> Math.abs(p - q) / 2)),
        of("singular(A || B)", l -> sum(l, (p, q) -> q == 0 ? p : 0)),
        of("Renyi(A; 2)", l -> -log(sum(l, (p, q) -> p * p))),
        of("Renyi(A; 1/2)", l -> 2 * log(sum(l, (p, q) -> Math.sqrt(p)))),
        of("Renyi(A; 0)", l -> log(sum(l, (p, q) -> p > 0 ? 1 : 0))),
        of("Renyi(A; 1)", l -> l.entropy(0)),
        of("min_entropy(A)", l -> -log(java.util.Arrays.stream(l.marginal(0)).max().getAsDouble())),
        of("Renyi(A || B; 2)", l -> log(sum(l, (p, q) -> p * p / q))),
        of("Renyi(A || B; 1/2)", l -> -2 * log(sum(l, (p, q) -> Math.sqrt(p * q)))),
        of("Renyi(A || B; 1)", MeasuresTest::divergence),
        of("Tsallis(A; 2)", l -> 1 - sum(l, (p, q) -> p * p)),
        of("Tsallis(A; 1)", l -> l.entropy(0) * Math.log(2)),
        of("Tsallis(A; 3)", l -> (1 - sum(l, (p, q) -> p * p * p)) / 2),
        of("Tsallis(A || B; 2)", l -> sum(l, (p, q) -> p * p / q) - 1),
        of("Tsallis(A || B; 1)", l -> divergence(l) * Math.log(2)),
        of("distortion(A; B)", MeasuresTest::differing),
        of("E[hamming(A, B)]", MeasuresTest::differing),
        of("E[squared_error(A, B)]", l -> mean(l, (a, b) -> (a - b) * (a - b))),
        of("GK(A; B)", MeasuresTest::common));
  }

  /** A function of two numbers. */
  private interface Two {
    double of(double p, double q);
  }

  private static double log(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static double sum(Law law, Two term) {
    double[] p = law.marginal(0);
    double[] q = law.marginal(1);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double next = term.of(p[i], q[i]);
      sum += Double.isNaN(next) ? 0 : next;
    }
    return sum;
  }

  private static double divergence(Law law) {
    return sum(law, (p, q) -> p == 0 ? 0 : p * log(p / q));
  }

  private static double shannon(double p, double q) {
    double m = (p + q) / 2;
    return (p == 0 ? 0 : p * log(p / m) / 2) + (q == 0 ? 0 : q * log(q / m) / 2);
  }

  private static double mean(Law law, Two of) {
    double sum = 0;
    for (int cell = 0; cell < law.p().length; cell++) {
      int[] values = law.values(cell);
      sum += law.p()[cell] * of.of(values[0], values[1]);
    }
    return sum;
  }

  private static double differing(Law law) {
    return mean(law, (a, b) -> a == b ? 0 : 1);
  }

  /**
   * The entropy of the component in which an outcome lies, where possible pairs connect outcomes.
   */
  private static double common(Law law) {
    int n = law.sizes()[0];
    int[] part = new int[n + law.sizes()[1]];
    for (int i = 0; i < part.length; i++) {
      part[i] = i;
    }
    for (int cell = 0; cell < law.p().length; cell++) {
      if (law.p()[cell] > 0) {
        int from = part[law.values(cell)[0]];
        int to = part[n + law.values(cell)[1]];
        for (int i = 0; i < part.length; i++) {
          part[i] = part[i] == from ? to : part[i];
        }
      }
    }
    double[] mass = new double[part.length];
    double[] p = law.marginal(0);
    for (int i = 0; i < n; i++) {
      mass[part[i]] += p[i];
    }
    double entropy = 0;
    for (double m : mass) {
      entropy -= m == 0 ? 0 : m * log(m);
    }
    return entropy;
  }

  @ParameterizedTest
  @MethodSource("ofTwoLaws")
  void agreesWithItsFormulaOverTwoLaws(String expression, ToDoubleFunction<Law> formula) {
    RandomLaws random = new RandomLaws(32);
    for (int trial = 0; trial < 16; trial++) {
      Law law = random.next(List.of("A", "B"), 2 + trial % 3, trial < 8 ? 1 : 30);
      agree(expression, law, formula);
    }
  }

  static Stream<Arguments> ofProcesses() {
    return Stream.of(
        of("I(X^2 -> Y^2)", l -> mi(l, 0, 1) + cmi(l, at(0, 3), at(4), at(1))),
        of("H(Y^2 || X^2)", l -> ce(l, at(1), at(0)) + ce(l, at(4), at(1, 0, 3))),
        of("H0(Y^2 || X^2)", l -> l.entropy(1) + ce(l, at(4), at(1, 0))),
        of(
            "I(X^2 -> Y^2 || Z^2)",
            l -> cmi(l, at(0), at(1), at(2)) + cmi(l, at(0, 3), at(4), at(1, 2, 5))),
        of("I0(Y^2 -> X^2)", l -> cmi(l, at(1), at(3), at(0))),
        of("exchange(X^2; Y^2)", l -> mi(l, 0, 1) + cmi(l, at(3), at(4), at(0, 1))),
        of("TE(X^2 -> Y^2)", l -> cmi(l, at(0), at(4), at(1))),
        of("TE(X -> Y; 2, 1, 1)", l -> cmi(l, at(0), at(4), at(1))),
        of("block_distortion(X^2; Y^2)", l -> (unequal(l, 0, 1) + unequal(l, 3, 4)) / 2));
  }

  private static int[] at(int... places) {
    return places;
  }

  private static int[] join(int[]... groups) {
    TreeSet<Integer> all = new TreeSet<>();
    for (int[] group : groups) {
      for (int place : group) {
        all.add(place);
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double ce(Law l, int[] a, int[] b) {
    return l.entropy(join(a, b)) - l.entropy(b);
  }

  private static double cmi(Law l, int[] a, int[] b, int[] c) {
    return ce(l, a, c) - ce(l, a, join(b, c));
  }

  private static double unequal(Law law, int a, int b) {
    double sum = 0;
    for (int cell = 0; cell < law.p().length; cell++) {
      sum += law.values(cell)[a] == law.values(cell)[b] ? 0 : law.p()[cell];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("ofProcesses")
  void agreesWithItsFormulaOverTime(String expression, ToDoubleFunction<Law> formula) {
    RandomLaws random = new RandomLaws(33);
    for (int trial = 0; trial < 6; trial++) {
      agree(expression, random.next(STEPS, 2, trial < 3 ? 1 : 30), formula);
    }
  }

  @Test
  void transferEntropyLooksAsFarBackAsItIsTold() {
    Law law = new RandomLaws(34).next(PAIRS, 2, 30);
    agree("TE(X -> Y; 3, 1, 1)", law, l -> cmi(l, at(2), at(5), at(3)));
    agree("TE(X -> Y; 3, 1, 2)", law, l -> cmi(l, at(0, 2), at(5), at(3)));
    agree("TE(X -> Y; 3, 2, 1)", law, l -> cmi(l, at(2), at(5), at(1, 3)));
  }

  /** The measures that are made of entropies unfold to nothing else. */
  @ParameterizedTest
  @MethodSource({"ofFour", "ofProcesses"})
  void unfoldsToEntropies(String expression, ToDoubleFunction<Law> formula) {
    if (expression.contains("distortion")) {
      return;
    }
    String abstractly = "rv A, B, C, F\nprocess X, Y, Z\n";
    Answer answer = Library.run(abstractly + "expand " + expression + " to entropies");
    assertThat(answer.diagnostics()).isEmpty();
    String text = ((Result.Shown) answer.results().get(0)).text();
    Matcher call = Pattern.compile("(\\w+)\\(([^()]*)\\)").matcher(text);
    while (call.find()) {
      assertThat(call.group(1)).as(text).isEqualTo("H");
      assertThat(call.group(2)).as(text).doesNotContain("|").doesNotContain(";");
    }
  }

  @Test
  void whatHasNoLawIsKeptAsItIsWritten() {
    for (String expression :
        List.of(
            "Renyi(A; 2)", "JS(A || B)", "GK(A; B)", "TV(A || B)", "D(A || B)", "TC(A; B; C)")) {
      Answer answer = Library.run("rv A, B, C\n" + expression + "\nexpand " + expression);
      assertThat(answer.diagnostics()).as(expression).isEmpty();
      assertThat(answer.results()).hasSize(2);
    }
  }
}
