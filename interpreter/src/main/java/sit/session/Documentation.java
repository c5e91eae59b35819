package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sit.source.Source;
import sit.source.Spelling;

/** What the library says of everything in it, for {@code sit doc} and its reference page. */
public final class Documentation {
  private final List<Entry> entries;

  private Documentation(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The documentation of the library of a session. */
  public static Documentation of(Session session) {
    List<Entry> all = new ArrayList<>();
    for (Source file : session.workspace().libraryFiles()) {
      all.addAll(new DocumentationReader(file).entries());
    }
    return new Documentation(all);
  }

  /** Everything that is documented, in the order of the library. */
  public List<Entry> entries() {
    return entries;
  }

  /** Everything of that name; a rule also under its other names. */
  public List<Entry> named(String name) {
    return entries.stream().filter(entry -> entry.isCalled(name.strip())).toList();
  }

  /** The name that was probably meant. */
  public java.util.Optional<String> closest(String name) {
    Set<String> names = new TreeSet<>();
    for (Entry entry : entries) {
      names.add(entry.name());
      names.addAll(entry.also());
    }
    return Spelling.closest(name, List.copyOf(names));
  }

  /** A line for each thing, by family. */
  public String index() {
    StringBuilder out = new StringBuilder();
    String family = "";
    for (Entry entry : entries) {
      if (!entry.family().equals(family)) {
        out.append(family.isEmpty() ? "" : "\n").append(entry.family()).append('\n');
        family = entry.family();
      }
      out.append(line(entry));
    }
    return out.toString();
  }

  /** One thing on a line. */
  static String line(Entry entry) {
    String pad = " ".repeat(Math.max(1, 34 - entry.signature().length()));
    return "  " + entry.signature() + pad + first(entry) + "\n";
  }

  /** The first sentence, without what follows a colon. */
  private static String first(Entry entry) {
    String summary = entry.summary();
    int end = summary.length();
    for (String stop : new String[] {": ", "; ", ". "}) {
      int at = summary.indexOf(stop);
      end = at > 0 ? Math.min(end, at) : end;
    }
    String head = summary.substring(0, end);
    int colon = summary.indexOf(": ");
    return entry.kind().isBuiltIn() && colon > 0 ? summary.substring(colon + 2) : head;
  }

  /** Everything about one thing, for a terminal. */
  public static String text(Entry entry) {
    return text(entry, true);
  }

  /** What one thing is, and how it is used; the whole with its definition and what holds of it. */
  static String text(Entry entry, boolean whole) {
    StringBuilder out = new StringBuilder();
    out.append(entry.signature()).append("    ").append(entry.family()).append("\n\n");
    out.append(indented(entry.summary())).append('\n');
    if (whole && !entry.definition().isEmpty()) {
      out.append(indented(entry.definition())).append('\n');
    }
    out.append(line("source", entry.source())).append(line("latex", entry.latex()));
    out.append(line("unit", entry.unit())).append(line("also", String.join(", ", entry.also())));
    out.append(line("theory", String.join(", ", entry.theory())));
    out.append(block("example", entry.example()));
    out.append(whole ? block("holds", entry.laws()) : "");
    return out.toString();
  }

  private static String line(String key, String value) {
    return value.isEmpty() ? "" : "  " + key + " ".repeat(8 - key.length()) + value + "\n";
  }

  private static String block(String key, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "\n  " + key + "\n" + indented(indented(String.join("\n", lines)));
  }

  private static String indented(String text) {
    StringBuilder out = new StringBuilder();
    text.lines().forEach(line -> out.append("  ").append(line).append('\n'));
    return out.toString();
  }

  /** The reference page. */
  public String markdown() {
    StringBuilder out = new StringBuilder("# Reference\n\n");
    out.append(
        "Made by `./sit doc --format markdown > stdlib/REFERENCE.md` from the files beside it.\n");
    String family = "";
    for (Entry entry : entries) {
      if (!entry.family().equals(family)) {
        family = entry.family();
        out.append("\n## ").append(family).append('\n');
      }
      markdown(entry, out);
    }
    return out.toString();
  }

  private static void markdown(Entry entry, StringBuilder out) {
    out.append("\n### `").append(entry.signature()).append("`\n\n");
    out.append(entry.summary()).append("\n\n");
    out.append("$").append(entry.latex()).append("$\n\n");
    if (!entry.definition().isEmpty()) {
      out.append("    ").append(entry.definition().replace("\n", "\n    ")).append("\n\n");
    }
    out.append("Source: ").append(entry.source()).append(".");
    if (!entry.unit().isEmpty()) {
      out.append(" Unit: ").append(entry.unit()).append('.');
    }
    if (!entry.also().isEmpty()) {
      out.append(" Also: `").append(String.join("`, `", entry.also())).append("`.");
    }
    if (!entry.theory().isEmpty()) {
      out.append(" Theory: ").append(String.join(", ", entry.theory())).append('.');
    }
    out.append('\n');
    if (!entry.example().isEmpty()) {
      out.append("\nExample:\n\n    ").append(String.join("\n    ", entry.example())).append('\n');
    }
    if (!entry.laws().isEmpty()) {
      out.append("\nHolds:\n\n    ").append(String.join("\n    ", entry.laws())).append('\n');
    }
  }
}
