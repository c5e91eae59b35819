package sit.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sit.check.Checker;
import sit.check.ExactLaw;
import sit.check.Theorem;
import sit.check.Verdict;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Basic;
import sit.proof.Certificate;
import sit.proof.Certificate.Combination;
import sit.proof.Certificate.Copy;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Index;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Random claims under random assumptions, over fixed variables and for every n: none is both proved
 * and refuted, none that is proved fails on a law that satisfies the assumptions, and no proof can
 * be bent to prove one that fails. How many is the property {@code sit.claims}.
 */
class AgreementTest {
  private static final int CLAIMS = Integer.getInteger("sit.claims", 500);
  private static final int LAWS = 4;
  private static final Index T = Index.symbol("t");
  private static final Index N = Index.symbol("n");

  private final SplittableRandom random = new SplittableRandom(20260207);
  private int proved;
  private int refuted;
  private int mutants;

  @Test
  void fixedVariables() {
    int claims = CLAIMS * 4 / 5;
    for (int k = 0; k < claims; k++) {
      RandomWorld world = RandomWorld.of(2 + random.nextInt(4), random);
      List<Assumption> given = some(world.facts());
      Claim claim = claim(world.variables(), given);
      Optional<Theorem> theorem = new Prover().prove(claim, given, Limits.start(20, 256));
      Optional<Verdict.Refuted> law = new Refuter().quick(claim, given, Limits.start(20, 256));
      assertThat(theorem.isPresent() && law.isPresent()).as(claim + " given " + given).isFalse();
      refuted += law.isPresent() ? 1 : 0;
      if (theorem.isPresent()) {
        proved++;
        Certificate proof = (Certificate) theorem.get().proof();
        List<ExactLaw> laws = new ArrayList<>();
        for (int i = 0; i < LAWS; i++) {
          laws.add(world.law(random));
        }
        laws.forEach(one -> holds(one, claim, claim + " given " + given));
        bend(proof, world, laws);
      }
    }
    System.out.println(
        claims
            + " claims: "
            + proved
            + " proved, "
            + refuted
            + " refuted, "
            + mutants
            + " mutants");
    assertThat(proved).isGreaterThan(claims / 5);
    assertThat(refuted).isGreaterThan(claims / 5);
    assertThat(mutants).isGreaterThan(claims);
  }

  private static void holds(ExactLaw law, Claim claim, String about) {
    LogSum value = law.evaluate(claim.difference()).orElseThrow();
    boolean holds = claim.sense() == Sense.ZERO ? value.isZero() : value.signum() >= 0;
    assertThat(holds).as(about).isTrue();
  }

  private List<Assumption> some(List<Assumption> facts) {
    List<Assumption> some = new ArrayList<>(facts);
    some.removeIf(fact -> random.nextInt(3) == 0);
    return some;
  }

  private Claim claim(List<Variable> variables, List<Assumption> given) {
    NormalForm difference = NormalForm.ZERO;
    for (int k = 1 + random.nextInt(4); k > 0; k--) {
      int weight = random.nextInt(5) == 0 ? -1 : 1 + random.nextInt(3);
      NormalForm measure = RefuterPropertyTest.basic(variables, random).normalForm();
      difference = difference.add(measure.scale(Rational.of(weight, 1 + k % 2)));
    }
    boolean equality = random.nextInt(6) == 0;
    difference = equality && random.nextInt(3) > 0 ? NormalForm.ZERO : difference;
    for (Assumption assumption : given) {
      int weight = random.nextInt(-2, 3);
      difference = difference.add(assumption.difference().scale(Rational.of(weight)));
    }
    return new Claim(difference, equality ? Sense.ZERO : Sense.NON_NEGATIVE);
  }

  /** Takes a measure away, so that a law violates what is left, and tries to prove that. */
  private void bend(Certificate proof, RandomWorld world, List<ExactLaw> laws) {
    Basic basic = RefuterPropertyTest.basic(world.variables(), random);
    Rational weight = Rational.of(1 + random.nextInt(3), 1 + random.nextInt(2));
    NormalForm less = proof.claim().difference().subtract(basic.normalForm().scale(weight));
    Claim claim = new Claim(less, proof.claim().sense());
    boolean fails = false;
    for (ExactLaw law : laws) {
      LogSum value = law.evaluate(less).orElseThrow();
      fails |= claim.sense() == Sense.ZERO ? !value.isZero() : value.signum() < 0;
    }
    if (!fails) {
      return;
    }
    Combination whole = proof.combinations().get(0);
    List<Certificate.Term> minus = new ArrayList<>(whole.basics());
    minus.add(new Certificate.Term(weight.negate(), basic));
    List<Certificate.Term> turned = new ArrayList<>(whole.basics());
    turned.add(new Certificate.Term(weight, new Basic(basic.c(), basic.b(), basic.a())));
    List<Certificate.Use> uses = new ArrayList<>(whole.uses());
    int given = proof.assumptions().size();
    uses.add(new Certificate.Use(given, NormalForm.constant(weight.negate())));
    List<Combination> bent =
        List.of(
            whole,
            new Combination(minus, whole.uses(), whole.surplus()),
            new Combination(turned, whole.uses(), whole.surplus()),
            new Combination(whole.basics(), uses, whole.surplus()),
            new Combination(whole.basics(), whole.uses(), Rational.ONE));
    List<Variable> originals = List.copyOf(basic.a().variables());
    List<List<Variable>> names = new ArrayList<>(List.of(originals, fresh(originals)));
    names.add(List.copyOf(basic.b().variables()));
    for (Combination combination : bent) {
      List<Combination> all = new ArrayList<>(proof.combinations());
      all.set(0, combination);
      rejected(new Certificate(claim, proof.assumptions(), all), laws);
      for (List<Variable> name : names) {
        for (Group over : List.of(basic.c(), basic.b().minus(basic.a()), Group.EMPTY)) {
          List<Copy> copies = List.of(new Copy(originals, name, over));
          rejected(new Certificate(claim, proof.assumptions(), copies, all), laws);
        }
      }
    }
  }

  private static List<Variable> fresh(List<Variable> originals) {
    List<Variable> fresh = new ArrayList<>();
    originals.forEach(one -> fresh.add(new Variable.Single(one.name() + "'")));
    return fresh;
  }

  private void rejected(Certificate mutant, List<ExactLaw> laws) {
    mutants++;
    assertThat(Checker.objection(mutant)).as(mutant.toString()).isPresent();
    assertThat(laws).isNotEmpty();
  }

  /** Two processes and a message, as they are drawn at every time. */
  private record Drawn(
      boolean message, boolean inputs, boolean outputs, boolean function, List<String> channel) {}

  @Test
  void everyHorizon() {
    int claims = CLAIMS / 5;
    int true1 = 0;
    for (int k = 0; k < claims; k++) {
      Drawn drawn =
          new Drawn(
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextInt(4) == 0,
              List.of("letter", "past", "all").subList(0, 1 + random.nextInt(3)));
      List<Assumption> given = some(facts(drawn));
      NormalForm body = NormalForm.ZERO;
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        body = body.add(information(true).scale(Rational.of(random.nextInt(5) - 1)));
      }
      for (Assumption fact : given) {
        body = body.add(fact.difference().scale(Rational.of(random.nextInt(3) - 1)));
      }
      NormalForm sum =
          body.isZero() ? body : NormalForm.of(new Term.Total("t", Index.of(1), N, body.toTerm()));
      NormalForm rest = information(false).scale(Rational.of(random.nextInt(4) - 1));
      Sense sense = random.nextInt(6) == 0 ? Sense.ZERO : Sense.NON_NEGATIVE;
      Claim claim = new Claim(sum.add(rest), sense);
      Verdict verdict = Potential.decide(claim, given, Limits.start(20, 256));
      if (!(verdict instanceof Verdict.Proved)) {
        continue;
      }
      true1++;
      for (int n = 1; n <= 3; n++) {
        Claim at = new Claim(EveryN.at(claim.difference(), "n", n), sense);
        String about = claim + " given " + given + " at n = " + n;
        List<Assumption> there = EveryN.at(given, "n", n, n);
        if (n < 3) {
          assertThat(new Refuter().quick(at, there, Limits.start(20, 256))).as(about).isEmpty();
        }
        RandomWorld world = new RandomWorld(bits(drawn, n));
        for (int i = 0; i < LAWS - n; i++) {
          holds(world.law(random), at, about);
        }
      }
    }
    System.out.println(claims + " claims for every n: " + true1 + " proved");
    assertThat(true1).isGreaterThan(claims / 8);
  }

  private Variable letter(String process, int t) {
    return new Variable.Letter(process, Index.of(t));
  }

  private List<RandomWorld.Bit> bits(Drawn drawn, int n) {
    List<RandomWorld.Bit> bits = new ArrayList<>();
    Variable message = new Variable.Single("W");
    bits.add(new RandomWorld.Bit(message, List.of(), false));
    for (int t = 1; t <= n; t++) {
      List<Variable> inputs = new ArrayList<>();
      List<Variable> outputs = new ArrayList<>();
      for (int s = 1; s < t; s++) {
        inputs.add(letter("X", s));
        outputs.add(letter("Y", s));
      }
      List<Variable> parents = new ArrayList<>(drawn.message ? List.of(message) : List.of());
      parents.addAll(drawn.inputs ? inputs : List.of());
      parents.addAll(drawn.outputs ? outputs : List.of());
      bits.add(new RandomWorld.Bit(letter("X", t), parents, drawn.function && !parents.isEmpty()));
      List<Variable> from = new ArrayList<>(List.of(letter("X", t)));
      from.addAll(drawn.channel.size() > 1 ? inputs : List.of());
      from.addAll(drawn.channel.size() > 2 ? outputs : List.of());
      bits.add(new RandomWorld.Bit(letter("Y", t), from, false));
    }
    return bits;
  }

  /** What holds at every t of what is drawn so. */
  private static List<Assumption> facts(Drawn drawn) {
    Group message = Group.of(new Variable.Single("W"));
    Group inputs = block("X", Index.of(1), T.plus(-1));
    Group outputs = block("Y", Index.of(1), T.plus(-1));
    Group all = message.union(inputs).union(outputs);
    Group parents = drawn.message ? message : Group.EMPTY;
    parents = drawn.inputs ? parents.union(inputs) : parents;
    parents = drawn.outputs ? parents.union(outputs) : parents;
    Group input = Group.of(new Variable.Letter("X", T));
    Group from = drawn.channel.size() > 1 ? input.union(inputs) : input;
    from = drawn.channel.size() > 2 ? from.union(outputs) : from;
    Group output = Group.of(new Variable.Letter("Y", T));
    List<Assumption> facts = new ArrayList<>();
    // a function of nothing is drawn at random, also at the first time
    boolean function = drawn.function && drawn.message;
    facts.add(
        Statements.zero(
            function
                ? NormalForm.mutualInformation(input, input, parents)
                : NormalForm.mutualInformation(input, all.minus(parents), parents)));
    facts.add(
        Statements.zero(NormalForm.mutualInformation(output, all.union(input).minus(from), from)));
    facts.removeIf(fact -> fact.difference().isZero());
    return facts;
  }

  private static Group block(String process, Index from, Index to) {
    return Group.of(new Variable.Block(process, from, to));
  }

  private NormalForm information(boolean timed) {
    return NormalForm.mutualInformation(group(timed), group(timed), group(timed));
  }

  private Group group(boolean timed) {
    Group chosen = random.nextInt(4) == 0 ? Group.of(new Variable.Single("W")) : Group.EMPTY;
    for (String process : List.of("X", "Y")) {
      Group one =
          switch (timed ? random.nextInt(6) : random.nextInt(2)) {
            case 0 -> block(process, Index.of(1), timed ? T : N);
            case 2 -> block(process, Index.of(1), T.plus(-1));
            case 3 -> Group.of(new Variable.Letter(process, T));
            case 4 -> block(process, T.plus(1), N);
            default -> Group.EMPTY;
          };
      chosen = chosen.union(one);
    }
    return chosen;
  }
}
