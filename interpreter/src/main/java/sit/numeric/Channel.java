package sit.numeric;

import sit.limits.Limits;

/** A discrete memoryless channel: for every input a law of the outputs, in doubles. */
public final class Channel {
  private final double[][] rows;
  private final double relativeError;

  private Channel(double[][] rows, double relativeError) {
    this.rows = rows;
    this.relativeError = relativeError;
  }

  /**
   * A channel given by its rows.
   *
   * @param outputs how many outputs there are
   * @throws IllFormedLaw if a row is no law
   */
  public static Channel of(Masses rows, int outputs) {
    Masses laws = rows.laws("the channel", outputs);
    return of(laws.values(), laws.size() / outputs, laws.relativeError());
  }

  static Channel of(double[] cells, int inputs, double relativeError) {
    int outputs = cells.length / inputs;
    double[][] rows = new double[inputs][outputs];
    for (int x = 0; x < inputs; x++) {
      System.arraycopy(cells, x * outputs, rows[x], 0, outputs);
    }
    return new Channel(rows, relativeError);
  }

  public int inputs() {
    return rows.length;
  }

  public int outputs() {
    return rows[0].length;
  }

  /** The probability of an output, given an input. */
  public double at(int input, int output) {
    return rows[input][output];
  }

  double[][] rows() {
    return rows;
  }

  /** How far a probability may be from what is meant, as a fraction of it. */
  public double relativeError() {
    return relativeError;
  }

  /**
   * The largest mutual information of input and output over all laws of the input.
   *
   * @param gap the bounds shall be no further apart, in bits
   */
  public Capacity capacity(double gap, Limits limits) {
    return new BlahutArimoto(this, limits).run(gap);
  }
}
