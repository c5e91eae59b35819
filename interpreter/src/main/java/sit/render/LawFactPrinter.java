package sit.render;

import sit.proof.Certificate;
import sit.proof.LawFact;
import sit.prove.FactMeasures;
import sit.term.Density;
import sit.term.Law;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.TermPrinter;

/** Why what holds under a law holds, and what it is multiplied by. */
final class LawFactPrinter {
  private LawFactPrinter() {}

  /** What an inequality is multiplied by. */
  static NormalForm scalar(Certificate certificate, Certificate.Sign sign) {
    NormalForm scalar = certificate.assumptions().get(sign.assumption()).difference();
    Term term = scalar.toTerm();
    return sign.inverse() ? NormalForm.of(new Term.Power(term, -1)) : scalar;
  }

  static String why(LawFact fact) {
    if (fact instanceof LawFact.Drawn drawn) {
      return "zero: " + drawn.of() + " is drawn from it";
    } else if (fact instanceof LawFact.Tilt) {
      return "zero: what a tilted density is";
    }
    String under = fact.law().factors().isEmpty() ? "" : " under " + print(fact.law());
    return "not negative" + under;
  }

  private static String print(Law law) {
    StringBuilder out = new StringBuilder();
    for (Law.Factor factor : law.factors()) {
      Term density =
          factor.density() instanceof Density.Named named
              ? FactMeasures.density(named.name(), factor.of(), factor.given())
              : FactMeasures.density("tilted", factor.of(), factor.given());
      out.append(out.isEmpty() ? "" : ", ").append(TermPrinter.print(density));
    }
    return out.toString();
  }
}
