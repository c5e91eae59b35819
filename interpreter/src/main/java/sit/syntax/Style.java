package sit.syntax;

/** How signs are spelled. */
public enum Style {
  /** {@code -> <= sum alpha}: canonical. */
  ASCII,
  /** {@code → ≤ ∑ α}: as a paper prints. */
  UNICODE;

  String spell(Lexeme lexeme) {
    return this == ASCII ? lexeme.text() : Symbols.unicode(lexeme.type(), lexeme.text());
  }
}
