package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.source.Source;
import sit.syntax.Expr;
import sit.syntax.Statement;

/** Gives the law of a process its meaning, line by line. */
final class ProcessTyper {
  private final Source source;
  private final Scope scope;
  private final Provider provider;
  private final TypeErrors errors;

  ProcessTyper(Source source, Scope scope, Provider provider) {
    this.source = source;
    this.scope = scope;
    this.provider = provider;
    this.errors = new TypeErrors(source);
  }

  TypedStatement.ProcessLaw type(Statement.ProcessLaw process) {
    Optional<TypedExpr> alphabet =
        process.alphabet().map(new ExprTyper(source, scope, provider)::type);
    if (alphabet.filter(a -> a.type() != Type.LIST && a.type() != Type.ANY).isPresent()) {
      throw errors.wrongKind(
          alphabet.get().span(), "an alphabet", "a list such as {0, 1}", alphabet.get().type());
    }
    List<String> names = new ArrayList<>();
    for (Statement.Name name : process.names()) {
      Symbol symbol = new Symbol(name.name(), Symbol.Kind.PROCESS, 0, Type.PROCESS);
      scope.declare(symbol);
      if (alphabet.isEmpty()) {
        scope.declareContinuous(symbol);
      }
      names.add(name.name());
    }
    List<TypedStatement.LetterLaw> letters = new ArrayList<>();
    for (Statement.LetterLaw letter : process.letters()) {
      if (!names.contains(letter.target().name())) {
        throw errors.foreignLetter(letter.target().span(), String.join(", ", names));
      }
      letters.add(letter(letter, alphabet.isEmpty()));
    }
    return new TypedStatement.ProcessLaw(names, alphabet, letters, process.span());
  }

  private TypedStatement.LetterLaw letter(Statement.LetterLaw letter, boolean real) {
    Expr index = letter.target().index().orElseThrow();
    Optional<String> time =
        index instanceof Expr.Name name && scope.symbol(name.name()).isEmpty()
            ? Optional.of(name.name())
            : Optional.empty();
    Scope inner = scope.inner();
    time.ifPresent(t -> inner.declare(new Symbol(t, Symbol.Kind.VALUE, 0, Type.NUMBER)));
    ExprTyper typer = new ExprTyper(source, inner, provider);
    TypedExpr at = typer.type(index);
    if (at.type() != Type.NUMBER && at.type() != Type.ANY) {
      throw errors.wrongKind(index.span(), "an index", "a whole number", at.type());
    }
    List<TypedExpr> given = new ArrayList<>();
    for (Expr expr : letter.given()) {
      TypedExpr typed = typer.type(expr);
      if (typed.type() != Type.VARIABLES && typed.type() != Type.ANY) {
        throw errors.wrongKind(expr.span(), "what a law is given", "letters", typed.type());
      }
      given.add(typed);
    }
    TypedExpr law = typer.type(letter.law());
    boolean drawn = isDrawn(law, real);
    String wanted = real ? "a law with a density such as Normal(0, 1)" : "a law";
    boolean computed =
        law.type().isScalar()
            || law.type().isRandom()
            || law.type() == Type.TRUTH
            || law.type() == Type.TEXT;
    if (letter.function() ? !computed : !drawn) {
      throw letter.function()
          ? errors.wrongKind(
              letter.law().span(), "the value of a letter", "a function of letters", law.type())
          : errors.wrongKind(letter.law().span(), "what follows `~`", wanted, law.type());
    }
    return new TypedStatement.LetterLaw(
        letter.target().name(), time, at, given, law, letter.function(), letter.span());
  }

  /** Whether an expression is a law, whatever letters a choice among laws looks at. */
  private static boolean isDrawn(TypedExpr law, boolean real) {
    if (law instanceof TypedExpr.Operation choice && choice.operator().equals("if")) {
      return isDrawn(choice.operands().get(1), real) && isDrawn(choice.operands().get(2), real);
    }
    Type type = law.type();
    return type == Type.ANY
        || (real
            ? type == Type.CONTINUOUS_LAW
            : type == Type.LAW || type == Type.LIST || type == Type.MAP);
  }
}
