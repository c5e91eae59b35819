package sit.syntax;

/**
 * Translates the parser's character numbers, which count code points, into offsets of a Java
 * string.
 */
final class Offsets {
  private Offsets() {}

  /** The offset of each code point and of the end; empty where the two numberings agree. */
  static int[] of(String text) {
    int points = text.codePointCount(0, text.length());
    if (points == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[points + 1];
    int offset = 0;
    for (int i = 0; i < points; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[points] = text.length();
    return offsets;
  }
}
