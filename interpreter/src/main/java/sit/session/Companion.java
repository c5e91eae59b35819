package sit.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sit.numeric.samples.Table;
import sit.source.Source;
import sit.syntax.Parser;
import sit.syntax.Program;
import sit.syntax.Statement;

/**
 * The companion of a theory: for each of its items what of the library defines it, and which
 * examples evaluate and check it. Definitions name their items by the key {@code theory}, examples
 * by a line {@code # theory: T1, T2} below their source.
 */
public final class Companion {
  private static final String KEY = "# theory: ";
  private static final List<String> COLUMNS = List.of("item", "title", "mark", "reason");

  private final String head;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** An item of the theory, and the links to what is there of it. */
  private record Item(
      String name,
      String title,
      String mark,
      String reason,
      List<String> defined,
      List<String> evaluated,
      List<String> checked) {
    boolean isWhole() {
      return !(defined.isEmpty() || evaluated.isEmpty() || checked.isEmpty());
    }
  }

  /**
   * Puts a companion together.
   *
   * @param head what stands above the table
   * @param table the items: their names, titles, marks, and why something of one is missing
   * @param examples their names are the links to them
   */
  public Companion(
      String head, Table table, Documentation library, String root, List<Source> examples) {
    this.head = head;
    if (!table.header().equals(COLUMNS)) {
      problems.add(table.file() + ": its columns are to be " + String.join(", ", COLUMNS));
      return;
    }
    for (List<String> row : table.rows()) {
      Item item =
          new Item(
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      items.put(item.name(), item);
    }
    for (Entry entry : library.entries()) {
      for (String name : entry.theory()) {
        add(name, entry.family() + ", `" + entry.signature() + "`")
            .ifPresent(
                item ->
                    item.defined()
                        .add(
                            "[`"
                                + entry.signature().replace("|", "\\|")
                                + "`]("
                                + root
                                + entry.family()
                                + ".sit)"));
      }
    }
    examples.forEach(this::example);
    items.values().forEach(this::judge);
  }

  private java.util.Optional<Item> add(String name, String where) {
    if (!items.containsKey(name)) {
      problems.add(where + ": there is no item `" + name + "`");
    }
    return java.util.Optional.ofNullable(items.get(name));
  }

  private void example(Source example) {
    List<String> names = names(example);
    if (names.isEmpty()) {
      return;
    }
    Program program = Parser.parse(example);
    boolean evaluates = false;
    boolean checks = false;
    List<Statement> statements = program.statements();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      int start = statement.span().start();
      int end =
          i + 1 < statements.size()
              ? statements.get(i + 1).span().start()
              : example.text().length();
      evaluates |=
          statement instanceof Statement.Evaluate
              && example.text().substring(start, end).contains("#=>");
      checks |=
          statement instanceof Statement.Check
              || statement instanceof Statement.Derivation
              || statement instanceof Statement.Rule;
    }
    String file = example.name().substring(example.name().lastIndexOf('/') + 1);
    String link = "[" + file.replace(".sit", "") + "](" + example.name() + ")";
    for (String name : names) {
      Item item = add(name, example.name()).orElse(null);
      if (item != null && evaluates) {
        item.evaluated().add(link);
      }
      if (item != null && checks) {
        item.checked().add(link);
      }
    }
    if (!evaluates && !checks) {
      problems.add(example.name() + ": names items, and neither evaluates nor checks anything");
    }
  }

  /** The items that the head of an example names, below its source. */
  private List<String> names(Source example) {
    boolean sourced = false;
    boolean begun = false;
    for (String line : example.text().split("\n")) {
      begun |= !line.startsWith("#");
      sourced |= line.startsWith("# Source: ");
      if (line.startsWith(KEY)) {
        if (begun || !sourced) {
          problems.add(example.name() + ": `" + KEY.strip() + "` belongs below the source");
        }
        return DocumentationReader.names(line.substring(KEY.length()));
      }
    }
    return List.of();
  }

  private void judge(Item item) {
    if (!item.isWhole() && item.reason().isEmpty()) {
      List<String> missing = new ArrayList<>();
      missing.addAll(item.defined().isEmpty() ? List.of("defined") : List.of());
      missing.addAll(item.evaluated().isEmpty() ? List.of("evaluated") : List.of());
      missing.addAll(item.checked().isEmpty() ? List.of("checked") : List.of());
      problems.add(item.name() + ": not " + String.join(", ", missing) + ", without a reason");
    }
    if (item.isWhole() && !item.reason().isEmpty()) {
      problems.add(item.name() + ": gives a reason, but nothing of it is missing");
    }
  }

  /** What is wrong with the keys and the reasons, a sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The page. */
  public String markdown() {
    StringBuilder out = new StringBuilder(head.strip()).append("\n\n");
    out.append("| item | | mark | defined | evaluated | checked |\n|---|---|---|---|---|---|\n");
    for (Item item : items.values()) {
      out.append("| ").append(item.name()).append(" | ").append(item.title());
      out.append(" | ").append(item.mark());
      out.append(cell(item.defined(), item.reason()));
      out.append(cell(item.evaluated(), item.reason()));
      out.append(cell(item.checked(), item.reason())).append(" |\n");
    }
    return out.toString();
  }

  private static String cell(List<String> links, String reason) {
    return " | " + (links.isEmpty() ? "*" + reason + "*" : String.join(", ", links));
  }
}
