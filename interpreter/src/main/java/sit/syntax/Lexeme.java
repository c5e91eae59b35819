package sit.syntax;

/** A token to be written: its type, as the lexer knows it, and its canonical text. */
record Lexeme(int type, String text) {}
