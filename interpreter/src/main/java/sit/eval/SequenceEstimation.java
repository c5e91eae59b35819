package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.numeric.samples.Column;
import sit.numeric.samples.Estimate;
import sit.numeric.samples.Spread;
import sit.numeric.tokens.DirectedFlow;
import sit.source.Span;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable.Letter;
import sit.typed.Symbol;
import sit.typed.TypedExpr;
import sit.value.Quantity;

/**
 * Rates of entropies and of directed information of processes by models of their sequences. Which
 * of the two a measure is, and of which processes, is told from its entropies at horizon 2.
 */
final class SequenceEstimation {
  private static final int DEFAULT_DEPTH = 3;
  private static final int LARGEST_ALPHABET = 1 << 22;

  private final Evaluator evaluator;
  private final SampleErrors errors;
  private final SampleOptions options;
  private final Locals locals;

  SequenceEstimation(Evaluator evaluator, SampleOptions options, Locals locals) {
    this.evaluator = evaluator;
    this.errors = new SampleErrors(evaluator.source());
    this.options = options;
    this.locals = locals;
  }

  /** A rate by a model of sequences; empty where another method is asked for. */
  Optional<Estimation.Found> of(TypedExpr.Rate rate) {
    List<String> names = new ArrayList<>(processes(rate.measure(), new TreeSet<>()));
    if (names.isEmpty()) {
      throw errors.notEstimable(rate.span());
    }
    List<Column.Labels> columns = new ArrayList<>();
    boolean counted = false;
    for (String name : names) {
      Observed observed = new SampledRows(evaluator).observed(name, rate.span());
      if (!(observed.column() instanceof Column.Labels labels)) {
        return Optional.empty();
      }
      columns.add(labels);
      counted |= observed.counted();
    }
    Optional<Observed.Model> model = model(names, rate.span());
    if (model.isEmpty()) {
      return Optional.empty();
    }
    NormalForm form =
        NormalForm.of(
            Terms.of(
                    evaluator
                        .inDomain(new Domain.Entropies())
                        .evaluate(
                            rate.measure(), locals.with(TypedExpr.Rate.HORIZON, Quantity.of(2))))
                .orElseThrow(() -> errors.notEstimable(rate.span())));
    new SampledRows(evaluator).requireAligned(columns, rate.span());
    return found(form, names, columns, model.get(), counted, rate.span());
  }

  private static Set<String> processes(TypedExpr expr, Set<String> names) {
    if (expr instanceof TypedExpr.Reference reference && reference.kind() == Symbol.Kind.PROCESS) {
      names.add(reference.name());
    }
    expr.children().forEach(child -> processes(child, names));
    return names;
  }

  private Optional<Observed.Model> model(List<String> names, Span at) {
    Optional<Observed.Model> said = options.model("method");
    Optional<String> method = options.text("method");
    if (said.isPresent() || method.isPresent() && !method.get().equals("ctw")) {
      return said;
    }
    boolean shaped = options.option("depth").isPresent() || options.option("prior").isPresent();
    if (!shaped && method.isEmpty()) {
      for (String name : names) {
        Optional<Observed.Model> own = new SampledRows(evaluator).observed(name, at).model();
        if (own.isPresent()) {
          return own;
        }
      }
      if (options.option("order").isPresent()) {
        return Optional.empty();
      }
    }
    int depth = options.integer("depth", 0, DEFAULT_DEPTH);
    return Optional.of(new Observed.Model(true, depth, options.prior()));
  }

  private Optional<Estimation.Found> found(
      NormalForm form,
      List<String> names,
      List<Column.Labels> columns,
      Observed.Model model,
      boolean counted,
      Span at) {
    int whole = (1 << names.size()) - 1;
    for (int b = 1; b <= whole; b++) {
      for (int a = 0; a <= whole; a++) {
        if ((a & b) != 0 || (a | b) != whole) {
          continue;
        }
        Group own = letters(names, b, 2);
        if (a == 0) {
          if (form.equals(NormalForm.entropy(own))) {
            return Optional.of(entropy(together(columns, b, at), model, counted, at));
          }
          continue;
        }
        for (boolean delayed : new boolean[] {false, true}) {
          NormalForm causal = causal(names, a, b, delayed);
          boolean flow = form.equals(NormalForm.entropy(own).subtract(causal));
          if ((flow || form.equals(causal)) && model.tree()) {
            Column.Labels from = together(columns, a, at);
            Column.Labels to = together(columns, b, at);
            return Optional.of(flow(from, to, model, delayed, flow, at));
          }
        }
      }
    }
    if (options.option("method").isPresent() && model.tree()) {
      String help = "estimate(rate H(X)), estimate(rate I(X -> Y)), or order = 2 for others";
      throw errors.methodSort(at, "ctw", "rates of H and of directed information", help);
    }
    return Optional.empty();
  }

  /** H(B^2 || A^2), or with a delay H(B^2 || A^1). */
  private static NormalForm causal(List<String> names, int a, int b, boolean delayed) {
    Group b1 = letters(names, b, 1);
    Group b2 = letters(names, b, 2);
    Group a1 = letters(names, a, 1);
    Group a2 = delayed ? a1 : letters(names, a, 2);
    NormalForm first =
        delayed
            ? NormalForm.entropy(b1)
            : NormalForm.entropy(b1.union(a1)).subtract(NormalForm.entropy(a1));
    return first.add(NormalForm.entropy(b2.union(a2))).subtract(NormalForm.entropy(b1.union(a2)));
  }

  private static Group letters(List<String> names, int set, int horizon) {
    Group group = Group.EMPTY;
    for (int i = 0; i < names.size(); i++) {
      for (int t = 1; t <= horizon && (set >> i & 1) != 0; t++) {
        group = group.union(Group.of(new Letter(names.get(i), Index.of(t))));
      }
    }
    return group;
  }

  /** Sequences as one of joint letters. */
  private Column.Labels together(List<Column.Labels> columns, int set, Span at) {
    Column.Labels joint = null;
    for (int i = 0; i < columns.size(); i++) {
      if ((set >> i & 1) == 0) {
        continue;
      }
      joint = joint == null ? columns.get(i) : pair(joint, columns.get(i), at);
    }
    return joint;
  }

  private Column.Labels pair(Column.Labels a, Column.Labels b, Span at) {
    long size = (long) a.alphabet().size() * b.alphabet().size();
    if (size > LARGEST_ALPHABET) {
      throw evaluator.errors().tooLarge(at, "an alphabet of " + size + " pairs");
    }
    int[] codes = new int[a.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = a.codes()[i] * b.alphabet().size() + b.codes()[i];
    }
    List<String> alphabet = new ArrayList<>();
    for (String left : a.alphabet()) {
      for (String right : b.alphabet()) {
        alphabet.add(left + " " + right);
      }
    }
    return new Column.Labels(a.name() + ", " + b.name(), codes, alphabet, a.starts());
  }

  private Estimation.Found entropy(
      Column.Labels of, Observed.Model model, boolean counted, Span at) {
    double[] losses =
        model.start(of.alphabet().size(), evaluator.limits()).losses(of, true, evaluator.limits());
    if (losses.length < 2) {
      throw errors.tooFewSamples(at, of.size(), model.depth() + 2);
    }
    Estimate estimate =
        new Estimate(
            Spread.mean(losses),
            Spread.ofMean(losses, !counted, options.level()),
            losses.length,
            Optional.of(losses));
    return new Estimation.Found(estimate, model.word(), false);
  }

  private Estimation.Found flow(
      Column.Labels from,
      Column.Labels to,
      Observed.Model model,
      boolean delayed,
      boolean information,
      Span at) {
    pair(from, to, at);
    if (to.size() < model.depth() + 2) {
      throw errors.tooFewSamples(at, to.size(), model.depth() + 2);
    }
    int form = options.integer("form", 1, 4);
    if (form > 4) {
      throw errors.optionRange(options.span("form"), "form", "1, 2, 3 or 4", "" + form);
    }
    DirectedFlow flow =
        new DirectedFlow(from, to, model.depth(), model.prior(), delayed, evaluator.limits());
    Estimate estimate =
        information ? flow.information(form, options.level()) : flow.entropy(options.level());
    String word = information ? model.word() + ", form " + form : model.word();
    return new Estimation.Found(estimate, word, false);
  }
}
