package sit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sit.exact.LogSum;
import sit.exact.Rational;
import sit.proof.Assumption;
import sit.proof.Claim;
import sit.proof.GaussianLaw;
import sit.proof.Linear;
import sit.proof.Sense;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Term;
import sit.term.Variable;

/**
 * Decides exactly whether a Gaussian law refutes a claim. The entropy of k variables with
 * covariance K is {@code k/2 log 2 pi e + 1/2 log det K} (Cover & Thomas, Theorem 8.4.1), in bits.
 */
public final class GaussianChecker {
  /** 2 pi e = 17.0794684453... lies between these. */
  private static final Rational LOW = Rational.of(1_707_946, 100_000);

  private static final Rational HIGH = Rational.of(1_707_947, 100_000);
  private static final Rational HALF = Rational.of(1, 2);

  private final Map<Variable, List<Rational>> rows = new HashMap<>();

  /**
   * A value in bits.
   *
   * @param noises how many times {@code 1/2 log 2 pi e} is to be added
   */
  public record Amount(LogSum rest, Rational noises) {
    /** The sign where it is certain; empty where the bounds of 2 pi e leave it open. */
    Optional<Integer> sign() {
      if (noises.isZero()) {
        return Optional.of(rest.signum());
      }
      int low = rest.add(LogSum.log2(LOW).scale(noises.multiply(HALF))).signum();
      int high = rest.add(LogSum.log2(HIGH).scale(noises.multiply(HALF))).signum();
      return low == high && low != 0 ? Optional.of(low) : Optional.empty();
    }
  }

  /**
   * The law that the rows describe.
   *
   * @throws IllegalArgumentException if the rows describe none, or not one of continuous variables
   */
  public GaussianChecker(GaussianLaw law) {
    int length = law.rows().isEmpty() ? 0 : law.rows().get(0).size();
    require(law.variables().size() == law.rows().size(), "a row for each variable");
    for (int i = 0; i < law.rows().size(); i++) {
      Variable variable = law.variables().get(i);
      boolean single = !(variable instanceof Variable.Block) && variable.isContinuous();
      if (variable instanceof Variable.Letter letter) {
        single &= letter.at().value().isPresent();
      }
      require(single, "not a single continuous variable: " + variable);
      require(law.rows().get(i).size() == length, "a row of another length");
      require(rows.put(variable, law.rows().get(i)) == null, "a variable stands twice");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("no law: " + otherwise);
    }
  }

  /**
   * A refutation, if the law keeps to every definition, every assumption holds under it for certain
   * and the claim for certain does not. Empty also where the law does not determine them.
   */
  public static Optional<DensityRefutation> check(
      Claim claim, List<Assumption> assumptions, List<Linear> definitions, GaussianLaw law) {
    GaussianChecker checker;
    try {
      checker = new GaussianChecker(law);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    for (Linear definition : definitions) {
      if (!checker.keeps(definition)) {
        return Optional.empty();
      }
    }
    for (Assumption assumption : assumptions) {
      boolean strict = assumption.kind() == Assumption.Kind.POSITIVE;
      Optional<Integer> sign = checker.evaluate(assumption.difference()).flatMap(Amount::sign);
      if (sign.isEmpty() || strict && sign.get() <= 0 || !holds(assumption.sense(), sign.get())) {
        return Optional.empty();
      }
    }
    Optional<Integer> sign = checker.evaluate(claim.difference()).flatMap(Amount::sign);
    return sign.isPresent() && !holds(claim.sense(), sign.get())
        ? Optional.of(new DensityRefutation(claim, law))
        : Optional.empty();
  }

  private static boolean holds(Sense sense, int sign) {
    return sense == Sense.ZERO ? sign == 0 : sign >= 0;
  }

  private boolean keeps(Linear definition) {
    List<Rational> row = rows.get(definition.of());
    if (row == null || !rows.keySet().containsAll(definition.coefficients().keySet())) {
      return false;
    }
    for (int k = 0; k < row.size(); k++) {
      Rational sum = Rational.ZERO;
      for (Map.Entry<Variable, Rational> entry : definition.coefficients().entrySet()) {
        sum = sum.add(entry.getValue().multiply(rows.get(entry.getKey()).get(k)));
      }
      if (!sum.equals(row.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** The value; empty where an atom is unknown here or an entropy is not finite. */
  public Optional<Amount> evaluate(NormalForm form) {
    LogSum.Builder rest = new LogSum.Builder();
    Rational noises = Rational.ZERO;
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      List<Term> atoms = entry.getKey().atoms();
      if (atoms.isEmpty()) {
        rest.add(entry.getValue());
      } else if (entry.getKey().isEntropy()) {
        List<List<Rational>> of = rows(entry.getKey().group());
        Rational determinant = of == null ? Rational.ZERO : determinant(gram(of));
        if (determinant.signum() <= 0) {
          return Optional.empty();
        }
        rest.addLog2(entry.getValue().multiply(HALF), determinant);
        noises = noises.add(entry.getValue().multiply(Rational.of(of.size())));
      } else if (atoms.size() == 1
          && atoms.get(0) instanceof Term.Apply apply
          && apply.head().equals("log2")
          && apply.arguments().get(0) instanceof Term.Constant constant
          && constant.value().signum() > 0) {
        rest.addLog2(entry.getValue(), constant.value());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Amount(rest.build(), noises));
  }

  /** The rows of the continuous variables of a group; discrete ones are constant. */
  private List<List<Rational>> rows(Group group) {
    List<List<Rational>> found = new ArrayList<>();
    for (Variable variable : group) {
      if (variable.isContinuous()) {
        if (!rows.containsKey(variable)) {
          return null;
        }
        found.add(rows.get(variable));
      }
    }
    return found;
  }

  private static Rational[][] gram(List<List<Rational>> rows) {
    int n = rows.size();
    Rational[][] gram = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < rows.get(i).size(); k++) {
          sum = sum.add(rows.get(i).get(k).multiply(rows.get(j).get(k)));
        }
        gram[i][j] = sum;
      }
    }
    return gram;
  }

  /** By elimination; a covariance needs no exchange of rows unless the determinant is zero. */
  private static Rational determinant(Rational[][] matrix) {
    Rational product = Rational.ONE;
    for (int k = 0; k < matrix.length; k++) {
      Rational pivot = matrix[k][k];
      if (pivot.isZero()) {
        return Rational.ZERO;
      }
      product = product.multiply(pivot);
      for (int i = k + 1; i < matrix.length; i++) {
        Rational factor = matrix[i][k].divide(pivot);
        for (int j = k; j < matrix.length; j++) {
          matrix[i][j] = matrix[i][j].subtract(factor.multiply(matrix[k][j]));
        }
      }
    }
    return product;
  }
}
