package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sit.proof.Assumption;
import sit.term.Group;
import sit.term.NormalForm;
import sit.typed.TypedStatement;

/** What a fact says that makes a variable a function that is known: {@code Z = X xor Y}. */
final class Equations {
  private final Evaluator evaluator;
  private final Locals indices;

  Equations(Evaluator evaluator, Locals indices) {
    this.evaluator = evaluator;
    this.indices = indices;
  }

  /**
   * A known function is known given its arguments, and an argument it takes one to one likewise.
   */
  List<Assumption> facts(TypedStatement.Fact.Equation equation, Group of, String text) {
    Map<String, Group> parents = Bijections.parents(equation.value(), evaluator, indices);
    Group from = Group.EMPTY;
    for (Group parent : parents.values()) {
      from = from.union(parent);
    }
    if (of.isContinuous() || from.isContinuous()) {
      throw evaluator.errors().singular(equation.of().span(), of.toString());
    }
    List<Assumption> all = new ArrayList<>();
    all.add(function(text, of, from));
    for (Variable.Inverse inverse : Bijections.of(equation.value(), evaluator, indices)) {
      Group parent = parents.get(inverse.of());
      all.add(function(text, parent, from.minus(parent).union(of)));
    }
    return all;
  }

  private static Assumption function(String text, Group of, Group from) {
    NormalForm zero = NormalForm.entropy(of.union(from)).subtract(NormalForm.entropy(from));
    return Assumption.zero(Assumption.Kind.FUNCTION, text, zero);
  }
}
