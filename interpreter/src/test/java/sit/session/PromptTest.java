package sit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import sit.eval.Purpose;
import sit.limits.LimitReached;
import sit.render.TextRenderer;
import sit.source.Source;

/** What a session keeps of the texts that are typed at its prompt. */
class PromptTest {
  private final Session session = new Session(Settings.DEFAULT);
  private final TextRenderer renderer = new TextRenderer(false, false);

  private List<String> type(String text) {
    Answer answer = session.run(new Source("<input>", text), Purpose.PROMPT);
    return answer.diagnostics().isEmpty()
        ? answer.results().stream().map(renderer::value).toList()
        : List.of(answer.diagnostics().get(0).code());
  }

  @Test
  void earlierAnswersHaveNames() {
    assertThat(session.number()).isEqualTo(1);
    type("1/3");
    type("rv X ~ Bernoulli(1/2)");
    type("H(X), 2*H(X)");
    assertThat(session.number()).isEqualTo(4);
    assertThat(type("_")).containsExactly("2 bit");
    assertThat(type("out[1] + 1")).containsExactly("4/3");
    assertThat(type("out[3][1]")).containsExactly("1 bit");
    assertThat(type("out[2]")).containsExactly("\"nothing\"");
    assertThat(type("out[4]")).containsExactly("2 bit");
    assertThat(type("out[99]")).containsExactly("index-range");
    assertThat(type("out[9] == 1")).containsExactly("index-range");
  }

  @Test
  void anAnswerCanBeClaimedAndIsGoneWithWhatItSpeaksOf() {
    type("rv A, B");
    type("I(A; B)");
    assertThat(type("check _ >= 0").get(0)).startsWith("proved");
    assertThat(type("check out[2] <= H(A)").get(0)).startsWith("proved");
    type("rv A ~ Bernoulli(1/2)");
    assertThat(type("1")).containsExactly("1");
    assertThat(type("out[2]")).containsExactly("\"nothing\"");
  }

  @Test
  void namesThatAPersonGaveStay() {
    type("let out = 7");
    type("1");
    assertThat(type("out")).containsExactly("7");
    assertThat(type("_")).containsExactly("7");
  }

  @Test
  void anErrorCountsAsAnInputAndDeclaresNothing() {
    type("1");
    type("rv Z ~ Bernoulli(1/2)\nH(Q)");
    assertThat(session.number()).isEqualTo(3);
    assertThat(type("H(Z)")).containsExactly("unknown-variable");
  }

  @Test
  void aDeclarationThatFailsLeavesItsNameAsItWas() {
    type("rv X ~ Bernoulli(1/2)");
    assertThat(type("rv X ~ Bernoulli(3)")).containsExactly("law");
    assertThat(type("H(X)")).containsExactly("1 bit");
    assertThat(type("let b = 3; 4; let c = 1/0; let d = 5")).containsExactly("undefined");
    assertThat(type("_ + b")).containsExactly("7");
    assertThat(type("c")).containsExactly("unknown-name");
    assertThat(type("d")).containsExactly("unknown-name");
    assertThat(session.declarations()).containsExactly("rv X ~ Bernoulli(1/2)", "let b = 3");
  }

  @Test
  void aCancelledTextKeepsWhatWasThereBefore() {
    type("rv X ~ Bernoulli(1/2)");
    Source long1 = new Source("<input>", "let y = 3\nH(X)\nH(X)");
    assertThatThrownBy(() -> session.run(long1, Purpose.PROMPT, result -> session.interrupt()))
        .isInstanceOf(LimitReached.class);
    assertThat(type("y")).containsExactly("3");
    assertThat(type("_")).containsExactly("3");
    session.interrupt();
    assertThat(type("H(X)")).containsExactly("1 bit");
    AtomicBoolean cancelled = new AtomicBoolean(true);
    assertThatThrownBy(
            () -> session.run(new Source("", "H(X)"), Purpose.PROMPT, cancelled, result -> {}))
        .isInstanceOf(LimitReached.class);
  }
}
