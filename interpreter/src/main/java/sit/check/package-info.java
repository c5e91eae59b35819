/**
 * The trusted part: adds up certificates and re-evaluates counterexamples, exactly. Only this
 * package makes a {@code Theorem} or a {@code Refutation}. Imports {@code exact}, {@code term} and
 * {@code proof}.
 */
package sit.check;
