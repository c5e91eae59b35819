/**
 * Distances between laws and between spaces, and projections that keep them: optimal transport,
 * Gromov-Wasserstein, Johnson-Lindenstrauss. Laws and matrices come in; numbers with bounds and
 * plans leave. Imports {@code exact} and {@code limits}.
 */
package sit.numeric.geometry;
