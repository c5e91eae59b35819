package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sit.limits.Seed;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.continuous.Quantiles;
import sit.source.Span;
import sit.term.Group;
import sit.value.Accuracy;
import sit.value.Distribution;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** Independent outcomes of a law, by the inverse of its distribution function. */
final class Draws {
  private final Evaluator evaluator;

  Draws(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Draws from a law, or from that of random variables.
   *
   * @param at where the law is written
   */
  Value of(Value law, int n, Seed seed, Span at) {
    Value read = law instanceof Value.Variables variables ? lawOf(variables.group(), at) : law;
    SplittableRandom random = seed.random();
    List<Value> drawn = new ArrayList<>();
    if (read instanceof Distribution distribution) {
      double[] masses = masses(distribution, at);
      for (int i = 0; i < n; i++) {
        evaluator.limits().check();
        drawn.add(distribution.outcomes().get(place(masses, random.nextDouble())));
      }
      return new Value.Items(drawn);
    }
    if (!(read instanceof Value.Continuous dense) || !(dense.law() instanceof ContinuousLaw line)) {
      throw evaluator.errors().notALaw(at, Terms.print(read));
    }
    Quantiles quantiles = new Quantiles(line);
    for (int i = 0; i < n; i++) {
      evaluator.limits().check();
      double x = quantiles.at(random.nextDouble());
      drawn.add(Quantity.between(x, x, x, Unit.NONE, Accuracy.ROUNDING));
    }
    return new Value.Items(drawn);
  }

  private Value lawOf(Group group, Span at) {
    if (group.isContinuous()) {
      return new ContinuousMeasures(evaluator)
          .law(group, at)
          .<Value>map(Value.Continuous::new)
          .orElseThrow(() -> evaluator.errors().noValue(at, "`" + group + "`"));
    }
    VariableLaws laws = new VariableLaws(evaluator);
    if (!laws.hasLaw(group, at)) {
      throw evaluator.errors().noValue(at, "`" + group + "`");
    }
    return laws.law(group, at);
  }

  private double[] masses(Distribution law, Span at) {
    double[] masses = new double[law.probabilities().size()];
    double total = 0;
    for (int i = 0; i < masses.length; i++) {
      Quantity mass = law.probabilities().get(i);
      if (mass.isOpen()) {
        throw evaluator.errors().noValue(at, Terms.print(law));
      }
      masses[i] = mass.value();
      total += masses[i];
      if (masses[i] < 0) {
        throw evaluator.errors().illFormedLaw(at, "a probability is negative");
      }
    }
    if (Math.abs(total - 1) > 1e-9) {
      throw evaluator.errors().illFormedLaw(at, "the probabilities add up to " + total);
    }
    return masses;
  }

  private static int place(double[] masses, double level) {
    double left = level;
    int possible = 0;
    for (int i = 0; i < masses.length; i++) {
      possible = masses[i] > 0 ? i : possible;
      left -= masses[i];
      if (left < 0) {
        return i;
      }
    }
    return possible; // rounding: the masses added up to a little less than one
  }
}
