package sit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sit.app.Streams;
import sit.app.cli.Program;
import sit.eval.Purpose;
import sit.expect.Expectations;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;

/** What the README shows is what happens: every fence is carried out, and what it names exists. */
class ReadmeTest {
  private static final Path TOP = Tree.top();
  private static final String README = Tree.text(TOP.resolve("README.md"));
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern PATH =
      Pattern.compile("`((?:examples|grammar|interpreter|stdlib)/[^`]*)`");
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TestFactory
  Stream<DynamicTest> fences() {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher fence = FENCE.matcher(README);
    while (fence.find()) {
      int line = (int) README.substring(0, fence.start()).lines().count() + 1;
      String language = fence.group(1);
      String text = fence.group(2);
      tests.add(
          DynamicTest.dynamicTest(
              "line " + line + ": " + language, () -> carryOut(language, text, line)));
    }
    return tests.stream();
  }

  @Test
  void everyFenceIsFound() {
    long marks = README.lines().filter(line -> line.startsWith("```")).count();
    assertThat(FENCE.matcher(README).results().count() * 2).isEqualTo(marks).isGreaterThan(10);
  }

  @Test
  void theTreeListsTheTopLevel() throws IOException {
    try (Stream<Path> entries = Files.list(TOP)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .filteredOn(
              name ->
                  !name.startsWith(".") && !Set.of("README.md", "LICENSE", "target").contains(name))
          .isNotEmpty()
          .allMatch(
              name -> README.contains("\n" + name + " ") || README.contains("\n" + name + "/"));
    }
  }

  @Test
  void everyPathThatIsNamedExists() {
    List<String> paths = PATH.matcher(README).results().map(found -> found.group(1)).toList();
    assertThat(paths).isNotEmpty().allMatch(path -> Files.exists(TOP.resolve(path)));
  }

  private static void carryOut(String language, String text, int line) {
    switch (language) {
      case "sit" -> script(text, line);
      case "console" -> transcript(text);
      case "sh" -> commands(text);
      case "tree" -> tree(text);
      case "pipeline" -> pipeline(text);
      default -> throw new AssertionError("nothing carries out a fence of `" + language + "`");
    }
  }

  private static void script(String text, int line) {
    Source source = new Source("README.md from line " + (line + 1), text);
    Answer answer = new Session(Settings.DEFAULT).run(source, Purpose.RUN);
    assertThat(Expectations.areIn(text)).isTrue();
    assertThat(Expectations.unmet(source, answer)).isEmpty();
  }

  /** Commands after {@code $}, what is typed to them after {@code sit>}, and what they print. */
  private static void transcript(String text) {
    int status = 0;
    int commands = 0;
    for (String part : parts(text)) {
      List<String> lines = part.lines().toList();
      StringBuilder typed = new StringBuilder();
      StringBuilder shown = new StringBuilder();
      for (String line : lines.subList(1, lines.size())) {
        boolean input = line.startsWith("sit> ") || line.startsWith("...> ");
        (input ? typed : shown).append(input ? line.substring(5) : line).append('\n');
      }
      if (lines.get(0).equals("echo $?")) {
        assertThat(shown.toString().strip()).isEqualTo(Integer.toString(status));
        continue;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      status = run(lines.get(0), typed.toString(), out);
      String printed = out.toString(StandardCharsets.UTF_8).replace(TOP + "/", "");
      assertThat(printed).matches(pattern(shown.toString()));
      commands++;
    }
    assertThat(commands).isPositive();
  }

  private static List<String> parts(String text) {
    assertThat(text).startsWith("$ ");
    return List.of(text.substring(2).split("(?m)^\\$ "));
  }

  /** What is shown, where a line of three dots stands for any lines. */
  private static Pattern pattern(String shown) {
    StringBuilder pattern = new StringBuilder();
    for (String line : shown.split("(?<=\n)")) {
      pattern.append(line.equals("...\n") ? "(?:.*\n)*?" : Pattern.quote(line));
    }
    return Pattern.compile(pattern.toString());
  }

  private static int run(String command, String typed, ByteArrayOutputStream out) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    assertThat(words.remove(0)).isEqualTo("./sit");
    words.replaceAll(w -> w.startsWith("examples/") ? TOP.resolve(w).toString() : w);
    ByteArrayInputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    Streams streams = Streams.of(in, out, out, false);
    return Program.run(words.toArray(new String[0]), streams, new AtomicBoolean());
  }

  /**
   * Commands of which nothing is shown: sit must end well, and what tests is what continuous
   * integration calls.
   */
  private static void commands(String text) {
    for (String command : text.lines().toList()) {
      if (command.startsWith("mvn ")) {
        assertThat(Tree.text(TOP.resolve(".ci/run")).lines()).contains(command);
      } else {
        assertThat(run(command, "", new ByteArrayOutputStream())).isZero();
      }
    }
  }

  private static void tree(String text) {
    List<String> paths = text.lines().map(line -> line.split(" ")[0]).toList();
    assertThat(paths).allMatch(path -> Files.exists(TOP.resolve(path)));
    List<String> packages = packages();
    assertThat(packages)
        .isNotEmpty()
        .allMatch(p -> paths.contains("interpreter/src/main/java/sit/" + p + "/"));
  }

  private static List<String> packages() {
    return Tree.files(TOP.resolve("interpreter/src/main/java/sit"), "package-info.java").stream()
        .map(
            file ->
                TOP.resolve("interpreter/src/main/java/sit").relativize(file).getName(0).toString())
        .distinct()
        .toList();
  }

  private static void pipeline(String text) {
    List<String> types =
        Tree.files(TOP.resolve("interpreter/src/main/java"), ".java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .toList();
    assertThat(TYPE.matcher(text).results().map(found -> found.group()).toList())
        .isNotEmpty()
        .isSubsetOf(types);
  }
}
