package sit.typed;

import java.util.ArrayList;
import java.util.List;
import sit.source.Span;
import sit.syntax.Expr;
import sit.syntax.Statement;
import sit.syntax.Statement.Item;

/** Gives a chain of steps its meaning; a gap joins the steps around it into one. */
final class ChainTyper {
  private final FactTyper facts;
  private final TypeErrors errors;

  ChainTyper(FactTyper facts, TypeErrors errors) {
    this.facts = facts;
    this.errors = errors;
  }

  /** The chain, which where it ends in a gap goes on to the last side of the claim. */
  TypedStatement.Chain chain(Item.Chain chain, List<Item> items) {
    List<TypedStatement.Step> steps = new ArrayList<>();
    TypedExpr first = facts.side(chain.first());
    TypedExpr left = first;
    String relation = "";
    Span gap = null;
    for (Statement.Step step : chain.steps()) {
      relation = joined(relation, step);
      if (step.next() instanceof Expr.Ellipsis) {
        if (!step.reasons().isEmpty()) {
          String help = "write what stands in its place, or leave the reason out";
          throw errors.misplaced(step.reasons().get(0).span(), "a reason for a gap", help);
        }
        gap = gap == null ? step.span() : gap.to(step.span());
        continue;
      }
      TypedExpr next = facts.side(step.next());
      Outcomes.check(errors, List.of(left, next), step.span());
      left = next;
      Span span = gap == null ? step.span() : gap.to(step.span());
      List<TypedStatement.Put> puts = puts(step);
      steps.add(new TypedStatement.Step(relation, next, step.reasons(), puts, gap != null, span));
      relation = "";
      gap = null;
    }
    if (gap != null) {
      steps.add(
          new TypedStatement.Step(relation, end(items, gap), List.of(), List.of(), true, gap));
    }
    return new TypedStatement.Chain(first, steps, chain.span());
  }

  /** The values that the reasons of a step put for names. */
  private List<TypedStatement.Put> puts(Statement.Step step) {
    List<TypedStatement.Put> puts = new ArrayList<>();
    for (Statement.Reason reason : step.reasons()) {
      for (Statement.Put put : reason.puts()) {
        puts.add(new TypedStatement.Put(put.name(), facts.side(put.value()), put.span()));
      }
    }
    return puts;
  }

  private String joined(String before, Statement.Step step) {
    String relation = step.relation();
    if (before.isEmpty() || before.equals("=") || before.equals(relation)) {
      return relation;
    } else if (relation.equals("=")) {
      return before;
    }
    throw errors.misplaced(
        step.span(), "a gap from `" + before + "` to `" + relation + "`", "write `" + before + "`");
  }

  private TypedExpr end(List<Item> items, Span gap) {
    for (Item item : items) {
      if (item instanceof Item.Claimed claimed) {
        List<Expr> sides = claimed.claim().sides();
        return facts.side(sides.get(sides.size() - 1));
      }
    }
    throw errors.misplaced(
        gap,
        "a gap at the end of a chain",
        "write what it comes to, or what is claimed: claim ...");
  }
}
