/**
 * Optima over laws: kernels that are free, information and costs that are functions of them. Tables
 * come in; values between certified bounds leave. Imports {@code limits} and {@code numeric}.
 */
package sit.numeric.optimum;
