package sit.render;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sit.exact.Rational;
import sit.proof.Certificate.Multiple;
import sit.proof.Certificate.Sign;
import sit.proof.LawFact;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * Densities, laws and what holds under them as JSON: a law is a list of factors, a density that was
 * declared has a name, a tilted one a base and an exponent, and the law that averages is the text
 * {@code "own"}.
 */
final class DensityJson {
  private static final String OWN = "own";

  private DensityJson() {}

  static boolean writes(Term term) {
    return term instanceof Term.Average
        || term instanceof Term.Surprisal
        || term instanceof Term.LogMean;
  }

  /** Writes the fields of an atom. */
  static void write(Term term, JsonWriter out) throws IOException {
    if (term instanceof Term.Average average) {
      out.name("mean");
      TermJson.write(average.body(), out);
      out.name("law");
      law(average.law(), out);
    } else if (term instanceof Term.Surprisal surprisal) {
      out.name("surprisal");
      density(surprisal.density(), out);
      group("of", surprisal.group(), out);
    } else if (term instanceof Term.LogMean mean) {
      out.name("logmean");
      factor(mean.factor(), out);
      out.name("exponent");
      CertificateJson.polynomial(mean.exponent(), out);
    }
  }

  /** Reads an atom that {@link #write} wrote, or empty where it is of another kind. */
  static Optional<Term> read(JsonTree tree) {
    if (tree.has("mean")) {
      tree.only("mean", "law");
      Term body = TermJson.read(tree.field("mean"));
      boolean known = writes(body) && !(body instanceof Term.Average) || body instanceof Term.Apply;
      if (!known) {
        throw tree.wrong("this is not averaged");
      }
      Term average = new Term.Average(law(tree.field("law")), body);
      return Optional.of(canonical(average, tree));
    } else if (tree.has("surprisal")) {
      tree.only("surprisal", "of");
      Density density = density(tree.field("surprisal"));
      return Optional.of(
          made(tree, () -> new Term.Surprisal(density, TermJson.group(tree.field("of")))));
    } else if (tree.has("logmean")) {
      tree.only("logmean", "exponent");
      NormalForm exponent = CertificateJson.polynomial(tree.field("exponent"));
      return Optional.of(new Term.LogMean(factor(tree.field("logmean")), exponent));
    }
    return Optional.empty();
  }

  /** An atom that is not as the one way of making it makes it would be taken for another. */
  private static Term canonical(Term average, JsonTree tree) {
    NormalForm form = NormalForm.of(Monomial.of(average), Rational.ONE);
    if (!made(tree, () -> Expectations.average(Law.BASE, form)).equals(form)) {
      throw tree.wrong("this mean is not written in the shortest way");
    }
    return average;
  }

  private static <T> T made(JsonTree tree, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw tree.wrong(String.valueOf(e.getMessage()));
    }
  }

  static void law(Law law, JsonWriter out) throws IOException {
    out.beginArray();
    for (Law.Factor factor : law.factors()) {
      factor(factor, out);
    }
    out.endArray();
  }

  static Law law(JsonTree tree) {
    List<Law.Factor> factors = new ArrayList<>();
    for (JsonTree item : tree.items()) {
      factors.add(factor(item));
    }
    return made(tree, () -> new Law(factors));
  }

  private static void factor(Law.Factor factor, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("density");
    density(factor.density(), out);
    group("of", factor.of(), out);
    group("given", factor.given(), out);
    out.endObject();
  }

  private static Law.Factor factor(JsonTree tree) {
    tree.only("density", "of", "given");
    Density density = density(tree.field("density"));
    Group of = TermJson.group(tree.field("of"));
    Group given = TermJson.group(tree.field("given"));
    return made(tree, () -> new Law.Factor(density, of, given));
  }

  private static void density(Density density, JsonWriter out) throws IOException {
    if (density instanceof Density.Own) {
      out.value(OWN);
      return;
    }
    out.beginObject();
    if (density instanceof Density.Named named) {
      out.name("name").value(named.name());
      group("of", named.of(), out);
      group("given", named.given(), out);
    } else if (density instanceof Density.Tilted tilted) {
      out.name("base");
      factor(tilted.base(), out);
      out.name("exponent");
      CertificateJson.polynomial(tilted.exponent(), out);
    }
    out.endObject();
  }

  private static Density density(JsonTree tree) {
    if (tree.isText()) {
      if (!tree.text().equals(OWN)) {
        throw tree.wrong("expected a density");
      }
      return Density.OWN;
    } else if (tree.has("name")) {
      tree.only("name", "of", "given");
      String name = TermJson.identifier(tree.field("name").text(), tree);
      Group of = TermJson.group(tree.field("of"));
      Group given = TermJson.group(tree.field("given"));
      return made(tree, () -> new Density.Named(name, of, given));
    }
    tree.only("base", "exponent");
    Law.Factor base = factor(tree.field("base"));
    NormalForm exponent = CertificateJson.polynomial(tree.field("exponent"));
    return made(tree, () -> new Density.Tilted(base, exponent));
  }

  static void multiples(List<Multiple> multiples, JsonWriter out) throws IOException {
    out.name("laws").beginArray();
    for (Multiple multiple : multiples) {
      out.beginObject();
      out.name("multiplier");
      CertificateJson.polynomial(multiple.multiplier(), out);
      out.name("signs").beginArray();
      for (Sign sign : multiple.signs()) {
        out.beginObject();
        out.name("assumption").value(sign.assumption());
        out.name("inverse").value(sign.inverse() ? 1 : 0);
        out.endObject();
      }
      out.endArray();
      out.name("law");
      law(multiple.fact().law(), out);
      fact(multiple.fact(), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void fact(LawFact fact, JsonWriter out) throws IOException {
    if (fact instanceof LawFact.Information information) {
      group("a", information.a(), out);
      group("b", information.b(), out);
      group("c", information.c(), out);
    } else if (fact instanceof LawFact.Relative relative) {
      out.name("relative");
      density(relative.density(), out);
      group("of", relative.of(), out);
      group("given", relative.given(), out);
    } else if (fact instanceof LawFact.Drawn drawn) {
      out.name("drawn");
      factor(drawn.factor(), out);
      group("of", drawn.of(), out);
      group("given", drawn.given(), out);
    } else if (fact instanceof LawFact.Tilt tilt) {
      out.name("tilt");
      density(tilt.density(), out);
    }
  }

  static List<Multiple> multiples(JsonTree tree) {
    List<Multiple> multiples = new ArrayList<>();
    for (JsonTree item : tree.items()) {
      List<Sign> signs = new ArrayList<>();
      for (JsonTree sign : item.field("signs").items()) {
        sign.only("assumption", "inverse");
        int inverse = sign.field("inverse").index();
        signs.add(new Sign(sign.field("assumption").index(), inverse == 1));
      }
      multiples.add(
          new Multiple(CertificateJson.polynomial(item.field("multiplier")), fact(item), signs));
    }
    return multiples;
  }

  private static LawFact fact(JsonTree item) {
    Law law = law(item.field("law"));
    if (item.has("a")) {
      item.only("multiplier", "signs", "law", "a", "b", "c");
      Group a = TermJson.group(item.field("a"));
      Group b = TermJson.group(item.field("b"));
      return new LawFact.Information(law, a, b, TermJson.group(item.field("c")));
    } else if (item.has("relative")) {
      item.only("multiplier", "signs", "law", "relative", "of", "given");
      Density density = density(item.field("relative"));
      Group of = TermJson.group(item.field("of"));
      return new LawFact.Relative(law, density, of, TermJson.group(item.field("given")));
    } else if (item.has("drawn")) {
      item.only("multiplier", "signs", "law", "drawn", "of", "given");
      Law.Factor factor = factor(item.field("drawn"));
      Group of = TermJson.group(item.field("of"));
      return new LawFact.Drawn(law, factor, of, TermJson.group(item.field("given")));
    }
    item.only("multiplier", "signs", "law", "tilt");
    if (density(item.field("tilt")) instanceof Density.Tilted tilted) {
      return new LawFact.Tilt(law, tilted);
    }
    throw item.wrong("expected a tilted density");
  }

  private static void group(String name, Group group, JsonWriter out) throws IOException {
    out.name(name);
    TermJson.group(group, out);
  }
}
