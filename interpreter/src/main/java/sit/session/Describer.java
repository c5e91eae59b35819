package sit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.eval.Workspace;
import sit.render.Rendering;
import sit.syntax.Word;
import sit.typed.Builtin;
import sit.typed.Shape;
import sit.typed.Symbol;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Says what the name at a place in a text means. */
final class Describer {
  private final Workspace workspace;
  private final Documentation library;
  private final Declared texts;
  private final Cursor cursor;

  /**
   * A describer.
   *
   * @param texts the statements that declared the names of the session
   */
  Describer(Workspace workspace, Documentation library, Declared texts, Cursor cursor) {
    this.workspace = workspace;
    this.library = library;
    this.texts = texts;
    this.cursor = cursor;
  }

  /** What is at the cursor: the name it touches, else the call that it stands in. */
  Optional<Rendering> describe(boolean whole) {
    Optional<Word> word =
        cursor
            .touched()
            .filter(w -> w.kind() == Word.Kind.NAME || w.kind() == Word.Kind.KEYWORD)
            .or(cursor::enclosingCall);
    return word.flatMap(w -> describe(w, whole));
  }

  private Optional<Rendering> describe(Word word, boolean whole) {
    String name = word.text();
    if (word.kind() == Word.Kind.KEYWORD) {
      return Keyword.of(name).map(Describer::keyword);
    }
    Optional<Rendering> own = declared(name, whole);
    return own.isPresent()
        ? own
        : ofLibrary(word, whole).or(() -> Keyword.of(name).map(Describer::keyword));
  }

  private static Rendering keyword(Keyword keyword) {
    String text = "`" + keyword.word() + "` " + keyword.summary() + "\n\n  " + keyword.example();
    return new Rendering(text, "");
  }

  /** What a session declared itself: its text, its value, and what is assumed of it. */
  private Optional<Rendering> declared(String name, boolean whole) {
    Optional<String> text = texts.of(name);
    Optional<Symbol> symbol = workspace.symbol(name);
    if (symbol.isEmpty() && text.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    lines.add(name + "    " + symbol.map(Describer::kind).orElse("a measure of this session"));
    text.ifPresent(t -> lines.add("  " + t.replace("\n", "\n  ")));
    Optional<Value> value = workspace.value(name);
    value.ifPresent(v -> lines.add("  = " + ValuePrinter.print(v)));
    for (Workspace.Known fact : workspace.facts()) {
      if (whole && fact.names().contains(name)) {
        lines.add("  assume " + fact.text());
      }
    }
    String latex = value.map(sit.render.ValueLatex::print).orElse("");
    return Optional.of(new Rendering(String.join("\n", lines), latex));
  }

  private static String kind(Symbol symbol) {
    return switch (symbol.kind()) {
      case VARIABLE -> "a random variable";
      case PROCESS -> "a process";
      case PARAMETER -> "a scalar without a value";
      case FUNCTION -> "a function of " + symbol.arity();
      case VALUE, OUTCOME, DENSITY -> symbol.type().words();
    };
  }

  private Optional<Rendering> ofLibrary(Word word, boolean whole) {
    List<Entry> entries = entries(word);
    if (entries.isEmpty()) {
      return Builtin.named(word.text()).map(Describer::builtin);
    }
    StringBuilder text = new StringBuilder();
    if (entries.size() == 1 || whole) {
      for (Entry entry : entries) {
        text.append(text.isEmpty() ? "" : "\n").append(Documentation.text(entry, whole));
      }
    } else {
      for (Entry entry : entries) {
        text.append(Documentation.line(entry));
      }
    }
    return Optional.of(new Rendering(text.toString().stripTrailing(), entries.get(0).latex()));
  }

  /** The entries of a name; of a call whose form is known only those of that form. */
  private List<Entry> entries(Word word) {
    List<Entry> named = library.named(word.text());
    String form = Shape.read(cursor.from(word));
    List<Entry> exact =
        named.stream().filter(entry -> Shape.read(entry.signature()).equals(form)).toList();
    return exact.isEmpty() ? named : exact;
  }

  private static Rendering builtin(Builtin builtin) {
    String count =
        builtin.least() == builtin.most()
            ? "takes " + builtin.least()
            : "takes " + builtin.least() + " or more";
    return new Rendering(
        builtin.word() + "    built in; " + count + ", gives " + builtin.result().words(), "");
  }

  /** The forms a call at the cursor may have, on one line; empty where it stands in no call. */
  String hint() {
    Optional<Word> call = cursor.enclosingCall();
    if (call.isEmpty()) {
      return "";
    }
    List<String> forms = new ArrayList<>();
    for (Entry entry : library.named(call.get().text())) {
      forms.add(entry.signature());
    }
    if (forms.isEmpty()) {
      texts.of(call.get().text()).ifPresent(forms::add);
    }
    return String.join("   ", forms);
  }
}
