/**
 * Exact numbers: rationals and rational combinations of logarithms. Integers come in; numbers that
 * can be compared without rounding leave. Imports nothing of ours and holds no {@code double}.
 */
package sit.exact;
