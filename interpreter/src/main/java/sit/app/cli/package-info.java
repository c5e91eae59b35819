/**
 * The command line: arguments come in, printed results, JSON and an exit status leave. Nothing but
 * {@code sit.app} touches the standard streams or ends the program.
 */
package sit.app.cli;
