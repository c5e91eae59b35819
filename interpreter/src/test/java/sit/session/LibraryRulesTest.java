package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sit.Tree;
import sit.check.Checker;
import sit.value.Judgement;
import sit.value.Judgement.Ruling;
import sit.value.Result;

/**
 * Every rule of the library is proved and does what it is for; every axiom is listed and tried on
 * laws.
 */
class LibraryRulesTest {
  private static List<String> schemas(Entry entry) {
    List<String> schemas = new ArrayList<>();
    entry
        .definition()
        .lines()
        .filter(line -> line.startsWith("  ") && !isDeclaration(line) && !isOfDensities(line))
        .forEach(schemas::add);
    return schemas.stream().map(String::strip).toList();
  }

  private static boolean isDeclaration(String line) {
    return line.startsWith("  density ") || line.startsWith("  param ");
  }

  /** Whether a schema speaks of outcomes, which have small letters. */
  private static boolean isOfDensities(String line) {
    return line.matches(".*\\b[pqrg]\\([.xyz].*");
  }

  @Test
  void everyRuleOfDensitiesIsProved() {
    int proved = 0;
    for (Entry entry : Library.entries()) {
      if (entry.kind() == Entry.Kind.AXIOM && entry.definition().contains("\n  param ")) {
        continue; // it is cited
      }
      boolean rule = entry.kind() == Entry.Kind.RULE || entry.kind() == Entry.Kind.AXIOM;
      StringBuilder text = new StringBuilder("unit nats\n");
      for (String line : rule ? entry.definition().lines().toList() : List.<String>of()) {
        if (isDeclaration(line)) {
          text.append(line.strip()).append('\n');
        } else if (line.startsWith("  ") && isOfDensities(line)) {
          text.append("check ").append(line.strip()).append('\n');
        }
      }
      Answer answer = Library.run(text.toString());
      assertThat(answer.diagnostics()).as(entry.name()).isEmpty();
      for (Result result : answer.results()) {
        Judgement judgement = ((Result.Judged) result).judgement();
        assertThat(judgement.ruling()).as(judgement.statement()).isEqualTo(Ruling.PROVED);
        assertThat(Checker.objection(judgement.certificate().orElseThrow())).isEmpty();
        proved++;
      }
    }
    assertThat(proved).isGreaterThan(12);
  }

  private static Stream<String> schemas(Entry.Kind kind) {
    return Library.entries().stream()
        .filter(entry -> entry.kind() == kind)
        .flatMap(entry -> schemas(entry).stream());
  }

  static Stream<String> rules() {
    return schemas(Entry.Kind.RULE);
  }

  static Stream<String> rulesWithoutPremises() {
    return rules().filter(schema -> !schema.contains(" given "));
  }

  static Stream<String> axiomsWithoutPremises() {
    return Library.entries().stream()
        .filter(entry -> entry.kind() == Entry.Kind.AXIOM)
        .filter(entry -> !entry.definition().contains("\n  param "))
        .flatMap(entry -> schemas(entry).stream())
        .filter(schema -> !schema.contains(" given "));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleFollowsFromItsPremises(String schema) {
    String names = String.join(", ", LibraryLawsTest.names(schema.replaceAll("f\\(", "(")));
    Answer answer = Library.run("rv " + names + "\ncheck " + schema);
    assertThat(answer.diagnostics()).isEmpty();
    Judgement judgement = ((Result.Judged) answer.results().get(0)).judgement();
    assertThat(judgement.ruling()).isEqualTo(Ruling.PROVED);
    assertThat(Checker.objection(judgement.certificate().orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"rulesWithoutPremises", "axiomsWithoutPremises"})
  void everyRuleAndAxiomHoldsOnLaws(String schema) {
    if (schema.startsWith("h(")) {
      return; // continuous variables have no laws here; DifferentialEntropyTest tries Gaussian ones
    }
    Set<String> names = LibraryLawsTest.names(schema);
    RandomLaws random = new RandomLaws(5);
    for (int trial = 0; trial < 24; trial++) {
      int size = trial % 2 == 1 && names.size() < 4 ? 3 : 2;
      RandomLaws.Law law = random.next(List.copyOf(names), size, trial < 12 ? 1 : 20);
      LibraryLawsTest.hold(schema, law.declaration());
    }
  }

  @Test
  void theStrongFormOfFanoNeedsTheGuessToBeAPossibleValue() {
    String bound = "h2(P(W != V)) + P(W != V)*log2(card(W) - 1)";
    RandomLaws random = new RandomLaws(6);
    for (int trial = 0; trial < 24; trial++) {
      RandomLaws.Law law = random.next(List.of("W", "V"), 2 + trial % 3, trial < 12 ? 1 : 20);
      LibraryLawsTest.hold("H(W | V) <= " + bound, law.declaration());
    }
    String elsewhere = "rv W ~ Bernoulli(1/2)\nrv V ~ { 2: 1/2, 3: 1/2 }\n";
    assertThat(Library.number(elsewhere + "H(W | V)"))
        .isGreaterThan(Library.number(elsewhere + bound));
  }

  @Test
  void axiomsAreTheseAndNoOthers() throws IOException {
    List<String> axioms = new ArrayList<>();
    for (Entry entry : Library.entries()) {
      if (entry.kind() == Entry.Kind.AXIOM) {
        entry
            .definition()
            .lines()
            .filter(line -> line.startsWith("  ") && !isDeclaration(line))
            .forEach(schema -> axioms.add(entry.name() + ": " + schema.strip()));
      }
    }
    String golden = "interpreter/src/test/resources/golden/axioms.txt";
    assertThat(axioms).isEqualTo(Files.readAllLines(Tree.top().resolve(golden)));
  }

  /** Each step is true and follows from its reason, under a name of the rule's own or another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I(X; Y) = H(X) - H(X | Y) by definition",
        "I(X; Y) = H(X) - H(X | Y) by def",
        "H(X, Y) = H(X) + H(Y | X) by chain",
        "I(X; Y) = I(Y; X) by symmetry",
        "H(X, Y) >= H(X) by drop",
        "H(X, Y) >= H(X) by nonneg",
        "H(X) <= H(X, Y) by monotonicity",
        "H(X | Y, Z) <= H(X | Z) by conditioning_reduces_entropy",
        "H(X | Y, Z) <= H(X | Z) by cond",
        "H(X, Z) + H(Y, Z) >= H(X, Y, Z) + H(Z) by submodularity",
        "H(X, Y, Z) <= H(X) + H(Y) + H(Z) by subadditivity",
        "H(X, Y, Z) <= 1/2*H(X, Y) + 1/2*H(Y, Z) + 1/2*H(X, Z) by han",
        "H(X) <= log2(card(X)) by cardinality",
        "H(X | Y) <= h2(P(X != Y)) + P(X != Y)*log2(card(X)) by fano",
        "H(X | Y) <= 1 + P(X != Y)*log2(card(X)) by fano",
        "D(X || Y) >= 0 by gibbs",
        "H(X, Y | Z) = H(X | Z) + H(Y | X, Z) by algebra"
      })
  void aStepFollowsFromItsRule(String step) {
    judged("given rv X, Y, Z", step, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X -- Y -- Z: I(X; Z) <= I(X; Y) by dpi",
        "X -- Y -- Z: I(X; Z | Y) = 0 by markov",
        "X -- Y -- Z: H(Z | X, Y) = H(Z | Y) by markov",
        "X -- Y -- Z: I(X; Y | Z) <= I(X; Y) by data_processing",
        "X indep Y: H(X, Y) = H(X) + H(Y) by indep",
        "Z = f(X, Y): H(X, Y, Z) = H(X, Y) by func",
        "Z = f(Y): I(X; Z) <= I(X; Y) by data_processing",
        "Z = f(Y): H(X | Y) <= H(X | Z) by dpi",
        "Z = f(Y): H(Z) <= H(Y) by dpi",
        "alphabet(Y) = alphabet(X): H(X | Y) <= h2(P(X != Y)) + P(X != Y)*log2(card(X) - 1) by fano"
      })
  void aStepFollowsFromItsRuleAndWhatIsGiven(String text) {
    int colon = text.indexOf(':');
    String given = "given rv X, Y, Z\n given " + text.substring(0, colon);
    judged(given, text.substring(colon + 1), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H(X | Y, Z) <= H(X | Z) by definition",
        "H(X) <= H(X, Y) by subadditivity",
        "H(X) <= H(X, Y) by conditioning",
        "I(X; Y) >= 0 by data_processing"
      })
  void aTrueStepNeedNotFollowFromItsReason(String step) {
    judged("given rv X, Y, Z", step, false);
  }

  private static void judged(String given, String step, boolean sufficient) {
    int relation = step.indexOf(" = ") >= 0 ? step.indexOf(" = ") : step.indexOf("= ") - 1;
    String script =
        "derivation d {\n "
            + given
            + "\n "
            + step.substring(0, relation)
            + "\n  "
            + step.substring(relation).strip()
            + "\n}";
    Answer answer = Library.run(script);
    assertThat(answer.diagnostics()).isEmpty();
    Judgement judgement = ((Result.Judged) answer.results().get(0)).judgement();
    assertThat(judgement.ruling()).isEqualTo(Ruling.PROVED);
    assertThat(judgement.reason().orElseThrow().sufficient()).contains(sufficient);
  }
}
