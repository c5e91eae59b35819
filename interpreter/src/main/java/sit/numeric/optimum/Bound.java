package sit.numeric.optimum;

import java.util.List;

/**
 * What a mean of a cost, and informations, must keep to.
 *
 * @param pieces the informations, of which there are none in most bounds
 * @param cost for each plan what it adds to the mean
 * @param equal whether it must be the bound, and not only at most it
 */
record Bound(List<Piece> pieces, double[] cost, double bound, boolean equal) {
  Bound {
    pieces = List.copyOf(pieces);
  }

  boolean isLinear() {
    return pieces.isEmpty();
  }
}
