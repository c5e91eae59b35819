package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sit.grammar.SitLexer;

/** Writes statements that stand on one line as lexemes. */
final class StatementWriter {
  private final ExprWriter out = new ExprWriter();

  static List<Lexeme> write(Statement statement) {
    StatementWriter writer = new StatementWriter();
    writer.statement(statement);
    return writer.out.lexemes();
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Let let) {
      out.add(SitLexer.LET, "let");
      out.name(let.name());
      parameters(let.parameters());
      out.add(SitLexer.IS, "=");
      out.condition(let.body());
    } else if (statement instanceof Statement.Param param) {
      out.add(SitLexer.PARAM, "param");
      params(param.names());
      sort(param.any(), "any");
    } else if (statement instanceof Statement.Abstract rv) {
      out.add(SitLexer.RV, "rv");
      targets(rv.targets());
      if (rv.alphabet().isPresent()) {
        out.add(SitLexer.OVER, "over");
        out.condition(rv.alphabet().get());
      }
      sort(rv.real(), "real");
    } else if (statement instanceof Statement.Sampled sampled) {
      out.add(
          sampled.process() ? SitLexer.PROCESS : SitLexer.RV, sampled.process() ? "process" : "rv");
      targets(sampled.targets());
      sort(sampled.real(), "real");
      out.add(SitLexer.FROM, "from");
      out.call(sampled.from());
    } else if (statement instanceof Statement.Law rv) {
      law(rv);
    } else if (statement instanceof Statement.FunctionOf rv) {
      out.add(SitLexer.RV, "rv");
      targets(List.of(rv.target()));
      out.add(SitLexer.IS, "=");
      out.condition(rv.body());
    } else if (statement instanceof Statement.Processes processes) {
      out.add(SitLexer.PROCESS, "process");
      for (int i = 0; i < processes.names().size(); i++) {
        comma(i);
        out.name(processes.names().get(i).name());
      }
      sort(processes.real(), "real");
    } else if (statement instanceof Statement.Densities densities) {
      densities(densities.densities());
    } else if (statement instanceof Statement.ProcessLaw process) {
      head(process);
      if (process.letters().isEmpty()) {
        return;
      }
      out.add(SitLexer.LEFT_BRACE, "{");
      for (int i = 0; i < process.letters().size(); i++) {
        if (i > 0) {
          out.add(SitLexer.SEMICOLON, ";");
        }
        letter(process.letters().get(i));
      }
      out.add(SitLexer.RIGHT_BRACE, "}");
    } else if (statement instanceof Statement.Assume assume) {
      out.add(SitLexer.ASSUME, "assume");
      facts(out, assume.facts());
    } else if (statement instanceof Statement.Define define) {
      out.add(SitLexer.DEFINE, "define");
      out.call(define.pattern());
      out.add(SitLexer.DEFINES, ":=");
      out.condition(define.body());
    } else if (statement instanceof Statement.Property property) {
      out.add(SitLexer.PROPERTY, "property");
      fact(out, property.pattern());
      out.add(SitLexer.DEFINES, ":=");
      facts(out, property.facts());
    } else if (statement instanceof Statement.Holds holds) {
      out.add(SitLexer.HOLDS, "holds");
      claim(out, holds.claim());
    } else {
      shown(statement);
    }
  }

  private void shown(Statement statement) {
    if (statement instanceof Statement.Show show) {
      String form = show.form().name().toLowerCase(Locale.ROOT);
      out.add(
          switch (show.form()) {
            case EXPAND -> SitLexer.EXPAND;
            case SIMPLIFY -> SitLexer.SIMPLIFY;
            case LATEX -> SitLexer.LATEX;
            case TREE -> SitLexer.TREE;
          },
          form);
      out.condition(show.expression());
      named(SitLexer.TO, "to", show.to());
      named(SitLexer.USING, "using", show.using());
    } else if (statement instanceof Statement.Check check) {
      out.add(SitLexer.CHECK, "check");
      claim(out, check.claim());
    } else if (statement instanceof Statement.Plot plot) {
      out.add(plot.table() ? SitLexer.TABLE : SitLexer.PLOT, plot.table() ? "table" : "plot");
      out.conditions(plot.shown());
      plot.sweep().ifPresent(this::sweep);
    } else if (statement instanceof Statement.Import path) {
      out.add(SitLexer.IMPORT, "import");
      boolean plain = !path.path().isEmpty();
      for (String part : path.path().split("/", -1)) {
        plain = plain && Symbols.isName(part);
      }
      int type = plain ? SitLexer.NAME : SitLexer.STRING;
      out.add(type, plain ? path.path() : SyntaxPrinter.quoted(path.path()));
    } else if (statement instanceof Statement.UnitOf unit) {
      out.add(SitLexer.UNIT, "unit");
      out.name(unit.unit());
    } else if (statement instanceof Statement.Evaluate evaluate) {
      evaluate(evaluate.expressions());
    }
  }

  private void sweep(Statement.Sweep sweep) {
    out.add(SitLexer.FOR, "for");
    out.name(sweep.name());
    out.add(SitLexer.IN, "in");
    out.expr(sweep.domain());
    if (sweep.step().isPresent()) {
      out.add(SitLexer.STEP, "step");
      out.expr(sweep.step().get());
    }
  }

  /** A first name that is a command's name too needs parentheses to be no command. */
  private void evaluate(List<Expr> exprs) {
    ExprWriter first = new ExprWriter();
    first.condition(exprs.get(0));
    String text = first.lexemes().get(0).text();
    if (first.lexemes().size() > 1 && isCommand(text)) {
      out.parenthesised(exprs.get(0));
    } else {
      out.condition(exprs.get(0));
    }
    if (exprs.size() > 1) {
      out.add(SitLexer.COMMA, ",");
      out.conditions(exprs.subList(1, exprs.size()));
    }
  }

  private static boolean isCommand(String text) {
    return switch (text) {
      case "tree", "param", "holds", "rule", "axiom", "property", "unit", "plot", "table" -> true;
      default -> false;
    };
  }

  private void head(Statement.ProcessLaw process) {
    out.add(SitLexer.PROCESS, "process");
    for (int i = 0; i < process.names().size(); i++) {
      comma(i);
      out.name(process.names().get(i).name());
    }
    if (process.alphabet().isPresent()) {
      out.add(SitLexer.OVER, "over");
      out.condition(process.alphabet().get());
    }
    sort(process.alphabet().isEmpty(), "real");
  }

  private void letter(Statement.LetterLaw letter) {
    targets(List.of(letter.target()));
    if (!letter.given().isEmpty()) {
      out.add(SitLexer.BAR, "|");
      out.conditions(letter.given());
    }
    out.add(letter.function() ? SitLexer.IS : SitLexer.TILDE, letter.function() ? "=" : "~");
    out.condition(letter.law());
  }

  /** The first line of a process with a law. */
  static List<Lexeme> headOf(Statement.ProcessLaw process) {
    StatementWriter writer = new StatementWriter();
    writer.head(process);
    writer.out.add(SitLexer.LEFT_BRACE, "{");
    return writer.out.lexemes();
  }

  /** One letter's line. */
  static List<Lexeme> lineOf(Statement.LetterLaw letter) {
    StatementWriter writer = new StatementWriter();
    writer.letter(letter);
    return writer.out.lexemes();
  }

  private void law(Statement.Law rv) {
    out.add(SitLexer.RV, "rv");
    boolean joint = rv.targets().size() != 1;
    if (joint) {
      out.add(SitLexer.LEFT_PAREN, "(");
    }
    targets(rv.targets());
    if (joint) {
      out.add(SitLexer.RIGHT_PAREN, ")");
    }
    if (!rv.given().isEmpty()) {
      out.add(SitLexer.BAR, "|");
      out.conditions(rv.given());
    }
    out.add(SitLexer.TILDE, "~");
    out.condition(rv.law());
  }

  private void comma(int i) {
    if (i > 0) {
      out.add(SitLexer.COMMA, ",");
    }
  }

  private void named(int type, String keyword, Optional<String> name) {
    if (name.isPresent()) {
      out.add(type, keyword);
      out.name(name.get());
    }
  }

  private void parameters(List<String> names) {
    if (!names.isEmpty()) {
      out.add(SitLexer.LEFT_PAREN, "(");
      for (int i = 0; i < names.size(); i++) {
        comma(i);
        out.name(names.get(i));
      }
      out.add(SitLexer.RIGHT_PAREN, ")");
    }
  }

  private void params(List<Statement.ParamName> names) {
    for (int i = 0; i < names.size(); i++) {
      comma(i);
      out.name(names.get(i).name());
      List<String> parameters = new ArrayList<>();
      for (int j = 1; j <= names.get(i).arity(); j++) {
        parameters.add("x" + j);
      }
      parameters(parameters);
      if (names.get(i).indexed()) {
        out.add(SitLexer.LEFT_BRACKET, "[");
        out.name("t");
        out.add(SitLexer.RIGHT_BRACKET, "]");
      }
      names.get(i).interval().ifPresent(this::interval);
    }
  }

  private void interval(Statement.Interval interval) {
    out.add(SitLexer.IN, "in");
    boolean from = interval.fromIn();
    out.add(from ? SitLexer.LEFT_BRACKET : SitLexer.LEFT_PAREN, from ? "[" : "(");
    out.expr(interval.from());
    out.add(SitLexer.COMMA, ",");
    out.expr(interval.to());
    boolean to = interval.toIn();
    out.add(to ? SitLexer.RIGHT_BRACKET : SitLexer.RIGHT_PAREN, to ? "]" : ")");
  }

  private void sort(boolean said, String sort) {
    if (said) {
      out.add(SitLexer.COLON, ":");
      out.name(sort);
    }
  }

  private void densities(List<Statement.DensityOf> densities) {
    out.add(SitLexer.DENSITY, "density");
    for (int i = 0; i < densities.size(); i++) {
      comma(i);
      out.call(densities.get(i).pattern());
      if (densities.get(i).body().isPresent()) {
        out.add(SitLexer.IS, "=");
        out.condition(densities.get(i).body().get());
      }
    }
  }

  private void targets(List<Statement.Target> targets) {
    for (int i = 0; i < targets.size(); i++) {
      comma(i);
      out.name(targets.get(i).name());
      if (targets.get(i).index().isPresent()) {
        out.add(SitLexer.LEFT_BRACKET, "[");
        out.condition(targets.get(i).index().get());
        out.add(SitLexer.RIGHT_BRACKET, "]");
      }
    }
  }

  static void claim(ExprWriter out, Statement.ClaimOf claim) {
    out.expr(claim.sides().get(0));
    for (int i = 1; i < claim.sides().size(); i++) {
      String relation = claim.relations().get(i - 1);
      out.add(ExprWriter.operatorType(relation), relation);
      out.expr(claim.sides().get(i));
    }
    if (!claim.given().isEmpty()) {
      out.add(SitLexer.GIVEN, "given");
      facts(out, claim.given());
    }
  }

  private static void facts(ExprWriter out, List<Statement.Fact> facts) {
    for (int i = 0; i < facts.size(); i++) {
      if (i > 0) {
        out.add(SitLexer.COMMA, ",");
      }
      fact(out, facts.get(i));
    }
  }

  static void fact(ExprWriter out, Statement.Fact fact) {
    if (fact instanceof Statement.Fact.Markov markov) {
      between(out, markov.chain(), SitLexer.DASHES, "--");
    } else if (fact instanceof Statement.Fact.Independent independent) {
      between(out, independent.groups(), SitLexer.INDEP, "indep");
      if (independent.given().isPresent()) {
        out.add(SitLexer.BAR, "|");
        out.expr(independent.given().get());
      }
    } else if (fact instanceof Statement.Fact.Related related) {
      claim(out, related.claim());
    } else if (fact instanceof Statement.Fact.SameLaw law) {
      between(out, List.of(law.left(), law.right()), SitLexer.TILDE, "~");
    } else if (fact instanceof Statement.Fact.Named named) {
      named(out, named);
    }
  }

  private static void named(ExprWriter out, Statement.Fact.Named named) {
    out.name(named.name());
    if (!named.parameters().isEmpty()) {
      out.add(SitLexer.LEFT_PAREN, "(");
      out.conditions(named.parameters());
      out.add(SitLexer.RIGHT_PAREN, ")");
    }
    between(out, named.groups(), SitLexer.COMMA, ",");
    if (named.given().isPresent()) {
      out.add(SitLexer.BAR, "|");
      out.expr(named.given().get());
    }
  }

  private static void between(ExprWriter out, List<Expr> parts, int type, String separator) {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.add(type, separator);
      }
      out.expr(parts.get(i));
    }
  }
}
