package sit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.prove.Notation;
import sit.prove.Suite;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Variable;

/** Attacks on the checker: whatever is changed in a proof, it is no longer one. */
class CheckerTest {
  private static final List<Certificate> SUITE = Suite.certificates();
  private static final Variable STRANGER = new Variable.Single("Stranger");

  private static void rejected(Certificate mutant, String how) {
    assertThat(Checker.objection(mutant)).as(how + " of " + mutant).isPresent();
    assertThatThrownBy(() -> Checker.accept(mutant)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSuiteIsAccepted() {
    assertThat(SUITE).hasSizeGreaterThan(30);
    for (Certificate certificate : SUITE) {
      assertThat(Checker.accept(certificate).proof()).isSameAs(certificate);
    }
  }

  @Test
  void changedMultipliersAreRejected() {
    eachCombination(
        (certificate, k) -> {
          Combination whole = certificate.combinations().get(k);
          for (int i = 0; i < whole.basics().size(); i++) {
            Certificate.Term term = whole.basics().get(i);
            for (Rational by :
                List.of(
                    term.multiplier().negate(),
                    Rational.ZERO,
                    term.multiplier().add(Rational.of(1, 3)),
                    term.multiplier().multiply(Rational.TWO))) {
              List<Certificate.Term> basics = new ArrayList<>(whole.basics());
              basics.set(i, new Certificate.Term(by, term.basic()));
              rejected(with(certificate, k, basics, whole.uses(), whole.surplus()), "multiplier");
            }
            List<Certificate.Term> fewer = new ArrayList<>(whole.basics());
            fewer.remove(i);
            rejected(with(certificate, k, fewer, whole.uses(), whole.surplus()), "dropped line");
            List<Certificate.Term> more = new ArrayList<>(whole.basics());
            more.add(term);
            rejected(with(certificate, k, more, whole.uses(), whole.surplus()), "doubled line");
          }
          for (Rational by : List.of(Rational.ONE, Rational.MINUS_ONE, Rational.of(1, 1000))) {
            Rational surplus = whole.surplus().add(by);
            rejected(with(certificate, k, whole.basics(), whole.uses(), surplus), "surplus");
          }
        });
  }

  @Test
  void changedGroupsAreRejected() {
    eachCombination(
        (certificate, k) -> {
          Combination whole = certificate.combinations().get(k);
          for (int i = 0; i < whole.basics().size(); i++) {
            Certificate.Term term = whole.basics().get(i);
            for (Basic basic : neighbours(term.basic())) {
              // a measure may have two names, as I(X; X) is H(X): only another measure is a mutant
              if (!basic.normalForm().equals(term.basic().normalForm())) {
                List<Certificate.Term> basics = new ArrayList<>(whole.basics());
                basics.set(i, new Certificate.Term(term.multiplier(), basic));
                rejected(with(certificate, k, basics, whole.uses(), whole.surplus()), "group");
              }
            }
          }
        });
  }

  private static List<Basic> neighbours(Basic basic) {
    List<Basic> all = new ArrayList<>();
    for (Group a : neighbours(basic.a())) {
      all.add(new Basic(a, basic.b(), basic.c()));
      all.add(new Basic(basic.a(), a, basic.c()));
      all.add(new Basic(a, a, basic.c()));
    }
    for (Group b : neighbours(basic.b())) {
      all.add(new Basic(basic.a(), b, basic.c()));
    }
    for (Group c : neighbours(basic.c())) {
      all.add(new Basic(basic.a(), basic.b(), c));
    }
    all.add(new Basic(basic.c(), basic.b(), basic.a()));
    return all;
  }

  private static List<Group> neighbours(Group group) {
    List<Group> all = new ArrayList<>();
    all.add(group.union(Group.of(STRANGER)));
    for (Variable variable : group) {
      Group rest = group.minus(Group.of(variable));
      all.add(rest);
      all.add(rest.union(Group.of(STRANGER)));
    }
    return all;
  }

  @Test
  void changedUsesAreRejected() {
    eachCombination(
        (certificate, k) -> {
          Combination whole = certificate.combinations().get(k);
          for (int i = 0; i < whole.uses().size(); i++) {
            Certificate.Use use = whole.uses().get(i);
            List<Certificate.Use> mutants = new ArrayList<>();
            for (NormalForm by :
                List.of(
                    use.multiplier().negate(),
                    NormalForm.ZERO,
                    use.multiplier().add(NormalForm.constant(Rational.of(1, 7))),
                    use.multiplier().multiply(Notation.form("n")),
                    use.multiplier().add(Notation.form("Stranger^-1")))) {
              mutants.add(new Certificate.Use(use.assumption(), by));
            }
            for (int other = -1; other <= certificate.assumptions().size(); other++) {
              if (other != use.assumption()) {
                mutants.add(new Certificate.Use(other, use.multiplier()));
              }
            }
            for (Certificate.Use mutant : mutants) {
              List<Certificate.Use> uses = new ArrayList<>(whole.uses());
              uses.set(i, mutant);
              rejected(with(certificate, k, whole.basics(), uses, whole.surplus()), "use");
            }
            List<Certificate.Use> fewer = new ArrayList<>(whole.uses());
            fewer.remove(i);
            rejected(with(certificate, k, whole.basics(), fewer, whole.surplus()), "dropped use");
            NormalForm half = use.multiplier().scale(Rational.of(1, 2));
            List<Certificate.Use> split = new ArrayList<>(whole.uses());
            split.set(i, new Certificate.Use(use.assumption(), half));
            split.add(new Certificate.Use(use.assumption(), half));
            rejected(with(certificate, k, whole.basics(), split, whole.surplus()), "used twice");
          }
        });
  }

  @Test
  void changedClaimsAreRejected() {
    for (Certificate certificate : SUITE) {
      NormalForm difference = certificate.claim().difference();
      List<NormalForm> mutants = new ArrayList<>();
      for (Monomial monomial : difference.coefficients().keySet()) {
        Rational c = difference.coefficient(monomial);
        mutants.add(difference.subtract(NormalForm.of(monomial, c)));
        mutants.add(difference.add(NormalForm.of(monomial, Rational.ONE)));
        mutants.add(difference.subtract(NormalForm.of(monomial, c.add(c))));
      }
      mutants.add(difference.add(Notation.form("H(Stranger)")));
      mutants.add(difference.subtract(NormalForm.constant(Rational.of(1, 100))));
      if (!difference.isZero()) {
        mutants.add(difference.negate());
        mutants.add(NormalForm.ZERO);
      }
      for (NormalForm mutant : mutants) {
        if (!mutant.equals(difference)) {
          Claim claim = new Claim(mutant, certificate.claim().sense());
          rejected(
              new Certificate(claim, certificate.assumptions(), certificate.combinations()),
              "claim");
        }
      }
    }
  }

  @Test
  void changedAssumptionsAreRejected() {
    for (Certificate certificate : SUITE) {
      List<Assumption> all = certificate.assumptions();
      for (int i = 0; i < all.size(); i++) {
        List<Assumption> changed = new ArrayList<>(all);
        Assumption one = all.get(i);
        NormalForm more = one.difference().add(Notation.form("H(Stranger)"));
        changed.set(i, new Assumption(one.kind(), one.text(), more, one.sense()));
        rejected(new Certificate(certificate.claim(), changed, certificate.combinations()), "fact");
        List<Assumption> fewer = new ArrayList<>(all);
        fewer.remove(i);
        rejected(new Certificate(certificate.claim(), fewer, certificate.combinations()), "fewer");
        for (int j = 0; j < i; j++) {
          // two facts that are added with the same multiplier may change places
          if (!multipliers(certificate, i).equals(multipliers(certificate, j))) {
            List<Assumption> swapped = new ArrayList<>(all);
            swapped.set(i, all.get(j));
            swapped.set(j, one);
            rejected(
                new Certificate(certificate.claim(), swapped, certificate.combinations()),
                "swapped");
          }
        }
      }
      List<Assumption> idle = new ArrayList<>(all);
      idle.add(Notation.assumption("Idle = f(Stranger)"));
      rejected(new Certificate(certificate.claim(), idle, certificate.combinations()), "idle fact");
    }
  }

  private static List<NormalForm> multipliers(Certificate certificate, int assumption) {
    List<NormalForm> all = new ArrayList<>();
    for (Combination combination : certificate.combinations()) {
      NormalForm multiplier = NormalForm.ZERO;
      for (Certificate.Use use : combination.uses()) {
        multiplier = use.assumption() == assumption ? use.multiplier() : multiplier;
      }
      all.add(multiplier);
    }
    return all;
  }

  /**
   * An equality that is weakened to an inequality still serves where its multipliers are positive
   * numbers, and only there.
   */
  @Test
  void weakerFactsServeOnlyWithPositiveMultipliers() {
    int served = 0;
    for (Certificate certificate : SUITE) {
      for (int i = 0; i < certificate.assumptions().size(); i++) {
        Assumption one = certificate.assumptions().get(i);
        if (one.sense() == Sense.NON_NEGATIVE) {
          continue;
        }
        List<Assumption> weaker = new ArrayList<>(certificate.assumptions());
        weaker.set(i, new Assumption(one.kind(), one.text(), one.difference(), Sense.NON_NEGATIVE));
        Certificate mutant =
            new Certificate(certificate.claim(), weaker, certificate.combinations());
        boolean valid =
            certificate.claim().sense() == Sense.NON_NEGATIVE
                || certificate.combinations().size() == 2;
        for (Combination combination : certificate.combinations()) {
          for (Certificate.Use use : combination.uses()) {
            valid &=
                use.assumption() != i
                    || use.multiplier().isConstant()
                        && use.multiplier().constantValue().signum() > 0;
          }
        }
        served += valid ? 1 : 0;
        assertThat(Checker.objection(mutant).isEmpty()).as(mutant.toString()).isEqualTo(valid);
      }
    }
    assertThat(served).isPositive();
  }

  /**
   * {@code d = 0} proves {@code d >= 0}; the other way round only where nothing but equalities was
   * used.
   */
  @Test
  void changedSensesAreRejectedUnlessWeaker() {
    for (Certificate certificate : SUITE) {
      boolean equality = certificate.claim().sense() == Sense.ZERO;
      Sense other = equality ? Sense.NON_NEGATIVE : Sense.ZERO;
      Claim claim = new Claim(certificate.claim().difference(), other);
      Certificate mutant =
          new Certificate(claim, certificate.assumptions(), certificate.combinations());
      Combination first = certificate.combinations().get(0);
      boolean onlyEqualities =
          first.basics().isEmpty()
              && first.surplus().isZero()
              && first.uses().stream()
                  .allMatch(
                      use -> certificate.assumptions().get(use.assumption()).sense() == Sense.ZERO);
      boolean valid = certificate.combinations().size() == 1 && onlyEqualities;
      assertThat(Checker.objection(mutant).isEmpty()).as(mutant.toString()).isEqualTo(valid);
    }
  }

  @Test
  void theNumberOfCombinationsMatters() {
    for (Certificate certificate : SUITE) {
      List<Combination> all = certificate.combinations();
      rejected(new Certificate(certificate.claim(), certificate.assumptions(), List.of()), "none");
      List<Combination> three = new ArrayList<>(all);
      three.add(all.get(0));
      three.add(all.get(0));
      rejected(new Certificate(certificate.claim(), certificate.assumptions(), three), "three");
      if (all.size() == 2) {
        for (int k = 0; k < 2; k++) {
          if (!all.get(k).basics().isEmpty()) {
            rejected(
                new Certificate(
                    certificate.claim(), certificate.assumptions(), List.of(all.get(k))),
                "half");
          }
        }
        rejected(
            new Certificate(
                certificate.claim(), certificate.assumptions(), List.of(all.get(1), all.get(0))),
            "exchanged");
      }
    }
  }

  @Test
  void nothingFollowsFromDividingByZero() {
    Certificate absurd =
        new Certificate(
            Notation.claim("1 = 0"),
            Notation.assumptions("n = 0"),
            List.of(
                new Combination(
                    List.of(),
                    List.of(new Certificate.Use(0, Notation.form("n^-1"))),
                    Rational.ZERO)));
    rejected(absurd, "division by zero");
  }

  @Test
  void inequalitiesAreNotMultipliedByScalars() {
    Certificate wrong =
        new Certificate(
            Notation.claim("R*H(X) <= R*H(Y)"),
            Notation.assumptions("H(X) <= H(Y)"),
            List.of(
                new Combination(
                    List.of(),
                    List.of(new Certificate.Use(0, Notation.form("R"))),
                    Rational.ZERO)));
    rejected(wrong, "a scalar may be negative");
  }

  private interface Attack {
    void on(Certificate certificate, int combination);
  }

  private static void eachCombination(Attack attack) {
    for (Certificate certificate : SUITE) {
      for (int k = 0; k < certificate.combinations().size(); k++) {
        attack.on(certificate, k);
      }
    }
  }

  private static Certificate with(
      Certificate certificate,
      int k,
      List<Certificate.Term> basics,
      List<Certificate.Use> uses,
      Rational surplus) {
    List<Combination> combinations = new ArrayList<>(certificate.combinations());
    combinations.set(k, new Combination(basics, uses, surplus));
    return new Certificate(
        certificate.claim(), certificate.assumptions(), certificate.copies(), combinations);
  }
}
