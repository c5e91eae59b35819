package sit.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.numeric.gaussian.Degenerate;
import sit.numeric.gaussian.GaussianProcess;
import sit.numeric.gaussian.Unstable;
import sit.numeric.process.NoStationaryLaw;
import sit.numeric.process.PrefixLaw;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.Symbol;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/**
 * Limits per letter. Among numbers: of processes with laws that are alike at all times, exact or
 * between bounds. Among terms: the measure at a horizon, divided by it.
 */
final class Rates {
  private static final double WIDTH = 1e-11;

  private final Evaluator evaluator;

  Rates(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value value(TypedExpr.Rate rate, Locals locals) {
    if (evaluator.domain().isNumeric()) {
      return number(rate, locals);
    }
    Value block = evaluator.evaluate(rate.measure(), locals);
    Term horizon = new Term.Symbol(TypedExpr.Rate.HORIZON);
    return new Value.Symbolic(
        new Term.Product(
            List.of(
                new Term.Power(horizon, -1), new Operations(evaluator).term(block, rate.span()))));
  }

  private Value number(TypedExpr.Rate rate, Locals locals) {
    Set<String> names = new TreeSet<>();
    processes(rate.measure(), names);
    for (String name : names) {
      if (evaluator.environment().process(name).isEmpty()) {
        return new Value.Symbolic(new Term.Symbol(evaluator.source().phrase(rate.span())));
      }
    }
    if (rate.measure() instanceof TypedExpr.Divergence divergence) {
      return new ProcessDivergences(evaluator).rate(divergence, locals);
    }
    Value block = evaluator.inDomain(new Domain.Entropies()).evaluate(rate.measure(), locals);
    Optional<? extends PrefixLaw> law = law(names);
    if (law.isEmpty() || !(block instanceof Value.Symbolic symbolic)) {
      throw evaluator
          .errors()
          .noRate(rate.span(), "the lines of the processes are not alike at all times");
    }
    Optional<Growth> growth;
    try {
      growth = growth(NormalForm.of(symbolic.term()), law.get());
    } catch (Unstable e) {
      throw new ContinuousErrors(evaluator.source()).unstable(rate.span(), e.growth());
    } catch (Degenerate e) {
      throw new ContinuousErrors(evaluator.source()).degenerate(rate.span(), e.letter());
    } catch (NoStationaryLaw e) {
      throw evaluator
          .errors()
          .noRate(rate.span(), "it depends on how the processes begin, which never forget it");
    }
    return quantity(
        growth.orElseThrow(
            () ->
                evaluator.errors().noRate(rate.span(), "it is not made of entropies of prefixes")));
  }

  /** The joint law of processes whose lines are alike at all times. */
  private Optional<? extends PrefixLaw> law(Set<String> names) {
    Environment environment = evaluator.environment();
    boolean real =
        names.stream()
            .anyMatch(n -> environment.process(n).filter(ProcessRules::isReal).isPresent());
    return real
        ? new GaussianKernels(evaluator).law(names).filter(GaussianProcess::isSteady)
        : new ProcessKernels(evaluator).law(names);
  }

  private Value quantity(Growth growth) {
    Unit unit = evaluator.environment().unit();
    if (growth.exact().isPresent()) {
      return Quantity.of(growth.exact().get(), unit);
    }
    double factor = unit == Unit.BIT ? 1 : Math.log(2);
    double lower = growth.lower() * factor;
    double upper = growth.upper() * factor;
    double slack = unit == Unit.BIT ? 0 : 4 * (Math.ulp(lower) + Math.ulp(upper));
    return Quantity.between(
        (lower + upper) / 2, lower - slack, upper + slack, unit, Accuracy.CERTIFIED);
  }

  private static void processes(TypedExpr expr, Set<String> names) {
    if (expr instanceof TypedExpr.Reference reference && reference.kind() == Symbol.Kind.PROCESS) {
      names.add(reference.name());
    }
    expr.children().forEach(child -> processes(child, names));
  }

  /** How a combination of entropies grows with the horizon. */
  private Optional<Growth> growth(NormalForm form, PrefixLaw law) {
    Growth total = Growth.ZERO;
    Map<Group, Rational> blocks = new LinkedHashMap<>();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      if (entry.getKey().isEntropy()) {
        blocks.merge(entry.getKey().group(), entry.getValue(), Rational::add);
      } else if (atoms.size() == 1 && atoms.get(0) instanceof Term.Total sum) {
        Optional<Growth> part = growth(sum, law);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        total = total.plus(part.get(), entry.getValue());
      } else if (!atoms.isEmpty()) {
        return Optional.empty();
      }
    }
    Growth summed = total;
    PrefixSum ends = new PrefixSum(law, TypedExpr.Rate.HORIZON);
    return ends.add(blocks)
        ? ends.growth(false, WIDTH, evaluator.limits()).map(g -> summed.plus(g, Rational.ONE))
        : Optional.empty();
  }

  private Optional<Growth> growth(Term.Total sum, PrefixLaw law) {
    Index past = sum.to().subtract(Index.symbol(TypedExpr.Rate.HORIZON));
    Map<Group, Rational> groups = new LinkedHashMap<>();
    for (Map.Entry<Monomial, Rational> entry :
        NormalForm.of(sum.body()).coefficients().entrySet()) {
      if (!entry.getKey().isEntropy()) {
        return Optional.empty();
      }
      groups.merge(entry.getKey().group(), entry.getValue(), Rational::add);
    }
    PrefixSum each = new PrefixSum(law, sum.index());
    boolean whole = sum.from().value().isPresent() && past.value().isPresent();
    return whole && each.add(groups)
        ? each.growth(true, WIDTH, evaluator.limits())
        : Optional.empty();
  }
}
