package sit.app.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.Tree;

/** A session at a real terminal, typed by a script into tmux; what is on the screen is compared. */
class TerminalTest {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long PAUSE_NANOS = 50_000_000;

  @TempDir private Path folder;
  private String server;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(hasTmux(), "there is no tmux here: the prompt at a terminal is not tested");
    server = folder.resolve("tmux").toString();
    open();
  }

  private static boolean hasTmux() {
    try {
      Process process = new ProcessBuilder("tmux", "-V").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void open() throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    tmux(
        "new-session",
        "-d",
        "-x",
        "110",
        "-y",
        "45",
        "-e",
        "SIT_HISTORY=" + folder.resolve("history"),
        "-e",
        "NO_COLOR=1",
        "-e",
        "LC_ALL=C.UTF-8",
        java,
        "-cp",
        path,
        "sit.app.cli.Main");
    await(screen -> screen.endsWith("sit>"));
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      tmux("kill-server");
    }
  }

  private String tmux(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-f", "/dev/null", "-u", "-S", server));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Everything that was on the screen so far, without the empty rows below. */
  private String screen() throws IOException {
    return tmux("capture-pane", "-p", "-J", "-S", "-").stripTrailing();
  }

  private String await(Predicate<String> wanted) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    String screen = screen();
    while (!wanted.test(screen)) {
      assertThat(System.nanoTime()).as(screen).isLessThan(end);
      LockSupport.parkNanos(PAUSE_NANOS);
      screen = screen();
    }
    return screen;
  }

  private void press(String... keys) throws IOException {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(new String[0]));
  }

  /** Types characters as they are, and waits until the last line of the screen shows them. */
  private void type(String text) throws IOException {
    // tmux takes a semicolon at the end of an argument for the end of a command
    tmux(
        "send-keys",
        "-l",
        text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text);
    await(screen -> lastLine(screen).contains(text.strip()));
  }

  private static String lastLine(String screen) {
    return screen.substring(screen.lastIndexOf('\n') + 1);
  }

  /** Types a line and waits for the next prompt. */
  private String enter(String line) throws IOException {
    long prompts = prompts(screen());
    type(line);
    press("Enter");
    return await(screen -> prompts(screen) > prompts && isPrompt(lastLine(screen)));
  }

  private static boolean isPrompt(String line) {
    return line.equals("sit>") || line.equals("...>");
  }

  private static long prompts(String screen) {
    return screen
        .lines()
        .filter(line -> line.startsWith("sit>") || line.startsWith("...>"))
        .count();
  }

  private static String tour() {
    String readme = Tree.text(Tree.top().resolve("README.md"));
    int start = readme.indexOf("$ ./sit\n") + "$ ./sit\n".length();
    return readme.substring(start, readme.indexOf("```", start));
  }

  @Test
  void theTourOfTheReadmeLooksAsItIsPrinted() throws IOException {
    String tour = tour();
    for (String line : tour.lines().toList()) {
      String typed = Transcript.typed(line);
      if (typed != null) {
        enter(typed);
      }
    }
    String screen = screen();
    assertThat(screen.substring(screen.indexOf("sit> "))).isEqualTo(tour + "sit>");
  }

  @Test
  void tabCompletesAndPutsSigns() throws IOException {
    enter("rv Input ~ Bernoulli(1/2)");
    type("rv Y | In");
    press("Tab");
    await(screen -> screen.endsWith("sit> rv Y | Input"));
    type(" ~ BS");
    press("Tab");
    await(screen -> screen.endsWith("sit> rv Y | Input ~ BSC(  BSC(p)"));
    type("1/4)");
    press("Enter");
    await(screen -> isPrompt(lastLine(screen)));
    type("let \\alp");
    press("Tab");
    await(screen -> screen.endsWith("sit> let α"));
    type(" = 3 + 0");
    press("Enter");
    await(screen -> isPrompt(lastLine(screen)));
    assertThat(enter("alpha, I(Input; Y) == 1 - h2(1/4)")).endsWith("\n3\ntrue\nsit>");
    type("H(Y^3) >= H(");
    await(screen -> screen.endsWith("H(X | Y)   H(Y^n || X^n)"));
    press("C-c");
    await(screen -> screen.contains("H(Y^3) >= H(\nsit>") && isPrompt(lastLine(screen)));
    type("chec");
    press("Tab");
    await(screen -> screen.endsWith("sit> check"));
  }

  @Test
  void anInterruptStopsWhatRunsAndKeepsTheSession() throws IOException {
    enter("let kept = 1/7");
    for (String lengthy :
        List.of(
            "sum[i = 1..1000000000] log2(i)",
            "rv A, B, C, D, F, G, J, K, L, M, N",
            "check H(A,B,C,D,F,G,J,K,L,M,N) + I(A;B|C) + H(F,G) <= H(A,B)+H(C,D)+H(F,G,J)+H(K,L,M,N)",
            "rv X ~ Uniform(1..499); rv S ~ Uniform(1..60)",
            "rv Y = (X*X + S*S*S) mod 6001",
            "max I(X; Y) over p(X)")) {
      type(lengthy);
      press("Enter");
      if (!lengthy.startsWith("rv")) {
        await(screen -> lastLine(screen).contains("Ctrl-C stops it"));
        press("C-c");
      }
      await(screen -> isPrompt(lastLine(screen)));
    }
    String screen = enter("kept + 1");
    assertThat(screen).endsWith("sit> kept + 1\n8/7\nsit>");
    assertThat(screen.split("stopped; what was declared before is kept", -1)).hasSize(4);
    assertThat(enter("H(X) == log2(499)")).endsWith("\ntrue\nsit>");
    press("C-c");
    await(shown -> shown.endsWith("(Ctrl-D or :quit leaves)\nsit>"));
  }

  @Test
  void aTranscriptCanBePastedAndTheHistoryIsThereInTheNextSession() throws IOException {
    Path clip = folder.resolve("clip");
    Files.writeString(clip, "sit> let a = 2\nsit> a^\n...> 3\n8\nsit> :names\nlet a = 2");
    tmux("load-buffer", clip.toString());
    tmux("paste-buffer", "-p");
    await(screen -> screen.endsWith("let a = 2"));
    press("Enter");
    await(screen -> screen.endsWith("sit> a^\n...> 3\n8\nsit> :names\nlet a = 2\nsit>"));
    enter("derivation unfinished {");
    type("given rv A");
    press("C-c");
    await(screen -> isPrompt(lastLine(screen)));
    enter("a + 40");
    press("C-d");
    await(screen -> screen.startsWith("no server") || screen.startsWith("error connecting"));
    open();
    press("C-r");
    await(screen -> screen.contains("search"));
    tmux("send-keys", "-l", "+ 4");
    await(screen -> screen.contains("a + 40"));
  }
}
