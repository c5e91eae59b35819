package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.numeric.samples.Column;
import sit.numeric.tokens.NgramModel;
import sit.source.Span;
import sit.typed.Symbol;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Value;

/**
 * The law of a process by n-grams of its samples: the lines {@code T[t] | T[t-1], ... ~ kernel}
 * that a person would write, with the kernels as values under names that nobody can write.
 */
final class LearntLaw {
  /** A kernel of more cells is not made into a law. */
  private static final double MOST_CELLS = 1 << 18;

  private final Evaluator evaluator;

  LearntLaw(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Declares the law where the model is one of n-grams and its kernel is a small table. */
  void declare(String name, Observed observed, TypedStatement.Sampled sampled) {
    Optional<Observed.Model> model = observed.model().filter(m -> !m.tree());
    if (model.isEmpty() || !(observed.column() instanceof Column.Labels labels)) {
      return;
    }
    int depth = model.get().depth();
    if (Math.pow(labels.alphabet().size(), depth + 1.0) > MOST_CELLS) {
      return;
    }
    List<Value> alphabet = new ArrayList<>();
    labels.alphabet().forEach(label -> alphabet.add(SampleFunctions.outcome(label)));
    Span at = sampled.span();
    TreeMap<Integer, TypedStatement.LetterLaw> single = new TreeMap<>();
    for (int time = 1; time <= depth; time++) {
      Value law = kernel(labels, alphabet, time - 1, model.get().prior());
      single.put(time, line(name, law, time - 1, Optional.empty(), time, at));
    }
    Value law = kernel(labels, alphabet, depth, model.get().prior());
    TypedStatement.LetterLaw general = line(name, law, depth, Optional.of("t"), 0, at);
    environment()
        .declareProcess(
            name,
            new ProcessRules(name, alphabet, single, Optional.of(general), evaluator.source()));
  }

  private Environment environment() {
    return evaluator.environment();
  }

  private TypedStatement.LetterLaw line(
      String name, Value law, int depth, Optional<String> time, int at, Span span) {
    String hidden = name + " after " + depth;
    environment().let(hidden, law, law);
    TypedExpr index =
        time.<TypedExpr>map(t -> new TypedExpr.Reference(t, Symbol.Kind.VALUE, Type.NUMBER, span))
            .orElse(new TypedExpr.Number(Integer.toString(at), span));
    List<TypedExpr> given = new ArrayList<>();
    for (int lag = depth; lag >= 1; lag--) {
      TypedExpr process = new TypedExpr.Reference(name, Symbol.Kind.PROCESS, Type.PROCESS, span);
      TypedExpr back = new TypedExpr.Number(Integer.toString(lag), span);
      TypedExpr place =
          time.isPresent()
              ? new TypedExpr.Operation("-", List.of(index, back), Type.NUMBER, span)
              : new TypedExpr.Number(Integer.toString(at - lag), span);
      given.add(new TypedExpr.Select(process, place, Type.VARIABLES, span));
    }
    TypedExpr kernel = new TypedExpr.Reference(hidden, Symbol.Kind.VALUE, Type.LAW, span);
    return new TypedStatement.LetterLaw(name, time, index, given, kernel, false, span);
  }

  /** A row for every context, the letter that came last running fastest. */
  private Value kernel(Column.Labels labels, List<Value> alphabet, int depth, double prior) {
    int size = alphabet.size();
    NgramModel counts = new NgramModel(size, depth + 1, prior, evaluator.limits());
    counts.losses(labels, true, evaluator.limits());
    Rational more = Rational.of(new java.math.BigDecimal(prior));
    List<List<Quantity>> rows = new ArrayList<>();
    int[] gram = new int[depth + 1];
    for (long row = 0; row < Math.round(Math.pow(size, depth)); row++) {
      evaluator.limits().check();
      long rest = row;
      for (int i = depth - 1; i >= 0; i--) {
        gram[i] = (int) (rest % size);
        rest /= size;
      }
      rows.add(row(counts, gram, size, more));
    }
    return depth == 0
        ? new Distribution(alphabet, rows.get(0))
        : new Channel(List.of(), alphabet, rows);
  }

  /** The law after a context; one that never occurred is followed by every letter alike. */
  private static List<Quantity> row(NgramModel counts, int[] gram, int size, Rational prior) {
    int depth = gram.length - 1;
    Rational total =
        Rational.of(counts.contextCount(gram, depth)).add(prior.multiply(Rational.of(size)));
    List<Quantity> row = new ArrayList<>();
    for (int letter = 0; letter < size; letter++) {
      gram[depth] = letter;
      Rational mass = Rational.of(counts.gramCount(gram, depth)).add(prior);
      Rational p = total.isZero() ? Rational.ONE.divide(Rational.of(size)) : mass.divide(total);
      row.add(Quantity.of(p));
    }
    return row;
  }
}
