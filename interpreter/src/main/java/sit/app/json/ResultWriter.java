package sit.app.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sit.check.Verdict;
import sit.proof.Counterexample;
import sit.render.CertificateJson;
import sit.render.ValueLatex;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.term.Term;
import sit.term.TermPrinter;
import sit.term.Variable;
import sit.value.Channel;
import sit.value.Distribution;
import sit.value.Evidence;
import sit.value.Judgement;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.Value;
import sit.value.ValuePrinter;

/** Writes what came of statements, in the shapes that are promised to other programs. */
public final class ResultWriter {
  private final JsonWriter out;

  public ResultWriter(JsonWriter out) {
    this.out = out;
    out.setSerializeNulls(true);
    out.setHtmlSafe(false);
  }

  /**
   * Writes one object.
   *
   * @param text the result as a person reads it
   */
  public void write(Result result, String text) throws IOException {
    out.beginObject();
    if (result instanceof Result.Evaluated evaluated) {
      place(evaluated.source(), evaluated.source().line(evaluated.span().start()));
      out.name("expression").value(evaluated.expression());
      value(evaluated.value());
    } else if (result instanceof Result.Shown shown) {
      place(shown.source(), shown.source().line(shown.span().start()));
      out.name("expression").value(shown.expression());
      out.name("kind").value("symbolic");
      noNumber();
      out.name("latex").value(shown.latex());
    } else if (result instanceof Result.Judged judged) {
      Judgement judgement = judged.judgement();
      place(judgement.source(), judgement.line());
      judgement(judgement);
    }
    out.name("text").value(text);
    out.endObject();
  }

  /** The fields that say what is wrong and where. */
  public void write(Diagnostic diagnostic) throws IOException {
    out.beginObject();
    out.name("code").value(diagnostic.code());
    out.name("message").value(diagnostic.message());
    Source source = diagnostic.source();
    if (!source.name().isEmpty()) {
      out.name("file").value(source.name());
      out.name("line").value(source.line(diagnostic.span().start()));
      out.name("column").value(source.column(diagnostic.span().start()));
    }
    if (!diagnostic.help().isEmpty()) {
      out.name("help").value(diagnostic.help());
    }
    out.endObject();
  }

  /** A file in which nothing could be judged. */
  public void unreadable(Diagnostic why) throws IOException {
    out.beginObject();
    place(why.source(), why.source().line(why.span().start()));
    out.name("kind").value("file");
    out.name("name").value(why.source().name());
    out.name("statement").value("");
    out.name("verdict").value("unreadable");
    out.name("error");
    write(why);
    out.endObject();
  }

  private void place(Source source, int line) throws IOException {
    out.name("file").value(source.name());
    out.name("line").value(line);
  }

  private void value(Value value) throws IOException {
    out.name("kind").value(kind(value));
    if (value instanceof Quantity open && open.isOpen()) {
      for (String name : List.of("value", "lower", "upper")) {
        out.name(name).nullValue();
      }
      out.name("exact").value(ValuePrinter.exact(open).orElseThrow());
      out.name("unit").value(open.unit().word());
    } else if (value instanceof Quantity quantity) {
      number("value", quantity.value());
      number("lower", quantity.lower());
      number("upper", quantity.upper());
      out.name("exact").value(ValuePrinter.exact(quantity).orElse(null));
      out.name("unit").value(quantity.unit().word());
      out.name("accuracy").value(quantity.accuracy().word());
      if (quantity.evidence().isPresent()) {
        evidence(quantity.evidence().get());
      }
    } else {
      noNumber();
    }
    out.name("latex").value(ValueLatex.print(value));
    if (value instanceof Value.Truth truth) {
      out.name("truth").value(truth.value());
      out.name("accuracy").value(truth.accuracy().word());
    } else if (value instanceof Plot plot) {
      new PlotWriter(out).write(plot);
    } else if (value instanceof Listing listing) {
      new PlotWriter(out).write(listing);
    }
  }

  private void evidence(Evidence evidence) throws IOException {
    out.name("method").value(evidence.method());
    number("level", evidence.level());
    out.name("samples").value(evidence.samples());
    if (evidence.seed().isPresent()) {
      out.name("seed").value(evidence.seed().getAsLong());
    }
  }

  private void noNumber() throws IOException {
    for (String name : List.of("value", "lower", "upper", "exact")) {
      out.name(name).nullValue();
    }
    out.name("unit").value("");
  }

  private static String kind(Value value) {
    if (value instanceof Quantity) {
      return "number";
    } else if (value instanceof Value.Symbolic) {
      return "symbolic";
    } else if (value instanceof Distribution) {
      return "law";
    } else if (value instanceof Channel) {
      return "table";
    } else if (value instanceof Value.Truth) {
      return "truth";
    } else if (value instanceof Value.Items) {
      return "list";
    } else if (value instanceof Value.Text) {
      return "text";
    } else if (value instanceof Value.Function) {
      return "function";
    }
    return value instanceof Plot ? "plot" : value instanceof Listing ? "table" : "variables";
  }

  /**
   * A number; infinities are the strings {@code inf} and {@code -inf}, and what is not known is
   * null.
   */
  private void number(String name, double number) throws IOException {
    out.name(name);
    if (Double.isNaN(number)) {
      out.nullValue();
    } else if (Double.isInfinite(number)) {
      out.value(number > 0 ? "inf" : "-inf");
    } else {
      out.value(number);
    }
  }

  private void judgement(Judgement judgement) throws IOException {
    out.name("kind").value(word(judgement.kind()));
    out.name("name").value(judgement.name());
    out.name("statement").value(judgement.statement());
    out.name("verdict").value(word(judgement.ruling()));
    if (judgement.kind() == Judgement.Kind.STEP) {
      Optional<Judgement.Reason> reason = judgement.reason();
      out.name("reason").beginObject();
      out.name("given").value(reason.map(Judgement.Reason::given).orElse(null));
      out.name("sufficient").value(reason.flatMap(Judgement.Reason::sufficient).orElse(null));
      texts("found", reason.map(Judgement.Reason::found).orElse(List.of()));
      out.endObject();
    }
    if (!judgement.method().isEmpty()) {
      out.name("method").value(judgement.method());
    }
    if (judgement.certificate().isPresent()) {
      out.name("certificate");
      CertificateJson.write(judgement.certificate().get(), out);
    }
    Optional<Term> slack = judgement.slack();
    if (slack.isPresent()) {
      out.name("slack").value(TermPrinter.print(slack.get()));
    }
    remarks(judgement.remarks());
    Optional<Term> residual = judgement.remarks().residual();
    if (residual.isPresent()) {
      out.name("residual").value(TermPrinter.print(residual.get()));
    }
    if (judgement.refuting().isPresent()) {
      refuting(judgement.refuting().get());
    }
    texts("missing", judgement.missing());
    tried(judgement.tried());
    texts("notes", judgement.notes());
    out.name("seconds").value(Math.round(judgement.seconds() * 1e6) / 1e6);
  }

  private void remarks(Judgement.Remarks remarks) throws IOException {
    Optional<Judgement.Equality> equality = remarks.equality();
    if (equality.isPresent()) {
      out.name("equality").beginObject();
      out.name("never").value(equality.get().never());
      texts("when", equality.get().conditions());
      texts("latex", equality.get().latex());
      out.endObject();
    }
    texts("axioms", remarks.axioms());
  }

  private void refuting(Judgement.Refuting refuting) throws IOException {
    out.name("counterexample").beginObject();
    if (refuting.horizon().isPresent()) {
      out.name("n").value(refuting.horizon().get());
    }
    if (refuting.law().isPresent()) {
      law(refuting.law().get());
    }
    texts("lines", refuting.lines());
    out.name("left").value(refuting.left());
    out.name("right").value(refuting.right());
    out.endObject();
  }

  private void law(Counterexample law) throws IOException {
    out.name("variables").beginArray();
    for (Variable variable : law.variables()) {
      out.value(variable.toString());
    }
    out.endArray();
    out.name("pmf").beginArray();
    for (Counterexample.Outcome outcome : law.outcomes()) {
      out.beginObject();
      out.name("values").beginArray();
      for (Integer value : outcome.values()) {
        out.value(value);
      }
      out.endArray();
      out.name("p").value(outcome.probability().toString());
      out.endObject();
    }
    out.endArray();
  }

  private void tried(List<Verdict.Attempt> attempts) throws IOException {
    if (attempts.isEmpty()) {
      return;
    }
    out.name("tried").beginArray();
    for (Verdict.Attempt attempt : attempts) {
      out.beginObject();
      out.name("method").value(attempt.method());
      out.name("outcome").value(attempt.outcome());
      out.endObject();
    }
    out.endArray();
  }

  private void texts(String name, List<String> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    out.name(name).beginArray();
    for (String text : texts) {
      out.value(text);
    }
    out.endArray();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
