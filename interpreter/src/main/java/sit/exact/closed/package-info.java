/**
 * Closed forms in parameters: rational functions, and sums of rational functions times logarithms
 * of such. Rationals come in; forms that can be compared without rounding leave. Imports {@code
 * exact} and holds no {@code double}.
 */
package sit.exact.closed;
