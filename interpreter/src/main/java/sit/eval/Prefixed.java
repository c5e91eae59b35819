package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sit.typed.Symbol;
import sit.typed.Type;
import sit.typed.TypedExpr;

/**
 * A measure of prefixes at a horizon that has no number: {@code I(X^20 -> Y^20)} and {@code I(X ->
 * Y)} are one measure.
 */
final class Prefixed {
  private final Set<String> processes = new LinkedHashSet<>();
  private Optional<TypedExpr> length = Optional.empty();
  private final TypedExpr measure;

  Prefixed(TypedExpr written) {
    this.measure = rewritten(written instanceof TypedExpr.Rate rate ? rate.measure() : written);
  }

  TypedExpr measure() {
    return measure;
  }

  /** The length of its prefixes, where it is written. */
  Optional<TypedExpr> length() {
    return length;
  }

  /** The processes in the order in which it names them. */
  List<String> processes() {
    return List.copyOf(processes);
  }

  private TypedExpr rewritten(TypedExpr expr) {
    if (expr instanceof TypedExpr.Measure m) {
      return new TypedExpr.Measure(
          m.shape(), prefixes(m.slots()), m.separators(), m.type(), m.span());
    } else if (expr instanceof TypedExpr.Entropy entropy) {
      return new TypedExpr.Entropy(prefixes(List.of(entropy.of())).get(0), entropy.span());
    } else if (expr instanceof TypedExpr.Operation o) {
      List<TypedExpr> operands = new ArrayList<>();
      o.operands().forEach(operand -> operands.add(rewritten(operand)));
      return new TypedExpr.Operation(o.operator(), operands, o.type(), o.span());
    }
    note(expr);
    return expr;
  }

  private List<TypedExpr> prefixes(List<TypedExpr> slots) {
    List<TypedExpr> all = new ArrayList<>();
    slots.forEach(slot -> all.add(prefix(slot)));
    return all;
  }

  private TypedExpr prefix(TypedExpr slot) {
    if (slot instanceof TypedExpr.Joint joint && slot.type() == Type.VARIABLES) {
      return new TypedExpr.Joint(prefixes(joint.parts()), joint.type(), joint.span());
    }
    note(slot);
    TypedExpr horizon = new TypedExpr.FreeIndex(TypedExpr.Rate.HORIZON, slot.span());
    if (slot.type() == Type.PROCESS) {
      TypedExpr one = new TypedExpr.Number("1", slot.span());
      return new TypedExpr.Slice(slot, one, horizon, slot.span());
    }
    boolean prefix =
        slot instanceof TypedExpr.Slice slice
            && slice.base().type() == Type.PROCESS
            && slice.from() instanceof TypedExpr.Number from
            && from.text().equals("1");
    if (!prefix) {
      return slot;
    }
    TypedExpr.Slice slice = (TypedExpr.Slice) slot;
    if (!(slice.to() instanceof TypedExpr.FreeIndex)) {
      length = length.isPresent() ? length : Optional.of(slice.to());
    }
    return new TypedExpr.Slice(slice.base(), slice.from(), horizon, slice.span());
  }

  private void note(TypedExpr expr) {
    if (expr instanceof TypedExpr.Reference reference && reference.kind() == Symbol.Kind.PROCESS) {
      processes.add(reference.name());
    }
    expr.children().forEach(this::note);
  }
}
