package sit.syntax;

import java.text.Normalizer;
import java.util.List;
import sit.grammar.SitLexer;

/**
 * The two spellings of the language's signs and of Greek names: ASCII, which is canonical, and a
 * paper's.
 */
final class Symbols {
  private static final String[] GREEK = {
    "alpha", "α", "beta", "β", "gamma", "γ", "delta", "δ", "epsilon", "ε", "zeta", "ζ", "eta", "η",
    "theta", "θ", "iota", "ι", "kappa", "κ", "lambda", "λ", "mu", "μ", "nu", "ν", "xi", "ξ",
    "pi", "π", "rho", "ρ", "sigma", "σ", "tau", "τ", "upsilon", "υ", "phi", "φ", "chi", "χ",
    "psi", "ψ", "omega", "ω", "Gamma", "Γ", "Delta", "Δ", "Theta", "Θ", "Lambda", "Λ", "Xi", "Ξ",
    "Pi", "Π", "Phi", "Φ", "Psi", "Ψ", "Omega", "Ω"
  };

  private Symbols() {}

  /** Names and letters by turns. */
  static String[] greekLetters() {
    return GREEK.clone();
  }

  /** Whether a name is that of a Greek letter. */
  static boolean isGreek(String name) {
    for (int i = 0; i < GREEK.length; i += 2) {
      if (GREEK[i].equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The canonical spelling of a token of this type whose text holds something else than ASCII. */
  static String ascii(int type, String text) {
    return switch (type) {
      case SitLexer.IN -> "in";
      case SitLexer.INDEP -> "indep";
      case SitLexer.SUM -> "sum";
      case SitLexer.XOR -> "xor";
      case SitLexer.ELLIPSIS -> "...";
      case SitLexer.DASHES -> "--";
      case SitLexer.ARROW -> "->";
      case SitLexer.BARS -> "||";
      case SitLexer.BAR -> "|";
      case SitLexer.TILDE -> "~";
      case SitLexer.DEFINES -> ":=";
      case SitLexer.DIFFERS -> "!=";
      case SitLexer.AT_MOST -> "<=";
      case SitLexer.AT_LEAST -> ">=";
      case SitLexer.MINUS -> "-";
      case SitLexer.TIMES -> "*";
      case SitLexer.NAME -> name(text);
      default -> text;
    };
  }

  /** The spelling of a paper. */
  static String unicode(int type, String text) {
    return switch (type) {
      case SitLexer.IN -> "∈";
      case SitLexer.INDEP -> "⊥";
      case SitLexer.SUM -> "∑";
      case SitLexer.XOR -> "⊕";
      case SitLexer.ARROW -> "→";
      case SitLexer.BARS -> "∥";
      case SitLexer.TILDE -> "∼";
      case SitLexer.DIFFERS -> "≠";
      case SitLexer.AT_MOST -> "≤";
      case SitLexer.AT_LEAST -> "≥";
      case SitLexer.TIMES -> "·";
      case SitLexer.NAME -> greek(text);
      default -> text;
    };
  }

  private static String name(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.UnicodeBlock.of(c) == Character.UnicodeBlock.GREEK) {
        out.append(latin(String.valueOf(c)));
      } else {
        out.append(c);
      }
    }
    String result = out.toString();
    return isName(result) ? result : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String latin(String letter) {
    if (letter.equals("ϵ")) {
      return "epsilon";
    }
    for (int i = 0; i < GREEK.length; i += 2) {
      if (GREEK[i + 1].equals(letter)) {
        return GREEK[i];
      }
    }
    return letter;
  }

  private static String greek(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) >= '0' && text.charAt(end - 1) <= '9') {
      end--;
    }
    for (int i = 0; i < GREEK.length; i += 2) {
      if (GREEK[i].length() == end && text.startsWith(GREEK[i])) {
        return GREEK[i + 1] + text.substring(end);
      }
    }
    return text;
  }

  /** Whether a text reads as one name and nothing else. */
  static boolean isName(String text) {
    return TokenReader.types(text).equals(List.of(SitLexer.NAME));
  }
}
