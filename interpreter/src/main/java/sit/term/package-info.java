/**
 * Exact mathematics without places in a text: variables, groups of them, terms over entropies, and
 * the normal form in which two equal expressions are the same. Imports {@code exact}.
 */
package sit.term;
