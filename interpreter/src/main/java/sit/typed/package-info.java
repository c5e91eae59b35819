/**
 * What was written and denotes something: every name resolved, every measure found by its shape,
 * kinds and units checked. Expressions come in; typed expressions or diagnostics leave. Imports
 * {@code source} and {@code syntax}.
 */
package sit.typed;
