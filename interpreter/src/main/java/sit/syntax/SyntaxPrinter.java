package sit.syntax;

import java.util.ArrayList;
import java.util.List;
import sit.grammar.SitLexer;

/** Prints what was read in canonical form; reading the print gives the same trees. */
public final class SyntaxPrinter {
  private final Style style;
  private final Layout layout = new Layout();
  private int group;

  private SyntaxPrinter(Style style) {
    this.style = style;
  }

  /** An expression on one line. */
  public static String print(Expr expr) {
    return print(expr, Style.ASCII);
  }

  /** An expression on one line. */
  public static String print(Expr expr, Style style) {
    ExprWriter writer = new ExprWriter();
    writer.condition(expr);
    return Spacing.join(writer.lexemes(), style);
  }

  /** A claim on one line. */
  public static String print(Statement.ClaimOf claim, Style style) {
    ExprWriter writer = new ExprWriter();
    StatementWriter.claim(writer, claim);
    return Spacing.join(writer.lexemes(), style);
  }

  /** A fact on one line. */
  public static String print(Statement.Fact fact, Style style) {
    ExprWriter writer = new ExprWriter();
    StatementWriter.fact(writer, fact);
    return Spacing.join(writer.lexemes(), style);
  }

  /**
   * A statement, with the newline that ends it; several lines if it has documentation or a block.
   */
  public static String print(Statement statement) {
    return print(statement, Style.ASCII);
  }

  /**
   * A statement, with the newline that ends it; several lines if it has documentation or a block.
   */
  public static String print(Statement statement, Style style) {
    SyntaxPrinter printer = new SyntaxPrinter(style);
    printer.statement(statement);
    return printer.layout.print();
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.Derivation derivation) {
      doc(derivation.doc());
      plain(0, (derivation.lemma() ? "lemma " : "derivation ") + derivation.name() + " {");
      derivation.items().forEach(this::item);
      plain(0, "}");
    } else if (statement instanceof Statement.Rule rule) {
      doc(rule.doc());
      plain(0, (rule.axiom() ? "axiom " : "rule ") + rule.name() + " {");
      for (Statement given : rule.given()) {
        plain(2, Spacing.join(StatementWriter.write(given), style));
      }
      rule.schemas().forEach(schema -> plain(2, print(schema, style)));
      plain(0, "}");
    } else if (statement instanceof Statement.ProcessLaw process && !process.letters().isEmpty()) {
      plain(0, Spacing.join(StatementWriter.headOf(process), style));
      process
          .letters()
          .forEach(letter -> plain(2, Spacing.join(StatementWriter.lineOf(letter), style)));
      plain(0, "}");
    } else {
      doc(docOf(statement));
      plain(0, Spacing.join(StatementWriter.write(statement), style));
    }
  }

  private static String docOf(Statement statement) {
    if (statement instanceof Statement.Let let) {
      return let.doc();
    } else if (statement instanceof Statement.Property property) {
      return property.doc();
    }
    return statement instanceof Statement.Define define ? define.doc() : "";
  }

  private void doc(String doc) {
    if (!doc.isEmpty()) {
      for (String text : doc.substring(0, doc.length() - 1).split("\n", -1)) {
        String comment = text.isEmpty() ? "##" : "## " + text;
        layout.add(new Layout.Line(group++, 0, "", "", "", comment, false));
      }
    }
  }

  private void plain(int indent, String text) {
    layout.add(new Layout.Line(group++, indent, "", text, "", "", false));
  }

  private void item(Statement.Item item) {
    if (item instanceof Statement.Item.Given given) {
      boolean let = given.statement() instanceof Statement.Let;
      List<Lexeme> lexemes = new ArrayList<>();
      if (!let) {
        lexemes.add(new Lexeme(SitLexer.GIVEN, "given"));
      }
      List<Lexeme> inner = StatementWriter.write(given.statement());
      boolean facts = given.statement() instanceof Statement.Assume;
      lexemes.addAll(facts ? inner.subList(1, inner.size()) : inner);
      plain(2, Spacing.join(lexemes, style));
    } else if (item instanceof Statement.Item.Claimed claimed) {
      plain(2, "claim " + print(claimed.claim(), style));
    } else if (item instanceof Statement.Item.Chain chain) {
      chain(chain);
    }
  }

  private void chain(Statement.Item.Chain chain) {
    layout.add(new Layout.Line(group, 2, "", expr(chain.first()), "", "", false));
    for (Statement.Step step : chain.steps()) {
      String relation =
          style.spell(new Lexeme(ExprWriter.operatorType(step.relation()), step.relation()));
      StringBuilder reasons = new StringBuilder();
      for (Statement.Reason reason : step.reasons()) {
        reasons.append(reasons.isEmpty() ? "by " : ", ");
        reasons.append(reason.lemma() ? "lemma " : "").append(reason.name());
        for (int i = 0; i < reason.puts().size(); i++) {
          reasons.append(i == 0 ? "(" : ", ").append(reason.puts().get(i).name()).append(" = ");
          reasons.append(expr(reason.puts().get(i).value()));
        }
        reasons.append(reason.puts().isEmpty() ? "" : ")");
      }
      layout.add(
          new Layout.Line(group, 4, relation, expr(step.next()), reasons.toString(), "", false));
    }
    group++;
  }

  private String expr(Expr expr) {
    ExprWriter writer = new ExprWriter();
    writer.expr(expr);
    return Spacing.join(writer.lexemes(), style);
  }

  /** A text in quotes, as it can be read again. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '"', '\\' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
