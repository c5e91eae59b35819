package sit.render;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Inner;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Span;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.term.Index;
import sit.term.Law;

/**
 * The part of a certificate's JSON that a proof for every horizon has: the potential, and the sums
 * for a step and for the ends.
 */
final class HorizonJson {
  private static final String RISING = "rising";
  private static final String FALLING = "falling";

  private HorizonJson() {}

  static void write(HorizonCertificate certificate, JsonWriter out) throws IOException {
    out.name("horizon").value(certificate.horizon());
    out.name("time").value(certificate.time());
    out.name("multiple").value(certificate.multiple());
    out.name("lemmas").beginArray();
    for (Induction lemma : certificate.lemmas()) {
      out.beginObject();
      out.name("a");
      TermJson.group(lemma.measure().a(), out);
      out.name("b");
      TermJson.group(lemma.measure().b(), out);
      out.name("c");
      TermJson.group(lemma.measure().c(), out);
      out.name("induction").value(lemma.rising() ? RISING : FALLING);
      span(lemma.span(), out);
      sum("start", lemma.start(), out);
      sum("step", lemma.step(), out);
      out.endObject();
    }
    out.endArray();
    out.name("telescopes").beginArray();
    for (Telescope telescope : certificate.telescopes()) {
      out.beginObject();
      span(telescope.span(), out);
      out.name("potential");
      CertificateJson.polynomial(telescope.potential(), out);
      sum("step", telescope.step(), out);
      sum("ends", telescope.ends(), out);
      out.name("given").beginArray();
      for (Use use : telescope.given()) {
        use(use, out);
      }
      out.endArray();
      out.name("small").beginArray();
      for (Sum small : telescope.small()) {
        sum(small, out);
      }
      out.endArray();
      if (telescope.inner().isPresent()) {
        Inner inner = telescope.inner().get();
        out.name("inner").beginObject();
        out.name("index").value(inner.index());
        out.name("first").value(inner.first());
        out.name("before").value(inner.before());
        out.name("potential");
        CertificateJson.polynomial(inner.potential(), out);
        out.name("across");
        CertificateJson.polynomial(inner.across(), out);
        sum("step", inner.step(), out);
        out.endObject();
      }
      out.endObject();
    }
    out.endArray();
  }

  private static void span(Span span, JsonWriter out) throws IOException {
    out.name("first").value(span.first());
    out.name("before").value(span.before());
    out.name("least").value(span.least());
  }

  private static void sum(String name, Sum sum, JsonWriter out) throws IOException {
    out.name(name);
    sum(sum, out);
  }

  private static void sum(Sum sum, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("cuts").beginArray();
    for (Index cut : sum.cuts()) {
      out.value(cut.toString());
    }
    out.endArray();
    CertificateJson.basics(sum.basics(), out);
    if (!sum.laws().isEmpty()) {
      DensityJson.multiples(sum.laws(), out);
    }
    out.name("uses").beginArray();
    for (Use use : sum.uses()) {
      use(use, out);
    }
    out.endArray();
    out.name("shifts").beginArray();
    for (Shift shift : sum.shifts()) {
      out.beginObject();
      out.name("fact").value(shift.fact());
      out.name("blocks");
      TermJson.group(shift.blocks(), out);
      out.name("by").value(shift.by().toString());
      out.name("multiplier");
      CertificateJson.polynomial(shift.multiplier(), out);
      out.endObject();
    }
    out.endArray();
    out.name("surplus").value(sum.surplus().toString());
    out.endObject();
  }

  private static void use(Use use, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("fact").value(use.fact());
    out.name("at").beginArray();
    for (Map.Entry<String, Index> entry : use.at().entrySet()) {
      out.beginObject();
      out.name("symbol").value(entry.getKey());
      out.name("is").value(entry.getValue().toString());
      out.endObject();
    }
    out.endArray();
    out.name("multiplier");
    CertificateJson.polynomial(use.multiplier(), out);
    if (!use.law().factors().isEmpty()) {
      out.name("law");
      DensityJson.law(use.law(), out);
    }
    out.endObject();
  }

  static HorizonCertificate read(JsonTree tree, Claim claim, List<Assumption> assumptions) {
    List<Induction> lemmas = new ArrayList<>();
    for (JsonTree item : tree.field("lemmas").items()) {
      item.only("a", "b", "c", "induction", "first", "before", "least", "start", "step");
      lemmas.add(
          new Induction(
              CertificateJson.basic(item),
              rising(item.field("induction")),
              span(item),
              sum(item.field("start")),
              sum(item.field("step"))));
    }
    List<Telescope> telescopes = new ArrayList<>();
    for (JsonTree item : tree.field("telescopes").items()) {
      item.only("first", "before", "least", "given", "potential", "step", "ends", "small", "inner");
      List<Sum> small = new ArrayList<>();
      for (JsonTree one : item.field("small").items()) {
        small.add(sum(one));
      }
      telescopes.add(
          new Telescope(
              span(item),
              uses(item.field("given")),
              CertificateJson.polynomial(item.field("potential")),
              sum(item.field("step")),
              sum(item.field("ends")),
              small,
              item.has("inner") ? Optional.of(inner(item.field("inner"))) : Optional.empty()));
    }
    return new HorizonCertificate(
        claim,
        assumptions,
        name(tree.field("horizon")),
        name(tree.field("time")),
        tree.field("multiple").integer(),
        lemmas,
        telescopes);
  }

  private static Inner inner(JsonTree tree) {
    tree.only("index", "first", "before", "potential", "across", "step");
    return new Inner(
        name(tree.field("index")),
        tree.field("first").integer(),
        tree.field("before").integer(),
        CertificateJson.polynomial(tree.field("potential")),
        CertificateJson.polynomial(tree.field("across")),
        sum(tree.field("step")));
  }

  private static boolean rising(JsonTree tree) {
    if (!tree.text().equals(RISING) && !tree.text().equals(FALLING)) {
      throw tree.wrong("expected " + RISING + " or " + FALLING);
    }
    return tree.text().equals(RISING);
  }

  private static String name(JsonTree tree) {
    return TermJson.identifier(tree.text(), tree);
  }

  private static Span span(JsonTree tree) {
    return new Span(
        tree.field("first").integer(),
        tree.field("before").integer(),
        tree.field("least").integer());
  }

  private static Sum sum(JsonTree tree) {
    tree.only("cuts", "basics", "laws", "uses", "shifts", "surplus");
    List<Shift> shifts = new ArrayList<>();
    for (JsonTree item : tree.field("shifts").items()) {
      item.only("fact", "blocks", "by", "multiplier");
      JsonTree by = item.field("by");
      shifts.add(
          new Shift(
              item.field("fact").index(),
              TermJson.group(item.field("blocks")),
              TermJson.index(by.text(), by),
              CertificateJson.polynomial(item.field("multiplier"))));
    }
    List<Index> cuts = new ArrayList<>();
    for (JsonTree cut : tree.field("cuts").items()) {
      cuts.add(TermJson.index(cut.text(), cut));
    }
    return new Sum(
        cuts,
        CertificateJson.basics(tree),
        tree.has("laws") ? DensityJson.multiples(tree.field("laws")) : List.of(),
        uses(tree.field("uses")),
        shifts,
        tree.field("surplus").rational());
  }

  private static List<Use> uses(JsonTree tree) {
    List<Use> uses = new ArrayList<>();
    for (JsonTree item : tree.items()) {
      item.only("fact", "at", "multiplier", "law");
      TreeMap<String, Index> at = new TreeMap<>();
      for (JsonTree entry : item.field("at").items()) {
        entry.only("symbol", "is");
        JsonTree is = entry.field("is");
        if (at.put(name(entry.field("symbol")), TermJson.index(is.text(), is)) != null) {
          throw entry.wrong("this symbol occurs twice");
        }
      }
      uses.add(
          new Use(
              item.field("fact").index(),
              at,
              CertificateJson.polynomial(item.field("multiplier")),
              item.has("law") ? DensityJson.law(item.field("law")) : Law.BASE));
    }
    return uses;
  }
}
