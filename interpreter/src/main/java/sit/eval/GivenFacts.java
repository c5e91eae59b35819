package sit.eval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sit.source.ReportedError;
import sit.source.Span;
import sit.typed.Type;
import sit.typed.TypedExpr;
import sit.typed.TypedStatement.Claim;
import sit.typed.TypedStatement.Fact;
import sit.value.Arithmetic;
import sit.value.Quantity;
import sit.value.Value;

/** Whether what is given of a claim is so where its sides have values: else they refute nothing. */
final class GivenFacts {
  private final Judge.Question question;

  GivenFacts(Judge.Question question) {
    this.question = question;
  }

  /**
   * Whether values may refute the claim: what is given with it holds, and what was assumed before
   * does not fail. A property of processes or a shape is taken at its word.
   *
   * @param there where laws and parameters have their values
   */
  boolean allow(Evaluator there) {
    for (Environment.Stated stated : question.facts()) {
      Optional<Boolean> holds = holds(stated, there);
      boolean related = stated.fact() instanceof Fact.Related;
      if (!holds.orElse(!related)) {
        return false;
      }
    }
    for (Environment.Stated stated : there.environment().visibleFacts()) {
      if (!holds(stated, there).orElse(true)) {
        return false;
      }
    }
    return true;
  }

  /** Empty where it has no value, or bounds do not tell. */
  private static Optional<Boolean> holds(Environment.Stated stated, Evaluator there) {
    Evaluator evaluator = there.in(stated.source());
    try {
      if (stated.fact() instanceof Fact.Related related) {
        return related(related.claim(), evaluator);
      } else if (stated.fact() instanceof Fact.Independent independent) {
        List<TypedExpr> groups = independent.groups();
        return none(evaluator, groups, independent.given().stream().toList());
      } else if (stated.fact() instanceof Fact.Markov markov) {
        return chain(evaluator, markov);
      } else if (stated.fact() instanceof Fact.Function function) {
        Quantity left = entropy(evaluator, List.of(function.of()), function.arguments());
        return zero(left);
      }
      return Optional.empty();
    } catch (ReportedError | Unvalued e) {
      return Optional.empty();
    }
  }

  /** What is met where a measure has no value. */
  private static final class Unvalued extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Optional<Boolean> related(Claim claim, Evaluator evaluator) {
    for (int i = 0; i < claim.relations().size(); i++) {
      Quantity left = number(evaluator.evaluate(claim.sides().get(i)));
      Quantity right = number(evaluator.evaluate(claim.sides().get(i + 1)));
      Optional<Integer> sign = Arithmetic.compare(left, right);
      if (sign.isEmpty()) {
        return Optional.empty();
      }
      if (!ValueJudge.holds(claim.relations().get(i), sign.get())) {
        return Optional.of(false);
      }
    }
    return Optional.of(true);
  }

  /** Whether each group is independent of those before it. */
  private static Optional<Boolean> none(
      Evaluator evaluator, List<TypedExpr> groups, List<TypedExpr> condition) {
    Optional<Boolean> all = Optional.of(true);
    for (int i = 1; i < groups.size() && all.equals(Optional.of(true)); i++) {
      all = zero(information(evaluator, groups.subList(0, i), groups.get(i), condition));
    }
    return all;
  }

  private static Optional<Boolean> chain(Evaluator evaluator, Fact.Markov markov) {
    List<TypedExpr> chain = markov.chain();
    Optional<Boolean> all = Optional.of(true);
    for (int i = 2; i < chain.size() && all.equals(Optional.of(true)); i++) {
      List<TypedExpr> middle = List.of(chain.get(i - 1));
      all = zero(information(evaluator, chain.subList(0, i - 1), chain.get(i), middle));
    }
    return all;
  }

  private static Quantity information(
      Evaluator evaluator, List<TypedExpr> left, TypedExpr right, List<TypedExpr> given) {
    List<TypedExpr> both = Stream.concat(given.stream(), Stream.of(right)).toList();
    return Arithmetic.subtract(entropy(evaluator, left, given), entropy(evaluator, left, both));
  }

  /** The entropy of some groups given others. */
  private static Quantity entropy(Evaluator evaluator, List<TypedExpr> of, List<TypedExpr> given) {
    List<TypedExpr> all = Stream.concat(of.stream(), given.stream()).toList();
    Quantity joint = entropy(evaluator, all);
    return given.isEmpty() ? joint : Arithmetic.subtract(joint, entropy(evaluator, given));
  }

  private static Quantity entropy(Evaluator evaluator, List<TypedExpr> of) {
    Span at = of.get(0).span();
    TypedExpr group = of.size() == 1 ? of.get(0) : new TypedExpr.Joint(of, Type.VARIABLES, at);
    return number(evaluator.evaluate(new TypedExpr.Entropy(group, at)));
  }

  private static Quantity number(Value value) {
    if (value instanceof Quantity number && !number.isOpen() && number.accuracy().isCertain()) {
      return number;
    }
    throw new Unvalued();
  }

  private static Optional<Boolean> zero(Quantity amount) {
    return Arithmetic.compare(amount, Quantity.of(0))
        .map(sign -> sign == 0)
        .or(() -> Optional.of(true));
  }
}
