package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import sit.source.Span;

/** Trees of programs drawn at random, such as the parser can give. */
final class RandomPrograms {
  private static final Span AT = Span.NONE;
  private static final String[] NAMES = {
    "X", "Y", "n", "alpha", "H", "D", "to", "tree", "unit", "in", "x1", "_", "param", "rule", "Ẑ",
    "é"
  };
  private static final String[] OPERATORS = {
    "+", "-", "*", "/", "^", "mod", "xor", "and", "or", "==", "!=", "=", "<=", ">=", "<", ">"
  };
  private static final String[] NUMBERS = {"0", "12", "0.5", ".5", "1e9", "2.5E-3"};
  private static final String[] TEXTS = {"", "a", "a\"b", "\\", "\n\t", "#", "é∑", "{"};

  private final Random random;

  RandomPrograms(long seed) {
    this.random = new Random(seed);
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }

  private String name() {
    return pick(NAMES);
  }

  private List<Expr> exprs(int least, int most, int depth) {
    List<Expr> all = new ArrayList<>();
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      all.add(expr(depth));
    }
    return all;
  }

  Expr expr(int depth) {
    if (depth <= 0 || random.nextInt(8) == 0) {
      return leaf();
    }
    int d = depth - 1;
    return switch (random.nextInt(19)) {
      case 17 -> new Expr.Unary("'", expr(d), AT);
      case 18 -> {
        Optional<Expr> chosen = random.nextBoolean() ? Optional.of(expr(d)) : Optional.empty();
        yield new Expr.Each(name(), expr(d), chosen, expr(d), AT);
      }
      case 0, 1, 2, 3, 4, 5 -> new Expr.Binary(pick(OPERATORS), expr(d), expr(d), AT);
      case 6 -> new Expr.Unary(random.nextInt(3) == 0 ? "not" : "-", expr(d), AT);
      case 7 -> new Expr.Range(expr(d), expr(d), AT);
      case 8 -> {
        boolean range = random.nextBoolean();
        Expr domain = range ? new Expr.Range(expr(d), expr(d), AT) : expr(d);
        yield new Expr.Sum(Expr.Sum.SUM, name(), domain, expr(d), AT);
      }
      case 9 -> new Expr.Conditional(expr(d), expr(d), expr(d), AT);
      case 10 -> {
        List<Expr.Binary> constraints = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          String relation = pick(new String[] {"<=", ">=", "="});
          constraints.add(new Expr.Binary(relation, expr(d), expr(d), AT));
        }
        boolean argument = random.nextBoolean();
        Optional<Expr> under =
            argument && random.nextBoolean() ? Optional.of(expr(d)) : Optional.empty();
        yield new Expr.Optimum(
            random.nextBoolean(), argument, under, expr(d), call(d), constraints, AT);
      }
      case 11 -> {
        Optional<Expr> given = random.nextInt(3) == 0 ? Optional.of(expr(d)) : Optional.empty();
        yield new Expr.Index(expr(d), exprs(1, 2, d), given, AT);
      }
      case 12 -> new Expr.Tuple(exprs(2, 3, d), AT);
      case 13 ->
          random.nextBoolean()
              ? new Expr.ListOf(exprs(0, 3, d), AT)
              : new Expr.SetOf(exprs(0, 3, d), AT);
      case 14 -> {
        List<Expr.Entry> entries = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          entries.add(new Expr.Entry(expr(d), expr(d)));
        }
        yield new Expr.Table(entries, AT);
      }
      case 15 ->
          new Expr.Mean(
              List.of(
                  new Expr.Draw(exprs(1, 2, d), expr(d)), new Expr.Draw(exprs(1, 1, d), expr(d))),
              expr(d),
              AT);
      default -> call(d);
    };
  }

  private Expr leaf() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new Expr.Number(pick(NUMBERS), AT);
      case 3 -> new Expr.Text(pick(TEXTS), AT);
      case 4 -> new Expr.Truth(random.nextBoolean(), AT);
      default -> new Expr.Name(name(), AT);
    };
  }

  private Expr.Call call(int depth) {
    List<List<Expr>> slots = new ArrayList<>();
    List<String> separators = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      if (!slots.isEmpty()) {
        separators.add(pick(new String[] {";", "->", "||", "|"}));
      }
      boolean rest = random.nextInt(10) == 0;
      slots.add(rest ? List.of(new Expr.Ellipsis(AT)) : exprs(0, 2, depth));
    }
    if (slots.size() == 1 && slots.get(0).isEmpty()) {
      slots.clear();
    }
    String name = random.nextInt(6) == 0 ? "max" : name();
    return new Expr.Call(name, AT, slots, separators, AT);
  }

  private String doc() {
    return switch (random.nextInt(5)) {
      case 0 -> "One line.\n";
      case 1 -> "Two\n\n  lines # here\n";
      default -> "";
    };
  }

  private Statement.ClaimOf claim(boolean given) {
    List<Expr> sides = exprs(2, 3, 2);
    List<String> relations = new ArrayList<>();
    for (int i = 1; i < sides.size(); i++) {
      relations.add(relation());
    }
    return new Statement.ClaimOf(sides, relations, given ? facts() : List.of(), AT);
  }

  private String relation() {
    return pick(new String[] {"=", "<=", ">="});
  }

  private List<Statement.Fact> facts() {
    List<Statement.Fact> facts = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      facts.add(
          switch (random.nextInt(5)) {
            case 0 -> new Statement.Fact.Markov(exprs(2, 4, 2), AT);
            case 2 -> new Statement.Fact.SameLaw(expr(2), expr(2), AT);
            case 3 -> named();
            case 1 ->
                new Statement.Fact.Independent(
                    exprs(2, 3, 2),
                    random.nextBoolean() ? Optional.of(expr(2)) : Optional.empty(),
                    AT);
            default -> new Statement.Fact.Related(claim(false), AT);
          });
    }
    return facts;
  }

  private Statement.Fact.Named named() {
    List<Expr> processes = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      processes.add(new Expr.Name(name(), AT));
    }
    Optional<Expr> given =
        random.nextBoolean() ? Optional.of(new Expr.Name(name(), AT)) : Optional.empty();
    List<Expr> parameters = random.nextBoolean() ? List.of() : List.of(new Expr.Name(name(), AT));
    return new Statement.Fact.Named(name(), AT, parameters, processes, given, AT);
  }

  private List<Statement.Target> targets(int least) {
    List<Statement.Target> targets = new ArrayList<>();
    for (int i = least + random.nextInt(2); i > 0; i--) {
      Optional<Expr> index = random.nextBoolean() ? Optional.of(expr(1)) : Optional.empty();
      targets.add(new Statement.Target(name(), index, AT));
    }
    return targets;
  }

  private Statement.Let let(String doc) {
    boolean function = random.nextBoolean();
    List<String> parameters = function ? List.of("x", "in") : List.of();
    return new Statement.Let(name(), AT, parameters, expr(3), doc, AT);
  }

  private Statement.Densities densities() {
    return new Statement.Densities(
        List.of(
            new Statement.DensityOf(call(2), Optional.empty(), AT),
            new Statement.DensityOf(call(1), Optional.of(expr(2)), AT)),
        AT);
  }

  private Statement declaration() {
    return switch (random.nextInt(5)) {
      case 4 -> densities();
      case 0 ->
          new Statement.Abstract(
              targets(1),
              random.nextInt(3) == 0
                  ? Optional.of(new Expr.SetOf(exprs(1, 3, 1), AT))
                  : Optional.empty(),
              false,
              AT);
      case 1 ->
          new Statement.Processes(
              List.of(new Statement.Name("X", AT), new Statement.Name(name(), AT)), AT);
      case 2 ->
          new Statement.Param(
              List.of(
                  new Statement.ParamName(name(), 0, AT),
                  new Statement.ParamName(name(), 1 + random.nextInt(2), AT)),
              AT);
      default -> new Statement.Assume(facts(), AT);
    };
  }

  private List<Statement.Item> items() {
    List<Statement.Item> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(
          switch (random.nextInt(4)) {
            case 0 -> new Statement.Item.Given(declaration(), AT);
            case 1 -> new Statement.Item.Given(let(""), AT);
            case 2 -> new Statement.Item.Claimed(claim(false), AT);
            default -> chain();
          });
    }
    return items;
  }

  private Statement.Item.Chain chain() {
    List<Statement.Step> steps = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<Statement.Reason> reasons = new ArrayList<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        reasons.add(new Statement.Reason(random.nextInt(3) == 0, name(), AT));
      }
      steps.add(new Statement.Step(relation(), expr(3), reasons, AT));
    }
    return new Statement.Item.Chain(expr(2), steps, AT);
  }

  Statement statement() {
    return switch (random.nextInt(14)) {
      case 0 -> let(doc());
      case 1, 2 -> declaration();
      case 3 -> new Statement.Law(targets(1), exprs(0, 2, 2), expr(3), AT);
      case 4 -> new Statement.FunctionOf(targets(1).get(0), expr(3), AT);
      case 5 -> new Statement.Define(call(2), expr(3), doc(), AT);
      case 6 -> new Statement.Holds(claim(random.nextBoolean()), AT);
      case 7 ->
          new Statement.Show(
              pick(Statement.Form.values()), expr(3), Optional.empty(), Optional.empty(), AT);
      case 8 ->
          new Statement.Show(
              Statement.Form.EXPAND, expr(3), Optional.of(name()), Optional.of(name()), AT);
      case 9 -> new Statement.Check(claim(random.nextBoolean()), AT);
      case 10 -> new Statement.Derivation(random.nextBoolean(), name(), AT, items(), doc(), AT);
      case 11 ->
          new Statement.Rule(
              random.nextBoolean(),
              name(),
              AT,
              random.nextBoolean() ? List.of() : List.of(densities()),
              List.of(claim(true), claim(false)),
              doc(),
              AT);
      case 12 ->
          new Statement.Plot(
              random.nextBoolean(),
              exprs(1, 2, 2),
              random.nextBoolean() ? Optional.of(sweep()) : Optional.empty(),
              AT);
      default -> evaluation();
    };
  }

  private Statement.Sweep sweep() {
    Optional<Expr> step = random.nextBoolean() ? Optional.of(expr(1)) : Optional.empty();
    return new Statement.Sweep(name(), AT, expr(2), step);
  }

  /** A bare {@code =} is no value, so it is not drawn at the top. */
  private Statement evaluation() {
    List<Expr> exprs = exprs(1, 3, 4);
    exprs.removeIf(expr -> expr instanceof Expr.Binary binary && binary.operator().equals("="));
    return new Statement.Evaluate(exprs.isEmpty() ? List.of(leaf()) : exprs, AT);
  }
}
