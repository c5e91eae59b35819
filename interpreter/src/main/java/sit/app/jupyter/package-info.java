/**
 * A session behind the Jupyter messaging protocol, version 5.3: requests come in over ZeroMQ,
 * replies and results leave. The only package that knows ZeroMQ.
 */
package sit.app.jupyter;
