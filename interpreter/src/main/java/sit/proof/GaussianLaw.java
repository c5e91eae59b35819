package sit.proof;

import java.util.List;
import sit.exact.Rational;
import sit.term.Variable;

/**
 * A law of jointly Gaussian variables of mean zero: each is a sum of multiples of independent
 * standard ones. Discrete variables that stand beside them are constant.
 *
 * @param rows of each variable the multiples, all of one length
 */
public record GaussianLaw(List<Variable> variables, List<List<Rational>> rows) {
  public GaussianLaw {
    variables = List.copyOf(variables);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
