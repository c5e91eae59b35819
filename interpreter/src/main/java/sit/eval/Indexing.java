package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sit.source.Span;
import sit.term.Group;
import sit.term.Index;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Letters and blocks of processes, and items of lists. */
final class Indexing {
  private final Evaluator evaluator;
  private final EvalErrors errors;

  Indexing(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = evaluator.errors();
  }

  Value select(TypedExpr.Select select, Locals locals) {
    Randoms randoms = new Randoms(evaluator);
    if (!evaluator.isAtOutcome() && randoms.isFunctionOfVariables(select, locals)) {
      return randoms.derive(select, locals);
    }
    Value base = evaluator.evaluate(select.base(), locals);
    if (base instanceof Value.Process process) {
      Index at = evaluator.index(select.at(), locals);
      boolean before = at.value().isPresent() && at.value().getAsInt() < 1;
      if (before && !hasPast(process, at.value().getAsInt())) {
        // Y[t-1] at t = 1: before the first letter there is nothing
        if (!(select.at() instanceof TypedExpr.Number)) {
          return new Value.Variables(Group.EMPTY);
        }
        String found = "" + at.value().getAsInt();
        throw errors.wrongValue(select.at().span(), "an index", "at least 1", found);
      }
      return evaluator.taken(new Value.Variables(Terms.letters(process.names(), at)));
    }
    if (base instanceof Value.Symbolic && select.base().type() == Type.SEQUENCE) {
      String name = ((TypedExpr.Reference) select.base()).name();
      return Terms.entry(name, evaluator.index(select.at(), locals));
    }
    if (base instanceof Value.Mapping || base instanceof Distribution || base instanceof Channel) {
      return keyed(base, evaluator.evaluate(select.at(), locals), select);
    }
    if (base instanceof Value.Items items) {
      int at = evaluator.integer(select.at(), locals, "an index");
      if (at < 1 || at > items.items().size()) {
        throw errors.indexRange(select.at().span(), Integer.toString(at), items.items().size());
      }
      return items.items().get(at - 1);
    }
    throw errors.wrongValue(
        select.base().span(), "what has an index", "a process or a list", Terms.print(base));
  }

  /** The value of a key, the probability of an outcome, the law of an output. */
  private Value keyed(Value base, Value key, TypedExpr.Select select) {
    List<Value> keys =
        base instanceof Value.Mapping map
            ? map.keys()
            : base instanceof Distribution law ? law.outcomes() : ((Channel) base).inputs();
    String text = ValuePrinter.outcome(key);
    List<String> known = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      known.add(ValuePrinter.outcome(keys.get(i)));
      if (known.get(i).equals(text)) {
        return base instanceof Value.Mapping map
            ? map.values().get(i)
            : base instanceof Distribution law
                ? law.probabilities().get(i)
                : new Distribution(((Channel) base).outputs(), ((Channel) base).rows().get(i));
      }
    }
    throw new VectorErrors(evaluator.source())
        .noKey(select.at().span(), text, String.join(", ", known));
  }

  /** Whether processes have letters at a time before the first, by their laws. */
  private boolean hasPast(Value.Process process, int time) {
    return process.names().stream()
        .allMatch(
            n -> evaluator.environment().process(n).filter(p -> p.first() <= time).isPresent());
  }

  /** The times that a sum runs through; one of them where its ends are not known. */
  int[] times(TypedExpr.SumOver sum, Locals locals) {
    Index from = evaluator.index(sum.from(), locals);
    Index to = evaluator.index(sum.to(), locals);
    boolean known = from.value().isPresent() && to.value().isPresent();
    return known
        ? IntStream.rangeClosed(from.value().getAsInt(), to.value().getAsInt()).toArray()
        : new int[] {1};
  }

  Value slice(TypedExpr.Slice slice, Locals locals) {
    Value base = evaluator.evaluate(slice.base(), locals);
    if (base instanceof Value.Items items) {
      int from = evaluator.integer(slice.from(), locals, "an index");
      int to = evaluator.integer(slice.to(), locals, "an index");
      if (from < 1 || to > items.items().size()) {
        String wrong = Integer.toString(from < 1 ? from : to);
        throw errors.indexRange(slice.span(), wrong, items.items().size());
      }
      return new Value.Items(items.items().subList(from - 1, Math.max(from - 1, to)));
    }
    if (!(base instanceof Value.Process process)) {
      throw errors.wrongValue(
          slice.base().span(), "what has blocks", "a process", Terms.print(base));
    }
    return block(
        process,
        evaluator.index(slice.from(), locals),
        evaluator.index(slice.to(), locals),
        slice.span());
  }

  /** A block of processes as random variables. */
  Value block(Value.Process process, Index from, Index to, Span at) {
    try {
      Value letters = evaluator.taken(new Value.Variables(Terms.blocks(process.names(), from, to)));
      // where letters have taken values a block is the list of them, also if it has one letter
      boolean one = evaluator.isAtOutcome() && from.equals(to) && process.names().size() == 1;
      return one && !(letters instanceof Value.Variables)
          ? new Value.Items(List.of(letters))
          : letters;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw errors.tooLarge(at, e.getMessage() + " is too long to write out");
    }
  }
}
