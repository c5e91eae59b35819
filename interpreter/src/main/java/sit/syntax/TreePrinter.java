package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints the tree of a text: a statement's parts each on a line, an expression as {@code (head part
 * part)}.
 */
public final class TreePrinter {
  private final StringBuilder out = new StringBuilder();

  private TreePrinter() {}

  /** The trees of all statements; equal texts mean equal programs, apart from places. */
  public static String print(List<Statement> statements) {
    TreePrinter printer = new TreePrinter();
    for (Statement statement : statements) {
      printer.statement(statement, 0);
    }
    return printer.out.toString();
  }

  /** The tree of an expression, on one line. */
  public static String print(Expr expr) {
    TreePrinter printer = new TreePrinter();
    printer.expr(expr);
    return printer.out.toString();
  }

  private void line(int indent, String text) {
    out.append("  ".repeat(indent)).append(text).append('\n');
  }

  private void line(int indent, String label, Expr expr) {
    out.append("  ".repeat(indent)).append(label).append(' ');
    expr(expr);
    out.append('\n');
  }

  private void doc(int indent, String doc) {
    doc.lines().forEach(text -> line(indent, "doc " + quoted(text)));
  }

  private void statement(Statement statement, int indent) {
    int in = indent + 1;
    if (statement instanceof Statement.Let let) {
      line(indent, "let " + let.name() + parameters(let.parameters()));
      doc(in, let.doc());
      line(in, "body", let.body());
    } else if (statement instanceof Statement.Param param) {
      line(indent, param.any() ? "param any" : "param");
      param
          .names()
          .forEach(name -> line(in, name.name() + (name.indexed() ? "[]" : "/" + name.arity())));
    } else if (statement instanceof Statement.Abstract rv) {
      line(indent, rv.real() ? "rv real" : "rv");
      rv.targets().forEach(target -> target(target, in));
      rv.alphabet().ifPresent(alphabet -> line(in, "over", alphabet));
    } else if (statement instanceof Statement.Sampled sampled) {
      String sort = sampled.real() ? " real from" : " from";
      line(indent, (sampled.process() ? "process" : "rv") + sort);
      sampled.targets().forEach(target -> target(target, in));
      line(in, "call", sampled.from());
    } else if (statement instanceof Statement.Law rv) {
      line(indent, "rv law");
      rv.targets().forEach(target -> target(target, in));
      rv.given().forEach(given -> line(in, "given", given));
      line(in, "law", rv.law());
    } else if (statement instanceof Statement.FunctionOf rv) {
      line(indent, "rv function");
      target(rv.target(), in);
      line(in, "body", rv.body());
    } else if (statement instanceof Statement.Processes processes) {
      line(indent, processes.real() ? "process real" : "process");
      processes.names().forEach(name -> line(in, name.name()));
    } else if (statement instanceof Statement.Densities densities) {
      line(indent, "density");
      for (Statement.DensityOf density : densities.densities()) {
        line(in, "of", density.pattern());
        density.body().ifPresent(body -> line(in, "is", body));
      }
    } else if (statement instanceof Statement.ProcessLaw process) {
      line(indent, "process law");
      process.names().forEach(name -> line(in, name.name()));
      process.alphabet().ifPresent(alphabet -> line(in, "over", alphabet));
      for (Statement.LetterLaw letter : process.letters()) {
        target(letter.target(), in);
        letter.given().forEach(given -> line(in + 1, "given", given));
        line(in + 1, letter.function() ? "body" : "law", letter.law());
      }
    } else if (statement instanceof Statement.Assume assume) {
      line(indent, "assume");
      assume.facts().forEach(fact -> fact(fact, in));
    } else if (statement instanceof Statement.Define define) {
      line(indent, "define");
      doc(in, define.doc());
      line(in, "pattern", define.pattern());
      line(in, "body", define.body());
    } else if (statement instanceof Statement.Holds holds) {
      line(indent, "holds");
      claim(holds.claim(), in);
    } else {
      shown(statement, indent);
    }
  }

  private void shown(Statement statement, int indent) {
    int in = indent + 1;
    if (statement instanceof Statement.Show show) {
      String to = show.to().map(name -> " to " + name).orElse("");
      String using = show.using().map(name -> " using " + name).orElse("");
      line(indent, show.form().name().toLowerCase(Locale.ROOT) + to + using);
      line(in, "of", show.expression());
    } else if (statement instanceof Statement.Check check) {
      line(indent, "check");
      claim(check.claim(), in);
    } else if (statement instanceof Statement.Plot plot) {
      line(indent, plot.table() ? "table" : "plot");
      plot.shown().forEach(expr -> line(in, "of", expr));
      if (plot.sweep().isPresent()) {
        Statement.Sweep sweep = plot.sweep().get();
        line(in, "for " + sweep.name() + " in", sweep.domain());
        sweep.step().ifPresent(step -> line(in, "step", step));
      }
    } else if (statement instanceof Statement.Derivation derivation) {
      line(indent, (derivation.lemma() ? "lemma " : "derivation ") + derivation.name());
      doc(in, derivation.doc());
      derivation.items().forEach(item -> item(item, in));
    } else if (statement instanceof Statement.Rule rule) {
      line(indent, (rule.axiom() ? "axiom " : "rule ") + rule.name());
      doc(in, rule.doc());
      rule.given().forEach(given -> statement(given, in));
      rule.schemas().forEach(schema -> schema(schema, in));
    } else if (statement instanceof Statement.Property property) {
      line(indent, "property");
      doc(in, property.doc());
      fact(property.pattern(), in);
      property.facts().forEach(fact -> fact(fact, in));
    } else if (statement instanceof Statement.Import path) {
      line(indent, "import " + quoted(path.path()));
    } else if (statement instanceof Statement.UnitOf unit) {
      line(indent, "unit " + unit.unit());
    } else if (statement instanceof Statement.Evaluate evaluate) {
      line(indent, "evaluate");
      evaluate.expressions().forEach(expr -> line(in, "value", expr));
    }
  }

  private static String parameters(List<String> names) {
    return names.isEmpty() ? "" : "(" + String.join(", ", names) + ")";
  }

  private void target(Statement.Target target, int indent) {
    if (target.index().isEmpty()) {
      line(indent, "variable " + target.name());
    } else {
      line(indent, "variable " + target.name() + " at", target.index().get());
    }
  }

  private void schema(Statement.ClaimOf schema, int indent) {
    line(indent, "claim");
    claim(schema, indent + 1);
  }

  private void claim(Statement.ClaimOf claim, int indent) {
    line(indent, "side", claim.sides().get(0));
    for (int i = 1; i < claim.sides().size(); i++) {
      line(indent, claim.relations().get(i - 1), claim.sides().get(i));
    }
    if (!claim.given().isEmpty()) {
      line(indent, "given");
      claim.given().forEach(fact -> fact(fact, indent + 1));
    }
  }

  private void fact(Statement.Fact fact, int indent) {
    if (fact instanceof Statement.Fact.Markov markov) {
      line(indent, "markov");
      markov.chain().forEach(part -> line(indent + 1, "part", part));
    } else if (fact instanceof Statement.Fact.Independent independent) {
      line(indent, "independent");
      independent.groups().forEach(group -> line(indent + 1, "part", group));
      independent.given().ifPresent(given -> line(indent + 1, "given", given));
    } else if (fact instanceof Statement.Fact.Related related) {
      line(indent, "related");
      claim(related.claim(), indent + 1);
    } else if (fact instanceof Statement.Fact.SameLaw law) {
      line(indent, "same law");
      line(indent + 1, "part", law.left());
      line(indent + 1, "part", law.right());
    } else if (fact instanceof Statement.Fact.Named named) {
      line(indent, "named " + named.name());
      named.parameters().forEach(part -> line(indent + 1, "parameter", part));
      named.groups().forEach(part -> line(indent + 1, "part", part));
      named.given().ifPresent(part -> line(indent + 1, "given", part));
    }
  }

  private void item(Statement.Item item, int indent) {
    if (item instanceof Statement.Item.Given given) {
      line(indent, "given");
      statement(given.statement(), indent + 1);
    } else if (item instanceof Statement.Item.Claimed claimed) {
      schema(claimed.claim(), indent);
    } else if (item instanceof Statement.Item.Chain chain) {
      line(indent, "chain", chain.first());
      for (Statement.Step step : chain.steps()) {
        line(indent + 1, step.relation(), step.next());
        for (Statement.Reason reason : step.reasons()) {
          line(indent + 2, "by " + (reason.lemma() ? "lemma " : "") + reason.name());
          reason.puts().forEach(put -> line(indent + 3, put.name(), put.value()));
        }
      }
    }
  }

  private void expr(Expr expr) {
    if (expr instanceof Expr.Number number) {
      out.append(number.text());
    } else if (expr instanceof Expr.Text text) {
      out.append(quoted(text.text()));
    } else if (expr instanceof Expr.Truth truth) {
      out.append(truth.value());
    } else if (expr instanceof Expr.Name name) {
      out.append(name.name());
    } else if (expr instanceof Expr.Call call) {
      call(call);
    } else if (expr instanceof Expr.Ellipsis) {
      out.append("...");
    } else if (expr instanceof Expr.Dot) {
      out.append(".");
    } else if (expr instanceof Expr.Mean mean) {
      mean(mean);
    } else if (expr instanceof Expr.Index index) {
      list("at", index.arguments(), index.base());
      index.given().ifPresent(given -> append(" | ", given));
      out.append(')');
    } else if (expr instanceof Expr.Tuple tuple) {
      list("tuple", tuple.items());
      out.append(')');
    } else if (expr instanceof Expr.ListOf listed) {
      list("list", listed.items());
      out.append(')');
    } else if (expr instanceof Expr.Each each) {
      list("each " + each.item(), List.of(each.list()));
      each.condition().ifPresent(chosen -> append(" if ", chosen));
      append(" ", each.body());
      out.append(')');
    } else if (expr instanceof Expr.SetOf set) {
      list("set", set.items());
      out.append(')');
    } else if (expr instanceof Expr.Table table) {
      table(table);
    } else {
      operation(expr);
    }
  }

  private void operation(Expr expr) {
    if (expr instanceof Expr.Unary unary) {
      list(unary.operator(), List.of(unary.operand()));
    } else if (expr instanceof Expr.Binary binary) {
      list(binary.operator(), List.of(binary.left(), binary.right()));
    } else if (expr instanceof Expr.Range range) {
      list("..", List.of(range.from(), range.to()));
    } else if (expr instanceof Expr.Sum sum) {
      list(sum.operator() + " " + sum.binder(), List.of(sum.domain(), sum.body()));
    } else if (expr instanceof Expr.Conditional choice) {
      list("if", List.of(choice.condition(), choice.then(), choice.otherwise()));
    } else if (expr instanceof Expr.Rate rate) {
      list("rate", List.of(rate.measure()));
    } else if (expr instanceof Expr.Optimum optimum) {
      List<Expr> parts = new ArrayList<>(List.of(optimum.objective(), optimum.law()));
      parts.addAll(optimum.constraints());
      optimum.under().ifPresent(parts::add);
      list(optimum.operator() + (optimum.under().isPresent() ? " under" : ""), parts);
    }
    out.append(')');
  }

  private void append(String before, Expr expr) {
    out.append(before);
    expr(expr);
  }

  private void list(String head, List<Expr> items, Expr... first) {
    out.append('(').append(head);
    for (Expr expr : first) {
      append(" ", expr);
    }
    for (Expr item : items) {
      append(" ", item);
    }
  }

  private void call(Expr.Call call) {
    out.append("(call ").append(call.name());
    for (int i = 0; i < call.slots().size(); i++) {
      out.append(i == 0 ? "" : " " + call.separators().get(i - 1));
      for (Expr argument : call.slots().get(i)) {
        append(" ", argument);
      }
    }
    out.append(')');
  }

  private void mean(Expr.Mean mean) {
    out.append("(mean");
    for (Expr.Draw draw : mean.draws()) {
      draw.outcomes().forEach(outcome -> append(" ", outcome));
      append(" ~ ", draw.density());
    }
    append(" of ", mean.body());
    out.append(')');
  }

  private void table(Expr.Table table) {
    out.append("(table");
    for (Expr.Entry entry : table.entries()) {
      append(" (", entry.key());
      append(": ", entry.value());
      out.append(')');
    }
    out.append(')');
  }

  private static String quoted(String text) {
    return SyntaxPrinter.quoted(text);
  }
}
