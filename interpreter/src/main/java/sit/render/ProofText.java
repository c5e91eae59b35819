package sit.render;

import java.util.ArrayList;
import java.util.List;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.term.NormalForm;
import sit.value.Judgement;

/** A proof in lines: what the difference of the two sides is the sum of. */
final class ProofText {
  private ProofText() {}

  static List<String> lines(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    if (judgement.certificate().isEmpty()) {
      return lines;
    }
    Certificate certificate = judgement.certificate().get();
    List<Combination> combinations = certificate.combinations();
    for (int i = 0; i < combinations.size(); i++) {
      String what =
          combinations.size() == 1 ? "" : i == 0 ? "left >= right: " : "left <= right: ";
      lines.add(what + sum(combinations.get(i), certificate));
    }
    for (Assumption assumption : certificate.assumptions()) {
      String kind = assumption.kind() == Assumption.Kind.AXIOM ? "axiom" : "given";
      lines.add("  " + kind + " " + assumption.text());
    }
    return lines;
  }

  private static String sum(Combination combination, Certificate certificate) {
    StringBuilder out = new StringBuilder();
    for (Certificate.Term term : combination.basics()) {
      add(out, multiple(term.multiplier()) + term.basic());
    }
    for (Certificate.Use use : combination.uses()) {
      Assumption assumption = certificate.assumptions().get(use.assumption());
      add(out, factor(use.multiplier()) + "[" + assumption.text() + "]");
    }
    if (!combination.surplus().isZero()) {
      add(out, combination.surplus().toString());
    }
    if (out.isEmpty()) {
      return "both sides are the same sum of joint entropies";
    }
    String sign = combination.basics().isEmpty() ? "" : " >= 0";
    return "the difference is " + out + sign;
  }

  private static void add(StringBuilder out, String term) {
    boolean negative = term.startsWith("-");
    out.append(out.isEmpty() ? "" : negative ? " - " : " + ");
    out.append(negative && !out.isEmpty() && out.length() > 1 ? term.substring(1) : term);
  }

  private static String multiple(Rational multiplier) {
    return multiplier.isOne() ? "" : multiplier + " ";
  }

  private static String factor(NormalForm multiplier) {
    if (multiplier.isConstant()) {
      Rational value = multiplier.constantValue();
      return value.equals(Rational.MINUS_ONE) ? "-" : multiple(value);
    }
    return "(" + multiplier + ") ";
  }
}
