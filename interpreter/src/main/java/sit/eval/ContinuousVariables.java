package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.numeric.continuous.ContinuousLaw;
import sit.numeric.continuous.DensityLaw;
import sit.numeric.continuous.Real;
import sit.numeric.gaussian.Affine;
import sit.numeric.gaussian.MultivariateNormal;
import sit.numeric.gaussian.Source;
import sit.source.Span;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement;
import sit.typed.TypedStatement.LetterLaw;
import sit.value.Value;

/** Declares variables that have a density: as combinations of independent sources. */
final class ContinuousVariables {
  private final Evaluator evaluator;
  private final Environment environment;

  ContinuousVariables(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.environment = evaluator.environment();
  }

  private ContinuousErrors wrong() {
    return new ContinuousErrors(evaluator.source());
  }

  /**
   * {@code rv X ~ Normal(0, 1)}, {@code rv (A, B) ~ Normal(...)}, {@code rv Y | X ~ Normal(X, 1)}.
   */
  List<String> law(TypedStatement.Law law) {
    List<String> names = new Declarations(evaluator).names(law.targets());
    List<String> parents = new ArrayList<>();
    for (TypedExpr given : law.given()) {
      parents.addAll(VariableLaws.names(evaluator.variables(given, Locals.NONE).group()));
    }
    Randoms randoms = new Randoms(evaluator);
    for (String parent : parents) {
      if (names.contains(parent)) {
        throw evaluator
            .errors()
            .wrongValue(law.span(), "what a law is given", "other variables", parent);
      }
    }
    requireGiven(law.law(), Locals.NONE, parents);
    boolean open = parents.stream().anyMatch(p -> !isKnown(randoms.declared(p, law.span())));
    List<Affine> made = open ? List.of() : made(law.law(), Locals.NONE, names, law.law().span());
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<Affine> affine = open ? Optional.empty() : Optional.of(made.get(i));
      variables.add(
          new Variable(names.get(i), Optional.empty(), parents, false, m -> m).madeOf(affine));
    }
    environment.redeclare(names);
    environment.declare(variables);
    law.targets().forEach(target -> environment.sorts().continuous(target.name()));
    return names;
  }

  private static boolean isKnown(Variable variable) {
    return variable.hasLaw() || variable.affine().isPresent();
  }

  /** What a law depends on has to be named before the {@code ~}. */
  private void requireGiven(TypedExpr law, Locals locals, List<String> parents) {
    for (String other : new Randoms(evaluator).variables(law, locals)) {
      if (!parents.contains(other)) {
        throw evaluator.errors().notGiven(law.span(), other);
      }
    }
  }

  /** What variables of a law are made of. */
  private List<Affine> made(TypedExpr law, Locals locals, List<String> names, Span at) {
    requireContinuous(law, locals, names.get(0));
    if (!new Randoms(evaluator).variables(law, locals).isEmpty()) {
      Affines.Kernel kernel =
          Affines.ofLaws(evaluator, at)
              .kernel(law, locals)
              .orElseThrow(() -> wrong().notGaussian(at, names.get(0)));
      if (names.size() > 1) {
        throw evaluator.errors().outcomeShape(at, "a number", names.size());
      }
      return List.of(moved(kernel));
    }
    Value value = evaluator.evaluate(law, locals);
    if (!(value instanceof Value.Continuous continuous)) {
      throw evaluator.errors().notALaw(at, Terms.print(value));
    }
    DensityLaw dense = continuous.law();
    boolean joint = dense instanceof MultivariateNormal;
    boolean single = dense instanceof ContinuousLaw;
    if (!joint && !single || dense.dimension() != names.size()) {
      String targets = names.size() == 1 ? "the variable" : "the " + names.size() + " variables";
      throw wrong().dimensions(at, targets, dense.name());
    }
    return joint
        ? ((MultivariateNormal) dense).variables(evaluator.limits())
        : List.of(source((ContinuousLaw) dense));
  }

  static Affine moved(Affines.Kernel kernel) {
    Affine noise = Affine.of(Source.gaussian(kernel.variance().value()), kernel.variance().error());
    return kernel.mean().plus(noise);
  }

  /** A variable that is independent of all others. */
  static Affine source(ContinuousLaw law) {
    Optional<ContinuousLaw.Gaussian> gaussian = law.gaussian();
    if (gaussian.isEmpty()) {
      return Affine.of(Source.of(law), 0);
    }
    Affines.Number mean = number(gaussian.get().mean());
    Affines.Number variance = number(gaussian.get().variance());
    return Affine.of(Source.gaussian(variance.value()), variance.error())
        .plus(Affine.constant(mean.value(), mean.error()));
  }

  private static Affines.Number number(Real real) {
    if (real.rational().isPresent()) {
      return new Affines.Number(real.rational().get(), 0);
    }
    double value = real.value();
    Rational nearest = Rational.of(new java.math.BigDecimal(value));
    return new Affines.Number(
        nearest, value == 0 ? 0 : 2 * real.bounded().error() / Math.abs(value));
  }

  /** What moves a law with a density has a density itself. */
  private void requireContinuous(TypedExpr expr, Locals locals, String name) {
    Randoms randoms = new Randoms(evaluator);
    for (String parent : randoms.variables(expr, locals)) {
      if (randoms.declared(parent, expr.span()).hasLaw()) {
        throw wrong().mixedGroup(expr.span(), parent, name);
      }
    }
  }

  /** A letter of a process of real numbers. */
  Variable letter(String name, List<String> parents, LetterLaw line, Locals locals) {
    Randoms randoms = new Randoms(evaluator);
    Variable open = new Variable(name, Optional.empty(), parents, line.function(), m -> m);
    if (parents.stream().anyMatch(p -> !isKnown(randoms.declared(p, line.span())))) {
      return open;
    }
    Span at = line.law().span();
    if (!line.function()) {
      return open.madeOf(Optional.of(made(line.law(), locals, List.of(name), at).get(0)));
    }
    requireContinuous(line.law(), locals, name);
    Optional<Affine> affine = Affines.ofLaws(evaluator, at).of(line.law(), locals);
    if (affine.isEmpty()) {
      throw wrong().notGaussian(at, name);
    }
    return open.madeOf(affine);
  }
}
