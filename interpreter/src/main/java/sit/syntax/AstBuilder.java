package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import sit.grammar.SitLexer;
import sit.grammar.SitParser;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.syntax.Statement.ClaimOf;
import sit.syntax.Statement.Fact;
import sit.syntax.Statement.Form;
import sit.syntax.Statement.Item;
import sit.syntax.Statement.Target;

/** Turns the parser's trees of statements into {@link Statement}. */
final class AstBuilder {
  private final SyntaxErrors errors;
  private final ExprBuilder exprs;
  private final Docs docs;

  AstBuilder(Source source, Docs docs) {
    this.errors = new SyntaxErrors(source);
    this.exprs = new ExprBuilder(source);
    this.docs = docs;
  }

  private static Span span(ParserRuleContext context) {
    return ExprBuilder.span(context);
  }

  private String doc(ParserRuleContext context) {
    return docs.above(context.getStart().getStartIndex());
  }

  Statement statement(SitParser.StatementContext context) {
    Span span = span(context);
    if (context instanceof SitParser.LetStatementContext let) {
      return let(let.letter(), let.name(), let.parameters(), let.condition(), doc(context), span);
    } else if (context instanceof SitParser.ParamStatementContext param) {
      return new Statement.Param(exprs.params(param.paramItem()), isOf(param.sort(), "any"), span);
    } else if (context instanceof SitParser.RvAbstractContext rv) {
      Optional<Expr> alphabet = Optional.ofNullable(rv.primary()).map(exprs::primary);
      return new Statement.Abstract(targets(rv.target()), alphabet, isOf(rv.sort(), "real"), span);
    } else if (context instanceof SitParser.SampledStatementContext of) {
      Expr.Call from = exprs.call(of.call());
      boolean process = of.PROCESS() != null;
      return new Statement.Sampled(
          targets(of.target()), process, isOf(of.sort(), "real"), from, span);
    } else if (context instanceof SitParser.RvLawContext rv) {
      List<SitParser.ConditionContext> parts = rv.condition();
      List<Expr> given = exprs.conditions(parts.subList(0, parts.size() - 1));
      Expr law = exprs.condition(parts.get(parts.size() - 1));
      return new Statement.Law(targets(List.of(rv.target())), given, law, span);
    } else if (context instanceof SitParser.RvFunctionContext rv) {
      List<Target> targets = targets(List.of(rv.target()));
      if (targets.size() != 1) {
        throw new ReportedError(errors.jointFunction(span(rv.target())));
      }
      return new Statement.FunctionOf(targets.get(0), exprs.condition(rv.condition()), span);
    } else if (context instanceof SitParser.ProcessAbstractContext process) {
      return new Statement.Processes(names(process.name()), isOf(process.sort(), "real"), span);
    } else if (context instanceof SitParser.DensityStatementContext density) {
      return new Statement.Densities(densities(density.densityItem()), span);
    } else if (context instanceof SitParser.ProcessLawContext process) {
      List<Statement.LetterLaw> letters = new ArrayList<>();
      if (process.letterLaws() != null) {
        process.letterLaws().letterLaw().forEach(letter -> letters.add(letterLaw(letter)));
      }
      isOf(process.sort(), "real");
      Optional<Expr> alphabet = Optional.ofNullable(process.primary()).map(exprs::primary);
      return new Statement.ProcessLaw(names(process.name()), alphabet, letters, span);
    } else if (context instanceof SitParser.AssumeStatementContext assume) {
      return new Statement.Assume(facts(assume.fact()), span);
    } else if (context instanceof SitParser.DefineStatementContext define) {
      Expr body = exprs.condition(define.condition());
      return new Statement.Define(exprs.call(define.call()), body, doc(context), span);
    } else if (context instanceof SitParser.HoldsStatementContext holds) {
      return new Statement.Holds(claim(holds.claim()), span);
    }
    return shownOrChecked(context, span);
  }

  private Statement shownOrChecked(SitParser.StatementContext context, Span span) {
    if (context instanceof SitParser.ExpandStatementContext expand) {
      boolean to = expand.TO() != null;
      Optional<String> level = to ? Optional.of(expand.name(0).getText()) : Optional.empty();
      Optional<String> using =
          expand.USING() == null
              ? Optional.empty()
              : Optional.of(expand.name(to ? 1 : 0).getText());
      Expr shown = exprs.condition(expand.condition());
      return new Statement.Show(Form.EXPAND, shown, level, using, span);
    } else if (context instanceof SitParser.SimplifyStatementContext simplify) {
      return show(Form.SIMPLIFY, simplify.condition(), span);
    } else if (context instanceof SitParser.LatexStatementContext latex) {
      return show(Form.LATEX, latex.condition(), span);
    } else if (context instanceof SitParser.TreeStatementContext tree) {
      return show(Form.TREE, tree.condition(), span);
    } else if (context instanceof SitParser.CheckStatementContext check) {
      return new Statement.Check(claim(check.claim()), span);
    } else if (context instanceof SitParser.PlotStatementContext plot) {
      Optional<Statement.Sweep> sweep = Optional.ofNullable(plot.sweep()).map(this::sweep);
      List<Expr> shown = exprs.conditions(plot.condition());
      return new Statement.Plot(plot.TABLE() != null, shown, sweep, span);
    } else if (context instanceof SitParser.DerivationStatementContext derivation) {
      boolean lemma = derivation.LEMMA() != null;
      List<Item> items = new ArrayList<>();
      for (SitParser.ItemContext item : derivation.item()) {
        items.add(item(item));
      }
      Span name = span(derivation.name());
      String text = derivation.name().getText();
      return new Statement.Derivation(lemma, text, name, items, doc(context), span);
    } else if (context instanceof SitParser.RuleStatementContext rule) {
      List<ClaimOf> schemas = new ArrayList<>();
      List<Statement> given = new ArrayList<>();
      for (SitParser.RuleItemContext item : rule.ruleItem()) {
        if (item.claim() != null) {
          schemas.add(claim(item.claim()));
        } else if (item.PARAM() != null) {
          given.add(new Statement.Param(exprs.params(item.paramItem()), span(item)));
        } else {
          given.add(new Statement.Densities(densities(item.densityItem()), span(item)));
        }
      }
      Span name = span(rule.name());
      boolean axiom = rule.AXIOM() != null;
      String text = rule.name().getText();
      return new Statement.Rule(axiom, text, name, given, schemas, doc(context), span);
    } else if (context instanceof SitParser.PropertyStatementContext property) {
      Fact.Named pattern = property(property.property());
      return new Statement.Property(pattern, facts(property.fact()), doc(context), span);
    } else if (context instanceof SitParser.ImportStatementContext imported) {
      return new Statement.Import(path(imported), span);
    } else if (context instanceof SitParser.UnitStatementContext unit) {
      return new Statement.UnitOf(unit.name().getText(), span);
    }
    SitParser.EvaluateStatementContext evaluate = (SitParser.EvaluateStatementContext) context;
    List<Expr> all = exprs.conditions(evaluate.condition());
    for (Expr expr : all) {
      if (expr instanceof Expr.Binary binary && binary.operator().equals("=")) {
        throw new ReportedError(errors.relationAsStatement(expr.span()));
      }
    }
    return new Statement.Evaluate(all, span);
  }

  private Statement.Show show(Form form, SitParser.ConditionContext condition, Span span) {
    Expr shown = exprs.condition(condition);
    return new Statement.Show(form, shown, Optional.empty(), Optional.empty(), span);
  }

  private Statement.Sweep sweep(SitParser.SweepContext context) {
    Optional<Expr> step = Optional.ofNullable(context.expr(1)).map(exprs::expr);
    Expr domain = exprs.expr(context.expr(0));
    return new Statement.Sweep(context.name().getText(), span(context.name()), domain, step);
  }

  private Statement.Let let(
      SitParser.LetterContext letter,
      SitParser.NameContext name,
      SitParser.ParametersContext parameters,
      SitParser.ConditionContext body,
      String doc,
      Span span) {
    if (letter != null) {
      Span at = span(letter.name());
      return new Statement.Let(letter.getText(), at, List.of(), exprs.condition(body), doc, span);
    }
    List<String> names = new ArrayList<>();
    if (parameters != null) {
      parameters.name().forEach(n -> names.add(n.getText()));
    }
    return new Statement.Let(name.getText(), span(name), names, exprs.condition(body), doc, span);
  }

  /** Whether what is declared is said to be of a sort, such as real; not where nothing is said. */
  private boolean isOf(SitParser.SortContext sort, String wanted) {
    if (sort != null && !sort.name().getText().equals(wanted)) {
      String met = sort.name().getText();
      throw new ReportedError(errors.unknownSort(span(sort.name()), met, wanted));
    }
    return sort != null;
  }

  private List<Statement.DensityOf> densities(List<SitParser.DensityItemContext> items) {
    List<Statement.DensityOf> all = new ArrayList<>();
    for (SitParser.DensityItemContext item : items) {
      Optional<Expr> body = Optional.ofNullable(item.condition()).map(exprs::condition);
      all.add(new Statement.DensityOf(exprs.call(item.call()), body, span(item)));
    }
    return all;
  }

  private List<Target> targets(List<SitParser.TargetContext> contexts) {
    List<Target> all = new ArrayList<>();
    for (SitParser.TargetContext context : contexts) {
      if (context instanceof SitParser.NamedTargetContext named) {
        Optional<Expr> index = Optional.ofNullable(named.condition()).map(exprs::condition);
        all.add(new Target(named.name().getText(), index, span(context)));
      } else {
        all.addAll(targets(((SitParser.JointTargetContext) context).target()));
      }
    }
    return all;
  }

  private Statement.LetterLaw letterLaw(SitParser.LetterLawContext context) {
    boolean drawn = context instanceof SitParser.DrawnLetterContext;
    SitParser.TargetContext target =
        drawn
            ? ((SitParser.DrawnLetterContext) context).target()
            : ((SitParser.FunctionLetterContext) context).target();
    List<Target> targets = targets(List.of(target));
    if (targets.size() != 1 || targets.get(0).index().isEmpty()) {
      throw new ReportedError(errors.notALetter(span(target)));
    }
    List<SitParser.ConditionContext> parts =
        drawn
            ? ((SitParser.DrawnLetterContext) context).condition()
            : List.of(((SitParser.FunctionLetterContext) context).condition());
    List<Expr> given = exprs.conditions(parts.subList(0, parts.size() - 1));
    Expr law = exprs.condition(parts.get(parts.size() - 1));
    return new Statement.LetterLaw(targets.get(0), given, law, !drawn, span(context));
  }

  private static List<Statement.Name> names(List<SitParser.NameContext> contexts) {
    List<Statement.Name> all = new ArrayList<>();
    contexts.forEach(c -> all.add(new Statement.Name(c.getText(), span(c))));
    return all;
  }

  private ClaimOf claim(SitParser.ClaimContext context) {
    List<Fact> given = facts(context.fact());
    return claim(context.expr(), context.relation(), given, span(context));
  }

  private ClaimOf claim(
      List<SitParser.ExprContext> sides,
      List<SitParser.RelationContext> relations,
      List<Fact> given,
      Span span) {
    return new ClaimOf(exprs.exprs(sides), relations(relations), given, span);
  }

  private static List<String> relations(List<SitParser.RelationContext> contexts) {
    List<String> relations = new ArrayList<>();
    contexts.forEach(c -> relations.add(relation(c.getStart())));
    return relations;
  }

  private static String relation(Token token) {
    return token.getType() == SitLexer.EQUALS ? "=" : token.getText();
  }

  private List<Fact> facts(List<SitParser.FactContext> contexts) {
    List<Fact> all = new ArrayList<>();
    for (SitParser.FactContext context : contexts) {
      all.add(fact(context));
    }
    return all;
  }

  private Fact fact(SitParser.FactContext context) {
    if (context.property() != null) {
      return property(context.property());
    }
    Span span = span(context);
    List<Expr> parts = new ArrayList<>();
    if (context.shape() != null) {
      SitParser.NameContext of = context.shape().name();
      List<List<Expr>> slots = List.of(List.of(new Expr.Name(of.getText(), span(of))));
      parts.add(new Expr.Call(context.shape().SHAPE().getText(), span, slots, List.of(), span));
      return new Fact.Related(new ClaimOf(parts, List.of(), List.of(), span), span);
    }
    parts.add(exprs.expr(context.expr()));
    SitParser.FactTailContext tail = context.factTail();
    if (tail instanceof SitParser.MarkovFactContext markov) {
      parts.addAll(exprs.exprs(markov.expr()));
      return new Fact.Markov(parts, span);
    } else if (tail instanceof SitParser.IndependenceFactContext independence) {
      List<Expr> others = exprs.exprs(independence.expr());
      boolean conditional = independence.BAR() != null;
      int groups = others.size() - (conditional ? 1 : 0);
      parts.addAll(others.subList(0, groups));
      Optional<Expr> given = conditional ? Optional.of(others.get(groups)) : Optional.empty();
      return new Fact.Independent(parts, given, span);
    }
    if (tail instanceof SitParser.StrictFactContext strict) {
      parts.add(exprs.expr(strict.expr()));
      List<String> relation = List.of(strict.getStart().getText());
      return new Fact.Related(new ClaimOf(parts, relation, List.of(), span), span);
    }
    if (tail instanceof SitParser.LawFactContext law) {
      return new Fact.SameLaw(parts.get(0), exprs.expr(law.expr()), span);
    }
    SitParser.RelationFactContext relation = (SitParser.RelationFactContext) tail;
    parts.addAll(exprs.exprs(relation.expr()));
    ClaimOf claim = new ClaimOf(parts, relations(relation.relation()), List.of(), span);
    return new Fact.Related(claim, span);
  }

  private Fact.Named property(SitParser.PropertyContext context) {
    List<Expr> parts = new ArrayList<>();
    context.member().forEach(member -> parts.add(exprs.member(member)));
    int groups = parts.size() - (context.BAR() == null ? 0 : 1);
    Optional<Expr> given =
        context.BAR() == null ? Optional.empty() : Optional.of(parts.get(groups));
    List<Expr> parameters =
        context.arguments() == null ? List.of() : exprs.parameters(context.arguments());
    return new Fact.Named(
        context.name().getText(),
        span(context.name()),
        parameters,
        parts.subList(0, groups),
        given,
        span(context));
  }

  private Item item(SitParser.ItemContext context) {
    Span span = span(context);
    if (context instanceof SitParser.GivenItemContext given) {
      return new Item.Given(given(given.given()), span);
    } else if (context instanceof SitParser.AssumeItemContext assume) {
      return new Item.Given(new Statement.Assume(facts(assume.fact()), span), span);
    } else if (context instanceof SitParser.LetItemContext let) {
      return new Item.Given(
          let(let.letter(), let.name(), let.parameters(), let.condition(), "", span), span);
    } else if (context instanceof SitParser.ClaimItemContext claim) {
      return new Item.Claimed(claim(claim.expr(), claim.relation(), List.of(), span), span);
    }
    SitParser.ChainItemContext chain = (SitParser.ChainItemContext) context;
    List<Statement.Step> steps = new ArrayList<>();
    for (SitParser.StepContext step : chain.step()) {
      List<Statement.Reason> reasons = new ArrayList<>();
      for (SitParser.ReasonContext reason : step.reason()) {
        reasons.add(reason(reason));
      }
      String relation = relation(step.relation().getStart());
      Expr next =
          step.ELLIPSIS() == null
              ? exprs.expr(step.expr())
              : new Expr.Ellipsis(TokenReader.span(step.ELLIPSIS().getSymbol()));
      steps.add(new Statement.Step(relation, next, reasons, span(step)));
    }
    return new Item.Chain(exprs.expr(chain.expr()), steps, span);
  }

  private Statement.Reason reason(SitParser.ReasonContext context) {
    if (context instanceof SitParser.LemmaReasonContext lemma) {
      return new Statement.Reason(true, lemma.name().getText(), List.of(), span(context));
    }
    if (!(context instanceof SitParser.RuleReasonContext rule)) {
      return new Statement.Reason(false, Statement.Reason.UNKNOWN, span(context));
    }
    List<Statement.Put> puts = new ArrayList<>();
    for (int i = 0; i < rule.expr().size(); i++) {
      String name = rule.name(i + 1).getText();
      puts.add(new Statement.Put(name, exprs.expr(rule.expr(i)), span(rule.name(i + 1))));
    }
    return new Statement.Reason(false, rule.name(0).getText(), puts, span(rule.name(0)));
  }

  private Statement given(SitParser.GivenContext context) {
    Span span = span(context);
    if (context instanceof SitParser.GivenVariablesContext variables) {
      List<Target> targets = targets(variables.target());
      Optional<Expr> alphabet = Optional.ofNullable(variables.primary()).map(exprs::primary);
      return new Statement.Abstract(targets, alphabet, isOf(variables.sort(), "real"), span);
    } else if (context instanceof SitParser.GivenProcessesContext processes) {
      return new Statement.Processes(names(processes.name()), isOf(processes.sort(), "real"), span);
    } else if (context instanceof SitParser.GivenDensitiesContext densities) {
      return new Statement.Densities(densities(densities.densityItem()), span);
    } else if (context instanceof SitParser.GivenParamsContext params) {
      return new Statement.Param(
          exprs.params(params.paramItem()), isOf(params.sort(), "any"), span);
    }
    return new Statement.Assume(facts(((SitParser.GivenFactsContext) context).fact()), span);
  }

  private static String path(SitParser.ImportStatementContext context) {
    if (context.STRING() != null) {
      return ExprBuilder.unquote(context.STRING().getText());
    }
    StringBuilder path = new StringBuilder();
    context.name().forEach(n -> path.append(path.isEmpty() ? "" : "/").append(n.getText()));
    return path.toString();
  }
}
