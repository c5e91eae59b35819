package sit.typed;

import java.util.List;
import java.util.Optional;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Statement;

/** A statement whose expressions have their meaning. */
public sealed interface TypedStatement {
  Span span();

  /** A name for a value, or for a function of parameters. */
  record Let(String name, List<String> parameters, TypedExpr body, String doc, Span span)
      implements TypedStatement {
    public Let {
      parameters = List.copyOf(parameters);
    }
  }

  /** Scalars without a value; what is said of those that are {@code any} holds for all values. */
  record Param(List<Statement.ParamName> names, boolean any, Span span) implements TypedStatement {}

  /** Random variables without a law. */
  record Abstract(List<Target> targets, boolean real, Span span) implements TypedStatement {}

  /** Random variables with a law, possibly given others. */
  record Law(List<Target> targets, List<TypedExpr> given, TypedExpr law, Span span)
      implements TypedStatement {}

  /** A random variable that is a function of others. */
  record FunctionOf(Target target, TypedExpr body, Span span) implements TypedStatement {}

  /** The variable that a declaration declares. */
  record Target(String name, Optional<TypedExpr> index, Span span) {}

  /** Processes without a law. */
  record Processes(List<String> names, boolean real, Span span) implements TypedStatement {}

  /** Facts taken for granted. */
  record Assume(List<Fact> facts, Span span) implements TypedStatement {}

  /** A measure that was defined; it is in the scope already. */
  record Define(Signature signature, Span span) implements TypedStatement {}

  /** A law of the measure that was defined last. */
  record Holds(Claim claim, Span span) implements TypedStatement {}

  /** An expression to be shown in some form. */
  record Show(
      Statement.Form form,
      TypedExpr expression,
      Optional<String> to,
      Optional<String> using,
      Span span)
      implements TypedStatement {}

  /** A claim to be judged. */
  record Check(Claim claim, Span span) implements TypedStatement {}

  /** A derivation or a lemma to be judged. */
  record Derivation(
      boolean lemma,
      String name,
      List<TypedStatement> givens,
      Optional<Claim> claim,
      List<Chain> chains,
      String doc,
      Span span)
      implements TypedStatement {}

  /** A chain of steps. */
  record Chain(TypedExpr first, List<Step> steps, Span span) {}

  /** One relation of a chain, its right side and the reasons given. */
  record Step(
      String relation, TypedExpr next, List<Statement.Reason> reasons, List<Put> puts, Span span) {}

  /** A value that a reason puts for a name. */
  record Put(String name, TypedExpr value, Span span) {}

  /** What a reason may stand on; its variables are metavariables. */
  record Rule(boolean axiom, String name, List<Claim> schemas, String doc, Span span)
      implements TypedStatement {}

  /** Statements of another text. */
  record Import(Source source, List<TypedStatement> statements, Span span)
      implements TypedStatement {}

  /** The unit in which information is given from here on. */
  record UnitOf(Type unit, Span span) implements TypedStatement {}

  /** Expressions to be evaluated. */
  record Evaluate(List<TypedExpr> expressions, Span span) implements TypedStatement {}

  /** A claim: two sides or more, with a relation between each two. */
  record Claim(List<TypedExpr> sides, List<String> relations, List<Fact> given, Span span) {
    public Claim {
      sides = List.copyOf(sides);
      relations = List.copyOf(relations);
      given = List.copyOf(given);
    }
  }

  /** A fact that is taken for granted. */
  sealed interface Fact {
    Span span();

    /** A Markov chain. */
    record Markov(List<TypedExpr> chain, Span span) implements Fact {}

    /** Independence, possibly given others. */
    record Independent(List<TypedExpr> groups, Optional<TypedExpr> given, Span span)
        implements Fact {}

    /** Variables that are some function of others. */
    record Function(TypedExpr of, List<TypedExpr> arguments, Span span) implements Fact {}

    /** A variable that is a known function of others: {@code Z = X xor Y}. */
    record Equation(TypedExpr of, TypedExpr value, Span span) implements Fact {}

    /** The shape of a function of one scalar: {@code concave(f)}. */
    record Shaped(String shape, String function, Span span) implements Fact {}

    /** A relation between measures or scalars. */
    record Related(Claim claim, Span span) implements Fact {}
  }
}
