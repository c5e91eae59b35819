package sit.app.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Reads certificates. What comes out is data that nobody has checked; the fields called {@code
 * text} are passed over, since a proof must not rest on what its author says that it shows.
 */
public final class CertificateReader {
  private CertificateReader() {}

  /** A certificate and what the file called the statement that it proves. */
  public record Named(String name, Certificate certificate) {}

  /**
   * The certificates of a text: one certificate, or the output of {@code check --format json} with
   * any number.
   *
   * @throws IllegalArgumentException if the text is neither; the message says where
   */
  public static List<Named> read(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement root = JsonParser.parseReader(reader);
      if (reader.peek() != com.google.gson.stream.JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("there is text after the JSON value");
      }
      return certificates(root);
    } catch (JsonParseException | java.io.IOException e) {
      String message = String.valueOf(e.getMessage());
      throw new IllegalArgumentException("no JSON: " + message.lines().findFirst().orElse(""), e);
    }
  }

  private static List<Named> certificates(JsonElement root) {
    if (root instanceof JsonObject object && object.has("results")) {
      List<Named> found = new ArrayList<>();
      JsonArray results = array(object, "results", "results");
      for (int i = 0; i < results.size(); i++) {
        String where = "results[" + i + "]";
        JsonObject result = object(results.get(i), where);
        JsonElement certificate = result.get("certificate");
        if (certificate != null && !certificate.isJsonNull()) {
          JsonElement name = result.get("name");
          boolean named = name instanceof JsonPrimitive primitive && primitive.isString();
          found.add(
              new Named(
                  named ? name.getAsString() : "",
                  certificate(certificate, where + ".certificate")));
        }
      }
      return found;
    }
    return List.of(new Named("", certificate(root, "$")));
  }

  private static Certificate certificate(JsonElement element, String where) {
    JsonObject object = object(element, where);
    int version = integer(object, "certificate", where);
    if (version != CertificateWriter.VERSION) {
      throw wrong(where, "certificate version " + version + "; this program reads version 1");
    }
    JsonObject claim = object(field(object, "claim", where), where + ".claim");
    List<Assumption> assumptions = new ArrayList<>();
    JsonArray facts = array(object, "assumptions", where);
    for (int i = 0; i < facts.size(); i++) {
      String here = where + ".assumptions[" + i + "]";
      JsonObject fact = object(facts.get(i), here);
      NormalForm difference = form(fact, "difference", here);
      Sense sense = sense(fact, here);
      String text = difference + (sense == Sense.ZERO ? " = 0" : " >= 0");
      assumptions.add(new Assumption(kind(fact, here), text, difference, sense));
    }
    List<Certificate.Combination> combinations = new ArrayList<>();
    JsonArray sums = array(object, "combinations", where);
    for (int i = 0; i < sums.size(); i++) {
      String here = where + ".combinations[" + i + "]";
      combinations.add(combination(object(sums.get(i), here), here));
    }
    Claim proved = new Claim(form(claim, "difference", where + ".claim"), sense(claim, where));
    return new Certificate(proved, assumptions, combinations);
  }

  private static Certificate.Combination combination(JsonObject object, String where) {
    List<Certificate.Term> basics = new ArrayList<>();
    JsonArray terms = array(object, "basics", where);
    for (int i = 0; i < terms.size(); i++) {
      String here = where + ".basics[" + i + "]";
      JsonObject term = object(terms.get(i), here);
      Group a = group(field(term, "a", here), here);
      Group b = group(field(term, "b", here), here);
      Group given = group(field(term, "given", here), here);
      basics.add(new Certificate.Term(rational(term, "multiplier", here), new Basic(a, b, given)));
    }
    List<Certificate.Use> uses = new ArrayList<>();
    JsonArray used = array(object, "uses", where);
    for (int i = 0; i < used.size(); i++) {
      String here = where + ".uses[" + i + "]";
      JsonObject use = object(used.get(i), here);
      uses.add(
          new Certificate.Use(integer(use, "assumption", here), form(use, "multiplier", here)));
    }
    return new Certificate.Combination(basics, uses, rational(object, "surplus", where));
  }

  private static NormalForm form(JsonObject object, String name, String where) {
    try {
      return NormalForm.of(term(field(object, name, where), where + "." + name));
    } catch (ArithmeticException e) {
      throw wrong(where + "." + name, String.valueOf(e.getMessage()));
    }
  }

  private static Term term(JsonElement element, String where) {
    if (element instanceof JsonPrimitive) {
      return new Term.Constant(rational(element, where));
    }
    JsonObject object = object(element, where);
    if (object.has("symbol")) {
      return new Term.Symbol(string(object, "symbol", where));
    } else if (object.has("entropy")) {
      return new Term.Entropy(group(object.get("entropy"), where));
    } else if (object.has("variables")) {
      return new Term.Variables(group(object.get("variables"), where));
    } else if (object.has("sum")) {
      return new Term.Sum(terms(object, "sum", where));
    } else if (object.has("product")) {
      return new Term.Product(terms(object, "product", where));
    } else if (object.has("power")) {
      return new Term.Power(
          term(object.get("power"), where + ".power"), integer(object, "exponent", where));
    } else if (object.has("apply")) {
      String head = string(object, "apply", where);
      if (head.isEmpty()) {
        throw wrong(where, "a function without a name");
      }
      return new Term.Apply(head, terms(object, "arguments", where));
    } else if (object.has("measure")) {
      return measure(object, where);
    } else if (object.has("total")) {
      return new Term.Total(
          string(object, "total", where),
          index(field(object, "from", where), where),
          index(field(object, "to", where), where),
          term(field(object, "body", where), where + ".body"));
    }
    throw wrong(where, "a kind of term that this program does not know");
  }

  private static Term measure(JsonObject object, String where) {
    List<String> separators = new ArrayList<>();
    for (JsonElement separator : array(object, "separators", where)) {
      separators.add(string(separator, where + ".separators"));
    }
    List<Term> slots = terms(object, "slots", where);
    if (separators.size() != slots.size() - 1) {
      throw wrong(where, "a measure has one separator fewer than slots");
    }
    return new Term.Measure(string(object, "measure", where), slots, separators);
  }

  private static List<Term> terms(JsonObject object, String name, String where) {
    List<Term> terms = new ArrayList<>();
    for (JsonElement element : array(object, name, where)) {
      terms.add(term(element, where + "." + name));
    }
    return terms;
  }

  private static Group group(JsonElement element, String where) {
    if (!(element instanceof JsonArray array)) {
      throw wrong(where, "a group of variables is a list");
    }
    List<Variable> variables = new ArrayList<>();
    for (JsonElement item : array) {
      if (item instanceof JsonPrimitive) {
        variables.add(new Variable.Single(string(item, where)));
        continue;
      }
      JsonObject object = object(item, where);
      if (object.has("letter")) {
        String name = string(object, "letter", where);
        variables.add(new Variable.Letter(name, index(field(object, "at", where), where)));
      } else {
        Index from = index(field(object, "from", where), where);
        Index to = index(field(object, "to", where), where);
        variables.add(new Variable.Block(string(object, "block", where), from, to));
      }
    }
    return Group.of(variables);
  }

  private static Index index(JsonElement element, String where) {
    if (element instanceof JsonPrimitive) {
      return Index.of(integer(element, where));
    }
    JsonObject object = object(element, where);
    TreeMap<String, Integer> symbols = new TreeMap<>();
    JsonObject coefficients = object(field(object, "symbols", where), where);
    for (String symbol : coefficients.keySet()) {
      symbols.put(symbol, integer(coefficients, symbol, where));
    }
    return new Index(integer(object, "constant", where), symbols);
  }

  private static Sense sense(JsonObject object, String where) {
    String sense = string(object, "sense", where);
    for (Sense known : Sense.values()) {
      if (CertificateWriter.sense(known).equals(sense)) {
        return known;
      }
    }
    throw wrong(where, "`sense` is `zero` or `non-negative`, not `" + sense + "`");
  }

  private static Assumption.Kind kind(JsonObject object, String where) {
    String kind = string(object, "kind", where);
    for (Assumption.Kind known : Assumption.Kind.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return known;
      }
    }
    throw wrong(where, "a kind of assumption that this program does not know: `" + kind + "`");
  }

  private static Rational rational(JsonObject object, String name, String where) {
    return rational(field(object, name, where), where + "." + name);
  }

  private static Rational rational(JsonElement element, String where) {
    String text = string(element, where);
    // the exponent of a decimal would let a short text ask for a number of any size
    if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw wrong(where, "`" + text + "` is no rational number");
    }
    try {
      return Rational.parse(text);
    } catch (NumberFormatException e) {
      throw wrong(where, "`" + text + "` is no rational number");
    }
  }

  private static int integer(JsonObject object, String name, String where) {
    return integer(field(object, name, where), where + "." + name);
  }

  private static int integer(JsonElement element, String where) {
    try {
      if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
        return Integer.parseInt(primitive.getAsString());
      }
    } catch (NumberFormatException e) {
      throw wrong(where, "`" + element.getAsString() + "` is no integer, or too large");
    }
    throw wrong(where, "an integer is wanted");
  }

  private static String string(JsonObject object, String name, String where) {
    return string(field(object, name, where), where + "." + name);
  }

  private static String string(JsonElement element, String where) {
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw wrong(where, "a string is wanted");
  }

  private static JsonElement field(JsonObject object, String name, String where) {
    JsonElement value = object.get(name);
    if (value == null) {
      throw wrong(where, "the field `" + name + "` is missing");
    }
    return value;
  }

  private static JsonObject object(JsonElement element, String where) {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw wrong(where, "an object is wanted");
  }

  private static JsonArray array(JsonObject object, String name, String where) {
    if (field(object, name, where) instanceof JsonArray array) {
      return array;
    }
    throw wrong(where + "." + name, "a list is wanted");
  }

  private static IllegalArgumentException wrong(String where, String what) {
    return new IllegalArgumentException(where + ": " + what);
  }
}
