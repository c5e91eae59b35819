/**
 * Evaluation: one walk over typed expressions that gives numbers where every variable has a law and
 * terms where one has none; statements that declare, judge and show. Imports both columns and
 * {@code value}.
 */
package sit.eval;
