package sit.numeric.optimum;

import java.util.List;

/** The second derivatives of informations by the weights of plans. */
final class Curvature {
  private static final double PER_BIT = 1 / Program.LN_2;

  private Curvature() {}

  /** Adds a multiple of them to a matrix, in the rows and columns that start at a place. */
  static void add(
      List<Piece> pieces, double factor, Program.Point point, double[][] matrix, int from) {
    for (Piece piece : pieces) {
      double[] wholes = new double[piece.outcomes()];
      double[] parts = new double[piece.givens()];
      for (int row = 0; row < piece.plan().length; row++) {
        wholes[piece.outcome()[row]] += piece.mass()[row] * point.plans()[piece.plan()[row]];
      }
      for (int a = 0; a < wholes.length; a++) {
        parts[piece.given()[a]] += wholes[a];
      }
      squares(piece, wholes, null, factor * piece.weight() * PER_BIT, matrix, from);
      squares(piece, parts, piece.given(), -factor * piece.weight() * PER_BIT, matrix, from);
    }
  }

  /** Adds {@code factor / p(c)} times the square of the row of each outcome c. */
  private static void squares(
      Piece piece, double[] of, int[] given, double factor, double[][] matrix, int from) {
    int rows = piece.plan().length;
    int[] counts = new int[of.length + 1];
    int[] group = new int[rows];
    for (int row = 0; row < rows; row++) {
      int outcome = piece.outcome()[row];
      group[row] = given == null ? outcome : given[outcome];
      counts[group[row] + 1]++;
    }
    for (int c = 0; c < of.length; c++) {
      counts[c + 1] += counts[c];
    }
    int[] order = new int[rows];
    int[] next = counts.clone();
    for (int row = 0; row < rows; row++) {
      order[next[group[row]]++] = row;
    }
    for (int c = 0; c < of.length; c++) {
      double scale = factor / of[c];
      for (int i = counts[c]; i < counts[c + 1]; i++) {
        int row = order[i];
        double[] target = matrix[from + piece.plan()[row]];
        double one = scale * piece.mass()[row];
        for (int j = counts[c]; j < counts[c + 1]; j++) {
          int other = order[j];
          target[from + piece.plan()[other]] += one * piece.mass()[other];
        }
      }
    }
  }
}
