package sit.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.source.Source;
import sit.syntax.Parser;
import sit.syntax.Program;
import sit.syntax.Statement;
import sit.typed.Provider;
import sit.typed.Scope;
import sit.typed.Shape;
import sit.typed.TypeChecker;
import sit.typed.TypedStatement;

/**
 * The language's own library. A file of it is read when a name is first met that it defines; which
 * file defines which name is found by looking at the first words of its lines, without parsing.
 */
final class Library implements Provider {
  private static final String ROOT = "/stdlib/";
  private static final String PRELUDE = "prelude";

  private final Scope scope = Scope.empty();
  private final Environment environment = Environment.outermost(scope);
  private final Map<String, List<String>> definedIn = new HashMap<>();
  private final Map<String, Source> files = new LinkedHashMap<>();
  private final Set<String> loaded = new LinkedHashSet<>();
  private final Set<String> functionNames = new LinkedHashSet<>();
  private final Set<String> ruleNames = new LinkedHashSet<>();

  /**
   * Reads the files when a name is first looked up in them: an expression of numbers needs none.
   */
  private void open() {
    if (!files.isEmpty()) {
      return;
    }
    Source prelude = read(PRELUDE);
    for (String line : lines(prelude.text())) {
      if (line.startsWith("import ")) {
        String path = line.substring("import ".length()).strip();
        Source file = read(path);
        files.put(path, file);
        index(path, file);
      }
    }
  }

  Environment environment() {
    return environment;
  }

  /** The files of the library, in load order. */
  List<Source> files() {
    open();
    return List.copyOf(files.values());
  }

  private static Source read(String path) {
    String resource = ROOT + path + ".sit";
    try (InputStream in = Library.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Source("stdlib/" + path + ".sit", text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }

  private void index(String path, Source file) {
    for (String line : lines(file.text())) {
      for (String alias : Rules.aliases(line)) {
        define(alias, path);
        ruleNames.add(alias);
      }
      for (String word : new String[] {"define ", "let ", "rule ", "axiom "}) {
        if (line.startsWith(word)) {
          String name = name(line, word.length());
          define(name, path);
          (word.equals("rule ") || word.equals("axiom ") ? ruleNames : functionNames).add(name);
          if (word.equals("define ")) {
            define(Shape.read(line.substring(word.length())), path);
          }
        }
      }
    }
  }

  private void define(String name, String path) {
    List<String> paths = definedIn.computeIfAbsent(name, n -> new ArrayList<>());
    if (!paths.contains(path)) {
      paths.add(path);
    }
  }

  private static String name(String line, int from) {
    int end = from;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
      end++;
    }
    return line.substring(from, end);
  }

  /** The names that the library defines, and the forms of its measures. */
  Set<String> names() {
    open();
    return definedIn.keySet();
  }

  @Override
  public Set<String> functionNames() {
    open();
    return functionNames;
  }

  @Override
  public Set<String> ruleNames() {
    open();
    return ruleNames;
  }

  @Override
  public boolean provide(String name) {
    open();
    boolean any = false;
    for (String path : definedIn.getOrDefault(name, List.of())) {
      any |= load(path);
    }
    return any;
  }

  private boolean load(String path) {
    if (!loaded.add(path)) {
      return false;
    }
    Source file = files.get(path);
    Program program = withoutLaws(Parser.parse(file));
    TypeChecker checker =
        new TypeChecker(
            file,
            scope,
            this,
            (name, from, at) -> {
              throw new EvalErrors(from).unknownImport(at, name);
            });
    List<TypedStatement> statements = checker.types(program);
    if (!program.diagnostics().isEmpty() || !checker.diagnostics().isEmpty()) {
      List<sit.source.Diagnostic> all = new ArrayList<>(program.diagnostics());
      all.addAll(checker.diagnostics());
      throw new sit.source.ReportedError(all.get(0));
    }
    Interpreter interpreter =
        new Interpreter(environment, this, Limits::none, Seed.DEFAULT, result -> {}, Purpose.LOAD);
    for (TypedStatement statement : statements) {
      define(interpreter, statement, file);
    }
    return true;
  }

  /**
   * The laws that measures obey speak of other measures, and are no part of what a file defines.
   */
  private static Program withoutLaws(Program program) {
    List<Statement> kept = new ArrayList<>();
    for (Statement statement : program.statements()) {
      if (!(statement instanceof Statement.Holds)) {
        kept.add(statement);
      }
    }
    return new Program(program.source(), kept, program.diagnostics(), program.incomplete());
  }

  /** The rules of the library are proved when it is built, not when it is loaded. */
  private void define(Interpreter interpreter, TypedStatement statement, Source file) {
    if (statement instanceof TypedStatement.Rule rule) {
      new Rules(environment, Limits.none()).all(rule, file).forEach(environment::rule);
    } else {
      interpreter.run(statement, file);
    }
  }
}
