/** What a script expects of itself, read from its comments and held against what came of it. */
package sit.expect;
