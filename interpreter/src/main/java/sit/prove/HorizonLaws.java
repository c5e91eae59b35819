package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.LawFact;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Variable;

/**
 * What holds of densities whatever they are, said of pieces at a generic time and of pieces at the
 * ends.
 *
 * @param equalities that outcomes have the densities they are drawn from, and such
 * @param inequalities relative entropies and informations
 */
record HorizonLaws(List<Stated> equalities, List<Stated> inequalities) {
  private static final HorizonLaws NONE = new HorizonLaws(List.of(), List.of());

  /** One of them, in pieces. */
  record Stated(LawFact fact, boolean atEnds, NormalForm form) {
    Assumption assumption() {
      return new Assumption(Assumption.Kind.RELATION, "", form, fact.sense());
    }
  }

  /** Those about the densities and laws of some expressions in pieces. */
  static HorizonLaws of(List<NormalForm> spoken, Predicate<LawFact> allowed, Limits limits) {
    if (spoken.stream().noneMatch(Expectations::speaksOfDensities)) {
      return NONE;
    }
    HorizonLaws laws = new HorizonLaws(new ArrayList<>(), new ArrayList<>());
    for (boolean atEnds : new boolean[] {false, true}) {
      List<Assumption> forms = new ArrayList<>();
      for (NormalForm form : spoken) {
        NormalForm part = part(form, atEnds);
        if (!part.isZero()) {
          forms.add(Assumption.zero(Assumption.Kind.RELATION, "", part));
        }
      }
      LawFacts found = new LawFacts(NormalForm.ZERO, forms, limits);
      for (LawFacts.Scaled scaled : found.equalities()) {
        laws.equalities.add(new Stated(scaled.fact(), atEnds, scaled.product()));
      }
      for (LawFacts.Scaled scaled : found.inequalities()) {
        laws.inequalities.add(new Stated(scaled.fact(), atEnds, scaled.product()));
      }
    }
    laws.equalities.removeIf(stated -> !allowed.test(stated.fact));
    laws.inequalities.removeIf(stated -> !allowed.test(stated.fact));
    return laws;
  }

  /** The laws of outcomes, none of them given random variables, that some expressions speak of. */
  static List<Law> drawing(List<NormalForm> spoken) {
    if (spoken.stream().noneMatch(Expectations::speaksOfDensities)) {
      return List.of();
    }
    List<Law> found = new ArrayList<>();
    for (Law law : new Vocabulary(spoken).laws()) {
      boolean random =
          law.variables().variables().stream().anyMatch(v -> Expectations.areRandom(Group.of(v)));
      if (!random && !law.factors().isEmpty()) {
        found.add(law);
      }
    }
    return found;
  }

  /** What an expression says of pieces of one kind. */
  private static NormalForm part(NormalForm form, boolean atEnds) {
    TreeMap<Monomial, Rational> part = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      NormalForm one = NormalForm.of(entry.getKey(), entry.getValue());
      boolean generic = false;
      for (Variable variable : one.variables()) {
        generic |= Level.of(variable.name()) == Level.STEP;
      }
      if (!one.variables().isEmpty() && generic != atEnds) {
        part.put(entry.getKey(), entry.getValue());
      }
    }
    return new NormalForm(part);
  }
}
