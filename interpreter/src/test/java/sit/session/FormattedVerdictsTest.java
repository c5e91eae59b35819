package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sit.Tree;
import sit.eval.Purpose;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.syntax.Formatter;
import sit.syntax.Style;
import sit.value.Judgement;
import sit.value.Result;
import sit.value.ValuePrinter;

/** However a text is laid out and spelled, it has the same values, verdicts and errors. */
class FormattedVerdictsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bsc.sit",
        "definitions.sit",
        "entropy_tour.sit",
        "kernels.sit",
        "massey.sit",
        "massey_wrong.sit",
        "processes.sit",
        "units_nats.sit",
        "wrong_step_true_claim.sit",
        "derivations/d01_chain_rule.sit",
        "derivations/d02_data_processing.sit",
        "derivations/d07_no_feedback.sit",
        "derivations/d10_fano.sit",
        "derivations/d21_evidence_bound.sit",
        "derivations/d36_free_energy.sit",
        "derivations/w03_conditioning_reversed.sit",
        "derivations/w07_exchanged_arguments.sit",
        "every_n/densities.sit",
      })
  void layoutAndSpellingChangeNoAnswer(String name) {
    Path file = Tree.top().resolve("examples").resolve(name);
    Source source = new Source(file.toString(), Tree.text(file));
    List<String> answers = answers(source);
    assertThat(answers).isNotEmpty();
    for (Style style : Style.values()) {
      String text = Formatter.format(source, style).text();
      assertThat(answers(new Source(source.name(), text)))
          .as(name + " in " + style)
          .isEqualTo(answers);
    }
  }

  private static List<String> answers(Source source) {
    Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.RUN);
    List<String> all = new ArrayList<>();
    answer.results().forEach(result -> all.add(print(result)));
    answer.diagnostics().stream().map(Diagnostic::code).forEach(all::add);
    return all;
  }

  private static String print(Result result) {
    if (result instanceof Result.Judged judged) {
      Judgement judgement = judged.judgement();
      return judgement.name()
          + " "
          + judgement.ruling()
          + " "
          + judgement.method()
          + judgement.reason().map(r -> " " + r.sufficient()).orElse("");
    } else if (result instanceof Result.Evaluated evaluated) {
      return ValuePrinter.print(evaluated.value());
    }
    return ((Result.Shown) result).text();
  }
}
