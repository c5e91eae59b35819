/**
 * Linear algebra whose answers are exact or carry a bound on every entry. Matrices come in;
 * matrices leave. Imports {@code exact}, {@code limits} and {@code numeric}.
 */
package sit.numeric.linear;
