/**
 * What is claimed, what is assumed, and what settles it, as data: claims, assumptions, rules,
 * certificates, counterexamples. Imports {@code exact} and {@code term}.
 */
package sit.proof;
