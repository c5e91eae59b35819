package sit.numeric.optimum;

/**
 * What the mean of a cost must keep to.
 *
 * @param cost for each plan what it adds to the mean
 * @param equal whether the mean must be the bound, and not only at most it
 * @param error how far the mean may be off by the masses it is computed with, as a fraction of the
 *     largest mean of the cost's size
 */
record Bound(double[] cost, double bound, boolean equal) {}
