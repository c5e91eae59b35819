package sit.app.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.app.Streams;
import sit.eval.Purpose;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;

/** How lines become statements where no person sits at the terminal, and what directives do. */
class ReplTest {
  /** A session that remembers what it was asked and prints nothing. */
  private static final class Recorder implements Answerer {
    private final List<String> asked = new ArrayList<>();
    private Session session = new Session(Settings.DEFAULT);

    @Override
    public Session session() {
      return session;
    }

    @Override
    public void reset() {
      session = new Session(session.settings());
    }

    @Override
    public void proofs(boolean shown) {
      asked.add("proofs " + shown);
    }

    @Override
    public boolean answer(Source source, Purpose purpose) {
      asked.add(source.text().strip());
      Answer answer = session.run(source, purpose);
      return answer.diagnostics().isEmpty();
    }
  }

  private final Recorder recorder = new Recorder();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private boolean run(String input) {
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Streams streams = Streams.of(in, out, err, false);
    boolean right = new Repl(streams, recorder).run("sit", true);
    streams.out().flush();
    return right;
  }

  private String printed(String input) {
    out.reset();
    assertThat(run(input)).as(err.toString(StandardCharsets.UTF_8)).isTrue();
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private String wrong(String input) {
    err.reset();
    assertThat(run(input)).isFalse();
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void eachCompleteStatementIsAnsweredAndNoPromptIsPrinted() {
    assertThat(run("let a = 1\n\nderivation d {\n  H(X)\n}\nlet α = a")).isFalse();
    assertThat(recorder.asked)
        .containsExactly("let a = 1", "derivation d {\n  H(X)\n}", "let α = a");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anErrorIsRememberedAndTheSessionGoesOn() {
    assertThat(run("wrong\nlet a = 1\n")).isFalse();
    assertThat(recorder.asked).containsExactly("wrong", "let a = 1");
  }

  @Test
  void whatNeverEndsIsAnsweredAtTheEndOfTheInputOrAfterTwoEmptyLines() {
    run("f(1,\n2");
    run("[3,\n\n\n4\n");
    assertThat(recorder.asked).containsExactly("f(1,\n2", "[3,", "4");
  }

  @Test
  void ofATranscriptOnlyWhatWasTypedIsAnswered() {
    run("sit> let a = 1\nsit> f(a,\n...> 2)\nerror: no\nsit> \n1 bit\nsit> a\n1\n");
    assertThat(recorder.asked).containsExactly("let a = 1", "f(a,\n2)", "a");
    assertThat(Transcript.inputs("\nsit> a\n...> b\nsome answer\nsit>\nsit> :help\n"))
        .containsExactly("a\nb\n", ":help\n");
    assertThat(Repl.isWhole("sit> f(1,", recorder.session())).isFalse();
    assertThat(Repl.isWhole("sit> f(1)\n2", recorder.session())).isTrue();
  }

  @Test
  void quitLeavesAndAnUnknownDirectiveIsSaid() {
    assertThat(wrong(":hlep\n1\n:quit\n2\n")).contains("did you mean `:help`?");
    assertThat(recorder.asked).containsExactly("1");
    assertThat(wrong(":zzzzzz")).contains("try `:help`");
    assertThat(wrong(":s")).contains("`:s` may be :save or :save-plot or :set");
    assertThat(wrong(":load")).contains("`:load` wants more: :load FILE");
  }

  @Test
  void settingsAreShownAndChangedOrRefusedWithWhatIsWanted() {
    assertThat(printed(":set")).contains("unit bits", "time off", "memory 512", "proofs on");
    assertThat(printed(":time 2.5\n:time")).contains("time 2.5");
    assertThat(recorder.session.settings().seconds()).isEqualTo(2.5);
    assertThat(printed(":time off\n:set memory 64\n:set seed 7\n:set proofs off"))
        .contains("time off", "memory 64", "seed 7", "proofs off");
    assertThat(recorder.session.settings().megabytes()).isEqualTo(64);
    assertThat(recorder.asked).contains("proofs false");
    assertThat(printed(":unit nats")).startsWith("unit nats");
    assertThat(wrong(":unit nat")).contains("bits or nats, not `nat`", "did you mean `nats`?");
    assertThat(wrong(":time soon")).contains("a number of seconds, or off, not `soon`");
    assertThat(wrong(":set memory 0")).contains("a whole number of megabytes");
    assertThat(wrong(":set seed x")).contains("a whole number");
    assertThat(wrong(":set proofs maybe")).contains("on or off");
    assertThat(wrong(":set mmeory 3")).contains("did you mean `memory`?");
  }

  @Test
  void factsAreListedAssumedAndTakenBack() {
    assertThat(printed(":assume")).isEqualTo("nothing is assumed");
    String listed = printed("rv A, B, C\n:assume A -- B -- C\nassume A indep C\n:assume");
    assertThat(listed).contains("1  A -- B -- C", "2  A indep C");
    assertThat(printed(":assume drop 1")).isEqualTo("no longer assumed: A -- B -- C");
    assertThat(printed(":assume")).contains("1  A indep C").doesNotContain("--");
    assertThat(wrong(":assume drop 9")).contains("no fact `9` to drop", "from 1 to 1");
    assertThat(printed(":assume drop all\n:assume")).contains("nothing is assumed");
  }

  @Test
  void theLastAnswerIsShownInOtherForms() {
    assertThat(wrong(":latex")).contains("there is no answer yet");
    assertThat(wrong(":why")).contains("there is no verdict yet");
    assertThat(wrong(":expand")).contains("type an expression first");
    assertThat(printed("1/3\n:latex")).isEqualTo("\\frac{1}{3}");
    run("rv A, B\nI(A; B)\n:expand");
    assertThat(recorder.asked).contains("expand I(A; B)");
    String why = printed("check I(A; B) >= 0\n:why");
    assertThat(why).contains("proved   I(A; B) >= 0", "added up by the checker", "method: ");
    assertThat(printed("check I(A; B) >= 1\n:why")).contains("refuted", "not under this law");
    assertThat(printed("rv X ~ Bernoulli(1/2)\ncheck H(X) >= 1\n:why")).contains("exactly");
    assertThat(printed(":out")).contains("out[1] = 1/3", "I(A; B)");
    assertThat(printed(":names")).contains("rv A, B", "rv X ~ Bernoulli(1/2)");
    assertThat(printed(":reset\n:names\n:out")).contains("nothing is declared", "no answer yet");
  }

  @Test
  void aNameIsExplained() {
    assertThat(printed("let p = 1/2\n?p")).contains("let p = 1/2");
    assertThat(printed("??h2")).contains("let h2(x)");
    assertThat(printed(":help check")).contains("judges a claim");
    assertThat(printed("?:load")).contains("carries out a script");
    assertThat(printed(":help load")).contains("carries out a script");
    assertThat(printed("?")).contains(":why", "Ctrl-D");
    assertThat(wrong("?data_procesing")).contains("did you mean `data_processing`?");
  }

  @Test
  void aSessionIsSavedAndLoaded(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("saved.sit");
    String typed = "rv X ~ Bernoulli(1/2)\nwrong(\n\n\nlet h = H(X)\n:save " + file;
    run(typed);
    assertThat(Files.readString(file)).isEqualTo("rv X ~ Bernoulli(1/2)\n\nlet h = H(X)\n");
    assertThat(printed(":reset\n:load " + file + "\n:names")).contains("let h = H(X)");
    assertThat(wrong(":load " + folder.resolve("svaed.sit"))).contains("there is " + file);
    assertThat(wrong(":save " + folder)).contains("cannot be written");
  }

  @Test
  void whatIsSavedSpeaksOfNoAnswers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("saved.sit");
    run(
        """
        rv U, V, W
        let out1 = 7
        1/3
        _ + 1
        2, out[3] + 1
        out[5][2] == _
        :assume U -- V -- W
        :assume U indep W
        :assume drop 1
        :unit nats
        :save %s
        """
            .formatted(file));
    assertThat(Files.readString(file).split("\n\n"))
        .containsExactly(
            "rv U, V, W",
            "let out1 = 7",
            "1/3",
            "let out3 = 1/3",
            "out3 + 1",
            "2, out3 + 1",
            "let out5 = [2, out3 + 1]",
            "let out5_2 = out3 + 1",
            "out5[2] == out5_2",
            "assume U indep W",
            "unit nats\n");
  }

  @Test
  void theLastPlotIsDrawnIntoAFile(@TempDir Path folder) throws IOException {
    assertThat(wrong(":save-plot a.svg")).contains("there is no plot", "draw one first");
    Path file = folder.resolve("h2.svg");
    assertThat(printed("plot h2(p) for p in 0..1 step 1/2\n1\n:save-plot " + file))
        .contains("saved `plot h2(p) for p in 0..1 step 1/2` to " + file);
    assertThat(Files.readString(file)).startsWith("<svg");
    printed("plot h2(p) for p in 0..1 step 1/2\n:save-plot \"" + folder + "/h2.PNG\"");
    assertThat(folder.resolve("h2.PNG")).isNotEmptyFile();
    assertThat(wrong(":save-plot h2.gif")).contains("names no kind of picture", ".svg or .png");
    assertThat(wrong(":save-plot " + folder + "/none/a.svg")).contains("cannot be written");
    assertThat(wrong(":save-plot")).contains("`:save-plot` wants more: :save-plot FILE");
    assertThat(wrong("plot h2(p) for p in 0..1 step 1/2\n:latex")).contains(":save-plot FILE.svg");
  }

  @Test
  void aDirectiveWithoutItsColonIsUnderstood() {
    assertThat(wrong("quit")).contains("`quit` is said to the prompt with a colon: :quit");
    assertThat(wrong("exit")).contains(":quit");
    assertThat(wrong("help check\n")).contains(": :help check");
    assertThat(wrong("load /tmp/a.sit")).contains(":load /tmp/a.sit");
    assertThat(recorder.asked).isEmpty();
    run("let time = 3\ntime\nlatex 1/2\nsave + 1\n");
    assertThat(recorder.asked).containsExactly("let time = 3", "time", "latex 1/2", "save + 1");
  }

  @Test
  void theHistoryStandsWhereTheEnvironmentSays(@TempDir Path folder) {
    Path named = folder.resolve("named");
    assertThat(HistoryFile.of(Map.of("SIT_HISTORY", named.toString()), "/nowhere")).contains(named);
    assertThat(HistoryFile.of(Map.of("XDG_STATE_HOME", folder.toString()), "/nowhere"))
        .contains(folder.resolve("sit/history"));
    assertThat(HistoryFile.of(Map.of(), folder.toString()))
        .contains(folder.resolve(".sit_history"));
    assertThat(HistoryFile.of(Map.of("SIT_HISTORY", ""), folder.toString())).isEmpty();
    assertThat(HistoryFile.of(Map.of("SIT_HISTORY", folder.toString()), "/nowhere")).isEmpty();
  }
}
