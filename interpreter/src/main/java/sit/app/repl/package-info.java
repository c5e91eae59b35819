/**
 * The prompt: lines come in, are put together to statements and handed to a session; answers and
 * errors leave, and an error leaves the session as it was.
 */
package sit.app.repl;
