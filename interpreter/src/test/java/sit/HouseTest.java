package sit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the tree readable: where things stand, how long they are, what they are called. */
class HouseTest {
  private static final Path TOP = Tree.top();
  private static final Path JAVA = TOP.resolve("interpreter/src/main/java");

  private static final Set<String> TOP_LEVEL =
      Set.of(
          "pom.xml",
          "README.md",
          "LICENSE",
          "sit",
          "grammar",
          "interpreter",
          "stdlib",
          "notebooks",
          "examples");

  /** Words that would say where or by what the repository was made; split so as not to match. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<![\\w.$}-])/(wo"
              + "rk|ro"
              + "ot|home/\\w+|Users/\\w+)/"
              + "|rep"
              + "o1?\\.maven|registry\\.np"
              + "mjs|deb\\.deb"
              + "ian|pypi\\.or"
              + "g");

  @Test
  void theTopLevelHoldsWhatTheReadmeLists() throws IOException {
    List<String> names;
    try (Stream<Path> entries = Files.list(TOP)) {
      names =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !name.equals("target"))
              .toList();
    }
    assertThat(names).isSubsetOf(TOP_LEVEL);
    assertThat(TOP.resolve("sit")).isExecutable();
    assertThat(TOP.resolve(".ci/run")).isExecutable();
  }

  @ParameterizedTest
  @CsvSource({".java, 400", ".sit, 150", ".g4, 400"})
  void noFileIsLongerThanItsKindMayBe(String suffix, int most) {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Tree.files(TOP, suffix)) {
      if (Tree.lines(file) > most) {
        tooLong.add(TOP.relativize(file) + ": " + Tree.lines(file));
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void theTrustedPartIsSmallEnoughToRead() {
    int lines = Tree.files(JAVA.resolve("sit/check"), ".java").stream().mapToInt(Tree::lines).sum();
    assertThat(lines).isBetween(1, 2300);
  }

  @Test
  void everyPackageSaysWhatItIsInTenLines() {
    Set<Path> packages = new TreeSet<>();
    for (Path file : Tree.files(JAVA, ".java")) {
      packages.add(file.getParent());
    }
    assertThat(packages).isNotEmpty();
    assertThat(packages)
        .allSatisfy(
            folder -> {
              Path description = folder.resolve("package-info.java");
              assertThat(description).exists();
              assertThat(Tree.lines(description)).as("%s", description).isLessThanOrEqualTo(10);
            });
  }

  @Test
  void everyTypeSaysWhatItIs() {
    Pattern bare =
        Pattern.compile(
            "(?m)^(?:@\\w+(?:\\([^)]*\\))?\\s+)*"
                + "(?:public |abstract |final |sealed |non-sealed )*"
                + "(?:class|record|interface|enum|@interface) (\\w+)");
    List<String> undocumented = new ArrayList<>();
    for (Path file : Tree.files(TOP.resolve("interpreter/src"), ".java")) {
      String text = Tree.text(file);
      var types = bare.matcher(text);
      if (types.find() && !text.substring(0, types.start()).stripTrailing().endsWith("*/")) {
        undocumented.add(TOP.relativize(file).toString());
      }
    }
    assertThat(undocumented).isEmpty();
  }

  @Test
  void noNameHidesWhatAClassDoes() {
    Pattern vague =
        Pattern.compile(
            "\\b(?:class|record|interface|enum) (\\w+(?:Utils?|Helper|Manager|Impl|Base|Info|Data))\\b");
    List<String> found = new ArrayList<>();
    for (Path file : Tree.files(TOP.resolve("interpreter/src"), ".java")) {
      vague.matcher(Tree.text(file)).results().forEach(match -> found.add(match.group(1)));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    Pattern later = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled");
    assertThat(linesThatMatch(later, ".java", ".sit", ".g4")).isEmpty();
  }

  @Test
  void nothingNamesAMachineOrAPackageHost() {
    assertThat(
            linesThatMatch(
                MACHINE, ".java", ".sit", ".g4", ".md", ".xml", ".sh", ".tex", ".ipynb", "/sit",
                "/run"))
        .isEmpty();
  }

  private static List<String> linesThatMatch(Pattern pattern, String... suffixes) {
    List<String> found = new ArrayList<>();
    for (String suffix : suffixes) {
      for (Path file : Tree.files(TOP, suffix)) {
        Tree.text(file)
            .lines()
            .filter(line -> pattern.matcher(line).find())
            .forEach(line -> found.add(TOP.relativize(file) + ": " + line.strip()));
      }
    }
    return found;
  }
}
