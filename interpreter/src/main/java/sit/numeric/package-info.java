/**
 * Tables of probabilities, variable elimination and entropies. Laws come in; numbers with error
 * bounds leave.
 */
package sit.numeric;
