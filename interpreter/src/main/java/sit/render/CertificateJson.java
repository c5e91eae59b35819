package sit.render;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.OrderCertificate;
import sit.proof.Proof;
import sit.proof.Sense;
import sit.proof.Sides;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * A certificate as JSON, complete in itself: groups are lists of letters, rationals are text, a
 * polynomial is a list of coefficients with monomials. What was written is read back exactly. A
 * text from elsewhere may hold anything: reading it ends in a certificate or in a {@link
 * CertificateFormatException}, and a certificate that was read is believed only after the checker
 * added it up.
 */
public final class CertificateJson {
  private static final String KIND = "kind";
  private static final String STATIONARY = "stationary";
  private static final int VERSION = 1;

  private CertificateJson() {}

  public static String write(Proof proof) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      write(proof, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes the certificate as the next value of a larger document. */
  public static void write(Proof proof, JsonWriter out) throws IOException {
    out.beginObject();
    out.name("version").value(VERSION);
    out.name("claim").beginObject();
    statement(proof.claim().difference(), proof.claim().sense(), out);
    if (proof.claim().sides().isPresent()) {
      Sides sides = proof.claim().sides().get();
      out.name("left");
      TermJson.write(sides.left(), out);
      out.name("relation").value(sides.relation().sign());
      out.name("right");
      TermJson.write(sides.right(), out);
    }
    out.endObject();
    out.name("assumptions").beginArray();
    for (Assumption assumption : proof.assumptions()) {
      out.beginObject();
      statement(assumption.difference(), assumption.sense(), out);
      if (assumption.kind() == Assumption.Kind.STATIONARY) {
        out.name(KIND).value(STATIONARY);
      }
      out.endObject();
    }
    out.endArray();
    if (proof instanceof HorizonCertificate horizon) {
      HorizonJson.write(horizon, out);
    } else if (proof instanceof OrderCertificate order) {
      OrderJson.write(order, out);
    } else {
      CopyJson.write(((Certificate) proof).copies(), out);
      out.name("combinations").beginArray();
      for (Combination combination : ((Certificate) proof).combinations()) {
        combination(combination, out);
      }
      out.endArray();
    }
    out.endObject();
  }

  private static void statement(NormalForm difference, Sense sense, JsonWriter out)
      throws IOException {
    out.name("sense").value(name(sense));
    out.name("difference");
    polynomial(difference, out);
  }

  private static void combination(Combination combination, JsonWriter out) throws IOException {
    out.beginObject();
    basics(combination.basics(), out);
    if (!combination.laws().isEmpty()) {
      DensityJson.multiples(combination.laws(), out);
    }
    out.name("uses").beginArray();
    for (Certificate.Use use : combination.uses()) {
      out.beginObject();
      out.name("assumption").value(use.assumption());
      out.name("multiplier");
      polynomial(use.multiplier(), out);
      if (!use.law().factors().isEmpty()) {
        out.name("law");
        DensityJson.law(use.law(), out);
      }
      out.endObject();
    }
    out.endArray();
    out.name("surplus").value(combination.surplus().toString());
    out.endObject();
  }

  static void basics(List<Certificate.Term> basics, JsonWriter out) throws IOException {
    out.name("basics").beginArray();
    for (Certificate.Term term : basics) {
      out.beginObject();
      out.name("multiplier").value(term.multiplier().toString());
      out.name("a");
      TermJson.group(term.basic().a(), out);
      out.name("b");
      TermJson.group(term.basic().b(), out);
      out.name("c");
      TermJson.group(term.basic().c(), out);
      out.endObject();
    }
    out.endArray();
  }

  static void polynomial(NormalForm polynomial, JsonWriter out) throws IOException {
    out.beginArray();
    for (Map.Entry<Monomial, Rational> entry : polynomial.coefficients().entrySet()) {
      out.beginObject();
      out.name("coefficient").value(entry.getValue().toString());
      out.name("monomial").beginArray();
      for (Term atom : entry.getKey().atoms()) {
        TermJson.write(atom, out);
      }
      out.endArray();
      out.endObject();
    }
    out.endArray();
  }

  /**
   * Reads a certificate.
   *
   * @throws CertificateFormatException if the text is none
   */
  public static Proof read(String text) {
    return read(JsonTree.read(text));
  }

  /** A certificate and what the file called the statement that it proves. */
  public record Named(String name, Proof certificate) {}

  /**
   * The certificates of a text that holds one, or results each of which may have one.
   *
   * @throws CertificateFormatException if the text is neither
   */
  public static List<Named> readAll(String text) {
    JsonTree tree = JsonTree.read(text);
    if (!tree.has("results")) {
      return List.of(new Named("", read(tree)));
    }
    List<Named> all = new ArrayList<>();
    for (JsonTree result : tree.field("results").items()) {
      if (result.has("certificate")) {
        boolean named = result.has("name") && result.field("name").isText();
        String name = named ? result.field("name").text() : "";
        all.add(new Named(name, read(result.field("certificate"))));
      }
    }
    return all;
  }

  static Proof read(JsonTree root) {
    boolean horizon = root.has("horizon");
    boolean order = root.has("cases");
    JsonTree tree =
        order
            ? root.only("version", "claim", "assumptions", "cases")
            : horizon
                ? root.only(
                    "version",
                    "claim",
                    "assumptions",
                    "horizon",
                    "time",
                    "multiple",
                    "lemmas",
                    "telescopes")
                : root.has("copies")
                    ? root.only("version", "claim", "assumptions", "copies", "combinations")
                    : root.only("version", "claim", "assumptions", "combinations");
    if (tree.field("version").index() != VERSION) {
      throw tree.field("version").wrong("only version " + VERSION + " is known");
    }
    JsonTree claim = claim(tree.field("claim"));
    List<Assumption> assumptions = new ArrayList<>();
    for (JsonTree item : tree.field("assumptions").items()) {
      assumptions.add(assumption(item));
    }
    Claim whole =
        new Claim(
            polynomial(claim.field("difference")),
            constant(claim.field("sense"), Sense.values()),
            sides(claim));
    if (horizon) {
      return HorizonJson.read(tree, whole, assumptions);
    } else if (order) {
      return OrderJson.read(tree, whole, assumptions);
    }
    List<Combination> combinations = new ArrayList<>();
    for (JsonTree item : tree.field("combinations").items()) {
      combinations.add(combination(item.only("basics", "laws", "uses", "surplus")));
    }
    return new Certificate(whole, assumptions, CopyJson.read(tree), combinations);
  }

  private static JsonTree claim(JsonTree tree) {
    return tree.has("relation")
        ? tree.only("sense", "difference", "left", "relation", "right")
        : tree.only("sense", "difference");
  }

  private static Optional<Sides> sides(JsonTree claim) {
    if (!claim.has("relation")) {
      return Optional.empty();
    }
    for (Sides.Relation relation : Sides.Relation.values()) {
      if (relation.sign().equals(claim.field("relation").text())) {
        Term left = TermJson.read(claim.field("left"));
        return Optional.of(new Sides(left, relation, TermJson.read(claim.field("right"))));
      }
    }
    throw claim.field("relation").wrong("expected =, <= or >=");
  }

  private static Assumption assumption(JsonTree tree) {
    boolean stationary = tree.has(KIND);
    JsonTree item =
        stationary ? tree.only("sense", "difference", KIND) : tree.only("sense", "difference");
    NormalForm difference = polynomial(item.field("difference"));
    Sense sense = constant(item.field("sense"), Sense.values());
    if (!stationary) {
      String text = ProofPrinter.named(difference) + (sense == Sense.ZERO ? " = 0" : " >= 0");
      return new Assumption(Assumption.Kind.RELATION, text, difference, sense);
    }
    if (!item.field(KIND).text().equals(STATIONARY)) {
      throw item.field(KIND).wrong("expected " + STATIONARY);
    }
    Set<String> names = new TreeSet<>();
    difference.variables().forEach(variable -> names.add(variable.name()));
    String text = STATIONARY + " (" + String.join(", ", names) + ")";
    return new Assumption(Assumption.Kind.STATIONARY, text, difference, sense);
  }

  private static Combination combination(JsonTree tree) {
    List<Certificate.Term> basics = basics(tree);
    List<Certificate.Use> uses = new ArrayList<>();
    for (JsonTree item : tree.field("uses").items()) {
      item.only("assumption", "multiplier", "law");
      Law law = item.has("law") ? DensityJson.law(item.field("law")) : Law.BASE;
      uses.add(
          new Certificate.Use(
              item.field("assumption").index(), polynomial(item.field("multiplier")), law));
    }
    List<Certificate.Multiple> laws =
        tree.has("laws") ? DensityJson.multiples(tree.field("laws")) : List.of();
    return new Combination(basics, laws, uses, tree.field("surplus").rational());
  }

  static List<Certificate.Term> basics(JsonTree tree) {
    List<Certificate.Term> basics = new ArrayList<>();
    for (JsonTree item : tree.field("basics").items()) {
      item.only("multiplier", "a", "b", "c");
      basics.add(new Certificate.Term(item.field("multiplier").rational(), basic(item)));
    }
    return basics;
  }

  static Basic basic(JsonTree item) {
    return new Basic(
        TermJson.group(item.field("a")),
        TermJson.group(item.field("b")),
        TermJson.group(item.field("c")));
  }

  static NormalForm polynomial(JsonTree tree) {
    TreeMap<Monomial, Rational> coefficients = new TreeMap<>();
    for (JsonTree item : tree.items()) {
      item.only("coefficient", "monomial");
      List<Term> atoms = new ArrayList<>();
      for (JsonTree atom : item.field("monomial").items()) {
        atoms.add(TermJson.readAtom(atom));
      }
      Rational coefficient = item.field("coefficient").rational();
      if (coefficient.isZero()) {
        throw item.wrong("the coefficient is zero");
      }
      if (coefficients.put(new Monomial(atoms), coefficient) != null) {
        throw item.wrong("this monomial occurs twice");
      }
    }
    return new NormalForm(coefficients);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(JsonTree tree, E[] all) {
    for (E one : all) {
      if (name(one).equals(tree.text())) {
        return one;
      }
    }
    throw tree.wrong("\"" + tree.text() + "\" is not known here");
  }
}
