package sit.numeric.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Cuts a text into tokens. */
public interface Tokenizer {
  /** Hands out the tokens of a text in order, as labels that are different where the tokens are. */
  void cut(String text, Consumer<String> tokens);

  /** The names by which tokenizers are asked for. */
  List<String> NAMES =
      List.of(
          "bytes",
          "characters",
          "words",
          "gpt2",
          "r50k_base",
          "p50k_base",
          "cl100k_base",
          "o200k_base");

  /**
   * The tokenizer of a name: bytes of UTF-8, characters, words (runs of letters and digits, and
   * every other character that is no space), or a byte-pair encoding with its published vocabulary.
   */
  static Optional<Tokenizer> named(String name) {
    return switch (name) {
      case "bytes" -> Optional.of(Tokenizer::bytes);
      case "characters" -> Optional.of(Tokenizer::characters);
      case "words" -> Optional.of(Tokenizer::words);
      case "gpt2", "r50k_base" -> Optional.of(pairs(EncodingType.R50K_BASE));
      case "p50k_base" -> Optional.of(pairs(EncodingType.P50K_BASE));
      case "cl100k_base" -> Optional.of(pairs(EncodingType.CL100K_BASE));
      case "o200k_base" -> Optional.of(pairs(EncodingType.O200K_BASE));
      default -> Optional.empty();
    };
  }

  private static void bytes(String text, Consumer<String> tokens) {
    String[] labels = new String[256];
    java.util.Arrays.setAll(labels, Integer::toString);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      tokens.accept(labels[b & 0xFF]);
    }
  }

  private static void characters(String text, Consumer<String> tokens) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      tokens.accept(Character.toString(point));
      i += Character.charCount(point);
    }
  }

  private static void words(String text, Consumer<String> tokens) {
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      int end = i + Character.charCount(point);
      if (isWord(point)) {
        while (end < text.length() && isWord(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        tokens.accept(text.substring(i, end));
      } else if (!Character.isWhitespace(point)) {
        tokens.accept(text.substring(i, end));
      }
      i = end;
    }
  }

  private static boolean isWord(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }

  /**
   * Tokens of a byte-pair encoding: those that are no text by themselves are told by their number.
   */
  private static Tokenizer pairs(EncodingType type) {
    Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);
    return (text, tokens) -> {
      IntArrayList codes = encoding.encodeOrdinary(text);
      for (int i = 0; i < codes.size(); i++) {
        IntArrayList one = new IntArrayList();
        one.add(codes.get(i));
        String piece = encoding.decode(one);
        tokens.accept(piece.indexOf('\uFFFD') >= 0 ? "<" + codes.get(i) + ">" : piece);
      }
    };
  }
}
