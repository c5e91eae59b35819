package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.numeric.Bounded;
import sit.numeric.process.EntropyRate;
import sit.numeric.process.ProcessDivergence;
import sit.numeric.process.ProcessLaw;
import sit.numeric.process.TooManyPasts;
import sit.source.Span;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Relative entropy between the laws of processes, of prefixes or per letter. */
final class ProcessDivergences {
  private final Evaluator evaluator;

  ProcessDivergences(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * One of the two laws that are compared, as it is written: a prefix, or the law of prefixes that
   * may be causally conditioned on others.
   */
  private record Written(List<String> of, List<String> given, TypedExpr length, TypedExpr known) {
    List<String> all() {
      List<String> all = new ArrayList<>(of);
      all.addAll(given);
      return all;
    }
  }

  /** The relative entropy of two prefixes of one length; empty where it is of something else. */
  Optional<Value> value(TypedExpr.Divergence divergence, Locals locals) {
    Optional<Written> from = written(divergence.from(), locals);
    Optional<Written> to = written(divergence.to(), locals);
    if (!evaluator.domain().isNumeric() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    int n = length(from.get().length(), locals);
    int known = length(from.get().known(), locals);
    boolean one =
        n == length(to.get().length(), locals)
            && known == length(to.get().known(), locals)
            && n >= 1;
    boolean causal = !from.get().given().isEmpty();
    boolean fits = one && (!causal || known == n || known == n - 1);
    Optional<ProcessDivergence> work =
        fits ? divergence(from.get(), to.get(), known < n, divergence.span()) : Optional.empty();
    if (work.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<EntropyRate.Rate> exact = work.get().exactly(n);
      return Optional.of(exact.map(this::quantity).orElseGet(() -> bounded(work.get().at(n))));
    } catch (TooManyPasts e) {
      throw evaluator.errors().tooManyPasts(divergence.span(), e.pasts());
    } catch (ProcessDivergence.UndefinedKernel e) {
      throw new ProcessErrors(evaluator.source()).undefinedKernel(divergence.to().span());
    }
  }

  /** The relative entropy per letter in the long run. */
  Value rate(TypedExpr.Divergence divergence, Locals locals) {
    Optional<Written> from = written(divergence.from(), locals);
    Optional<Written> to = written(divergence.to(), locals);
    Optional<ProcessDivergence> work =
        from.isPresent() && to.isPresent()
            ? divergence(from.get(), to.get(), false, divergence.span())
            : Optional.empty();
    String why = "the lines of the processes are not alike at all times";
    try {
      return quantity(
          work.orElseThrow(() -> evaluator.errors().noRate(divergence.span(), why)).rate());
    } catch (TooManyPasts e) {
      throw evaluator.errors().tooManyPasts(divergence.span(), e.pasts());
    } catch (ProcessDivergence.UndefinedKernel e) {
      throw new ProcessErrors(evaluator.source()).undefinedKernel(divergence.to().span());
    }
  }

  private Quantity quantity(EntropyRate.Rate rate) {
    Unit unit = evaluator.environment().unit();
    return rate.exact().isPresent()
        ? Quantity.of(rate.exact().get(), unit)
        : Quantity.infinite(true, unit);
  }

  private Quantity bounded(Bounded bits) {
    Unit unit = evaluator.environment().unit();
    return Double.isInfinite(bits.value())
        ? Quantity.infinite(true, unit)
        : Quantity.bits(bits.value(), bits.error(), unit);
  }

  private int length(TypedExpr to, Locals locals) {
    return evaluator.index(to, locals).value().orElse(-1);
  }

  private Optional<Written> written(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.DensityAt law
        && law.own()
        && law.of().size() == 1
        && (law.given().isEmpty() || law.causal() && law.given().size() == 1)) {
      Optional<Written> of = written(law.of().get(0), locals);
      if (of.isEmpty() || law.given().isEmpty()) {
        return of;
      }
      return written(law.given().get(0), locals)
          .map(given -> new Written(of.get().of(), given.of(), of.get().length(), given.length()));
    }
    return processes(expr, locals)
        .map(
            names -> {
              TypedExpr to = ((TypedExpr.Slice) expr).to();
              return new Written(names, List.of(), to, to);
            });
  }

  /** The processes of a prefix, in the order in which they are written. */
  private Optional<List<String>> processes(TypedExpr expr, Locals locals) {
    boolean prefix =
        expr instanceof TypedExpr.Slice slice
            && slice.base().type() == Type.PROCESS
            && slice.from() instanceof TypedExpr.Number from
            && from.text().equals("1");
    return prefix
            && evaluator.evaluate(((TypedExpr.Slice) expr).base(), locals)
                instanceof Value.Process process
            && process.names().stream()
                .allMatch(name -> evaluator.environment().process(name).isPresent())
        ? Optional.of(process.names())
        : Optional.empty();
  }

  private Optional<ProcessDivergence> divergence(
      Written from, Written to, boolean before, Span at) {
    requireOneAlphabet(from.of(), to.of(), at);
    requireOneAlphabet(from.given(), to.given(), at);
    ProcessKernels kernels = new ProcessKernels(evaluator);
    Optional<ProcessLaw> p = kernels.law(Set.copyOf(from.all()));
    Optional<ProcessLaw> q = kernels.law(Set.copyOf(to.all()));
    if (p.isEmpty() || q.isEmpty()) {
      return Optional.empty();
    }
    ProcessDivergence.Causal causal =
        from.given().isEmpty()
            ? ProcessDivergence.Causal.JOINT
            : before ? ProcessDivergence.Causal.GIVEN_BEFORE : ProcessDivergence.Causal.GIVEN;
    return Optional.of(
        new ProcessDivergence(
            side(p.get(), from.all()),
            side(q.get(), to.all()),
            causal,
            from.given().size(),
            evaluator.limits()));
  }

  private static ProcessDivergence.Side side(ProcessLaw law, List<String> names) {
    List<Integer> places = new ArrayList<>();
    names.forEach(name -> places.add(law.names().indexOf(name)));
    return new ProcessDivergence.Side(law, places);
  }

  /** Letters are compared by their place, so the alphabets have to be one, in one order. */
  private void requireOneAlphabet(List<String> from, List<String> to, Span at) {
    ProcessErrors errors = new ProcessErrors(evaluator.source());
    if (from.size() != to.size()) {
      throw errors.differentAlphabets(at, String.join(", ", from), String.join(", ", to));
    }
    for (int i = 0; i < from.size(); i++) {
      List<String> mine = alphabet(from.get(i));
      List<String> theirs = alphabet(to.get(i));
      if (!mine.equals(theirs)) {
        boolean permuted = new TreeSet<>(mine).equals(new TreeSet<>(theirs));
        throw permuted
            ? errors.alphabetOrder(at, from.get(i), to.get(i))
            : errors.differentAlphabets(at, from.get(i), to.get(i));
      }
    }
  }

  private List<String> alphabet(String process) {
    List<String> letters = new ArrayList<>();
    evaluator
        .environment()
        .process(process)
        .orElseThrow()
        .alphabet()
        .forEach(letter -> letters.add(ValuePrinter.outcome(letter)));
    return letters;
  }
}
