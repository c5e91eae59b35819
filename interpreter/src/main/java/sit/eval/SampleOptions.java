package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sit.limits.Seed;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/** What is given by name to a function of samples, checked for its range. */
final class SampleOptions {
  private final Evaluator evaluator;
  private final SampleErrors errors;
  private final TypedExpr.Apply apply;
  private final Locals locals;

  SampleOptions(Evaluator evaluator, TypedExpr.Apply apply, Locals locals) {
    this.evaluator = evaluator;
    this.errors = new SampleErrors(evaluator.source());
    this.apply = apply;
    this.locals = locals;
  }

  Optional<TypedExpr> option(String name) {
    return Optional.ofNullable(apply.options().get(name));
  }

  /** Where an option stands, or the whole call where it is left out. */
  Span span(String name) {
    return option(name).map(TypedExpr::span).orElse(apply.span());
  }

  Optional<String> text(String name) {
    Optional<TypedExpr> given = option(name);
    if (given.isEmpty() || given.get() instanceof TypedExpr.Apply) {
      return Optional.empty();
    }
    Value value = evaluator.evaluate(given.get(), locals);
    if (value instanceof Value.Text text) {
      return Optional.of(text.text());
    }
    throw errors.optionRange(given.get().span(), name, "a text", Terms.print(value));
  }

  /** Names or numbers of columns, as texts. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    Optional<TypedExpr> given = option(name);
    if (given.isPresent()) {
      for (Value item : evaluator.items(given.get(), locals)) {
        texts.add(item instanceof Value.Text text ? text.text() : Terms.print(item));
      }
    }
    return texts;
  }

  int integer(String name, int least, int otherwise) {
    Optional<TypedExpr> given = option(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    int value = evaluator.integer(given.get(), locals, "`" + name + "`");
    if (value < least) {
      throw errors.optionRange(given.get().span(), name, "at least " + least, "" + value);
    }
    return value;
  }

  double number(String name, double otherwise, double least, double most) {
    Optional<TypedExpr> given = option(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    Value value = evaluator.evaluate(given.get(), locals);
    boolean fits =
        value instanceof Quantity number && number.value() >= least && number.value() <= most;
    if (!fits) {
      String wants = "between " + (float) least + " and " + (float) most;
      throw errors.optionRange(given.get().span(), name, wants, Terms.print(value));
    }
    return ((Quantity) value).value();
  }

  double level() {
    return number("level", 0.95, 0.01, 0.9999);
  }

  double prior() {
    return number("prior", 0.5, 0, 1e6);
  }

  boolean truth(String name, boolean otherwise) {
    Optional<TypedExpr> given = option(name);
    return given
        .map(expr -> evaluator.evaluate(expr, locals) instanceof Value.Truth truth && truth.value())
        .orElse(otherwise);
  }

  Seed seed() {
    return option("seed")
        .map(given -> new Seed(evaluator.integer(given, locals, "a seed")))
        .orElse(Seed.DEFAULT);
  }

  OptionalLong seedUsed(boolean random) {
    return random ? OptionalLong.of(seed().value()) : OptionalLong.empty();
  }

  /** The model of sequences that an option names: {@code ctw(depth = 8)}, {@code ngram(3)}. */
  Optional<Observed.Model> model(String name) {
    Optional<TypedExpr> given = option(name);
    if (given.isEmpty() || !(given.get() instanceof TypedExpr.Apply call)) {
      return Optional.empty();
    }
    SampleOptions inner = new SampleOptions(evaluator, call, locals);
    if (call.function().equals("ctw")) {
      return Optional.of(new Observed.Model(true, inner.integer("depth", 0, 3), inner.prior()));
    }
    if (!call.function().equals("ngram")) {
      List<String> known = List.of("ctw(depth = 8)", "ngram(3)");
      throw errors.unknownMethod(call.span(), call.function(), known);
    }
    int order = evaluator.integer(call.arguments().get(0), locals, "the length of an n-gram");
    if (order < 1) {
      throw errors.optionRange(call.span(), "ngram", "at least 1", "" + order);
    }
    return Optional.of(new Observed.Model(false, order - 1, inner.prior()));
  }
}
