package sit.prove;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * What a search for a counterexample aims at: the claim and the assumptions over sets of variables
 * as bit masks, with floating coefficients. Variables that occur in exactly the same groups are
 * drawn together: one of them varies and the others are constant.
 */
final class EntropyTarget {
  /** Values within this of zero count as zero until the exact check. */
  static final double TOLERANCE = 1e-9;

  private static final int MOST_VARIABLES = 60;

  /** The variables that vary; bit i of a mask is the i-th. */
  final List<Variable> variables;

  /** The variables that stay constant. */
  final List<Variable> constants;

  /** The distinct groups that occur. */
  final long[] masks;

  final Relation claim;
  final List<Relation> assumptions;

  /**
   * {@code constant + sum of coefficient * h(mask) + products}, said to be zero or not negative.
   *
   * @param places indices of masks
   * @param products indices of masks to be multiplied, for terms that are not linear
   * @param support all variables that occur
   */
  record Relation(
      double constant,
      int[] places,
      double[] coefficients,
      int[][] products,
      double[] productCoefficients,
      boolean zero,
      long support) {
    /** The value for entropies in bits, in the order of the target's masks. */
    double value(double[] entropies) {
      double sum = constant;
      for (int i = 0; i < places.length; i++) {
        sum += coefficients[i] * entropies[places[i]];
      }
      for (int i = 0; i < products.length; i++) {
        double product = productCoefficients[i];
        for (int place : products[i]) {
          product *= entropies[place];
        }
        sum += product;
      }
      return sum;
    }

    /** By how much the relation fails; zero if it holds. */
    double violation(double[] entropies) {
      double value = value(entropies);
      double by = zero ? Math.abs(value) : -value;
      return by > TOLERANCE ? by : 0;
    }
  }

  private EntropyTarget(
      List<Variable> variables,
      List<Variable> constants,
      long[] masks,
      Relation claim,
      List<Relation> assumptions) {
    this.variables = variables;
    this.constants = constants;
    this.masks = masks;
    this.claim = claim;
    this.assumptions = assumptions;
  }

  /**
   * Empty if an atom occurs that a law of single variables does not determine, or too many
   * variables.
   */
  static Optional<EntropyTarget> of(Claim claim, List<Assumption> assumptions) {
    List<NormalForm> forms = new ArrayList<>();
    forms.add(claim.difference());
    assumptions.forEach(a -> forms.add(a.difference()));
    Map<Group, Integer> groups = new LinkedHashMap<>();
    SortedSet<Variable> all = new TreeSet<>();
    for (NormalForm form : forms) {
      for (Monomial monomial : form.coefficients().keySet()) {
        for (Term atom : monomial.atoms()) {
          if (atom instanceof Term.Entropy entropy) {
            groups.putIfAbsent(entropy.group(), groups.size());
            all.addAll(entropy.group().variables());
          } else if (logarithm(atom).isEmpty()) {
            return Optional.empty();
          }
        }
      }
    }
    for (Variable variable : all) {
      if (variable instanceof Variable.Block
          || variable instanceof Variable.Letter letter && letter.at().value().isEmpty()) {
        return Optional.empty();
      }
    }
    Builder builder = new Builder(groups, all);
    return builder.representatives.size() > MOST_VARIABLES
        ? Optional.empty()
        : Optional.of(builder.build(claim, assumptions));
  }

  boolean hasConstant() {
    if (claim.constant != 0 || claim.products.length > 0) {
      return true;
    }
    for (Relation assumption : assumptions) {
      if (assumption.constant != 0 || assumption.products.length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether every assumption holds and the claim does not, as far as floating numbers tell. */
  boolean refutedBy(double[] entropies) {
    if (claim.violation(entropies) == 0) {
      return false;
    }
    for (Relation assumption : assumptions) {
      if (assumption.violation(entropies) > 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<LogSum> logarithm(Term atom) {
    return atom instanceof Term.Apply apply
            && apply.head().equals("log2")
            && apply.arguments().size() == 1
            && apply.arguments().get(0) instanceof Term.Constant argument
            && argument.value().signum() > 0
        ? Optional.of(LogSum.log2(argument.value()))
        : Optional.empty();
  }

  /** Numbers the groups and the variables. */
  private static final class Builder {
    private final Map<Group, Integer> groups;
    private final List<Variable> representatives = new ArrayList<>();
    private final List<Variable> constants = new ArrayList<>();
    private final long[] masks;

    Builder(Map<Group, Integer> groups, SortedSet<Variable> all) {
      this.groups = groups;
      Map<BitSet, Variable> byOccurrence = new LinkedHashMap<>();
      for (Variable variable : all) {
        BitSet occurrence = new BitSet();
        groups.forEach((group, i) -> occurrence.set(i, group.contains(variable)));
        (byOccurrence.putIfAbsent(occurrence, variable) == null ? representatives : constants)
            .add(variable);
      }
      masks = new long[groups.size()];
      groups.forEach((group, i) -> masks[i] = mask(group));
    }

    private long mask(Group group) {
      long mask = 0;
      for (int i = 0; i < representatives.size() && i < MOST_VARIABLES; i++) {
        mask |= group.contains(representatives.get(i)) ? 1L << i : 0;
      }
      return mask;
    }

    EntropyTarget build(Claim claim, List<Assumption> assumptions) {
      List<Relation> relations = new ArrayList<>();
      for (Assumption assumption : assumptions) {
        relations.add(relation(assumption.difference(), assumption.sense()));
      }
      return new EntropyTarget(
          List.copyOf(representatives),
          List.copyOf(constants),
          masks,
          relation(claim.difference(), claim.sense()),
          List.copyOf(relations));
    }

    private Relation relation(NormalForm form, Sense sense) {
      double constant = 0;
      List<Integer> places = new ArrayList<>();
      List<Double> coefficients = new ArrayList<>();
      List<int[]> products = new ArrayList<>();
      List<Double> productCoefficients = new ArrayList<>();
      long support = 0;
      for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
        double coefficient = entry.getValue().toDecimal(MathContext.DECIMAL64).doubleValue();
        List<Integer> factors = new ArrayList<>();
        for (Term atom : entry.getKey().atoms()) {
          if (atom instanceof Term.Entropy entropy) {
            int place = groups.get(entropy.group());
            factors.add(place);
            support |= masks[place];
          } else {
            LogSum value = logarithm(atom).orElseThrow();
            coefficient *= value.toDecimal(MathContext.DECIMAL64).doubleValue();
          }
        }
        if (factors.isEmpty()) {
          constant += coefficient;
        } else if (factors.size() == 1) {
          places.add(factors.get(0));
          coefficients.add(coefficient);
        } else {
          products.add(ints(factors));
          productCoefficients.add(coefficient);
        }
      }
      return new Relation(
          constant,
          ints(places),
          doubles(coefficients),
          products.toArray(new int[0][]),
          doubles(productCoefficients),
          sense == Sense.ZERO,
          support);
    }

    private static int[] ints(List<Integer> list) {
      int[] array = new int[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    private static double[] doubles(List<Double> list) {
      double[] array = new double[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }
  }
}
