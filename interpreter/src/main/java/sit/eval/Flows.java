package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sit.exact.Rational;
import sit.numeric.process.Flow;
import sit.numeric.process.ProcessLaw;
import sit.source.Span;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.TypedExpr;
import sit.value.Value;

/** The density of a measure of processes along sequences of their letters. */
final class Flows {
  private final Evaluator evaluator;
  private final ProcessErrors errors;
  private final Prefixed prefixed;
  private final Span at;
  private final ProcessLaw law;

  /**
   * The density of a measure.
   *
   * @param measure of prefixes, or a rate
   */
  Flows(Evaluator evaluator, TypedExpr measure) {
    this.evaluator = evaluator;
    this.errors = new ProcessErrors(evaluator.source());
    this.prefixed = new Prefixed(measure);
    this.at = measure.span();
    this.law = law(evaluator, prefixed.processes(), at);
  }

  /** The law of some processes and all they depend on. */
  static ProcessLaw law(Evaluator evaluator, List<String> names, Span at) {
    ProcessErrors errors = new ProcessErrors(evaluator.source());
    if (names.isEmpty()) {
      throw errors.noFlow(at);
    }
    Optional<ProcessLaw> law = new ProcessKernels(evaluator).law(Set.copyOf(names));
    return law.orElseThrow(() -> errors.noKernel(at, names.get(0)));
  }

  Prefixed prefixed() {
    return prefixed;
  }

  ProcessLaw law() {
    return law;
  }

  /** The density, ready to follow a sequence from its beginning. */
  Flow flow() {
    Value value =
        evaluator.inDomain(new Domain.Entropies()).evaluate(prefixed.measure(), Locals.NONE);
    if (!(value instanceof Value.Symbolic symbolic)) {
      throw errors.noFlow(at);
    }
    List<Flow.Term> terms = new ArrayList<>();
    Map<Group, Rational> blocks = new LinkedHashMap<>();
    for (Map.Entry<Monomial, Rational> entry :
        NormalForm.of(symbolic.term()).coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      if (entry.getKey().isEntropy()) {
        blocks.merge(entry.getKey().group(), entry.getValue(), Rational::add);
      } else if (atoms.size() == 1 && atoms.get(0) instanceof Term.Total sum) {
        terms.addAll(sum(sum, entry.getValue()));
      } else {
        throw errors.noFlow(at);
      }
    }
    PrefixSum ends = new PrefixSum(law, TypedExpr.Rate.HORIZON);
    terms.addAll(terms(ends, blocks, false, 1));
    List<Integer> places = new ArrayList<>();
    prefixed.processes().forEach(name -> places.add(law.names().indexOf(name)));
    return new Flow(law, terms, places, evaluator.limits());
  }

  private List<Flow.Term> sum(Term.Total sum, Rational factor) {
    boolean whole =
        sum.from().value().isPresent() && sum.to().equals(Index.symbol(TypedExpr.Rate.HORIZON));
    Map<Group, Rational> groups = new LinkedHashMap<>();
    for (Map.Entry<Monomial, Rational> entry :
        NormalForm.of(sum.body()).coefficients().entrySet()) {
      if (!entry.getKey().isEntropy() || !whole) {
        throw errors.noFlow(at);
      }
      groups.merge(entry.getKey().group(), entry.getValue().multiply(factor), Rational::add);
    }
    PrefixSum each = new PrefixSum(law, sum.index());
    return terms(each, groups, true, sum.from().value().getAsInt());
  }

  private List<Flow.Term> terms(
      PrefixSum sum, Map<Group, Rational> groups, boolean summed, int from) {
    Optional<List<Flow.Term>> terms = sum.add(groups) ? sum.terms(summed, from) : Optional.empty();
    return terms.orElseThrow(() -> errors.noFlow(at));
  }
}
