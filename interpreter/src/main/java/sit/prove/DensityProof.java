package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import sit.limits.LimitReached;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Multiple;
import sit.proof.Claim;
import sit.proof.LawFact;
import sit.proof.Sense;
import sit.term.NormalForm;

/**
 * The proofs of one claim about densities and expectations, by what holds under the laws it speaks
 * of: equalities alone, then relative entropies and informations too. For the linear program these
 * are further facts.
 */
final class DensityProof {
  private static final int ALL_SETS = 7;
  private static final int LATTICE = 48;

  private final Claim claim;
  private final List<Assumption> assumptions;
  private final Limits limits;
  private final List<Object> sources = new ArrayList<>();
  private final Predicate<Pair> basics;
  private final Columns columns;
  private final Program identities;
  private final Program program;

  DensityProof(Claim claim, List<Assumption> assumptions, Limits limits) {
    this(claim, assumptions, limits, fact -> true, pair -> true);
  }

  /**
   * A proof by some facts only.
   *
   * @param basics which of the basic inequalities of Shannon are among them
   */
  DensityProof(
      Claim claim,
      List<Assumption> assumptions,
      Limits limits,
      Predicate<LawFact> allowed,
      Predicate<Pair> basics) {
    this.claim = claim;
    this.basics = basics;
    this.assumptions = assumptions;
    this.limits = limits;
    LawFacts known = new LawFacts(claim.difference(), assumptions, limits);
    List<Assumption> facts = new ArrayList<>(assumptions);
    for (LawFacts.Averaged averaged : known.averaged()) {
      state(facts, averaged, averaged.form(), averaged.sense());
    }
    for (LawFacts.Scaled scaled : known.equalities()) {
      if (allowed.test(scaled.fact())) {
        state(facts, scaled, scaled.product(), Sense.ZERO);
      }
    }
    Facts equalities = Facts.of(claim.difference(), facts);
    for (LawFacts.Scaled scaled : known.inequalities()) {
      if (allowed.test(scaled.fact())) {
        state(facts, scaled, scaled.product(), Sense.NON_NEGATIVE);
      }
    }
    Facts all = Facts.of(claim.difference(), facts);
    List<NormalForm> forms = new ArrayList<>();
    forms.add(claim.difference());
    all.equalities().forEach(fact -> forms.add(fact.product()));
    all.inequalities().forEach(fact -> forms.add(fact.product()));
    this.columns = Columns.of(forms);
    this.identities = new Program(columns, equalities, limits);
    this.program = new Program(columns, all, limits);
  }

  private void state(List<Assumption> facts, Object source, NormalForm form, Sense sense) {
    sources.add(source);
    facts.add(new Assumption(Assumption.Kind.RELATION, "", form, sense));
  }

  /** A proof by equalities alone. */
  Shannon.Result identity() {
    return attempt("identity", this::byEqualities);
  }

  /** A proof by inequalities, in two directions for an equality. */
  Shannon.Result complete() {
    return attempt("relative entropy", this::byInequalities);
  }

  private static Shannon.Result attempt(String method, Supplier<Optional<Certificate>> work) {
    try {
      Optional<Certificate> certificate = work.get();
      String outcome = certificate.isPresent() ? "proved" : "infeasible";
      return new Shannon.Result(method, certificate, outcome);
    } catch (LimitReached e) {
      Prover.rethrowCancelled(e);
      return new Shannon.Result(method, Optional.empty(), e.getMessage());
    }
  }

  private Optional<Certificate> byEqualities() {
    if (columns.blockCount() > Columns.MOST_BLOCKS) {
      return Optional.empty();
    }
    return identities
        .identity(claim.difference())
        .map(combination -> assemble(List.of(combination)));
  }

  private Optional<Certificate> byInequalities() {
    int n = columns.blockCount();
    if (n > Columns.MOST_BLOCKS) {
      return Optional.empty();
    }
    List<Pair> pairs = elementals(n).stream().filter(basics).toList();
    List<NormalForm> targets = new ArrayList<>(List.of(claim.difference()));
    if (claim.sense() == Sense.ZERO) {
      targets.add(claim.difference().negate());
    }
    List<Combination> combinations = new ArrayList<>();
    for (NormalForm target : targets) {
      if (!(program.solve(target, pairs) instanceof Program.Found found)) {
        return Optional.empty();
      }
      combinations.add(found.combination());
    }
    return Optional.of(assemble(combinations));
  }

  private List<Pair> elementals(int n) {
    return n <= ALL_SETS
        ? Families.elementals(n, limits)
        : Families.pairs(Families.lattice(columns.occurring(), LATTICE), limits);
  }

  /** Says again in the certificate's terms what the program took for further facts. */
  private Certificate assemble(List<Combination> combinations) {
    List<Combination> told = new ArrayList<>();
    Set<Integer> used = new TreeSet<>();
    for (Combination combination : combinations) {
      List<Multiple> laws = new ArrayList<>();
      List<Certificate.Use> uses = new ArrayList<>();
      for (Certificate.Use use : combination.uses()) {
        int k = use.assumption() - assumptions.size();
        if (k < 0) {
          uses.add(use);
        } else if (sources.get(k) instanceof LawFacts.Averaged averaged) {
          uses.add(new Certificate.Use(averaged.assumption(), use.multiplier(), averaged.law()));
        } else {
          LawFacts.Scaled scaled = (LawFacts.Scaled) sources.get(k);
          laws.add(new Multiple(use.multiplier(), scaled.fact(), scaled.signs()));
        }
      }
      uses.forEach(use -> used.add(use.assumption()));
      laws.forEach(law -> law.signs().forEach(sign -> used.add(sign.assumption())));
      told.add(new Combination(combination.basics(), laws, uses, combination.surplus()));
    }
    return Certificates.assemble(claim, assumptions, used, told);
  }
}
