/**
 * Proofs and values as text, LaTeX, HTML and JSON. Results come in; what a person or another program reads leaves. Imports everything
 * but {@code session} and {@code app}.
 */
package sit.render;
