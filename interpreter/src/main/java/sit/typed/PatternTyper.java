package sit.typed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sit.syntax.Expr;
import sit.typed.Signature.Slot;

/** Reads the pattern of a definition: what each slot binds. */
final class PatternTyper {
  private final TypeErrors errors;
  private final Scope scope;
  private final Set<String> bound = new HashSet<>();

  /** A reader that declares what it binds in the scope of the definition's body. */
  PatternTyper(TypeErrors errors, Scope scope) {
    this.errors = errors;
    this.scope = scope;
  }

  List<Slot> slots(Expr.Call pattern) {
    int repeated = Shape.repeatedSlot(pattern);
    if (repeated > 1
        || repeated == 0
        || repeated == 1 && !pattern.separators().get(0).equals(";")) {
      throw errors.badPattern(
          pattern.span(), "`...` repeats the first slot and follows it after `;`");
    }
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < pattern.slots().size(); i++) {
      if (i != repeated) {
        slots.add(slot(pattern.slots().get(i), pattern));
      }
    }
    if (slots.isEmpty()) {
      throw errors.badPattern(pattern.span(), "a measure has at least one slot");
    }
    if (repeated == 1 && !(slots.get(0) instanceof Slot.Whole)) {
      throw errors.badPattern(pattern.span(), "the slot that `...` repeats is one name");
    }
    return slots;
  }

  private Slot slot(List<Expr> parts, Expr.Call pattern) {
    if (parts.size() == 1 && parts.get(0) instanceof Expr.Binary power) {
      boolean prefix =
          power.operator().equals("^")
              && power.left() instanceof Expr.Name
              && power.right() instanceof Expr.Name;
      if (prefix) {
        String process = ((Expr.Name) power.left()).name();
        String length = ((Expr.Name) power.right()).name();
        bind(process, Type.PROCESS, power, false);
        bind(length, Type.NUMBER, power, true);
        return new Slot.Prefix(process, length);
      }
    }
    List<String> names = new ArrayList<>();
    for (Expr part : parts) {
      if (!(part instanceof Expr.Name name)) {
        throw errors.badPattern(part.span(), "a slot of a pattern binds names");
      }
      bind(name.name(), Type.ANY, part, false);
      names.add(name.name());
    }
    if (names.isEmpty()) {
      throw errors.badPattern(pattern.span(), "a slot of a pattern binds names");
    }
    return names.size() == 1 ? new Slot.Whole(names.get(0)) : new Slot.Each(names);
  }

  private void bind(String name, Type type, Expr at, boolean mayRepeat) {
    if (!bound.add(name) && !mayRepeat) {
      throw errors.badPattern(at.span(), "`" + name + "` is bound twice");
    }
    scope.declare(new Symbol(name, Symbol.Kind.VALUE, 0, type));
  }
}
