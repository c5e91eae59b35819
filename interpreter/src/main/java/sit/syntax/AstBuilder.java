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
      return let(let.name(), let.parameters(), let.condition(), doc(context), span);
    } else if (context instanceof SitParser.ParamStatementContext param) {
      return new Statement.Param(params(param.paramItem()), isOf(param.sort(), "any"), span);
    } else if (context instanceof SitParser.RvAbstractContext rv) {
      return new Statement.Abstract(targets(rv.target()), isReal(rv.sort()), span);
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
      return new Statement.Processes(names(process.name()), isReal(process.sort()), span);
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
      for (SitParser.ClaimContext schema : rule.claim()) {
        schemas.add(claim(schema));
      }
      Span name = span(rule.name());
      boolean axiom = rule.AXIOM() != null;
      String text = rule.name().getText();
      return new Statement.Rule(axiom, text, name, schemas, doc(context), span);
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

  private Statement.Let let(
      SitParser.NameContext name,
      SitParser.ParametersContext parameters,
      SitParser.ConditionContext body,
      String doc,
      Span span) {
    List<String> names = new ArrayList<>();
    if (parameters != null) {
      parameters.name().forEach(n -> names.add(n.getText()));
    }
    return new Statement.Let(name.getText(), span(name), names, exprs.condition(body), doc, span);
  }

  /** Whether what is declared is said to be real; discrete where nothing is said. */
  private boolean isReal(SitParser.SortContext sort) {
    return isOf(sort, "real");
  }

  private boolean isOf(SitParser.SortContext sort, String wanted) {
    if (sort != null && !sort.name().getText().equals(wanted)) {
      String met = sort.name().getText();
      throw new ReportedError(errors.unknownSort(span(sort.name()), met, wanted));
    }
    return sort != null;
  }

  private static List<Statement.ParamName> params(List<SitParser.ParamItemContext> items) {
    List<Statement.ParamName> all = new ArrayList<>();
    for (SitParser.ParamItemContext item : items) {
      int arity = item.parameters() == null ? 0 : item.parameters().name().size();
      boolean indexed = item.LEFT_BRACKET() != null;
      Span at = span(item.name(0));
      all.add(new Statement.ParamName(item.name(0).getText(), arity, indexed, at));
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
      String sign = strict.LESS() != null ? "<" : ">";
      return new Fact.Related(new ClaimOf(parts, List.of(sign), List.of(), span), span);
    }
    SitParser.RelationFactContext relation = (SitParser.RelationFactContext) tail;
    parts.addAll(exprs.exprs(relation.expr()));
    ClaimOf claim = new ClaimOf(parts, relations(relation.relation()), List.of(), span);
    return new Fact.Related(claim, span);
  }

  private Item item(SitParser.ItemContext context) {
    Span span = span(context);
    if (context instanceof SitParser.GivenItemContext given) {
      return new Item.Given(given(given.given()), span);
    } else if (context instanceof SitParser.AssumeItemContext assume) {
      return new Item.Given(new Statement.Assume(facts(assume.fact()), span), span);
    } else if (context instanceof SitParser.LetItemContext let) {
      return new Item.Given(let(let.name(), let.parameters(), let.condition(), "", span), span);
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
      steps.add(new Statement.Step(relation, exprs.expr(step.expr()), reasons, span(step)));
    }
    return new Item.Chain(exprs.expr(chain.expr()), steps, span);
  }

  private Statement.Reason reason(SitParser.ReasonContext context) {
    if (context instanceof SitParser.LemmaReasonContext lemma) {
      return new Statement.Reason(true, lemma.name().getText(), List.of(), span(context));
    }
    SitParser.RuleReasonContext rule = (SitParser.RuleReasonContext) context;
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
      return new Statement.Abstract(targets(variables.target()), isReal(variables.sort()), span);
    } else if (context instanceof SitParser.GivenProcessesContext processes) {
      return new Statement.Processes(names(processes.name()), isReal(processes.sort()), span);
    } else if (context instanceof SitParser.GivenParamsContext params) {
      return new Statement.Param(params(params.paramItem()), isOf(params.sort(), "any"), span);
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
