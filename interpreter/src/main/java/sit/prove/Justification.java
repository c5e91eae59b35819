package sit.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.check.Checker;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Claim;
import sit.proof.Rule;
import sit.proof.Sense;
import sit.term.NormalForm;

/** Whether a step follows from the reason that was given for it. */
public final class Justification {
  private static final int FEW_SETS = 24;
  private static final int SETS = 128;

  private Justification() {}

  /**
   * What was found of a reason.
   *
   * @param follows whether the step is a combination of instances of the rules and of the facts
   * @param sum how it adds up, each instance listed as an assumption that is an axiom; empty where
   *     it does not follow
   */
  public record Finding(boolean follows, Optional<Certificate> sum) {
    private static final Finding NO = new Finding(false, Optional.empty());

    /** The instances of rules and the facts that are used. */
    public List<Assumption> used() {
      return sum.map(Certificate::assumptions).orElse(List.of());
    }
  }

  /** The same without facts. */
  public static Finding follows(
      Claim step, List<Assumption> assumptions, List<Rule> rules, Limits limits) {
    return follows(step, assumptions, rules, List.of(), limits);
  }

  /**
   * Whether the step's difference is a combination of instances of the rules' schemas, of the
   * facts, and of nothing else. Identities between joint entropies are free; no basic inequality
   * is. Without rules and facts the two sides must be the same.
   *
   * @param assumptions what the premises of an instance may follow from
   * @param facts what may be added besides, with any multiplier where it is an equality
   * @throws sit.limits.LimitReached where the limits end the search
   */
  public static Finding follows(
      Claim step,
      List<Assumption> assumptions,
      List<Rule> rules,
      List<Assumption> facts,
      Limits limits) {
    return follows(step, assumptions, rules, facts, List.of(), limits);
  }

  /**
   * The same with identities that may be added and that no premise needs.
   *
   * @param identities equalities that hold by themselves
   */
  static Finding follows(
      Claim step,
      List<Assumption> assumptions,
      List<Rule> rules,
      List<Assumption> facts,
      List<Assumption> identities,
      Limits limits) {
    List<Assumption> free = new ArrayList<>(facts);
    free.addAll(identities);
    Finding finding = sum(step, free, limits);
    int before = 0;
    for (int most : new int[] {FEW_SETS, SETS}) {
      if (finding.follows() || rules.isEmpty()) {
        return finding;
      }
      List<Assumption> given = new ArrayList<>(assumptions);
      facts.stream().filter(fact -> !given.contains(fact)).forEach(given::add);
      Instances instances = new Instances(step.difference(), given, most, limits);
      if (instances.familySize() == before) {
        return finding;
      }
      before = instances.familySize();
      finding = sum(step, free, rules, instances, limits);
    }
    return finding;
  }

  /** Takes the schemas of each rule in their order, since the first often suffice. */
  private static Finding sum(
      Claim step, List<Assumption> facts, List<Rule> rules, Instances instances, Limits limits) {
    List<Assumption> usable = new ArrayList<>(facts);
    Finding finding = Finding.NO;
    boolean more = true;
    for (int i = 0; more && !finding.follows(); i++) {
      int before = usable.size();
      more = false;
      for (Rule rule : rules) {
        if (i < rule.schemas().size()) {
          List<Rule.Schema> next = List.of(rule.schemas().get(i));
          usable.addAll(instances.of(new Rule(rule.name(), rule.kind(), next)));
          more = true;
        }
      }
      if (i == 0 || usable.size() > before) {
        finding = sum(step, usable, limits);
      }
    }
    return finding;
  }

  /**
   * The instances of a rule that may matter to a step, as facts to assume: {@code fano: H(W | V) <=
   * ...}.
   */
  public static List<Assumption> instances(
      Claim step, List<Assumption> assumptions, Rule rule, Limits limits) {
    return new Instances(step.difference(), assumptions, SETS, limits).of(rule);
  }

  private static Finding sum(Claim step, List<Assumption> usable, Limits limits) {
    NormalForm difference = step.difference();
    Facts facts = Facts.of(difference, usable);
    List<NormalForm> all = new ArrayList<>(List.of(difference));
    facts.equalities().forEach(fact -> all.add(fact.product()));
    facts.inequalities().forEach(fact -> all.add(fact.product()));
    Columns columns = Columns.of(all);
    if (columns.blockCount() > Columns.MOST_BLOCKS) {
      return Finding.NO;
    }
    Program program = new Program(columns, facts, limits);
    Optional<Combination> identity = program.identity(difference);
    if (identity.isPresent()) {
      return finding(step, usable, List.of(identity.get()));
    }
    List<NormalForm> targets = new ArrayList<>(List.of(difference));
    if (step.sense() == Sense.ZERO) {
      targets.add(difference.negate());
    }
    List<Combination> combinations = new ArrayList<>();
    for (NormalForm target : targets) {
      if (!(program.solve(target, List.of()) instanceof Program.Found found)) {
        return Finding.NO;
      }
      combinations.add(found.combination());
    }
    return finding(step, usable, combinations);
  }

  private static Finding finding(
      Claim step, List<Assumption> usable, List<Combination> combinations) {
    Certificate certificate = Certificates.assemble(step, usable, combinations);
    return Checker.objection(certificate).isEmpty()
        ? new Finding(true, Optional.of(certificate))
        : Finding.NO;
  }
}
