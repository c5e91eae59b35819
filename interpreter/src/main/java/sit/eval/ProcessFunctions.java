package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.limits.Seed;
import sit.numeric.process.ProcessLaw;
import sit.numeric.process.Trajectory;
import sit.typed.Builtin;
import sit.typed.TypedExpr;
import sit.value.Value;

/** Functions of processes with laws: sequences of letters drawn from them. */
final class ProcessFunctions implements BuiltinFamily {
  private final Evaluator evaluator;
  private final ProcessErrors errors;

  ProcessFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = new ProcessErrors(evaluator.source());
  }

  @Override
  public Value apply(TypedExpr.Apply apply, Builtin builtin, Locals locals) {
    return sample(apply, locals);
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
    int n = evaluator.integer(slice.to(), locals, "the length of a prefix");
    Value.Process process = (Value.Process) evaluator.evaluate(slice.base(), locals);
    ProcessLaw law = law(process.names(), prefix);
    int[][] letters = new Trajectory(law).draw(n, seed(apply, locals).random(), evaluator.limits());
    List<Value> sequence = new ArrayList<>();
    for (int time = 1; time <= n; time++) {
      List<Value> together = new ArrayList<>();
      for (String name : process.names()) {
        int letter = letters[law.names().indexOf(name)][time - 1];
        together.add(evaluator.environment().process(name).orElseThrow().alphabet().get(letter));
      }
      sequence.add(together.size() == 1 ? together.get(0) : new Value.Items(together));
    }
    return new Value.Items(sequence);
  }

  private ProcessLaw law(List<String> names, TypedExpr at) {
    Optional<ProcessLaw> law = new ProcessKernels(evaluator).law(Set.copyOf(names));
    return law.orElseThrow(() -> errors.noKernel(at.span(), names.get(0)));
  }

  private Seed seed(TypedExpr.Apply apply, Locals locals) {
    TypedExpr given = apply.options().get("seed");
    return given == null ? Seed.DEFAULT : new Seed(evaluator.integer(given, locals, "a seed"));
  }
}
