/**
 * The ways in for people and programs. Only this package and those below it touch the standard
 * streams, signals, the files that a person names and the exit status. May import everything.
 */
package sit.app;
