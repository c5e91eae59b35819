/**
 * Certificates and results as JSON, the shapes that other people's scripts read. Gson's streaming
 * writer and its tree reader; no reflection.
 */
package sit.app.json;
