package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.source.Source;
import sit.syntax.Expr;
import sit.syntax.Statement;

/** Gives declarations by samples their meaning: what reads them is a function of that family. */
final class SourceTyper {
  private final Source source;
  private final Scope scope;
  private final Provider provider;

  SourceTyper(Source source, Scope scope, Provider provider) {
    this.source = source;
    this.scope = scope;
    this.provider = provider;
  }

  TypedStatement.Sampled type(Statement.Sampled sampled) {
    Expr.Call from = sampled.from();
    Optional<Builtin> reader =
        Builtin.named(from.name()).filter(b -> b.family() == Builtin.Family.SOURCE);
    boolean hidden = scope.symbol(from.name()).isPresent();
    if (reader.isEmpty() || hidden) {
      throw new CallErrors(source).notASource(from.nameSpan(), from.name());
    }
    TypedExpr.Apply call = (TypedExpr.Apply) new ExprTyper(source, scope, provider).type(from);
    List<TypedStatement.Target> targets = new ArrayList<>();
    for (Statement.Target target : sampled.targets()) {
      if (target.index().isPresent()) {
        throw new CallErrors(source).sampledLetter(target.span(), target.name());
      }
      Symbol symbol =
          sampled.process()
              ? new Symbol(target.name(), Symbol.Kind.PROCESS, 0, Type.PROCESS)
              : new Symbol(target.name(), Symbol.Kind.VARIABLE, 0, Type.VARIABLES);
      scope.declare(symbol);
      if (sampled.real()) {
        scope.declareContinuous(symbol);
      }
      targets.add(new TypedStatement.Target(target.name(), Optional.empty(), target.span()));
    }
    return new TypedStatement.Sampled(
        targets, sampled.process(), sampled.real(), call, sampled.span());
  }
}
