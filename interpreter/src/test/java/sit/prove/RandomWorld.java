package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sit.check.ExactLaw;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Counterexample;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * Bits drawn one after another, each by some of those before or as a function of them. Laws of it
 * satisfy exactly what it says of itself.
 */
final class RandomWorld {
  /** A bit: what it is, by which of those before it is drawn, and whether it is a function. */
  record Bit(Variable variable, List<Variable> parents, boolean isFunction) {}

  private static final List<Rational> CHANCES =
      List.of(Rational.of(1, 2), Rational.of(1, 3), Rational.of(1, 4), Rational.of(3, 4));

  private final List<Bit> bits;

  RandomWorld(List<Bit> bits) {
    this.bits = List.copyOf(bits);
  }

  /** Up to so many single variables. */
  static RandomWorld of(int size, SplittableRandom random) {
    List<Bit> bits = new ArrayList<>();
    List<Variable> before = new ArrayList<>();
    for (int v = 0; v < size; v++) {
      Variable variable = new Variable.Single(String.valueOf((char) ('A' + v)));
      List<Variable> parents = new ArrayList<>();
      for (Variable earlier : before) {
        if (random.nextInt(5) < 2) {
          parents.add(earlier);
        }
      }
      bits.add(new Bit(variable, parents, !parents.isEmpty() && random.nextInt(4) == 0));
      before.add(variable);
    }
    return new RandomWorld(bits);
  }

  List<Variable> variables() {
    return bits.stream().map(Bit::variable).toList();
  }

  /** What each bit says: that it is a function, or independent of the rest given its parents. */
  List<Assumption> facts() {
    List<Assumption> facts = new ArrayList<>();
    List<Variable> before = new ArrayList<>();
    for (Bit bit : bits) {
      Group one = Group.of(bit.variable());
      Group parents = Group.of(bit.parents());
      Group rest = Group.of(before).minus(parents);
      NormalForm zero =
          bit.isFunction()
              ? NormalForm.mutualInformation(one, one, parents)
              : NormalForm.mutualInformation(one, rest, parents);
      if (!zero.isZero()) {
        facts.add(Statements.zero(zero));
      }
      before.add(bit.variable());
    }
    return facts;
  }

  /** One law, in small fractions. */
  ExactLaw law(SplittableRandom random) {
    int n = bits.size();
    List<List<Rational>> chances = new ArrayList<>();
    for (Bit bit : bits) {
      List<Rational> table = new ArrayList<>();
      for (int key = 0; key < 1 << bit.parents().size(); key++) {
        boolean sure = bit.isFunction() || random.nextInt(3) == 0;
        table.add(
            sure
                ? Rational.of(random.nextInt(2))
                : CHANCES.get(random.nextInt(random.nextBoolean() ? 1 : CHANCES.size())));
      }
      chances.add(table);
    }
    List<Variable> variables = variables();
    List<Counterexample.Outcome> outcomes = new ArrayList<>();
    for (int x = 0; x < 1 << n; x++) {
      Rational p = Rational.ONE;
      List<Integer> values = new ArrayList<>();
      for (int v = 0; v < n && !p.isZero(); v++) {
        int key = 0;
        for (Variable parent : bits.get(v).parents()) {
          key = 2 * key + (x >> variables.indexOf(parent) & 1);
        }
        Rational one = chances.get(v).get(key);
        p = p.multiply((x >> v & 1) == 1 ? one : Rational.ONE.subtract(one));
        values.add(x >> v & 1);
      }
      if (!p.isZero()) {
        outcomes.add(new Counterexample.Outcome(values, p));
      }
    }
    return new ExactLaw(new Counterexample(variables, outcomes));
  }
}
