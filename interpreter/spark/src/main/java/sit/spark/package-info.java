/**
 * Counting on Apache Spark: paths of texts enter, lines of n-grams with their counts leave, the
 * same as {@link sit.numeric.tokens.NgramCounts} makes in one process. Nothing of sit depends on
 * this.
 */
package sit.spark;
