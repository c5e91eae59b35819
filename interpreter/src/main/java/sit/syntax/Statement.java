package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.source.Span;

/** A statement as it was written. */
public sealed interface Statement {
  Span span();

  /** {@code let name(parameters) = body}; a value where there are no parameters. */
  record Let(String name, Span nameSpan, List<String> parameters, Expr body, String doc, Span span)
      implements Statement {
    public Let {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * {@code param R, Pe, f(d), a[t]}: scalars, and functions of scalars or of an index, that have no
   * value; what is said of those that are {@code : any} is said of all their values.
   */
  record Param(List<ParamName> names, boolean any, Span span) implements Statement {
    public Param(List<ParamName> names, Span span) {
      this(names, false, span);
    }

    public Param {
      names = List.copyOf(names);
    }
  }

  /** A scalar without a value, a function of so many scalars, or a scalar for every index. */
  record ParamName(
      String name, int arity, boolean indexed, Optional<Interval> interval, Span span) {
    public ParamName(String name, int arity, Span span) {
      this(name, arity, false, Optional.empty(), span);
    }
  }

  /** {@code (from, to)}, or with one end or both that are values too, {@code [from, to]}. */
  record Interval(Expr from, Expr to, boolean fromIn, boolean toIn, Span span) {}

  /**
   * {@code rv X, Y}: variables without a law; {@code rv X, Y : real} are continuous.
   *
   * @param alphabet their outcomes, where they are told: {@code rv X over {0, 1}}
   */
  record Abstract(List<Target> targets, Optional<Expr> alphabet, boolean real, Span span)
      implements Statement {
    public Abstract(List<Target> targets, Span span) {
      this(targets, Optional.empty(), false, span);
    }

    public Abstract {
      targets = List.copyOf(targets);
    }
  }

  /** {@code rv targets | given ~ law}. */
  record Law(List<Target> targets, List<Expr> given, Expr law, Span span) implements Statement {
    public Law {
      targets = List.copyOf(targets);
      given = List.copyOf(given);
    }
  }

  /** {@code rv target = body}. */
  record FunctionOf(Target target, Expr body, Span span) implements Statement {}

  /** What a declaration declares: {@code X}, or the letter {@code X[3]}. */
  record Target(String name, Optional<Expr> index, Span span) {}

  /** {@code process X, Y}: processes without a law; {@code process X : real} is continuous. */
  record Processes(List<Name> names, boolean real, Span span) implements Statement {
    public Processes(List<Name> names, Span span) {
      this(names, false, span);
    }

    public Processes {
      names = List.copyOf(names);
    }
  }

  /**
   * {@code rv X, Y from samples("file.csv")}, {@code process T from corpus("text.txt")}: what is
   * known only by samples.
   *
   * @param process whether they are processes
   */
  record Sampled(List<Target> targets, boolean process, boolean real, Expr.Call from, Span span)
      implements Statement {
    public Sampled {
      targets = List.copyOf(targets);
    }
  }

  /** {@code density p(x, z), q(z | x) = ...}. */
  record Densities(List<DensityOf> densities, Span span) implements Statement {
    public Densities {
      densities = List.copyOf(densities);
    }
  }

  /** One named density: its arguments, and its table or what it is proportional to. */
  record DensityOf(Expr.Call pattern, Optional<Expr> body, Span span) {}

  /**
   * {@code process names over alphabet { letters }}: processes with a law.
   *
   * @param alphabet what the letters are of; empty where they are real numbers
   */
  record ProcessLaw(List<Name> names, Optional<Expr> alphabet, List<LetterLaw> letters, Span span)
      implements Statement {
    public ProcessLaw {
      names = List.copyOf(names);
      letters = List.copyOf(letters);
    }
  }

  /**
   * How a letter is drawn, or what function it is: {@code X[t] | X[t-1] ~ law}, {@code Y[t] =
   * body}.
   *
   * @param law a law; where the letter is a function, the function
   */
  record LetterLaw(Target target, List<Expr> given, Expr law, boolean function, Span span) {
    public LetterLaw {
      given = List.copyOf(given);
    }
  }

  /** A name and where it stands. */
  record Name(String name, Span span) {}

  /** {@code assume facts}. */
  record Assume(List<Fact> facts, Span span) implements Statement {
    public Assume {
      facts = List.copyOf(facts);
    }
  }

  /** {@code define pattern := body}. */
  record Define(Expr.Call pattern, Expr body, String doc, Span span) implements Statement {}

  /** {@code holds claim}: a law of the measure that was defined last. */
  record Holds(ClaimOf claim, Span span) implements Statement {}

  /** {@code expand}, {@code simplify}, {@code latex} or {@code tree} of an expression. */
  record Show(Form form, Expr expression, Optional<String> to, Optional<String> using, Span span)
      implements Statement {}

  /** What to show of an expression. */
  enum Form {
    EXPAND,
    SIMPLIFY,
    LATEX,
    TREE
  }

  /**
   * {@code plot expressions for name in domain step width}, or the same as a table of values.
   *
   * @param table whether values are listed and not drawn
   */
  record Plot(boolean table, List<Expr> shown, Optional<Sweep> sweep, Span span)
      implements Statement {
    public Plot {
      shown = List.copyOf(shown);
    }
  }

  /** The values that a name runs through. */
  record Sweep(String name, Span nameSpan, Expr domain, Optional<Expr> step) {}

  /** {@code check claim}. */
  record Check(ClaimOf claim, Span span) implements Statement {}

  /** {@code derivation name { ... }} or {@code lemma name { ... }}. */
  record Derivation(
      boolean lemma, String name, Span nameSpan, List<Item> items, String doc, Span span)
      implements Statement {
    public Derivation {
      items = List.copyOf(items);
    }
  }

  /**
   * {@code rule name { claims }} or {@code axiom name { claims }}: what a reason may stand on.
   *
   * @param given declarations of densities and functions that stand for all
   */
  record Rule(
      boolean axiom,
      String name,
      Span nameSpan,
      List<Statement> given,
      List<ClaimOf> schemas,
      String doc,
      Span span)
      implements Statement {
    public Rule {
      given = List.copyOf(given);
      schemas = List.copyOf(schemas);
    }
  }

  /** {@code property name(k) A, B | C := facts}: what a name says of processes. */
  record Property(Fact.Named pattern, List<Fact> facts, String doc, Span span)
      implements Statement {
    public Property {
      facts = List.copyOf(facts);
    }
  }

  /** {@code import path}. */
  record Import(String path, Span span) implements Statement {}

  /** {@code unit bits}. */
  record UnitOf(String unit, Span span) implements Statement {}

  /** Expressions to be evaluated. */
  record Evaluate(List<Expr> expressions, Span span) implements Statement {
    public Evaluate {
      expressions = List.copyOf(expressions);
    }
  }

  /**
   * {@code first = second <= third given facts}.
   *
   * @param relations one fewer than sides: {@code =}, {@code <=} or {@code >=}
   */
  record ClaimOf(List<Expr> sides, List<String> relations, List<Fact> given, Span span) {
    public ClaimOf {
      sides = List.copyOf(sides);
      relations = List.copyOf(relations);
      given = List.copyOf(given);
    }
  }

  /** A fact that is taken for granted. */
  sealed interface Fact {
    Span span();

    /** {@code A -- B -- C -- ...}. */
    record Markov(List<Expr> chain, Span span) implements Fact {
      public Markov {
        chain = List.copyOf(chain);
      }
    }

    /** {@code A indep B indep ... | C}. */
    record Independent(List<Expr> groups, Optional<Expr> given, Span span) implements Fact {
      public Independent {
        groups = List.copyOf(groups);
      }
    }

    /** {@code A ~ B}: two blocks have one law. */
    record SameLaw(Expr left, Expr right, Span span) implements Fact {}

    /** {@code name(parameters) A, B | C}: a property that has a name. */
    record Named(
        String name,
        Span nameSpan,
        List<Expr> parameters,
        List<Expr> groups,
        Optional<Expr> given,
        Span span)
        implements Fact {
      public Named {
        parameters = List.copyOf(parameters);
        groups = List.copyOf(groups);
      }

      /** The groups, and what follows the bar. */
      public List<Expr> all() {
        List<Expr> all = new ArrayList<>(groups);
        given.ifPresent(all::add);
        return all;
      }
    }

    /** A relation between measures, or {@code A = f(B)}. */
    record Related(ClaimOf claim, Span span) implements Fact {}
  }

  /** A line of a derivation. */
  sealed interface Item {
    Span span();

    /** A declaration inside the derivation. */
    record Given(Statement statement, Span span) implements Item {}

    /** What the derivation claims. */
    record Claimed(ClaimOf claim, Span span) implements Item {}

    /** A chain of steps. */
    record Chain(Expr first, List<Step> steps, Span span) implements Item {
      public Chain {
        steps = List.copyOf(steps);
      }
    }
  }

  /** One relation of a chain, with its right side, which may be a gap, and the reasons given. */
  record Step(String relation, Expr next, List<Reason> reasons, Span span) {
    public Step {
      reasons = List.copyOf(reasons);
    }
  }

  /** A value that is put for a name. */
  record Put(String name, Expr value, Span span) {}

  /** A reason: a rule or a lemma by name; {@code substitution(x = 2)} says what to put for x. */
  record Reason(boolean lemma, String name, List<Put> puts, Span span) {
    public Reason(boolean lemma, String name, Span span) {
      this(lemma, name, List.of(), span);
    }

    public Reason {
      puts = List.copyOf(puts);
    }

    /** What stands for reasons that are to be found. */
    public static final String UNKNOWN = "?";

    public boolean isUnknown() {
      return name.equals(UNKNOWN);
    }
  }
}
