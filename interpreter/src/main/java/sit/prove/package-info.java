/**
 * The search for proofs and counterexamples. Claims and assumptions come in; certificates and laws
 * leave, and are believed only after {@code check} has accepted them. Imports the mathematics
 * column to its left.
 */
package sit.prove;
