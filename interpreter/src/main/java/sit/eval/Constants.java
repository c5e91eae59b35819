package sit.eval;

import java.util.Map;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.Symbol;
import sit.typed.TypedExpr;
import sit.value.Accuracy;
import sit.value.Quantity;
import sit.value.Unit;
import sit.value.Value;

/** The numbers pi and e, and infinity: as doubles, and exactly under a logarithm. */
final class Constants {
  private final Evaluator evaluator;

  Constants(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The value of a constant. */
  static Optional<Quantity> value(String name) {
    return switch (name) {
      case "pi" -> Optional.of(around(Math.PI));
      case "e" -> Optional.of(around(Math.E));
      case "inf" -> Optional.of(Quantity.infinite(true, Unit.NONE));
      default -> Optional.empty();
    };
  }

  private static Quantity around(double value) {
    return Quantity.between(
        value, Math.nextDown(value), Math.nextUp(value), Unit.NONE, Accuracy.ROUNDING);
  }

  /** Whether pi or e stands in an expression. */
  boolean standIn(TypedExpr expr) {
    if (expr instanceof TypedExpr.Reference reference
        && reference.kind() == Symbol.Kind.PARAMETER
        && !evaluator.environment().sorts().isDeclared(reference.name())) {
      return reference.name().equals("pi") || reference.name().equals("e");
    }
    return expr.children().stream().anyMatch(this::standIn);
  }

  /** The logarithm to base two of a product of powers of pi, e and a number; empty of others. */
  Optional<LogSum> logarithm(TypedExpr argument, Locals locals) {
    if (!evaluator.domain().isNumeric() || !standIn(argument)) {
      return Optional.empty();
    }
    Value open = evaluator.inDomain(new Domain.Entropies()).evaluate(argument, locals);
    Optional<NormalForm> form = Terms.of(open).flatMap(Names::form);
    if (form.isEmpty() || form.get().coefficients().size() != 1) {
      return Optional.empty();
    }
    Map.Entry<Monomial, Rational> only = form.get().coefficients().entrySet().iterator().next();
    if (only.getValue().signum() <= 0) {
      return Optional.empty();
    }
    LogSum.Builder sum = new LogSum.Builder().addLog2(Rational.ONE, only.getValue());
    for (Term atom : only.getKey().atoms()) {
      Term base = atom instanceof Term.Power power ? power.base() : atom;
      int exponent = atom instanceof Term.Power power ? power.exponent() : 1;
      if (!(base instanceof Term.Symbol symbol)) {
        return Optional.empty();
      }
      switch (symbol.name()) {
        case "pi" -> sum.add(Rational.of(exponent), LogSum.log2Pi());
        case "e" -> sum.add(Rational.of(exponent), LogSum.nats(Rational.ONE));
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(sum.build());
  }
}
