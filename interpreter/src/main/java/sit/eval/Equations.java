package sit.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sit.proof.Assumption;
import sit.term.Group;
import sit.term.NormalForm;
import sit.term.Term;
import sit.typed.TypedExpr;
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
      return continuous(equation, of, from, text);
    }
    List<Assumption> all = new ArrayList<>();
    all.add(function(text, of, from));
    for (Variable.Inverse inverse : Bijections.of(equation.value(), evaluator, indices)) {
      Group parent = parents.get(inverse.of());
      all.add(function(text, parent, from.minus(parent).union(of)));
    }
    return all;
  }

  /**
   * A continuous variable and what it is made of have no density together: that their difference
   * has no second moment is said, and what entropies are the same given the others.
   */
  private List<Assumption> continuous(
      TypedStatement.Fact.Equation equation, Group of, Group from, String text) {
    TypedExpr value = equation.value();
    if (!Bijections.isArithmetic(value) || !of.isContinuous() || of.size() != 1) {
      throw evaluator.errors().singular(equation.of().span(), of.toString());
    }
    List<Assumption> all = new ArrayList<>();
    NormalForm made = new Unknowns(evaluator).polynomial(value, indices);
    NormalForm gap = NormalForm.of(new Term.Variables(of)).subtract(made);
    Term square = gap.multiply(gap).toTerm();
    NormalForm moment = NormalForm.of(new Term.Apply("E", List.of(square)));
    all.add(Assumption.zero(Assumption.Kind.RELATION, text, moment));
    for (Variable.Inverse inverse : Bijections.of(value, evaluator, indices)) {
      Group parent = Bijections.parents(value, evaluator, indices).get(inverse.of());
      if (parent.isContinuous() && inverse.scale().isOne()) {
        Group others = from.minus(parent);
        NormalForm there = NormalForm.entropy(of.union(others));
        NormalForm here = NormalForm.entropy(parent.union(others));
        all.add(Assumption.zero(Assumption.Kind.BIJECTION, text, there.subtract(here)));
      }
    }
    return all;
  }

  private static Assumption function(String text, Group of, Group from) {
    NormalForm zero = NormalForm.entropy(of.union(from)).subtract(NormalForm.entropy(from));
    return Assumption.zero(Assumption.Kind.FUNCTION, text, zero);
  }
}
