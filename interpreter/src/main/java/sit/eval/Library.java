package sit.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sit.eval.LibraryFile.Definition;
import sit.limits.Limits;
import sit.limits.Seed;
import sit.source.Source;
import sit.syntax.Parser;
import sit.syntax.Program;
import sit.typed.Provider;
import sit.typed.Scope;
import sit.typed.TypeChecker;
import sit.typed.TypedStatement;

/**
 * The language's own library. A definition in it is parsed when its name is first met; what is
 * defined where is found by looking at the first words of lines.
 */
final class Library implements Provider {
  private static final String ROOT = "/stdlib/";
  private static final String PRELUDE = "prelude";

  private final Scope scope = Scope.empty();
  private final Environment environment = Environment.outermost(scope);
  private final Map<String, List<Definition>> definedIn = new HashMap<>();
  private final List<LibraryFile> files = new ArrayList<>();
  private final Set<Definition> loaded = new HashSet<>();

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
        LibraryFile file = new LibraryFile(read(path));
        files.add(file);
        for (Definition definition : file.definitions()) {
          for (String name : definition.names()) {
            definedIn.computeIfAbsent(name, n -> new ArrayList<>()).add(definition);
          }
        }
      }
    }
  }

  Environment environment() {
    return environment;
  }

  /** The files of the library, in load order. */
  List<Source> files() {
    open();
    List<Source> sources = new ArrayList<>();
    files.forEach(file -> sources.add(file.source()));
    return sources;
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

  /** The names that the library defines, and the forms of its measures. */
  Set<String> names() {
    open();
    return definedIn.keySet();
  }

  @Override
  public Set<String> functionNames() {
    return names(LibraryFile.Sort.FUNCTION);
  }

  @Override
  public Set<String> ruleNames() {
    return names(LibraryFile.Sort.RULE);
  }

  @Override
  public List<String> propertyNames() {
    return List.copyOf(names(LibraryFile.Sort.PROPERTY));
  }

  private Set<String> names(LibraryFile.Sort sort) {
    open();
    Set<String> names = new LinkedHashSet<>();
    for (LibraryFile file : files) {
      for (Definition definition : file.definitions()) {
        if (definition.sort() == sort) {
          names.addAll(definition.names());
        }
      }
    }
    names.removeIf(name -> name.indexOf('(') >= 0);
    return names;
  }

  @Override
  public boolean provide(String name) {
    open();
    boolean any = false;
    for (Definition definition : definedIn.getOrDefault(name, List.of())) {
      any |= load(definition);
    }
    return any;
  }

  private boolean load(Definition definition) {
    if (!loaded.add(definition)) {
      return false;
    }
    Source file = definition.source();
    Program program = Parser.parse(definition.alone());
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

  /** The rules of the library are proved when it is built, not when it is loaded. */
  private void define(Interpreter interpreter, TypedStatement statement, Source file) {
    if (statement instanceof TypedStatement.Rule rule) {
      environment.rules(new Rules(environment, Limits.none()).all(rule, file));
    } else {
      interpreter.run(statement, file);
    }
  }
}
