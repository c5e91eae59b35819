/**
 * Sequences of tokens: texts enter, tokens, counts of n-grams and context-tree models leave, and
 * what these say of entropy rates and directed information. Imports samples, limits and libraries.
 */
package sit.numeric.tokens;
