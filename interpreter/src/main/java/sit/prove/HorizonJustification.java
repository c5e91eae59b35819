package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Rule;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Whether a step about every horizon follows from the reason that was given for it: whether the
 * generic step of its telescoping proof does, and what is left at the ends.
 */
public final class HorizonJustification {
  private final HorizonCertificate proof;
  private final List<Rule> rules;
  private final boolean given;
  private final Limits limits;

  private HorizonJustification(
      HorizonCertificate proof, List<Rule> rules, boolean given, Limits limits) {
    this.proof = proof;
    this.rules = rules;
    this.given = given;
    this.limits = limits;
  }

  /**
   * Whether every part of the proof is a combination of instances of the rules.
   *
   * @param given whether the facts themselves are a reason
   * @throws sit.limits.LimitReached where the limits end the search
   */
  public static boolean follows(
      HorizonCertificate proof, List<Rule> rules, boolean given, Limits limits) {
    HorizonJustification justification = new HorizonJustification(proof, rules, given, limits);
    for (Telescope telescope : proof.telescopes()) {
      List<Sum> parts = new ArrayList<>(List.of(telescope.step(), telescope.ends()));
      parts.addAll(telescope.small());
      for (Sum part : parts) {
        if (!justification.follows(part)) {
          return false;
        }
      }
      if (!telescope.given().isEmpty() && !given) {
        return false;
      }
    }
    return true;
  }

  private boolean follows(Sum sum) {
    Cutting cutting = new Cutting(sum.cuts(), "", proof.time());
    NormalForm total = NormalForm.constant(sum.surplus());
    for (Certificate.Term term : sum.basics()) {
      total = total.add(term.basic().normalForm().scale(term.multiplier()));
    }
    List<Assumption> facts = new ArrayList<>();
    for (Use use : sum.uses()) {
      NormalForm instance = at(difference(use.fact()), use.at());
      total = total.add(instance.multiply(use.multiplier()));
      Optional<NormalForm> pieces = cutting.form(instance);
      if (pieces.isEmpty()) {
        return false;
      }
      facts.add(fact(use.fact(), pieces.get()));
    }
    Optional<NormalForm> difference = cutting.form(total);
    if (difference.isEmpty()) {
      return false;
    }
    boolean both = proof.claim().sense() == Sense.ZERO && proof.telescopes().size() == 1;
    Claim part = new Claim(difference.get(), both ? Sense.ZERO : Sense.NON_NEGATIVE);
    List<Assumption> usable = given ? facts : List.of();
    return Justification.follows(part, facts, rules, usable, limits).follows();
  }

  private NormalForm difference(int fact) {
    int given = proof.assumptions().size();
    return fact < given
        ? proof.assumptions().get(fact).difference()
        : lemma(fact).measure().normalForm();
  }

  private Induction lemma(int fact) {
    return proof.lemmas().get(fact - proof.assumptions().size());
  }

  private Assumption fact(int fact, NormalForm difference) {
    if (fact < proof.assumptions().size()) {
      Assumption stated = proof.assumptions().get(fact);
      return new Assumption(stated.kind(), stated.text(), difference, stated.sense());
    }
    String text = lemma(fact).measure() + " = 0";
    return Assumption.zero(Assumption.Kind.MARKOV, text, difference);
  }

  /** The expression with indices put in for symbols, all at once. */
  private static NormalForm at(NormalForm form, Map<String, Index> at) {
    return form.replace(
        atom ->
            atom instanceof Term.Entropy entropy
                ? NormalForm.entropy(at(entropy.group(), at))
                : NormalForm.of(atom));
  }

  private static Group at(Group group, Map<String, Index> at) {
    List<Variable> variables = new ArrayList<>();
    for (Variable variable : group) {
      if (variable instanceof Variable.Letter letter) {
        variables.add(new Variable.Letter(letter.name(), letter.at().with(at)));
      } else if (variable instanceof Variable.Block block) {
        variables.add(new Variable.Block(block.name(), block.from().with(at), block.to().with(at)));
      } else {
        variables.add(variable);
      }
    }
    return Group.of(variables);
  }
}
