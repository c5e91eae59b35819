/** Values, verdicts and proofs as text, LaTeX and JSON. Values come in; text leaves. */
package sit.render;
