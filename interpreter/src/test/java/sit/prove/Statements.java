package sit.prove;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Variable;

/** Short ways to write claims in tests; a group is written {@code "X, Y[2]"}. */
final class Statements {
  private Statements() {}

  static Group group(String names) {
    List<Variable> all = new ArrayList<>();
    for (String part : names.split(",")) {
      String name = part.trim();
      int bracket = name.indexOf('[');
      if (bracket > 0) {
        int at = Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
        all.add(new Variable.Letter(name.substring(0, bracket), Index.of(at)));
      } else if (!name.isEmpty()) {
        all.add(new Variable.Single(name));
      }
    }
    return Group.of(all);
  }

  /** The letters {@code name[from..to]}. */
  static Group block(String name, int from, int to) {
    List<Variable> all = new ArrayList<>();
    for (int t = from; t <= to; t++) {
      all.add(new Variable.Letter(name, Index.of(t)));
    }
    return Group.of(all);
  }

  static NormalForm h(String a) {
    return NormalForm.entropy(group(a));
  }

  static NormalForm h(String a, String given) {
    return NormalForm.mutualInformation(group(a), group(a), group(given));
  }

  static NormalForm i(String a, String b) {
    return NormalForm.mutualInformation(group(a), group(b), Group.EMPTY);
  }

  static NormalForm i(String a, String b, String given) {
    return NormalForm.mutualInformation(group(a), group(b), group(given));
  }

  static NormalForm number(long numerator, long denominator) {
    return NormalForm.constant(Rational.of(numerator, denominator));
  }

  /** Massey's directed information from x to y over n letters. */
  static NormalForm directed(String x, String y, int n) {
    NormalForm sum = NormalForm.ZERO;
    for (int t = 1; t <= n; t++) {
      sum =
          sum.add(NormalForm.mutualInformation(block(x, 1, t), block(y, t, t), block(y, 1, t - 1)));
    }
    return sum;
  }

  static Assumption zero(NormalForm difference) {
    return Assumption.zero(Assumption.Kind.RELATION, difference + " = 0", difference);
  }

  static List<Assumption> zeros(NormalForm... differences) {
    List<Assumption> all = new ArrayList<>();
    for (NormalForm difference : differences) {
      all.add(zero(difference));
    }
    return all;
  }
}
