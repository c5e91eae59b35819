package sit.typed;

import java.util.List;
import java.util.Map;
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
  record Param(
      List<Statement.ParamName> names, Map<String, Interval> intervals, boolean any, Span span)
      implements TypedStatement {
    public Param {
      intervals = Map.copyOf(intervals);
    }
  }

  /** Where the values of a scalar lie; an end that is empty is infinite. */
  record Interval(
      Optional<TypedExpr> from, Optional<TypedExpr> to, boolean fromIn, boolean toIn, Span span) {}

  /** Random variables without a law. */
  record Abstract(List<Target> targets, Optional<TypedExpr> alphabet, boolean real, Span span)
      implements TypedStatement {}

  /** Random variables with a law, possibly given others. */
  record Law(List<Target> targets, List<TypedExpr> given, TypedExpr law, Span span)
      implements TypedStatement {}

  /** A random variable that is a function of others. */
  record FunctionOf(Target target, TypedExpr body, Span span) implements TypedStatement {}

  /** The variable that a declaration declares. */
  record Target(String name, Optional<TypedExpr> index, Span span) {}

  /** Processes without a law. */
  record Processes(List<String> names, boolean real, Span span) implements TypedStatement {}

  /**
   * Random variables or processes of which there are samples.
   *
   * @param from what reads them
   */
  record Sampled(
      List<Target> targets, boolean process, boolean real, TypedExpr.Apply from, Span span)
      implements TypedStatement {
    public Sampled {
      targets = List.copyOf(targets);
    }
  }

  /** Named densities. */
  record Densities(List<DensityOf> densities, Span span) implements TypedStatement {
    public Densities {
      densities = List.copyOf(densities);
    }
  }

  /**
   * A named density.
   *
   * @param body a table, or a product that it is, divided by its normaliser
   * @param normaliser the name that stands for the normaliser in the body, if one does
   */
  record DensityOf(
      String name,
      List<TypedExpr> of,
      List<TypedExpr> given,
      boolean causal,
      Optional<TypedExpr> body,
      Optional<String> normaliser,
      Span span) {
    public DensityOf {
      of = List.copyOf(of);
      given = List.copyOf(given);
    }
  }

  /**
   * Processes with a law.
   *
   * @param alphabet the one alphabet of their letters; empty where these are real numbers
   */
  record ProcessLaw(
      List<String> names, Optional<TypedExpr> alphabet, List<LetterLaw> letters, Span span)
      implements TypedStatement {
    public ProcessLaw {
      names = List.copyOf(names);
      letters = List.copyOf(letters);
    }
  }

  /**
   * How a letter comes about.
   *
   * @param time the index that stands for every time; empty for a letter at one time
   * @param at the index as it was written
   * @param given what the law depends on
   * @param law a law; where the letter is a function, the function
   */
  record LetterLaw(
      String process,
      Optional<String> time,
      TypedExpr at,
      List<TypedExpr> given,
      TypedExpr law,
      boolean function,
      Span span) {
    public LetterLaw {
      given = List.copyOf(given);
    }
  }

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

  /** Expressions to be drawn or listed. */
  record Plot(boolean table, List<TypedExpr> shown, Optional<Sweep> sweep, Span span)
      implements TypedStatement {
    public Plot {
      shown = List.copyOf(shown);
    }
  }

  /**
   * The values that a name runs through.
   *
   * @param counts whether it stands for whole numbers, as an index or the end of a block does
   */
  record Sweep(String name, TypedExpr domain, Optional<TypedExpr> step, boolean counts) {}

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

  /**
   * One relation of a chain, its right side and the reasons given.
   *
   * @param gap whether there is something between the two sides that is not shown yet
   */
  record Step(
      String relation,
      TypedExpr next,
      List<Statement.Reason> reasons,
      List<Put> puts,
      boolean gap,
      Span span) {}

  /** A value that a reason puts for a name. */
  record Put(String name, TypedExpr value, Span span) {}

  /** What a reason may stand on; its variables are metavariables. */
  record Rule(
      boolean axiom,
      String name,
      List<TypedStatement> given,
      List<Claim> schemas,
      String doc,
      Span span)
      implements TypedStatement {}

  /** A property that was given a name; it is in the scope already. */
  record PropertyOf(Property property, String doc, Span span) implements TypedStatement {}

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

    /** Blocks that have one law, whatever the times in them are. */
    record SameLaw(TypedExpr left, TypedExpr right, Span span) implements Fact {}

    /** A property of processes by its name. */
    record Named(Property property, List<TypedExpr> arguments, Span span) implements Fact {}

    /** A relation between measures or scalars. */
    record Related(Claim claim, Span span) implements Fact {}
  }
}
