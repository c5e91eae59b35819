/**
 * What was written: text comes in, a {@code Program} of statements and expressions leaves, or
 * diagnostics. The only package that touches ANTLR. Imports {@code source}.
 */
package sit.syntax;
