package sit.numeric;

/**
 * A running sum that keeps what rounding loses (Neumaier 1974): the error is at most {@code 2u
 * |sum|} plus a term in {@code n u^2}, with {@code u = 2^-53}.
 */
public final class CompensatedSum {
  private double sum;
  private double lost;

  public void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  public double value() {
    double total = sum + lost;
    return Double.isNaN(total) ? sum : total;
  }
}
