package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.limits.Seed;
import sit.numeric.process.Flow;
import sit.numeric.process.ProcessLaw;
import sit.numeric.process.Trajectory;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/**
 * Functions of processes with laws: sequences of letters drawn from them, and what a measure is
 * along a sequence.
 */
final class ProcessFunctions implements BuiltinFamily {
  private static final int LONGEST = 1 << 22;

  private final Evaluator evaluator;
  private final ProcessErrors errors;

  ProcessFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = new ProcessErrors(evaluator.source());
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    if (builtin != Builtin.SAMPLE) {
      return flow(apply, builtin == Builtin.COMPENSATOR, locals);
    }
    return apply.arguments().size() == 1 ? sample(apply, locals) : draws(apply, locals);
  }

  private Value sample(TypedExpr.Apply apply, Locals locals) {
    TypedExpr prefix = apply.arguments().get(0);
    boolean whole =
        prefix instanceof TypedExpr.Slice slice
            && evaluator.integer(slice.from(), locals, "the start of a prefix") == 1;
    if (!whole) {
      throw errors.notAPrefix(prefix.span(), apply.function());
    }
    TypedExpr.Slice slice = (TypedExpr.Slice) prefix;
    int n = length(slice.to(), locals);
    Value.Process process = (Value.Process) evaluator.evaluate(slice.base(), locals);
    ProcessLaw law = Flows.law(evaluator, process.names(), prefix.span());
    int[][] letters = new Trajectory(law).draw(n, seed(apply, locals).random(), evaluator.limits());
    List<Value> sequence = new ArrayList<>();
    for (int time = 1; time <= n; time++) {
      List<Value> together = new ArrayList<>();
      for (String name : process.names()) {
        int letter = letters[law.names().indexOf(name)][time - 1];
        together.add(alphabet(name).get(letter));
      }
      sequence.add(together.size() == 1 ? together.get(0) : new Value.Items(together));
    }
    return new Value.Items(sequence);
  }

  private Value draws(TypedExpr.Apply apply, Locals locals) {
    TypedExpr of = apply.arguments().get(0);
    Value law = evaluator.lawOrVariables(of, locals);
    int n = length(apply.arguments().get(1), locals);
    return new Draws(evaluator).of(law, n, seed(apply, locals), of.span());
  }

  private List<Value> alphabet(String process) {
    return evaluator.environment().process(process).orElseThrow().alphabet();
  }

  private int length(TypedExpr written, Locals locals) {
    int n = evaluator.integer(written, locals, "the length of a sequence");
    if (n < 1 || n > LONGEST) {
      String range = "between 1 and " + LONGEST;
      throw evaluator
          .errors()
          .wrongValue(written.span(), "the length of a sequence", range, Integer.toString(n));
    }
    return n;
  }

  private Seed seed(TypedExpr.Apply apply, Locals locals) {
    TypedExpr given = apply.options().get("seed");
    return given == null ? Seed.DEFAULT : new Seed(evaluator.integer(given, locals, "a seed"));
  }

  private Value flow(TypedExpr.Apply apply, boolean compensated, Locals locals) {
    Flows flows = new Flows(evaluator, apply.arguments().get(0));
    TypedExpr along = apply.options().get("along");
    int[][] sequence;
    int n;
    if (along != null) {
      List<Value> given = evaluator.items(along, locals);
      n = given.size();
      sequence = read(flows, given, along);
    } else {
      Optional<TypedExpr> written = Optional.ofNullable(apply.options().get("length"));
      written = written.isPresent() ? written : flows.prefixed().length();
      n = length(written.orElseThrow(() -> errors.noLength(apply.span())), locals);
      sequence =
          new Trajectory(flows.law()).draw(n, seed(apply, locals).random(), evaluator.limits());
    }
    Flow.Found found =
        flows
            .flow()
            .along(sequence, n, compensated)
            .orElseThrow(() -> errors.impossible(apply.span()));
    double[] values = compensated ? found.compensator() : found.density();
    // positive numbers are added and multiplied, so that relative errors add up over the times
    double unit = 0x1p-48 + 2 * flows.law().relativeError();
    List<Value> all = new ArrayList<>();
    double size = 0;
    for (int t = 0; t < n; t++) {
      size = Math.max(size, Math.abs(values[t])) + 1;
      all.add(Quantity.bits(values[t], size * unit * (t + 1), evaluator.environment().unit()));
    }
    return new Value.Items(all);
  }

  private int[][] read(Flows flows, List<Value> given, TypedExpr at) {
    List<String> names = flows.prefixed().processes();
    int[][] sequence = new int[flows.law().names().size()][given.size()];
    for (int t = 0; t < given.size(); t++) {
      Value all = given.get(t);
      boolean tuple = all instanceof Value.Items items && items.items().size() == names.size();
      List<Value> letters = names.size() > 1 && tuple ? ((Value.Items) all).items() : List.of(all);
      for (int i = 0; i < names.size(); i++) {
        Value letter = letters.get(Math.min(i, letters.size() - 1));
        int place = place(alphabet(names.get(i)), letter);
        if (place < 0 || letters.size() != names.size()) {
          throw errors.strangeLetter(
              at.span(), ValuePrinter.outcome(all), String.join(", ", names));
        }
        sequence[flows.law().names().indexOf(names.get(i))][t] = place;
      }
    }
    return sequence;
  }

  private static int place(List<Value> alphabet, Value letter) {
    for (int i = 0; i < alphabet.size(); i++) {
      if (ValuePrinter.outcome(alphabet.get(i)).equals(ValuePrinter.outcome(letter))) {
        return i;
      }
    }
    return -1;
  }
}
