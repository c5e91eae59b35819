package sit.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import sit.exact.Rational;
import sit.numeric.Bounded;
import sit.numeric.gaussian.Degenerate;
import sit.numeric.process.PrefixLaw;
import sit.numeric.process.TooManyPasts;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.Symbol;
import sit.typed.TypedExpr;
import sit.value.Quantity;
import sit.value.Value;

/**
 * Measures of long prefixes of processes with laws: the measure is unfolded at a symbolic horizon,
 * and its entropies of prefixes are computed by the forward recursion, all times at once.
 */
final class LongPrefixes {
  /** Joint tables of so many cells are made rather than recursions run: they give exact values. */
  private static final double SMALL = 1 << 12;

  /** So many letters of real numbers are conditioned on each other in fractions. */
  private static final int FEW = 16;

  static final String HORIZON = "n";

  private final Evaluator evaluator;

  LongPrefixes(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The value of an expression in prefixes that are too long for a table; empty if it is none. */
  Optional<Value> value(TypedExpr expr, Locals locals) {
    if (!evaluator.domain().isNumeric() || !evaluator.environment().hasProcesses()) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    int[] longest = {0};
    if (!survey(expr, locals, names, longest) || names.isEmpty() || longest[0] < 2) {
      return Optional.empty();
    }
    double cells = 1;
    int real = 0;
    for (String name : names) {
      Optional<ProcessRules> rules = evaluator.environment().process(name);
      if (rules.isEmpty()) {
        return Optional.empty();
      }
      real += rules.get().isReal() ? 1 : 0;
      cells *= Math.pow(Math.max(1, rules.get().alphabet().size()), longest[0]);
    }
    boolean few = real > 0 ? names.size() * longest[0] <= FEW : cells <= SMALL;
    if (few || real > 0 && real < names.size()) {
      return Optional.empty();
    }
    Value open = evaluator.inDomain(new Domain.AtHorizon(longest[0])).evaluate(expr, locals);
    Optional<? extends PrefixLaw> law =
        real > 0
            ? new GaussianKernels(evaluator).law(names)
            : new ProcessKernels(evaluator).law(names);
    if (law.isEmpty() || !(open instanceof Value.Symbolic symbolic)) {
      return Optional.empty();
    }
    try {
      return value(NormalForm.of(symbolic.term()), law.get(), longest[0])
          .map(sum -> Quantity.bits(sum.value(), sum.error(), evaluator.environment().unit()));
    } catch (Degenerate e) {
      throw new ContinuousErrors(evaluator.source()).degenerate(expr.span(), e.letter());
    } catch (TooManyPasts e) {
      throw evaluator.errors().tooManyPasts(expr.span(), e.pasts());
    }
  }

  /** Finds the processes and the longest prefix of an expression; false if that cannot be told. */
  private boolean survey(TypedExpr expr, Locals locals, Set<String> names, int[] longest) {
    if (expr instanceof TypedExpr.Reference reference) {
      if (reference.kind() == Symbol.Kind.PROCESS) {
        names.add(reference.name());
      }
      return reference.kind() != Symbol.Kind.VARIABLE;
    }
    Optional<TypedExpr> end =
        expr instanceof TypedExpr.Slice slice
            ? Optional.of(slice.to())
            : expr instanceof TypedExpr.SumOver sum ? Optional.of(sum.to()) : Optional.empty();
    if (end.isPresent() && isClosed(end.get(), locals)) {
      OptionalInt value = evaluator.index(end.get(), locals).value();
      if (value.isEmpty()) {
        return false;
      }
      longest[0] = Math.max(longest[0], value.getAsInt());
    }
    for (TypedExpr child : expr.children()) {
      if (!survey(child, locals, names, longest)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an index has a value here: it is not bound by a sum inside the expression. */
  private boolean isClosed(TypedExpr expr, Locals locals) {
    if (expr instanceof TypedExpr.FreeIndex) {
      return false;
    }
    if (expr instanceof TypedExpr.Reference reference) {
      return locals.find(reference.name()).isPresent()
          || evaluator.environment().value(reference.name()).isPresent();
    }
    return expr.children().stream().allMatch(c -> isClosed(c, locals));
  }

  private Optional<Bounded> value(NormalForm form, PrefixLaw law, int n) {
    Bounded total = Bounded.ZERO;
    Map<Group, Rational> blocks = new LinkedHashMap<>();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      Rational c = entry.getValue();
      if (entry.getKey().isEntropy()) {
        blocks.merge(entry.getKey().group(), c, Rational::add);
      } else if (atoms.size() == 1 && atoms.get(0) instanceof Term.Total sum) {
        Optional<Bounded> part = sum(sum, law, n);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        total = total.plus(part.get().times(bounded(c)));
      } else if (atoms.isEmpty()) {
        total = total.plus(bounded(c));
      } else {
        return Optional.empty();
      }
    }
    PrefixSum ends = new PrefixSum(law, HORIZON);
    return ends.add(blocks) ? ends.at(n, evaluator.limits()).map(total::plus) : Optional.empty();
  }

  private Optional<Bounded> sum(Term.Total sum, PrefixLaw law, int n) {
    Map<Group, Rational> groups = new LinkedHashMap<>();
    Bounded constant = Bounded.ZERO;
    OptionalInt from = sum.from().value();
    Index last = sum.to().subtract(Index.symbol(HORIZON));
    OptionalInt to =
        last.value().isPresent() ? OptionalInt.of(n + last.value().getAsInt()) : sum.to().value();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    for (Map.Entry<Monomial, Rational> entry :
        NormalForm.of(sum.body()).coefficients().entrySet()) {
      if (entry.getKey().isEntropy()) {
        groups.merge(entry.getKey().group(), entry.getValue(), Rational::add);
      } else if (entry.getKey().atoms().isEmpty()) {
        double times = Math.max(0, to.getAsInt() - from.getAsInt() + 1);
        constant = bounded(entry.getValue()).times(times);
      } else {
        return Optional.empty();
      }
    }
    if (to.getAsInt() < from.getAsInt()) {
      return Optional.of(Bounded.ZERO);
    }
    PrefixSum each = new PrefixSum(law, sum.index());
    Bounded plain = constant;
    return each.add(groups)
        ? each.over(from.getAsInt(), to.getAsInt(), evaluator.limits()).map(plain::plus)
        : Optional.empty();
  }

  static Bounded bounded(Rational value) {
    sit.numeric.Scalar scalar = sit.numeric.Scalar.exact(value);
    return new Bounded(scalar.value(), Math.ulp(scalar.value()));
  }
}
