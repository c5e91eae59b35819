/**
 * Linear combinations of independent sources, jointly Gaussian variables and Gaussian processes:
 * multiples and variances enter, entropies in nats and rates leave, exactly where determinants are
 * rational. May import exact, limits and numeric.
 */
package sit.numeric.gaussian;
