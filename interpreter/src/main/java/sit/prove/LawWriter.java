package sit.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.proof.Counterexample;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Variable;

/** Writes a law as declarations in the language, which can be typed back. */
public final class LawWriter {
  private LawWriter() {}

  /** Lines such as {@code rv X ~ Bernoulli(1/2)}; each mentions only variables of earlier lines. */
  public static List<String> lines(Counterexample law) {
    return lines(law, List.of());
  }

  /**
   * The same for more variables: those that the law lacks may be anything, and are declared
   * constant.
   *
   * @param all every variable that a reader expects
   */
  public static List<String> lines(Counterexample whole, Collection<Variable> all) {
    List<String> lines = new ArrayList<>(TableWriter.lines(whole));
    Counterexample law = TableWriter.random(whole);
    Set<Variable> known = new HashSet<>(law.variables());
    Set<String> processes = new TreeSet<>();
    for (Collection<Variable> variables : List.of(law.variables(), all)) {
      for (Variable variable : variables) {
        if (variable instanceof Variable.Letter) {
          processes.add(variable.name());
        }
      }
    }
    if (!processes.isEmpty()) {
      lines.add("process " + String.join(", ", processes));
    }
    for (Variable variable : all) {
      boolean outcome = law != whole && !Expectations.areRandom(Group.of(variable));
      if (!outcome && known.add(variable)) {
        lines.add("rv " + variable + " = 0");
      }
    }
    int[][] values = new int[law.variables().size()][law.outcomes().size()];
    List<Rational> probabilities = new ArrayList<>();
    for (int point = 0; point < law.outcomes().size(); point++) {
      Counterexample.Outcome outcome = law.outcomes().get(point);
      probabilities.add(outcome.probability());
      for (int v = 0; v < values.length; v++) {
        values[v][point] = outcome.values().get(v);
      }
    }
    for (LawStructure.Part part : LawStructure.of(values, probabilities).parts()) {
      lines.add("rv " + line(part, law.variables()));
    }
    return lines;
  }

  private static String line(LawStructure.Part part, List<Variable> names) {
    if (part instanceof LawStructure.Part.Constant constant) {
      return names.get(constant.variable()) + " = " + constant.value();
    } else if (part instanceof LawStructure.Part.Copy copy) {
      return names.get(copy.variable()) + " = " + names.get(copy.of());
    } else if (part instanceof LawStructure.Part.Xor xor) {
      StringJoiner sum = new StringJoiner(" xor ");
      xor.of().forEach(v -> sum.add(names.get(v).toString()));
      return names.get(xor.variable()) + " = " + sum;
    } else if (part instanceof LawStructure.Part.Source source) {
      return source(source, names);
    }
    throw new IllegalStateException("unknown part");
  }

  private static String source(LawStructure.Part.Source source, List<Variable> names) {
    boolean single = source.variables().size() == 1;
    StringJoiner head = new StringJoiner(", ", single ? "" : "(", single ? " ~ " : ") ~ ");
    source.variables().forEach(v -> head.add(names.get(v).toString()));
    if (source.isUniform()) {
      int symbols = source.table().size();
      return head + (symbols == 2 ? "Bernoulli(1/2)" : "Uniform(0.." + (symbols - 1) + ")");
    }
    StringJoiner rows = new StringJoiner(", ", "{ ", " }");
    for (Map.Entry<List<Integer>, Rational> entry : source.table().entrySet()) {
      StringJoiner row = new StringJoiner(", ", single ? "" : "(", single ? "" : ")");
      entry.getKey().forEach(value -> row.add(value.toString()));
      rows.add(row + ": " + entry.getValue());
    }
    return head + rows.toString();
  }
}
