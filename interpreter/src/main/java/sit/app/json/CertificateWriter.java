package sit.app.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Writes a certificate so that {@link CertificateReader} and other people's checkers can read it.
 */
public final class CertificateWriter {
  /** The version of the shape; it grows when an old reader would misread a new file. */
  static final int VERSION = 1;

  private final JsonWriter out;

  public CertificateWriter(JsonWriter out) {
    this.out = out;
  }

  /** Writes one object. Fields called {@code text} are for people; nothing reads them back. */
  public void write(Certificate certificate) throws IOException {
    out.beginObject();
    out.name("certificate").value(VERSION);
    out.name("claim").beginObject();
    out.name("text").value(certificate.claim().difference() + sign(certificate.claim().sense()));
    out.name("sense").value(sense(certificate.claim().sense()));
    out.name("difference");
    form(certificate.claim().difference());
    out.endObject();
    out.name("assumptions").beginArray();
    for (Assumption assumption : certificate.assumptions()) {
      out.beginObject();
      out.name("text").value(assumption.text());
      out.name("kind").value(assumption.kind().name().toLowerCase(Locale.ROOT));
      out.name("sense").value(sense(assumption.sense()));
      out.name("difference");
      form(assumption.difference());
      out.endObject();
    }
    out.endArray();
    out.name("combinations").beginArray();
    for (Certificate.Combination combination : certificate.combinations()) {
      combination(combination);
    }
    out.endArray();
    out.endObject();
  }

  static String sense(Sense sense) {
    return sense == Sense.ZERO ? "zero" : "non-negative";
  }

  private static String sign(Sense sense) {
    return sense == Sense.ZERO ? " = 0" : " >= 0";
  }

  private void combination(Certificate.Combination combination) throws IOException {
    out.beginObject();
    out.name("basics").beginArray();
    for (Certificate.Term term : combination.basics()) {
      out.beginObject();
      out.name("text").value(term.basic().toString());
      out.name("multiplier").value(term.multiplier().toString());
      out.name("a");
      group(term.basic().a());
      out.name("b");
      group(term.basic().b());
      out.name("given");
      group(term.basic().c());
      out.endObject();
    }
    out.endArray();
    out.name("uses").beginArray();
    for (Certificate.Use use : combination.uses()) {
      out.beginObject();
      out.name("assumption").value(use.assumption());
      out.name("multiplier");
      form(use.multiplier());
      out.endObject();
    }
    out.endArray();
    out.name("surplus").value(combination.surplus().toString());
    out.endObject();
  }

  private void form(NormalForm form) throws IOException {
    term(form.toTerm());
  }

  private void term(Term term) throws IOException {
    if (term instanceof Term.Constant constant) {
      out.value(constant.value().toString());
      return;
    }
    out.beginObject();
    if (term instanceof Term.Symbol symbol) {
      out.name("symbol").value(symbol.name());
    } else if (term instanceof Term.Entropy entropy) {
      out.name("entropy");
      group(entropy.group());
    } else if (term instanceof Term.Variables variables) {
      out.name("variables");
      group(variables.group());
    } else if (term instanceof Term.Sum sum) {
      terms("sum", sum.terms());
    } else if (term instanceof Term.Product product) {
      terms("product", product.factors());
    } else if (term instanceof Term.Power power) {
      out.name("power");
      term(power.base());
      out.name("exponent").value(power.exponent());
    } else if (term instanceof Term.Apply apply) {
      out.name("apply").value(apply.head());
      terms("arguments", apply.arguments());
    } else if (term instanceof Term.Measure measure) {
      out.name("measure").value(measure.name());
      terms("slots", measure.slots());
      out.name("separators").beginArray();
      for (String separator : measure.separators()) {
        out.value(separator);
      }
      out.endArray();
    } else if (term instanceof Term.Total total) {
      out.name("total").value(total.index());
      out.name("from");
      index(total.from());
      out.name("to");
      index(total.to());
      out.name("body");
      term(total.body());
    } else {
      throw new IllegalStateException("a kind of term that JSON does not know: " + term);
    }
    out.endObject();
  }

  private void terms(String name, List<Term> terms) throws IOException {
    out.name(name).beginArray();
    for (Term term : terms) {
      term(term);
    }
    out.endArray();
  }

  private void group(Group group) throws IOException {
    out.beginArray();
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter) {
        out.beginObject();
        out.name("letter").value(letter.name());
        out.name("at");
        index(letter.at());
        out.endObject();
      } else if (variable instanceof Variable.Block block) {
        out.beginObject();
        out.name("block").value(block.name());
        out.name("from");
        index(block.from());
        out.name("to");
        index(block.to());
        out.endObject();
      } else {
        out.value(variable.name());
      }
    }
    out.endArray();
  }

  private void index(Index index) throws IOException {
    if (index.coefficients().isEmpty()) {
      out.value(index.constant());
      return;
    }
    out.beginObject();
    out.name("constant").value(index.constant());
    out.name("symbols").beginObject();
    for (Map.Entry<String, Integer> entry : index.coefficients().entrySet()) {
      out.name(entry.getKey()).value(entry.getValue());
    }
    out.endObject();
    out.endObject();
  }
}
