package sit.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sit.check.Theorem;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.HorizonCertificate;
import sit.proof.HorizonCertificate.Sum;
import sit.proof.HorizonCertificate.Telescope;
import sit.proof.HorizonCertificate.Use;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.TermLatex;
import sit.term.TermPrinter;

/**
 * When the two sides of a proved inequality are equal. They differ by a sum of parts none of which
 * is negative, so that they are equal exactly if every part is zero.
 *
 * @param never whether a part is always positive
 */
public record Tightness(boolean never, List<Condition> conditions) {
  public Tightness {
    conditions = List.copyOf(conditions);
  }

  /** A condition in the language and in LaTeX. */
  public record Condition(String text, String latex) {
    private Condition at(String when, String latexWhen) {
      return new Condition(text + when, latex + latexWhen);
    }
  }

  /** The conditions in the language. */
  public List<String> texts() {
    return conditions.stream().map(Condition::text).toList();
  }

  /** The conditions in LaTeX. */
  public List<String> latex() {
    return conditions.stream().map(Condition::latex).toList();
  }

  /** Of an inequality; nothing for an equality. */
  public static Optional<Tightness> of(Theorem theorem) {
    if (theorem.proof().claim().sense() == Sense.ZERO) {
      return Optional.empty();
    } else if (theorem.proof() instanceof HorizonCertificate horizon) {
      boolean nested = horizon.telescopes().get(0).inner().isPresent();
      // of densities the slack says it: each relative entropy in it is zero
      return nested || hasLaws(horizon) ? Optional.empty() : Optional.of(of(horizon));
    }
    if (!(theorem.proof() instanceof Certificate certificate)) {
      return Optional.empty();
    }
    Certificate.Combination combination = certificate.combinations().get(0);
    if (!combination.laws().isEmpty()) {
      // of densities the slack says it: each relative entropy in it is zero
      return Optional.empty();
    }
    List<Condition> all = new ArrayList<>(vanishing(combination.basics()));
    for (Certificate.Multiple multiple : combination.laws()) {
      if (multiple.fact().sense() == Sense.NON_NEGATIVE) {
        all.add(balanced(multiple.fact().normalForm()));
      }
    }
    for (Certificate.Use use : combination.uses()) {
      if (use.assumption() >= certificate.assumptions().size()) {
        continue; // the independence of a copy is an equality
      }
      Assumption assumption = certificate.assumptions().get(use.assumption());
      if (assumption.sense() == Sense.NON_NEGATIVE) {
        all.add(met(assumption, certificate.assumptions()));
      }
    }
    return Optional.of(new Tightness(!combination.surplus().isZero(), all));
  }

  private static boolean hasLaws(HorizonCertificate certificate) {
    Telescope telescope = certificate.telescopes().get(0);
    List<Sum> sums = new ArrayList<>(List.of(telescope.step(), telescope.ends()));
    sums.addAll(telescope.small());
    return sums.stream()
        .flatMap(sum -> sum.laws().stream())
        .anyMatch(multiple -> multiple.fact().sense() == Sense.NON_NEGATIVE);
  }

  private static Tightness of(HorizonCertificate certificate) {
    Telescope telescope = certificate.telescopes().get(0);
    String horizon = certificate.horizon();
    int least = telescope.span().least();
    String late = least > 1 ? " for " + horizon + " >= " + least : "";
    String latexLate = least > 1 ? "\\text{ for } " + horizon + " \\ge " + least : "";
    List<Condition> all = new ArrayList<>();
    Index last = Index.symbol(horizon).plus(-telescope.span().before());
    int first = telescope.span().first();
    String times = first + ".." + last;
    String latexTimes = first + ", \\dots, " + last;
    for (Timed timed : parts(certificate, telescope.step())) {
      if (timed.index.isEmpty()) {
        all.add(timed.condition);
        continue;
      }
      String name = timed.index;
      all.add(
          timed.condition.at(
              " for " + name + " = " + times, " \\text{ for } " + name + " = " + latexTimes));
    }
    for (Timed timed : parts(certificate, telescope.ends())) {
      all.add(timed.condition.at(late, latexLate));
    }
    for (Use use : telescope.given()) {
      Assumption assumption = certificate.assumptions().get(use.fact());
      if (assumption.sense() == Sense.NON_NEGATIVE) {
        all.add(met(assumption, certificate.assumptions()).at(late, latexLate));
      }
    }
    boolean alwaysStep = first <= least - telescope.span().before();
    boolean more = isMore(telescope.step()) && alwaysStep || isMore(telescope.ends());
    if (isMore(telescope.step()) && !alwaysStep) {
      String from = horizon + " >= " + (first + telescope.span().before());
      all.add(new Condition("never for " + from, "\\text{never for } " + from));
    }
    boolean never = more;
    for (int n = 1; n <= telescope.small().size(); n++) {
      Sum small = telescope.small().get(n - 1);
      never &= isMore(small);
      String when = " for " + horizon + " = " + n;
      String latexWhen = " \\text{ for } " + horizon + " = " + n;
      for (Timed timed : parts(certificate, small)) {
        all.add(timed.condition.at(when, latexWhen));
      }
      if (isMore(small)) {
        all.add(new Condition("never" + when, "\\text{never}" + latexWhen));
      }
    }
    if (more && !never) {
      all.add(new Condition("never" + late, "\\text{never}" + latexLate));
    }
    return new Tightness(never, all);
  }

  private static boolean isMore(Sum sum) {
    return !sum.surplus().isZero();
  }

  /**
   * A condition of a step.
   *
   * @param index the name that the time has in it; empty where it is about no time
   */
  private record Timed(Condition condition, String index) {}

  private static List<Timed> parts(HorizonCertificate certificate, Sum sum) {
    List<Timed> all = new ArrayList<>();
    String time = certificate.time();
    vanishing(sum.basics()).forEach(condition -> all.add(new Timed(condition, time)));
    for (Use use : sum.uses()) {
      boolean lemma = use.fact() >= certificate.assumptions().size();
      Assumption assumption = lemma ? null : certificate.assumptions().get(use.fact());
      if (lemma || assumption.sense() == Sense.ZERO) {
        continue;
      }
      boolean generic = use.at().size() == 1 && use.at().containsValue(Index.symbol(time));
      if (generic || use.at().isEmpty()) {
        String index = generic ? use.at().firstKey() : "";
        all.add(new Timed(met(assumption, certificate.assumptions()), index));
      } else {
        TimedFact fact = TimedFact.of(use.fact(), assumption, certificate.horizon());
        all.add(new Timed(balanced(fact.put(use.at())), time));
      }
    }
    return all;
  }

  /** That these are zero, in as few statements as the chain rule allows. */
  private static List<Condition> vanishing(List<Certificate.Term> terms) {
    List<Certificate.Term> plain = new ArrayList<>();
    terms.forEach(term -> plain.add(new Certificate.Term(Rational.ONE, term.basic())));
    Set<Zero> zeros = new LinkedHashSet<>();
    for (Certificate.Term term : Slack.merged(plain)) {
      Group c = term.basic().c();
      Zero zero = new Zero(term.basic().a().minus(c), term.basic().b().minus(c), c);
      if (!zero.a().isEmpty() && !zero.b().isEmpty()) {
        zeros.add(zero);
      }
    }
    List<Condition> conditions = new ArrayList<>();
    for (Zero zero : zeros) {
      boolean implied = false;
      for (Zero other : zeros) {
        implied |= other != zero && other.implies(zero) && !zero.implies(other);
      }
      if (!implied) {
        conditions.add(condition(zero));
      }
    }
    return conditions;
  }

  private static Condition condition(Zero zero) {
    boolean shared = !zero.a().intersection(zero.b()).isEmpty();
    boolean constant = zero.isFunction() && zero.c().isEmpty();
    if (constant || shared && !zero.isFunction()) {
      return balanced(zero.difference());
    }
    String a = TermLatex.group(zero.a());
    String b = TermLatex.group(zero.b());
    String c = TermLatex.group(zero.c());
    String latex =
        zero.isFunction()
            ? "H(" + a + " \\mid " + c + ") = 0"
            : zero.c().isEmpty()
                ? grouped(zero.a(), a) + " \\perp " + grouped(zero.b(), b)
                : grouped(zero.a(), a)
                    + " - "
                    + grouped(zero.c(), c)
                    + " - "
                    + grouped(zero.b(), b);
    return new Condition(zero.text(), latex);
  }

  private static String grouped(Group group, String latex) {
    return group.blocks().size() > 1 ? "(" + latex + ")" : latex;
  }

  /** That an inequality assumed is met with equality. */
  private static Condition met(Assumption assumption, List<Assumption> all) {
    Condition balanced = balanced(assumption.difference());
    String text = assumption.text();
    long alike = all.stream().filter(other -> other.text().equals(text)).count();
    List<Integer> relations = relations(text);
    if (alike != 1 || relations.size() != 1 || text.charAt(relations.get(0)) == '=') {
      return balanced;
    }
    int at = relations.get(0);
    int after = text.charAt(at) == '<' || text.charAt(at) == '>' ? at + 2 : at + 1;
    boolean cited = assumption.kind() == Assumption.Kind.AXIOM;
    int from = cited ? text.indexOf(": ") + 2 : 0;
    return new Condition(text.substring(from, at) + "=" + text.substring(after), balanced.latex());
  }

  /** Where the relations of a text stand. */
  private static List<Integer> relations(String text) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < text.length(); k++) {
      char before = k == 0 ? ' ' : text.charAt(k - 1);
      boolean equals = text.charAt(k) == '=' && "<>!=".indexOf(before) < 0;
      if (equals || "≤≥⩽⩾".indexOf(text.charAt(k)) >= 0) {
        found.add(k);
      } else if (text.startsWith("<=", k) || text.startsWith(">=", k)) {
        found.add(k);
      }
    }
    return found;
  }

  /** That a difference is zero, what is added in it on the one side. */
  private static Condition balanced(NormalForm difference) {
    TreeMap<Monomial, Rational> plus = new TreeMap<>();
    TreeMap<Monomial, Rational> minus = new TreeMap<>();
    difference.coefficients().forEach((m, c) -> (c.signum() > 0 ? plus : minus).put(m, c.abs()));
    NormalForm left = new NormalForm(plus);
    NormalForm right = new NormalForm(minus);
    return new Condition(
        TermPrinter.print(left.toTerm()) + " = " + TermPrinter.print(right.toTerm()),
        TermLatex.print(left.toTerm()) + " = " + TermLatex.print(right.toTerm()));
  }
}
