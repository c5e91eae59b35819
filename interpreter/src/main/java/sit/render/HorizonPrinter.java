package sit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Claim;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Induction;
import sit.proof.HorizonCertificate.Inner;
import sit.proof.HorizonCertificate.Shift;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Substitution;
import sit.term.Term;
import sit.term.TermLatex;
import sit.term.TermPrinter;
import sit.term.Variable;

/**
 * A proof for every horizon as a person would write it: the potential, what a step adds, and what
 * is left at the ends.
 */
final class HorizonPrinter {
  private final HorizonCertificate certificate;
  private final boolean latex;
  private final StringBuilder out = new StringBuilder();

  private HorizonPrinter(HorizonCertificate certificate, boolean latex) {
    this.certificate = certificate;
    this.latex = latex;
  }

  static String text(HorizonCertificate certificate, String difference) {
    return new HorizonPrinter(certificate, false).print(difference);
  }

  static String latex(HorizonCertificate certificate, String difference) {
    return new HorizonPrinter(certificate, true).print(difference);
  }

  private String print(String difference) {
    for (int k = 0; k < certificate.lemmas().size(); k++) {
      lemma(k);
    }
    for (int k = 0; k < certificate.telescopes().size(); k++) {
      telescope(certificate.telescopes().get(k), k == 0 ? difference : "-(" + difference + ")");
    }
    return out.toString();
  }

  private void telescope(Telescope telescope, String difference) {
    String horizon = certificate.horizon();
    String time = certificate.time();
    String last = Index.symbol(horizon).plus(-telescope.span().before()).toString();
    int first = telescope.span().first();
    String scaled =
        certificate.multiple() == 0 ? difference : math(horizon) + " times (" + difference + ")";
    boolean equality =
        certificate.claim().sense() == Sense.ZERO && certificate.telescopes().size() == 1;
    Sense sense = equality ? Sense.ZERO : Sense.NON_NEGATIVE;
    String span = math(time + " = " + first + (latex ? " \\dots " : "..") + last);
    telescope.inner().ifPresent(inner -> inner(inner, sense));
    if (telescope.potential().isZero()) {
      line(scaled + ": the sum over " + span + " has terms");
      sum(telescope.step(), sense, "summand");
      line("and the rest is");
      sum(telescope.ends(), sense, "rest");
    } else {
      String printed = printed(telescope.potential());
      line(scaled + " telescopes over " + span + " with " + math("F(" + time + ") = " + printed));
      sum(telescope.step(), sense, text("summand + ") + "F(" + time + ") - F(" + time + "-1)");
      line("and at the ends");
      sum(telescope.ends(), sense, text("rest - ") + "F(" + last + ") + F(" + (first - 1) + ")");
    }
    for (int n = 1; n <= telescope.small().size(); n++) {
      line("and for " + math(horizon + " = " + n));
      sum(telescope.small().get(n - 1), sense, text(difference));
    }
  }

  private void inner(Inner inner, Sense sense) {
    String index = inner.index();
    String time = certificate.time();
    String last = Index.symbol(time).plus(-inner.before()).toString();
    String span = math(index + " = " + inner.first() + (latex ? " \\dots " : "..") + last);
    line("the sum over " + span + " in the sum telescopes with");
    String step = text("summand");
    if (!inner.potential().isZero()) {
      line(math("G(" + index + ") = " + printed(inner.potential())));
      line("and leaves " + math("G(" + (inner.first() - 1) + ") - G(" + last + ")") + " behind");
      step += text(" + ") + "G(" + index + ") - G(" + index + "-1)";
    }
    if (!inner.across().isZero()) {
      String end = certificate.horizon();
      line(math("K(" + time + ") = " + printed(inner.across())));
      line("and leaves " + math("K(" + index + ") - K(" + end + ")") + " behind");
      step += text(" + ") + "K(" + time + ") - K(" + time + "-1)";
    }
    sum(inner.step(), sense, step);
  }

  private String printed(NormalForm form) {
    return latex ? TermLatex.print(form.toTerm()) : TermPrinter.print(form.toTerm());
  }

  private void lemma(int k) {
    Induction lemma = certificate.lemmas().get(k);
    String time = certificate.time();
    Term measure = ProofPrinter.measure(lemma.measure());
    String printed = latex ? TermLatex.print(measure) : TermPrinter.print(measure);
    Index last = Index.symbol(certificate.horizon()).plus(-lemma.span().before());
    String from = lemma.rising() ? Integer.toString(lemma.span().first() - 1) : last.toString();
    String next =
        lemma.rising()
            ? "Z(" + time + "-1) - Z(" + time + ")"
            : "Z(" + time + ") - Z(" + time + "-1)";
    line(
        "lemma "
            + (k + 1)
            + ": "
            + math("Z(" + time + ") = " + printed)
            + " is zero at every time, by induction from "
            + math(time + " = " + from));
    sum(lemma.start(), Sense.NON_NEGATIVE, "-Z(" + from + ")");
    sum(lemma.step(), Sense.NON_NEGATIVE, next);
  }

  private String math(String text) {
    return latex ? "$" + text + "$" : text;
  }

  private String text(String words) {
    return latex ? "\\text{" + words + "}" : words;
  }

  private void line(String text) {
    out.append(text).append(latex ? "\n\n" : "\n");
  }

  private void sum(Sum sum, Sense sense, String name) {
    List<Assumption> facts = new ArrayList<>();
    List<Certificate.Use> uses = new ArrayList<>();
    for (Use use : sum.uses()) {
      uses.add(new Certificate.Use(facts.size(), use.multiplier(), use.law()));
      facts.add(fact(use));
    }
    for (Shift shift : sum.shifts()) {
      uses.add(new Certificate.Use(facts.size(), shift.multiplier()));
      facts.add(fact(shift));
    }
    Certificate.Combination combination =
        new Certificate.Combination(sum.basics(), sum.laws(), uses, sum.surplus());
    Certificate part =
        new Certificate(new Claim(NormalForm.ZERO, sense), facts, List.of(combination));
    String block = latex ? ProofPrinter.latex(part, name) : ProofPrinter.text(part, name);
    block.lines().forEach(each -> out.append(latex ? "" : "  ").append(each).append('\n'));
  }

  private Assumption fact(Use use) {
    int given = certificate.assumptions().size();
    if (use.fact() >= given) {
      NormalForm measure = certificate.lemmas().get(use.fact() - given).measure().normalForm();
      String text = "lemma " + (use.fact() - given + 1) + times(use.at());
      return Assumption.zero(Assumption.Kind.RELATION, text, instance(measure, use.at()));
    }
    Assumption assumption = certificate.assumptions().get(use.fact());
    return new Assumption(
        assumption.kind(),
        assumption.text() + times(use.at()),
        instance(assumption.difference(), use.at()),
        assumption.sense());
  }

  private Assumption fact(Shift shift) {
    Assumption assumption = certificate.assumptions().get(shift.fact());
    NormalForm here = NormalForm.entropy(shift.blocks());
    List<Variable> later = new ArrayList<>();
    for (Variable variable : shift.blocks()) {
      later.add(
          variable instanceof Variable.Letter letter
              ? new Variable.Letter(letter.name(), letter.at().add(shift.by()))
              : variable instanceof Variable.Block block
                  ? new Variable.Block(
                      block.name(), block.from().add(shift.by()), block.to().add(shift.by()))
                  : variable);
    }
    NormalForm zero = NormalForm.entropy(Group.of(later)).subtract(here);
    return Assumption.zero(assumption.kind(), assumption.text(), zero);
  }

  private static String times(Map<String, Index> at) {
    StringBuilder text = new StringBuilder();
    at.forEach(
        (symbol, index) -> {
          if (!index.equals(Index.symbol(symbol))) {
            text.append(text.isEmpty() ? " at " : ", ").append(symbol).append(" = ").append(index);
          }
        });
    return text.toString();
  }

  /** For people only: the checker works instances out by itself. */
  private static NormalForm instance(NormalForm form, Map<String, Index> at) {
    NormalForm result = form;
    Map<String, Index> later = new TreeMap<>();
    for (Map.Entry<String, Index> entry : at.entrySet()) {
      later.put("_" + entry.getKey(), entry.getValue());
      result = new Substitution(entry.getKey(), Index.symbol("_" + entry.getKey())).apply(result);
    }
    for (Map.Entry<String, Index> entry : later.entrySet()) {
      result = new Substitution(entry.getKey(), entry.getValue()).apply(result);
    }
    return result;
  }
}
