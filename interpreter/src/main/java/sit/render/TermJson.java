package sit.render;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sit.term.Group;
import sit.term.Index;
import sit.term.Term;
import sit.term.Variable;

/**
 * Terms, groups and variables as JSON: an entropy is {@code {"H": [...]}}, a symbol is text, the
 * rest are objects named by kind.
 */
final class TermJson {
  private TermJson() {}

  static void group(Group group, JsonWriter out) throws IOException {
    out.beginArray();
    for (Variable variable : group) {
      out.value(name(variable));
    }
    out.endArray();
  }

  private static String name(Variable variable) {
    if (variable instanceof Variable.Block block) {
      return block.name() + "[" + block.from() + ".." + block.to() + "]";
    }
    return variable instanceof Variable.Letter letter
        ? letter.name() + "[" + letter.at() + "]"
        : variable.name();
  }

  static void write(Term term, JsonWriter out) throws IOException {
    if (term instanceof Term.Symbol symbol) {
      out.value(symbol.name());
      return;
    }
    out.beginObject();
    if (term instanceof Term.Entropy entropy) {
      out.name("H");
      group(entropy.group(), out);
    } else if (term instanceof Term.Variables variables) {
      out.name("variables");
      group(variables.group(), out);
    } else if (term instanceof Term.Constant constant) {
      out.name("constant").value(constant.value().toString());
    } else if (term instanceof Term.Sum sum) {
      out.name("sum");
      list(sum.terms(), out);
    } else if (term instanceof Term.Product product) {
      out.name("product");
      list(product.factors(), out);
    } else if (term instanceof Term.Power power) {
      out.name("power");
      write(power.base(), out);
      out.name("exponent").value(power.exponent());
    } else if (term instanceof Term.Apply apply) {
      out.name("apply").value(apply.head());
      out.name("arguments");
      list(apply.arguments(), out);
    } else if (term instanceof Term.Measure measure) {
      out.name("measure").value(measure.name());
      out.name("slots");
      list(measure.slots(), out);
      out.name("separators").beginArray();
      for (String separator : measure.separators()) {
        out.value(separator);
      }
      out.endArray();
    } else if (term instanceof Term.Total total) {
      out.name("total").value(total.index());
      out.name("from").value(total.from().toString());
      out.name("to").value(total.to().toString());
      out.name("body");
      write(total.body(), out);
    } else {
      DensityJson.write(term, out);
    }
    out.endObject();
  }

  private static void list(List<Term> terms, JsonWriter out) throws IOException {
    out.beginArray();
    for (Term term : terms) {
      write(term, out);
    }
    out.endArray();
  }

  static Group group(JsonTree tree) {
    List<Variable> variables = new ArrayList<>();
    for (JsonTree item : tree.items()) {
      Variable variable = variable(item);
      if (variables.contains(variable)) {
        throw item.wrong("this variable occurs twice");
      }
      variables.add(variable);
    }
    return Group.of(variables);
  }

  private static Variable variable(JsonTree tree) {
    String text = tree.text();
    if (text.indexOf(' ') > 0) {
      return new Variable.Single(derived(text, tree));
    }
    int open = text.indexOf('[');
    if (open < 0) {
      return new Variable.Single(variable(text, tree));
    }
    if (!text.endsWith("]")) {
      throw tree.wrong("a bracket is not closed");
    }
    String name = variable(text.substring(0, open), tree);
    String inside = text.substring(open + 1, text.length() - 1);
    int dots = inside.indexOf("..");
    if (dots < 0) {
      return new Variable.Letter(name, index(inside, tree));
    }
    Index from = index(inside.substring(0, dots), tree);
    Index to = index(inside.substring(dots + 2), tree);
    if (to.subtract(from).value().isPresent()) {
      throw tree.wrong("a block of known length must be written as its letters");
    }
    return new Variable.Block(name, from, to);
  }

  /** The name of a variable that is a function of others is how the function is written. */
  private static String derived(String text, JsonTree tree) {
    int of = text.indexOf(" of ");
    // a list of variables is not one variable
    boolean list = text.substring(0, of < 0 ? text.length() : of).indexOf(',') >= 0;
    boolean good = !list && text.length() <= 400 && Character.isLetterOrDigit(text.charAt(0));
    for (int k = 0; k < text.length() && good; k++) {
      char c = text.charAt(k);
      boolean last = k == text.length() - 1;
      good =
          Character.isLetterOrDigit(c)
              || " _'+-*/^()[],.=!<>".indexOf(c) >= 0
              || last && Variable.CONTINUOUS.indexOf(c) == 0;
    }
    if (!good) {
      String shown = text.length() > 40 ? text.substring(0, 40) : text;
      throw tree.wrong("\"" + shown + "\" is no name");
    }
    return text;
  }

  /** A variable's name, which is marked if the variable is continuous. */
  private static String variable(String text, JsonTree tree) {
    String plain = Variable.plain(text);
    identifier(plain, tree);
    return text;
  }

  /** Reads what {@link Index} prints: {@code 3}, {@code t-1}, {@code 2*n+1}. */
  static Index index(String text, JsonTree tree) {
    Index total = Index.of(0);
    int at = 0;
    boolean first = true;
    try {
      while (at < text.length() || first) {
        int sign = 1;
        if (at < text.length() && (text.charAt(at) == '-' || !first && text.charAt(at) == '+')) {
          sign = text.charAt(at) == '-' ? -1 : 1;
          at++;
        } else if (!first) {
          throw tree.wrong("expected an index such as t-1");
        }
        first = false;
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
          at++;
        }
        int factor = at > start ? Integer.parseInt(text.substring(start, at)) : 1;
        if (at > start && (at == text.length() || text.charAt(at) != '*')) {
          total = total.plus(Math.multiplyExact(sign, factor));
          continue;
        }
        at += at > start ? 1 : 0;
        int symbol = at;
        while (at < text.length() && "+-*".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        String name = identifier(text.substring(symbol, at), tree);
        total = total.add(Index.symbol(name).multiply(sign * factor));
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw tree.wrong("the index is too large");
    }
    return total;
  }

  /** An atom of a monomial. */
  static Term readAtom(JsonTree tree) {
    Term term = read(tree);
    boolean atom =
        term instanceof Term.Symbol
            || term instanceof Term.Entropy
            || term instanceof Term.Apply
            || term instanceof Term.Measure
            || term instanceof Term.Total
            || DensityJson.writes(term);
    if (!atom || term instanceof Term.Entropy entropy && entropy.group().isEmpty()) {
      throw tree.wrong("this cannot be an atom of a monomial");
    }
    return term;
  }

  static Term read(JsonTree tree) {
    if (tree.isText()) {
      return new Term.Symbol(identifier(tree.text(), tree));
    } else if (tree.has("H")) {
      return new Term.Entropy(group(tree.only("H").field("H")));
    } else if (tree.has("variables")) {
      return new Term.Variables(group(tree.only("variables").field("variables")));
    } else if (tree.has("constant")) {
      return new Term.Constant(tree.only("constant").field("constant").rational());
    } else if (tree.has("sum")) {
      return new Term.Sum(list(tree.only("sum").field("sum")));
    } else if (tree.has("product")) {
      return new Term.Product(list(tree.only("product").field("product")));
    } else if (tree.has("power")) {
      tree.only("power", "exponent");
      return new Term.Power(read(tree.field("power")), tree.field("exponent").integer());
    } else if (tree.has("apply")) {
      tree.only("apply", "arguments");
      return new Term.Apply(head(tree.field("apply")), list(tree.field("arguments")));
    } else if (tree.has("measure")) {
      return measure(tree.only("measure", "slots", "separators"));
    } else if (tree.has("total")) {
      tree.only("total", "from", "to", "body");
      return new Term.Total(
          identifier(tree.field("total").text(), tree),
          index(tree.field("from").text(), tree.field("from")),
          index(tree.field("to").text(), tree.field("to")),
          read(tree.field("body")));
    }
    return DensityJson.read(tree).orElseThrow(() -> tree.wrong("expected a term"));
  }

  private static Term measure(JsonTree tree) {
    List<String> separators = new ArrayList<>();
    for (JsonTree item : tree.field("separators").items()) {
      if (!List.of(";", "|", "||", "->").contains(item.text())) {
        throw item.wrong("expected a separator");
      }
      separators.add(item.text());
    }
    List<Term> slots = list(tree.field("slots"));
    if (slots.size() != separators.size() + 1) {
      throw tree.wrong("there must be one separator between slots");
    }
    String name = identifier(tree.field("measure").text(), tree);
    if (name.equals("H") && slots.size() == 1) {
      throw tree.wrong("an entropy must be written as one");
    }
    return new Term.Measure(name, slots, separators);
  }

  private static List<Term> list(JsonTree tree) {
    List<Term> terms = new ArrayList<>();
    for (JsonTree item : tree.items()) {
      terms.add(read(item));
    }
    return terms;
  }

  private static String head(JsonTree tree) {
    String text = tree.text();
    boolean operator = !text.isEmpty();
    for (int k = 0; k < text.length(); k++) {
      operator &= "!=<>^+-*/".indexOf(text.charAt(k)) >= 0;
    }
    return operator ? text : identifier(text, tree);
  }

  /** A name, which holds no sign that would let it be taken for something else. */
  static String identifier(String text, JsonTree tree) {
    boolean good = !text.isEmpty() && !Character.isDigit(text.charAt(0)) && text.length() <= 200;
    for (int k = 0; k < text.length() && good; k++) {
      char c = text.charAt(k);
      good = Character.isLetterOrDigit(c) || c == '_' || c == '\'';
    }
    if (!good) {
      throw tree.wrong(
          "\"" + (text.length() > 40 ? text.substring(0, 40) : text) + "\" is no name");
    }
    return text;
  }
}
