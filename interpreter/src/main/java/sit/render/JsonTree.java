package sit.render;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sit.exact.Rational;

/**
 * A value read from JSON that knows its place, so that whatever is wrong with it can be said
 * precisely. Depth, the size of numbers and repeated fields are looked at while reading: the text
 * may come from anyone.
 */
final class JsonTree {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 2000;

  /** The library ends some messages' first half with words for programmers. */
  private static final String ADVICE = " to accept ";

  private final String where;

  /** A map, a list, a string, a truth value, nothing, or a number as it was written. */
  private final Object value;

  /** What JSON writes for no value. */
  private enum Nothing {
    NULL
  }

  /** A number that is not yet read. */
  private record Digits(String text) {}

  private JsonTree(String where, Object value) {
    this.where = where;
    this.value = value;
  }

  static JsonTree read(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      JsonTree tree = new JsonTree("", value(reader, ""));
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new CertificateFormatException("", "there is more text after the end");
      }
      return tree;
    } catch (IOException | IllegalStateException e) {
      throw new CertificateFormatException("", "not well-formed JSON: " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    int start = message.indexOf(ADVICE) < 0 ? 0 : message.indexOf(ADVICE) + ADVICE.length();
    return end < 0 ? message.substring(start) : message.substring(start, end);
  }

  private static Object value(JsonReader reader, String where) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        Map<String, JsonTree> fields = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          String inside = where.isEmpty() ? name : where + "." + name;
          if (fields.put(name, new JsonTree(inside, value(reader, inside))) != null) {
            throw new CertificateFormatException(inside, "this field occurs twice");
          }
        }
        reader.endObject();
        return fields;
      case BEGIN_ARRAY:
        List<JsonTree> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          String inside = where + "[" + items.size() + "]";
          items.add(new JsonTree(inside, value(reader, inside)));
        }
        reader.endArray();
        return items;
      case STRING:
        return reader.nextString();
      case NUMBER:
        return new Digits(reader.nextString());
      case BOOLEAN:
        return reader.nextBoolean();
      case NULL:
        reader.nextNull();
        return Nothing.NULL;
      default:
        throw new CertificateFormatException(where, "expected a value");
    }
  }

  String where() {
    return where;
  }

  CertificateFormatException wrong(String what) {
    return new CertificateFormatException(where, what);
  }

  boolean isText() {
    return value instanceof String;
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> fields
        && fields.get(name) instanceof JsonTree tree
        && tree.value != Nothing.NULL;
  }

  /** A field that must be there. */
  JsonTree field(String name) {
    if (value instanceof Map<?, ?> fields) {
      if (fields.get(name) instanceof JsonTree tree) {
        return tree;
      }
      throw wrong("the field \"" + name + "\" is missing");
    }
    throw wrong("expected an object");
  }

  /** Nothing but these fields may be there. */
  JsonTree only(String... names) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw wrong("expected an object");
    }
    for (Object name : fields.keySet()) {
      if (!Set.of(names).contains(name)) {
        throw wrong("the field \"" + name + "\" is not known");
      }
    }
    return this;
  }

  List<JsonTree> items() {
    if (value instanceof List<?> items) {
      List<JsonTree> trees = new ArrayList<>();
      for (Object item : items) {
        trees.add((JsonTree) item);
      }
      return trees;
    }
    throw wrong("expected a list");
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw wrong("expected text");
  }

  /** A small integer that is not negative. */
  int index() {
    if (value instanceof Digits digits && isDigits(digits.text, 9)) {
      return Integer.parseInt(digits.text);
    }
    throw wrong("expected a small integer that is not negative");
  }

  /** An integer that may be negative. */
  int integer() {
    if (value instanceof Digits digits) {
      boolean negative = digits.text.startsWith("-");
      String rest = negative ? digits.text.substring(1) : digits.text;
      if (isDigits(rest, 6)) {
        return Integer.parseInt(digits.text);
      }
    }
    throw wrong("expected a small integer");
  }

  /** A rational written as text: {@code "-1/2"}. */
  Rational rational() {
    String text = text();
    int slash = text.indexOf('/');
    String above = slash < 0 ? text : text.substring(0, slash);
    String below = slash < 0 ? "1" : text.substring(slash + 1);
    String size = above.startsWith("-") ? above.substring(1) : above;
    if (!isDigits(size, LONGEST_NUMBER) || !isDigits(below, LONGEST_NUMBER)) {
      throw wrong("expected a rational such as \"1/2\", of at most " + LONGEST_NUMBER + " digits");
    }
    BigInteger denominator = new BigInteger(below);
    if (denominator.signum() == 0) {
      throw wrong("the denominator is zero");
    }
    return Rational.of(new BigInteger(above), denominator);
  }

  private static boolean isDigits(String text, int most) {
    if (text.isEmpty() || text.length() > most) {
      return false;
    }
    for (int k = 0; k < text.length(); k++) {
      if (text.charAt(k) < '0' || text.charAt(k) > '9') {
        return false;
      }
    }
    return true;
  }
}
