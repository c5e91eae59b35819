package sit.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.source.Source;
import sit.typed.TypedStatement;

/** The statements by which the names of a session were declared, as they were written. */
final class Declared {
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** Notes what statements declare, those of imported texts too. */
  void note(List<TypedStatement> statements, Source source) {
    for (TypedStatement statement : statements) {
      if (statement instanceof TypedStatement.Import imported) {
        note(imported.statements(), imported.source());
      } else {
        String text = source.text(statement.span());
        names(statement).forEach(name -> put(name, text));
      }
    }
  }

  /** A name declared anew stands last. */
  private void put(String name, String text) {
    texts.remove(name);
    texts.put(name, text);
  }

  /** All statements that declared names, each once, in order. */
  List<String> all() {
    return new ArrayList<>(new LinkedHashSet<>(texts.values()));
  }

  /** The statement that declared a name last. */
  Optional<String> of(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  private static List<String> names(TypedStatement statement) {
    if (statement instanceof TypedStatement.Let let) {
      return List.of(let.name());
    } else if (statement instanceof TypedStatement.Param param) {
      return param.names().stream().map(name -> name.name()).toList();
    } else if (statement instanceof TypedStatement.Abstract rv) {
      return rv.targets().stream().map(TypedStatement.Target::name).toList();
    } else if (statement instanceof TypedStatement.Sampled sampled) {
      return sampled.targets().stream().map(TypedStatement.Target::name).toList();
    } else if (statement instanceof TypedStatement.Law law) {
      return law.targets().stream().map(TypedStatement.Target::name).toList();
    } else if (statement instanceof TypedStatement.FunctionOf function) {
      return List.of(function.target().name());
    } else if (statement instanceof TypedStatement.Processes processes) {
      return processes.names();
    } else if (statement instanceof TypedStatement.Define define) {
      return List.of(define.signature().shape().name());
    } else if (statement instanceof TypedStatement.Derivation derivation) {
      return List.of(derivation.name());
    }
    return List.of();
  }
}
