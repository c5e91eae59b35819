/** Texts, places in them, and what can be said about such a place to a person. Imports nothing. */
package sit.source;
