/**
 * Estimates from samples: columns read from files enter, estimates of entropies and informations
 * with the error they are known to leave. Imports exact numbers, limits and libraries.
 */
package sit.numeric.samples;
