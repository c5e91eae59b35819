package sit.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.app.Streams;

/** Whole runs of the program: what they print where, and the status they end with. */
class ProgramTest {
  private static final String MARKOV = "rv X, Y, Z\nassume X -- Y -- Z\n";
  private static final String TRUE = "check I(X;Z) <= I(X;Y)\n";
  private static final String FALSE = "check I(X;Y) <= I(X;Z)\n";
  private static final String OPEN_SCALAR = "param R\ncheck H(X) <= R\n";
  private static final String CHANNEL = "rv X ~ Bernoulli(1/2)\nrv Y | X ~ BSC(11/100)\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private String input = "";

  private int run(String... arguments) {
    out.reset();
    err.reset();
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return Program.run(arguments, Streams.of(in, out, err, false), cancelled);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private JsonObject json() {
    return JsonParser.parseString(out()).getAsJsonObject();
  }

  private List<JsonObject> results() {
    List<JsonObject> results = new ArrayList<>();
    for (JsonElement result : json().getAsJsonArray("results")) {
      results.add(result.getAsJsonObject());
    }
    return results;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void evalAnswersWithTheValueAlone() {
    assertThat(run("eval", "1+1")).isZero();
    assertThat(out()).isEqualTo("2\n");
    assertThat(err()).isEmpty();
    assertThat(run("eval", "-1/2 - 1")).isZero();
    assertThat(out()).isEqualTo("-3/2\n");
  }

  @Test
  void evalLoadsAFileFirstAndPrintsNothingOfIt() throws IOException {
    String file = file("bsc.sit", CHANNEL + "H(X)\n");
    assertThat(run("eval", "I(X;Y)", "--with", file, "--format", "json")).isZero();
    assertThat(results()).hasSize(1);
    JsonObject result = results().get(0);
    assertThat(result.get("kind").getAsString()).isEqualTo("number");
    assertThat(result.get("value").getAsDouble())
        .isCloseTo(0.500084041835472, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(result.get("lower").getAsDouble()).isLessThanOrEqualTo(0.500084041835473);
    assertThat(result.get("upper").getAsDouble()).isGreaterThanOrEqualTo(0.500084041835472);
    assertThat(result.get("exact").getAsString()).contains("log2(11)");
    assertThat(result.get("unit").getAsString()).isEqualTo("bit");
    assertThat(result.get("accuracy").getAsString()).isEqualTo("exact");
    assertThat(run("eval", "H(X)", "--with", folder.resolve("none.sit").toString())).isEqualTo(3);
  }

  @Test
  void aUnitIsChosenForTheSession() throws IOException {
    String file = file("bsc.sit", CHANNEL);
    run("eval", "H(X)", "--with", file, "--unit", "nats", "--format", "json");
    assertThat(results().get(0).get("unit").getAsString()).isEqualTo("nat");
    assertThat(results().get(0).get("value").getAsDouble())
        .isCloseTo(Math.log(2), org.assertj.core.data.Offset.offset(1e-15));
  }

  @Test
  void runPrintsEachValueWithItsExpression() throws IOException {
    assertThat(run("run", file("a.sit", CHANNEL + "H(X), H(Y|X)\n1+1\n"))).isZero();
    assertThat(out().lines()).hasSize(3);
    assertThat(out()).startsWith("H(X) = 1 bit\n").endsWith("1+1 = 2\n");
    assertThat(run(file("a.sit", "1+1"))).isZero();
    assertThat(out()).isEqualTo("1+1 = 2\n");
  }

  @Test
  void runStopsAtAnErrorAndSaysWhere() throws IOException {
    String file = file("a.sit", "1+1\nH(Q)\n");
    assertThat(run("run", file, "--format", "json")).isEqualTo(3);
    assertThat(err()).contains("error[unknown-variable]").contains("a.sit:2:3");
    JsonObject error = json().getAsJsonObject("error");
    assertThat(error.get("code").getAsString()).isEqualTo("unknown-variable");
    assertThat(error.get("file").getAsString()).isEqualTo(file);
    assertThat(error.get("line").getAsInt()).isEqualTo(2);
    assertThat(error.get("column").getAsInt()).isEqualTo(3);
  }

  @Test
  void checkEndsWithTheWorstThatItFound() throws IOException {
    String good = file("good.sit", MARKOV + TRUE);
    String wrong = file("wrong.sit", MARKOV + TRUE + FALSE);
    String open = file("open.sit", MARKOV + OPEN_SCALAR);
    assertThat(run("check", good)).isZero();
    assertThat(run("check", wrong)).isEqualTo(1);
    assertThat(run("check", open)).isEqualTo(2);
    assertThat(run("check", open, wrong)).isEqualTo(1);
    assertThat(run("check", open, wrong, folder.resolve("none.sit").toString())).isEqualTo(3);
    assertThat(out()).contains("wrong.sit:4: refuted");
    assertThat(err()).contains("no-such-file");
  }

  @Test
  void checkPrintsTheShapesOfTheContract() throws IOException {
    String file = file("wrong.sit", MARKOV + TRUE + FALSE);
    assertThat(run("check", file, "--format", "json")).isEqualTo(1);
    assertThat(json().get("version").getAsInt()).isEqualTo(1);
    JsonObject proved = results().get(0);
    assertThat(proved.get("file").getAsString()).isEqualTo(file);
    assertThat(proved.get("line").getAsInt()).isEqualTo(3);
    assertThat(proved.get("kind").getAsString()).isEqualTo("claim");
    assertThat(proved.get("statement").getAsString()).isEqualTo("I(X;Z) <= I(X;Y)");
    assertThat(proved.get("verdict").getAsString()).isEqualTo("proved");
    assertThat(proved.get("slack").getAsString()).isEqualTo("I(X; Y | Z)");
    assertThat(proved.get("seconds").getAsDouble()).isNotNegative();
    JsonObject refuted = results().get(1);
    assertThat(refuted.get("verdict").getAsString()).isEqualTo("refuted");
    JsonObject law = refuted.getAsJsonObject("counterexample");
    assertThat(law.getAsJsonArray("variables")).hasSize(3);
    assertThat(law.getAsJsonArray("pmf")).isNotEmpty();
    assertThat(refuted.getAsJsonArray("missing")).isNotEmpty();
  }

  @Test
  void verifyAcceptsWhatCheckPrintsAndRejectsWhatWasChanged() throws IOException {
    run("check", file("a.sit", MARKOV + TRUE), "--format", "json");
    String printed = out();
    assertThat(run("verify", file("a.json", printed))).isZero();
    assertThat(out()).startsWith("proved");
    String changed = printed.replaceFirst("\"multiplier\":\"1\"", "\"multiplier\":\"3\"");
    assertThat(changed).isNotEqualTo(printed);
    String file = file("b.json", changed);
    assertThat(run("verify", file)).isEqualTo(3);
    assertThat(out()).startsWith("rejected");
    assertThat(run("verify", file, "--format", "json")).isEqualTo(3);
    assertThat(results().get(0).get("verdict").getAsString()).isEqualTo("rejected");
    assertThat(run("verify", file("c.json", "{}"))).isEqualTo(3);
    assertThat(err()).contains("not-a-certificate");
  }

  @Test
  void aFileWithoutClaimsIsNotCalledProved() throws IOException {
    assertThat(run("check", file("empty.sit", ""))).isEqualTo(3);
    assertThat(err()).contains("nothing-to-check");
    assertThat(run("run", file("empty.sit", ""))).isZero();
    assertThat(out()).isEmpty();
  }

  @Test
  void anUnreadableFileIsAResultToo() throws IOException {
    String broken = file("broken.sit", "check H(X <= 1\n");
    String good = file("good.sit", MARKOV + TRUE);
    assertThat(run("check", broken, good, "--format", "json")).isEqualTo(3);
    assertThat(results())
        .extracting(r -> r.get("verdict").getAsString())
        .containsExactly("unreadable", "proved");
    assertThat(json().has("error")).isTrue();
  }

  @Test
  void expandUnfoldsAsFarAsAsked() {
    assertThat(run("expand", "I(X;Y|Z)", "--to", "entropies", "--with", declared())).isZero();
    assertThat(out()).isEqualTo("-H(Z) + H(X, Z) + H(Y, Z) - H(X, Y, Z)\n");
    assertThat(run("expand", "I(X;Y)", "--with", declared())).isZero();
    assertThat(out()).contains("H(X)").doesNotContain("I(");
  }

  @Test
  void everyStageCanBeLookedAt() throws IOException {
    String file = file("a.sit", MARKOV + TRUE);
    assertThat(run("check", "--show", "syntax", file)).isZero();
    assertThat(out()).contains("markov").contains("(call I X ; Z)");
    run("--show", "typed", file);
    assertThat(out()).startsWith("(measure I(_; _) X: random variables Z: random variables)");
    run("--show", "term", file);
    assertThat(out()).isEqualTo("I(X; Z)\nI(X; Y)\n");
    run("--show", "normal", file);
    assertThat(out()).isEqualTo("H(X) + H(Z) - H(X, Z)\nH(X) + H(Y) - H(X, Y)\n");
    run("--show", "certificate", file);
    assertThat(run("verify", file("a.json", out()))).isZero();
    assertThat(run("--show", "term", file("b.sit", "H(Q)"))).isEqualTo(3);
  }

  @Test
  void aFileIsLoadedWithoutJudgingIt() throws IOException {
    String file = file("a.sit", "rv X, Y\ncheck H(X) <= H(Y)\nH(X)\n");
    assertThat(run("eval", "H(X)", "--with", file)).isZero();
    assertThat(out()).isEqualTo("H(X)\n");
  }

  private String declared() {
    try {
      return file("declared.sit", "rv X, Y, Z\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void standardInputIsAFileCalledDash() {
    input = MARKOV + TRUE;
    assertThat(run("check", "-")).isZero();
    assertThat(out()).startsWith("<stdin>:3: proved");
  }

  @Test
  void aSessionWithoutATerminalAnswersEachStatement() {
    input = "rv X ~ Bernoulli(1/2)\nH(X)\nH(Q)\n1+\n1\n";
    assertThat(run()).isEqualTo(3);
    assertThat(out()).isEqualTo("1 bit\n2\n");
    assertThat(err()).contains("unknown-variable");
    input = "1+1\n";
    assertThat(run()).isZero();
  }

  @Test
  void aMistypedCommandIsOneLineAndJsonWhereJsonIsWanted() {
    assertThat(run("evl", "1+1")).isEqualTo(3);
    assertThat(err().lines()).hasSize(1);
    assertThat(out()).isEmpty();
    assertThat(run("eval", "--format", "json")).isEqualTo(3);
    assertThat(json().getAsJsonObject("error").get("code").getAsString()).isEqualTo("usage");
  }

  @Test
  void helpAndVersionArePrinted() {
    assertThat(run("help")).isZero();
    for (String word : Command.words()) {
      assertThat(out()).contains(word);
    }
    assertThat(run("version")).isZero();
    assertThat(out()).startsWith("sit ");
  }

  @Test
  void docFindsEveryShapeOfAName() {
    assertThat(run("doc")).isZero();
    assertThat(out()).contains("I(X; Y | Z)");
    assertThat(run("doc", "I")).isZero();
    assertThat(out()).contains("define I(X; Y) :=").contains("define I(X; Y | Z) :=");
    assertThat(run("doc", "nonsense")).isEqualTo(3);
    assertThat(err()).contains("unknown-name");
  }

  @Test
  void fmtChangesAFileOnceAndSaysWhichItWouldChange() throws IOException {
    String file = file("a.sit", "H( X )\n");
    assertThat(run("fmt", "--check", file)).isEqualTo(3);
    assertThat(Path.of(file)).hasContent("H( X )\n");
    assertThat(run("fmt", file)).isZero();
    assertThat(Path.of(file)).hasContent("H(X)\n");
    assertThat(run("fmt", "--check", file)).isZero();
    String broken = file("b.sit", "H(X\n");
    assertThat(run("fmt", broken)).isEqualTo(3);
    assertThat(Path.of(broken)).hasContent("H(X\n");
  }

  @Test
  void cancelledWorkEndsWithStatus130AndWholeJson() throws IOException {
    cancelled.set(true);
    assertThat(run("check", file("a.sit", MARKOV + FALSE), "--format", "json")).isEqualTo(130);
    assertThat(json().getAsJsonObject("error").get("code").getAsString()).isEqualTo("cancelled");
  }

  @Test
  void aReaderWhoLeavesIsNotTold() throws IOException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    String file = file("a.sit", "1\n".repeat(100));
    Streams streams = Streams.of(new ByteArrayInputStream(new byte[0]), closed, err, false);
    assertThat(Program.run(new String[] {file}, streams, cancelled)).isEqualTo(141);
    assertThat(err()).isEmpty();
  }
}
