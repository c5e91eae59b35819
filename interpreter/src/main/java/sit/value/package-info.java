/**
 * What an evaluation gives: numbers with accuracy and unit, laws, groups of variables, symbolic
 * terms, verdicts. Imports both columns and no evaluation.
 */
package sit.value;
