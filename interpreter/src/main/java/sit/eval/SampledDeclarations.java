package sit.eval;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.numeric.samples.Column;
import sit.numeric.samples.Table;
import sit.numeric.samples.UnreadableSamples;
import sit.numeric.tokens.Corpus;
import sit.numeric.tokens.CountedNgrams;
import sit.numeric.tokens.LoggedTokens;
import sit.numeric.tokens.NgramCounts;
import sit.numeric.tokens.Tokenizer;
import sit.source.ReportedError;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.value.Quantity;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Declares random variables and processes of which there are samples. */
final class SampledDeclarations {
  private final Evaluator evaluator;
  private final Environment environment;
  private final SampleErrors errors;

  SampledDeclarations(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
    this.errors = new SampleErrors(evaluator.source());
  }

  void declare(TypedStatement.Sampled sampled) {
    TypedExpr.Apply from = sampled.from();
    SampleOptions options = new SampleOptions(evaluator, from, Locals.NONE);
    TypedExpr what = from.arguments().get(0);
    List<Observed> observed;
    try {
      observed =
          switch (from.function()) {
            case "samples" -> samples(sampled, what, options);
            case "corpus" -> corpora(sampled, what, options);
            case "logprobs" -> logprobs(sampled, what, options);
            case "counts" -> counts(sampled, what, options);
            default -> throw errors.sourceAlone(from.span(), from.function());
          };
    } catch (UnreadableSamples e) {
      throw unreadable(what.span(), e);
    }
    for (int i = 0; i < observed.size(); i++) {
      declare(sampled.targets().get(i).name(), observed.get(i), sampled);
    }
  }

  /** What is wrong with a file. */
  private ReportedError unreadable(Span at, UnreadableSamples e) {
    String name = Path.of(e.file()).getFileName().toString();
    return switch (e.kind()) {
      case MISSING -> errors.missingFile(at, name);
      case MALFORMED -> errors.malformedFile(at, name, e.line(), e.what());
      case NOT_A_NUMBER -> errors.notANumber(at, name, e.line(), e.known().get(0), e.what());
      case MISSING_SAMPLE -> errors.missingSample(at, name, e.line(), e.known().get(0), e.what());
      case NAMES_OR_NUMBERS -> errors.namesOrNumbers(at, name, e.what());
      case NAMED_TWICE -> errors.namedTwice(at, name, e.what());
      case NO_COLUMN -> errors.noColumn(at, name, e.what(), e.known());
      case LENGTHS ->
          errors.lengthsDisagree(at, name + SampleErrors.line(e.line()) + ": " + e.what());
      case EMPTY -> errors.noSamples(at, name);
    };
  }

  private void declare(String name, Observed observed, TypedStatement.Sampled sampled) {
    if (sampled.process()) {
      environment.declareProcess(name);
      new LearntLaw(evaluator).declare(name, observed, sampled);
    } else {
      environment.redeclare(List.of(name));
    }
    environment.declare(List.of(Variable.observed(name, observed)));
    if (sampled.real()) {
      environment.sorts().continuous(name);
    }
  }

  /** A file as seen from the text that names it, else from where the program was started. */
  private Path path(TypedExpr what, String name) {
    try {
      Path folder = Path.of(evaluator.source().name()).toAbsolutePath().getParent();
      Path beside = folder == null ? Path.of(name) : folder.resolve(name);
      Path here = Path.of(name);
      Path parent = beside.getParent();
      boolean there =
          name.indexOf('*') >= 0 || name.indexOf('?') >= 0
              ? parent != null && Files.isDirectory(parent)
              : Files.exists(beside);
      return there ? beside : here;
    } catch (InvalidPathException e) {
      throw errors.missingFile(what.span(), name);
    }
  }

  private String text(TypedExpr what) {
    Value value = evaluator.evaluate(what, Locals.NONE);
    if (value instanceof Value.Text text && !text.text().isBlank()) {
      return text.text();
    }
    throw errors.missingFile(what.span(), ValuePrinter.outcome(value));
  }

  private List<Observed> samples(
      TypedStatement.Sampled sampled, TypedExpr what, SampleOptions options) {
    Value value = evaluator.evaluate(what, Locals.NONE);
    if (value instanceof Value.Items items) {
      return written(sampled, items.items(), what.span());
    }
    Optional<Boolean> header = options.option("header").map(given -> options.truth("header", true));
    Table table = Table.read(path(what, text(what)), header);
    List<String> names = sampled.targets().stream().map(TypedStatement.Target::name).toList();
    List<String> columns = options.texts("columns");
    if (columns.isEmpty()) {
      columns = table.header().containsAll(names) ? names : table.header();
    }
    if (columns.size() != names.size()) {
      throw errors.columnCount(options.span("columns"), columns.size(), names.size());
    }
    List<Observed> observed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Column column =
          sampled.real()
              ? table.reals(columns.get(i), names.get(i))
              : table.labels(columns.get(i), names.get(i));
      observed.add(new Observed(column, sampled.process()));
    }
    return observed;
  }

  /** Samples that are written in the text or drawn by it. */
  private List<Observed> written(TypedStatement.Sampled sampled, List<Value> rows, Span at) {
    int parts = sampled.targets().size();
    if (rows.isEmpty()) {
      throw errors.noSamples(at, sampled.targets().get(0).name());
    }
    List<Observed> observed = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      String name = sampled.targets().get(part).name();
      double[] reals = new double[rows.size()];
      int[] codes = new int[rows.size()];
      Map<String, Integer> numbers = new LinkedHashMap<>();
      for (int row = 0; row < codes.length; row++) {
        Value cell = cell(rows.get(row), part, parts, at);
        if (sampled.real()) {
          boolean finite = cell instanceof Quantity q && Double.isFinite(q.value());
          if (!finite) {
            String met = ValuePrinter.outcome(cell);
            throw errors.notANumber(at, "samples", row + 1L, name, met);
          }
          reals[row] = ((Quantity) cell).value();
        } else {
          String label = cell instanceof Value.Text t ? t.text() : ValuePrinter.outcome(cell);
          codes[row] = numbers.computeIfAbsent(label, key -> numbers.size());
        }
      }
      Column column =
          sampled.real()
              ? new Column.Reals(name, reals)
              : new Column.Labels(name, codes, List.copyOf(numbers.keySet()));
      observed.add(new Observed(column, sampled.process()));
    }
    return observed;
  }

  private Value cell(Value row, int part, int parts, Span at) {
    boolean tuple = row instanceof Value.Items;
    boolean fits = parts == 1 ? !tuple : tuple && ((Value.Items) row).items().size() == parts;
    if (!fits) {
      throw errors.notASample(at, ValuePrinter.outcome(row), parts);
    }
    return parts == 1 ? row : ((Value.Items) row).items().get(part);
  }

  private List<Observed> corpora(
      TypedStatement.Sampled sampled, TypedExpr what, SampleOptions options) {
    if (!sampled.process() || sampled.real()) {
      throw errors.sourceAlone(sampled.span(), "corpus");
    }
    String name = options.text("tokenizer").orElse("characters");
    Tokenizer tokenizer =
        Tokenizer.named(name)
            .orElseThrow(
                () -> errors.unknownMethod(options.span("tokenizer"), name, Tokenizer.NAMES));
    Optional<Observed.Model> model = options.model("model");
    List<String> fields = options.texts("fields");
    int parts = sampled.targets().size();
    if (parts != Math.max(1, fields.size())) {
      throw errors.columnCount(options.span("fields"), Math.max(1, fields.size()), parts);
    }
    List<Corpus> corpora = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      corpora.add(new Corpus(tokenizer, name.equals("bytes"), evaluator.limits()));
    }
    Value value = evaluator.evaluate(what, Locals.NONE);
    if (value instanceof Value.Items texts && fields.isEmpty()) {
      texts.items().forEach(text -> corpora.get(0).add(written(text, what.span())));
    } else if (fields.isEmpty()) {
      corpora.get(0).addFiles(path(what, text(what)));
    } else {
      Corpus.addFields(corpora, path(what, text(what)), fields);
    }
    List<Observed> observed = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      Column.Labels column = corpora.get(i).column(sampled.targets().get(i).name());
      if (column.size() == 0) {
        throw errors.noSamples(what.span(), column.name());
      }
      observed.add(new Observed(column, true, false, model, Optional.empty()));
    }
    return observed;
  }

  private String written(Value text, Span at) {
    if (text instanceof Value.Text label) {
      return label.text();
    }
    throw errors.notASample(at, ValuePrinter.outcome(text), 1);
  }

  private List<Observed> logprobs(
      TypedStatement.Sampled sampled, TypedExpr what, SampleOptions options) {
    if (!sampled.process() || sampled.real() || sampled.targets().size() != 1) {
      throw errors.sourceAlone(sampled.span(), "logprobs");
    }
    String name = sampled.targets().get(0).name();
    double vocabulary = options.integer("vocabulary", 2, 1 << 18);
    LoggedTokens logged =
        evaluator.evaluate(what, Locals.NONE) instanceof Value.Items items
            ? LoggedTokens.of(name, numbers(items.items(), what.span()))
            : LoggedTokens.read(path(what, text(what)), name, vocabulary, evaluator.limits());
    return List.of(
        new Observed(logged.column(), true, false, Optional.empty(), Optional.of(logged)));
  }

  /** N-grams as they were counted, each a sequence of its own as often as it occurred. */
  private List<Observed> counts(
      TypedStatement.Sampled sampled, TypedExpr what, SampleOptions options) {
    if (!sampled.process() || sampled.real() || sampled.targets().size() != 1) {
      throw errors.sourceAlone(sampled.span(), "counts");
    }
    String name = sampled.targets().get(0).name();
    Map<String, Long> counts =
        evaluator.evaluate(what, Locals.NONE) instanceof Value.Items items
            ? counts(items.items(), what.span())
            : NgramCounts.read(path(what, text(what)));
    Column.Labels column = CountedNgrams.column(counts, name, evaluator.limits());
    if (column.size() == 0) {
      throw errors.noSamples(what.span(), name);
    }
    int order = column.starts().length > 1 ? column.starts()[1] : column.size();
    Observed.Model model = options.model("model").orElse(new Observed.Model(false, order - 1, 0.5));
    if (model.depth() >= order) {
      String wants = "a model of at most " + order + " letters, as many as were counted";
      throw errors.optionRange(options.span("model"), "model", wants, model.word());
    }
    return List.of(new Observed(column, true, true, Optional.of(model), Optional.empty()));
  }

  /** N-grams that are written out: {@code ("a", "b", 3)}, the count last. */
  private Map<String, Long> counts(List<Value> grams, Span at) {
    Map<String, Long> counts = new java.util.TreeMap<>();
    int order = -1;
    for (Value gram : grams) {
      List<Value> parts = gram instanceof Value.Items items ? items.items() : List.of(gram);
      Value last = parts.get(parts.size() - 1);
      Optional<Integer> count = last instanceof Quantity q ? q.integer() : Optional.empty();
      order = order < 0 ? parts.size() : order;
      if (parts.size() < 2 || parts.size() != order || count.isEmpty() || count.get() < 0) {
        throw errors.notASample(at, ValuePrinter.outcome(gram), order);
      }
      List<String> tokens = new ArrayList<>();
      for (Value part : parts.subList(0, order - 1)) {
        tokens.add(part instanceof Value.Text text ? text.text() : ValuePrinter.outcome(part));
      }
      counts.merge(NgramCounts.key(tokens), (long) count.get(), Long::sum);
    }
    return counts;
  }

  private double[] numbers(List<Value> logprobs, Span at) {
    double[] numbers = new double[logprobs.size()];
    for (int i = 0; i < numbers.length; i++) {
      boolean fits = logprobs.get(i) instanceof Quantity q && q.value() <= 0;
      if (!fits) {
        String met = ValuePrinter.outcome(logprobs.get(i));
        throw errors.notANumber(at, "logprobs", i + 1L, "logprobs", met);
      }
      numbers[i] = ((Quantity) logprobs.get(i)).value();
    }
    return numbers;
  }
}
