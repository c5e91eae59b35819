package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.exact.Rational;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.continuous.DensityLaw;
import sit.numeric.continuous.Divergences;
import sit.numeric.continuous.Lines;
import sit.numeric.continuous.Real;
import sit.numeric.continuous.Scaled;
import sit.numeric.gaussian.Affine;
import sit.numeric.gaussian.Linear;
import sit.numeric.gaussian.MultivariateNormal;
import sit.numeric.gaussian.Source;
import sit.source.Span;
import sit.term.Group;
import sit.value.Value;

/** Entropies and laws of variables that have a density. */
final class ContinuousMeasures {
  private final Evaluator evaluator;

  ContinuousMeasures(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  private ContinuousErrors wrong() {
    return new ContinuousErrors(evaluator.source());
  }

  /** What the variables of a group are made of; empty if one of them has no law. */
  Optional<List<Affine>> made(Group group, Span at) {
    Randoms randoms = new Randoms(evaluator);
    List<Affine> made = new ArrayList<>();
    String discrete = "";
    String continuous = "";
    for (String name : VariableLaws.names(group)) {
      Variable variable = randoms.declared(name, at);
      if (variable.hasLaw()) {
        discrete = name;
      } else if (variable.affine().isPresent()) {
        continuous = name;
        made.add(variable.affine().get());
      } else {
        return Optional.empty();
      }
    }
    if (!discrete.isEmpty() && !continuous.isEmpty()) {
      throw wrong().mixedGroup(at, discrete, continuous);
    }
    return continuous.isEmpty() ? Optional.empty() : Optional.of(made);
  }

  /** The joint differential entropy; empty if one of the variables has no law. */
  Optional<Value> entropy(Group group, Span at) {
    Optional<List<Affine>> made = made(group, at);
    if (made.isEmpty()) {
      return Optional.empty();
    }
    Linear.Found found =
        Linear.joint(made.get(), evaluator.limits())
            .orElseThrow(() -> wrong().noClosedForm(at, "the joint law of " + group));
    return Optional.of(
        Amounts.information(found.value(), found.estimated(), evaluator.environment().unit()));
  }

  /** The differential entropy of a law. */
  Value entropy(DensityLaw law, Span at) {
    return amount(
        law.differentialEntropy(evaluator.limits())
            .orElseThrow(() -> wrong().quadrature(at, "-p log p")));
  }

  /** The relative entropy of two laws. */
  Value divergence(DensityLaw from, DensityLaw to, Span at) {
    if (from.dimension() != to.dimension() || isLine(from) != isLine(to)) {
      throw wrong().dimensions(at, from.name(), to.name());
    }
    return amount(
        from.relativeEntropy(to, evaluator.limits())
            .orElseThrow(() -> wrong().quadrature(at, "p log (p/q)")));
  }

  private static boolean isLine(DensityLaw law) {
    return law instanceof ContinuousLaw;
  }

  private Value amount(Divergences.Found found) {
    return Amounts.information(found.value(), found.estimated(), evaluator.environment().unit());
  }

  /** The joint law of a group; empty if one of the variables has none. */
  Optional<DensityLaw> law(Group group, Span at) {
    Optional<List<Affine>> made = made(group, at);
    if (made.isEmpty()) {
      return Optional.empty();
    }
    if (made.get().size() == 1) {
      return Optional.of(law(made.get().get(0), group.toString(), at));
    }
    if (!made.get().stream().allMatch(Affine::isGaussian)) {
      throw wrong().noClosedForm(at, "the joint law of " + group);
    }
    List<Rational> mean = made.get().stream().map(Affine::constant).toList();
    double error = made.get().stream().mapToDouble(Affine::error).max().orElse(0);
    return Optional.of(
        ContinuousLaws.lawful(
            evaluator,
            at,
            () ->
                MultivariateNormal.of(
                    mean, Linear.covariance(made.get()), 4 * error, evaluator.limits())));
  }

  /** The law of one combination of sources. */
  ContinuousLaw law(Affine variable, String name, Span at) {
    if (variable.isConstant()) {
      throw wrong().degenerate(at, name);
    }
    if (variable.isGaussian()) {
      Real variance = loosened(variable.covariance(variable), 4 * variable.error());
      Real mean = loosened(variable.constant(), variable.error());
      return Lines.normal(mean, variance);
    }
    if (variable.multiples().size() > 1) {
      throw wrong().noClosedForm(at, "the law of " + name);
    }
    Map.Entry<Source, Rational> only = variable.multiples().entrySet().iterator().next();
    ContinuousLaw law = only.getKey().law().orElseThrow();
    boolean itself = only.getValue().isOne() && variable.constant().isZero();
    return itself
        ? law
        : new Scaled(
            law,
            loosened(only.getValue(), variable.error()),
            loosened(variable.constant(), variable.error()));
  }

  private static Real loosened(Rational value, double error) {
    Real exact = Real.of(value);
    return error == 0
        ? exact
        : Real.between(exact.value(), exact.bounded().error() + error * Math.abs(exact.value()));
  }
}
