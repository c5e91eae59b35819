package sit.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sit.limits.Limits;
import sit.proof.Assumption;
import sit.proof.Certificate.Sign;
import sit.proof.LawFact;
import sit.proof.Sense;
import sit.term.Density;
import sit.term.Expectations;
import sit.term.Group;
import sit.term.Law;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;

/**
 * What holds under the laws of some statements and speaks of their densities: the pool from which a
 * proof is added up.
 */
final class LawFacts {
  private static final int FEW_BLOCKS = 4;
  private static final int MOST_BLOCKS = 7;
  private static final int MOST_DRAWN = 256;
  private static final int MOST_SCALED = 6000;

  /** A fact times scalars that are not negative. */
  record Scaled(LawFact fact, List<Sign> signs, NormalForm product) {}

  /** An assumption averaged under a law of its free outcomes. */
  record Averaged(int assumption, Law law, Sense sense, NormalForm form) {}

  private final List<NormalForm> statements = new ArrayList<>();
  private final List<Assumption> assumptions;
  private final Vocabulary vocabulary;
  private final Limits limits;
  private final List<Scaled> equalities = new ArrayList<>();
  private final List<Scaled> inequalities = new ArrayList<>();
  private final List<Averaged> averaged = new ArrayList<>();
  private final Set<NormalForm> seen = new HashSet<>();

  LawFacts(NormalForm claim, List<Assumption> assumptions, Limits limits) {
    this.assumptions = assumptions;
    this.limits = limits;
    statements.add(claim);
    assumptions.forEach(assumption -> statements.add(assumption.difference()));
    this.vocabulary = new Vocabulary(statements);
    for (Law law : vocabulary.laws()) {
      limits.check();
      if (!isPart(law)) {
        add(law);
      }
      average(law);
    }
    scale();
  }

  List<Scaled> equalities() {
    return equalities;
  }

  List<Scaled> inequalities() {
    return inequalities;
  }

  List<Averaged> averaged() {
    return averaged;
  }

  /**
   * Whether all that holds under a law is said under another, of which it is what is drawn first.
   */
  private boolean isPart(Law law) {
    if (law.factors().isEmpty() && Expectations.areRandom(vocabulary.free())) {
      return false;
    }
    for (Law other : vocabulary.laws()) {
      // what is said at a point is more than what is said under a law that draws the point
      boolean apart =
          !law.factors().isEmpty() || vocabulary.free().intersection(other.drawn()).isEmpty();
      boolean small =
          apart
              && vocabulary.blocks(other.variables().union(vocabulary.free())).size()
                  <= MOST_BLOCKS;
      if (small && !other.equals(law) && other.of(law.drawn()).equals(law)) {
        return true;
      }
    }
    return false;
  }

  private void add(Law law) {
    Group narrow = law.variables();
    Group wide = narrow.union(vocabulary.free());
    List<Group> blocks = vocabulary.blocks(wide);
    if (blocks.size() > MOST_BLOCKS) {
      blocks = vocabulary.blocks(narrow);
    }
    if (blocks.size() > MOST_BLOCKS) {
      return;
    }
    drawn(law, blocks);
    for (Density density : vocabulary.densities()) {
      if (density instanceof Density.Tilted tilted && wide.containsAll(density.all())) {
        add(new LawFact.Tilt(law, tilted));
      }
    }
    for (Density density : vocabulary.densities()) {
      relative(law, density, blocks);
    }
    information(law, blocks);
  }

  private void drawn(Law law, List<Group> blocks) {
    List<Law.Factor> factors = law.factors();
    Group after = Group.EMPTY;
    for (int k = factors.size() - 1; k >= 0; k--) {
      Law.Factor factor = factors.get(k);
      after = after.union(factor.of());
      List<Group> before = new ArrayList<>();
      List<Group> parts = new ArrayList<>();
      for (Group block : blocks) {
        boolean part = factor.of().containsAll(block);
        boolean earlier = block.intersection(after.union(factor.given())).isEmpty();
        (part ? parts : earlier ? before : new ArrayList<Group>()).add(block);
      }
      List<Group> pasts = Vocabulary.unions(before);
      List<Group> draws = Vocabulary.unions(parts);
      if ((long) pasts.size() * draws.size() > MOST_DRAWN) {
        pasts = List.of(Group.EMPTY, pasts.get(pasts.size() - 1));
      }
      for (Group past : pasts) {
        for (Group of : draws.subList(1, draws.size())) {
          add(new LawFact.Drawn(law, factor, of, factor.given().union(past)));
        }
      }
    }
  }

  private void relative(Law law, Density density, List<Group> blocks) {
    List<Group> parts = new ArrayList<>();
    Group all = Group.EMPTY;
    for (Group block : blocks) {
      all = all.union(block);
      if (density.of().containsAll(block)) {
        parts.add(block);
      }
    }
    if (!all.containsAll(density.given())) {
      return;
    }
    List<Group> unions = Vocabulary.unions(parts);
    List<Group> draws = parts.size() > FEW_BLOCKS ? parts : unions;
    for (Group given : unions) {
      for (Group of : draws) {
        if (!of.isEmpty() && of.intersection(given).isEmpty()) {
          add(new LawFact.Relative(law, density, of, given.union(density.given())));
        }
      }
    }
  }

  private void information(Law law, List<Group> blocks) {
    List<Group> unions = Vocabulary.unions(blocks);
    Group all = unions.get(unions.size() - 1);
    for (Group block : blocks) {
      boolean discrete = Expectations.areRandom(block);
      if (discrete && block.intersection(law.drawn()).isEmpty()) {
        add(new LawFact.Information(law, block, block, all.minus(block)));
        add(new LawFact.Information(law, block, block, Group.EMPTY));
      }
    }
    if (law.factors().isEmpty() && Expectations.areRandom(all)) {
      // the basic inequalities are these
      return;
    }
    List<Group> sides = blocks.size() > FEW_BLOCKS ? blocks : unions;
    for (Group given : unions) {
      limits.check();
      for (Group a : sides) {
        for (Group b : sides) {
          boolean apart = a.union(given).intersection(b).isEmpty();
          boolean proper = !a.isEmpty() && apart && a.intersection(given).isEmpty();
          if (proper && a.compareTo(b) < 0) {
            add(new LawFact.Information(law, a, b, given));
          }
        }
      }
    }
  }

  private void add(LawFact fact) {
    NormalForm form;
    try {
      form = fact.normalForm();
    } catch (IllegalArgumentException e) {
      // an exponent draws what this law draws
      return;
    }
    if (!form.isZero() && seen.add(form)) {
      boolean equality = fact.sense() == Sense.ZERO;
      (equality ? equalities : inequalities).add(new Scaled(fact, List.of(), form));
    }
  }

  /** What is assumed at every value of free outcomes holds under the laws that draw them. */
  private void average(Law law) {
    boolean outcomes =
        law.variables().variables().stream().noneMatch(v -> Expectations.areRandom(Group.of(v)));
    for (int k = 0; k < assumptions.size() && outcomes && !law.factors().isEmpty(); k++) {
      NormalForm difference = assumptions.get(k).difference();
      if (Expectations.free(difference).intersection(law.drawn()).isEmpty()) {
        continue;
      }
      try {
        NormalForm form = Expectations.average(law, difference);
        if (!form.equals(difference) && seen.add(form)) {
          averaged.add(new Averaged(k, law, assumptions.get(k).sense(), form));
        }
      } catch (IllegalArgumentException e) {
        // it draws the same outcome itself, or speaks of the law that averages
        continue;
      }
    }
  }

  /** The inequalities times scalars that are assumed not negative and that the statements have. */
  private void scale() {
    Set<Term> scalars = new LinkedHashSet<>();
    for (NormalForm form : statements) {
      for (Monomial monomial : form.coefficients().keySet()) {
        if (monomial.atoms().size() > 1) {
          monomial.atoms().stream().filter(LawFacts::isScalar).forEach(scalars::add);
        }
      }
    }
    List<List<Sign>> products = new ArrayList<>();
    for (int k = 0; k < assumptions.size() && !scalars.isEmpty(); k++) {
      NormalForm difference = assumptions.get(k).difference();
      boolean scalar = difference.atoms().stream().allMatch(LawFacts::isScalar);
      if (assumptions.get(k).sense() != Sense.NON_NEGATIVE || !scalar || difference.isConstant()) {
        continue;
      }
      for (boolean inverse : new boolean[] {false, true}) {
        Sign sign = new Sign(k, inverse);
        if (scalars.containsAll(value(List.of(sign)).atoms())) {
          int count = products.size();
          products.add(List.of(sign));
          for (int j = 0; j < count; j++) {
            List<Sign> longer = new ArrayList<>(products.get(j));
            longer.add(sign);
            products.add(longer);
          }
        }
      }
    }
    List<Scaled> plain = List.copyOf(inequalities);
    for (List<Sign> signs : products) {
      if (inequalities.size() + plain.size() > MOST_SCALED) {
        return;
      }
      NormalForm factor = value(signs);
      for (Scaled scaled : plain) {
        inequalities.add(new Scaled(scaled.fact, signs, scaled.product.multiply(factor)));
      }
    }
  }

  private NormalForm value(List<Sign> signs) {
    NormalForm product = NormalForm.constant(sit.exact.Rational.ONE);
    for (Sign sign : signs) {
      NormalForm scalar = assumptions.get(sign.assumption()).difference();
      product =
          product.multiply(
              sign.inverse() ? NormalForm.of(new Term.Power(scalar.toTerm(), -1)) : scalar);
    }
    return product;
  }

  static boolean isScalar(Term atom) {
    return !(atom instanceof Term.Average) && !(atom instanceof Term.Entropy);
  }
}
