package sit.eval;

import java.util.ArrayList;
import java.util.List;
import sit.source.Span;
import sit.term.Group;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Value;

/** Functions of lists. */
final class ListFunctions implements BuiltinFamily {
  private final Evaluator evaluator;
  private final EvalErrors errors;

  ListFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    List<Value> items = evaluator.items(apply.arguments().get(0), locals);
    Span at = apply.span();
    return switch (builtin) {
      case LEN -> Quantity.of(items.size());
      case SUBSETS -> {
        if (items.size() > 16) {
          throw errors.tooLarge(at, "all subsets of " + items.size() + " items");
        }
        List<Value> all = new ArrayList<>();
        for (int set = 1; set < 1 << items.size(); set++) {
          List<Value> subset = new ArrayList<>();
          for (int i = 0; i < items.size(); i++) {
            if ((set >> i & 1) != 0) {
              subset.add(items.get(i));
            }
          }
          all.add(new Value.Items(subset));
        }
        yield new Value.Items(all);
      }
      case WITHOUT -> {
        int place = evaluator.integer(apply.arguments().get(1), locals, "a place in a list");
        if (place < 1 || place > items.size()) {
          throw errors.indexRange(at, Integer.toString(place), items.size());
        }
        List<Value> rest = new ArrayList<>(items);
        rest.remove(place - 1);
        yield new Value.Items(rest);
      }
      case PROD -> {
        Quantity all = Quantity.of(1);
        for (Value item : items) {
          if (!(item instanceof Quantity number)) {
            throw errors.wrongValue(at, "an item", "a number", Terms.print(item));
          }
          all = Arithmetic.multiply(all, number);
        }
        yield all;
      }
      default -> {
        Group group = Group.EMPTY;
        for (Value item : items) {
          if (!(item instanceof Value.Variables variables)) {
            throw errors.wrongValue(at, "an item", "random variables", Terms.print(item));
          }
          group = group.union(variables.group());
        }
        yield new Value.Variables(group);
      }
    };
  }
}
