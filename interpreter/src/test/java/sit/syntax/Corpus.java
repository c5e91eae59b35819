package sit.syntax;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sit.Tree;
import sit.source.Source;

/** The programs of this repository that can be read: goldens, library, examples. */
final class Corpus {
  static final Path GOLDEN = Tree.top().resolve("interpreter/src/test/resources/golden");

  private Corpus() {}

  static List<Source> all() {
    List<Source> all = new ArrayList<>();
    for (Path file : Tree.files(Tree.top(), ".sit")) {
      if (!file.startsWith(GOLDEN.resolve("errors"))) {
        all.add(source(file));
      }
    }
    return all;
  }

  static List<Source> golden(String folder) {
    return Tree.files(GOLDEN.resolve(folder), ".sit").stream().map(Corpus::source).toList();
  }

  static Source source(Path file) {
    return new Source(file.getFileName().toString(), Tree.text(file));
  }

  static String tree(Program program) {
    return TreePrinter.print(program.statements());
  }

  static Program parse(String text) {
    return Parser.parse(new Source("test.sit", text));
  }
}
