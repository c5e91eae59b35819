"""Colours for sit in whatever uses Pygments: exported notebooks, documentation, minted in LaTeX."""

from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Text


class SitLexer(RegexLexer):
    """Information theory as a paper writes it."""

    name = "sit"
    aliases = ["sit"]
    filenames = ["*.sit"]
    mimetypes = ["text/x-sit"]

    tokens = {
        "root": [
            (r"\s+", Text),
            (r"##.*", Comment.Special),
            (r"#.*", Comment.Single),
            (r'"(?:[^"\\\n]|\\.)*"?', String),
            (r"(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?", Number),
            (words(("true", "false"), suffix=r"\b"), Keyword.Constant),
            (words(("let", "param", "rv", "process", "density", "define"), suffix=r"\b"), Keyword.Declaration),
            (
                words(
                    (
                        "assume", "holds", "expand", "simplify", "latex", "tree", "check", "plot", "table",
                        "for", "step", "derivation", "lemma", "rule", "axiom", "property", "import", "unit",
                        "given", "claim", "by", "rate", "concave", "convex", "to", "using", "from", "over", "subject", "indep", "sum", "min", "max", "argmin", "argmax", "under", "if", "then",
                        "else",
                    ),
                    suffix=r"\b",
                ),
                Keyword,
            ),
            (words(("and", "or", "not", "xor", "mod", "in"), suffix=r"\b"), Operator.Word),
            (r"[^\W\d]\w*(?=\()", Name.Function),
            (r"[^\W\d]\w*", Name),
            (r"--|->|\|\||:=|==|!=|<=|>=|\.\.\.?", Operator),
            (r"[-+*/^'=<>|~→∑≤≥≠∈⊥∥∼·×⊕−]", Operator),
            (r"[()\[\]{},:;]", Punctuation),
            (r".", Text),
        ]
    }
