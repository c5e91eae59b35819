package sit.syntax;

import java.util.ArrayList;
import java.util.List;

/** The characters beyond ASCII that the language reads, by the names TeX has for them. */
public final class Signs {
  private static final String[] NAMED = {
    "to",
    "→",
    "rightarrow",
    "→",
    "sum",
    "∑",
    "le",
    "≤",
    "leq",
    "≤",
    "ge",
    "≥",
    "geq",
    "≥",
    "ne",
    "≠",
    "neq",
    "≠",
    "in",
    "∈",
    "perp",
    "⊥",
    "indep",
    "⊥",
    "parallel",
    "∥",
    "Vert",
    "‖",
    "mid",
    "∣",
    "sim",
    "∼",
    "cdot",
    "·",
    "times",
    "×",
    "oplus",
    "⊕",
    "coloneqq",
    "≔",
    "triangleq",
    "≜",
    "ldots",
    "…",
    "dots",
    "…",
    "varepsilon",
    "ε",
    "vartheta",
    "θ",
    "ell",
    "ℓ"
  };

  private static final String DIGITS = "₀₁₂₃₄₅₆₇₈₉";

  private Signs() {}

  /**
   * A sign.
   *
   * @param name as TeX writes it, without the backslash: {@code alpha}
   * @param sign {@code α}
   */
  public record Sign(String name, String sign) {}

  /** The signs whose names begin so; one whose name is just that comes first. */
  public static List<Sign> named(String prefix) {
    List<Sign> found = new ArrayList<>();
    collect(NAMED, prefix, found);
    collect(Symbols.greekLetters(), prefix, found);
    if (prefix.length() == 2 && prefix.charAt(0) == '_' && Character.isDigit(prefix.charAt(1))) {
      int digit = prefix.charAt(1) - '0';
      found.add(new Sign(prefix, DIGITS.substring(digit, digit + 1)));
    }
    return found;
  }

  private static void collect(String[] table, String prefix, List<Sign> found) {
    for (int i = 0; i < table.length; i += 2) {
      if (table[i].equals(prefix)) {
        found.add(0, new Sign(table[i], table[i + 1]));
      } else if (table[i].startsWith(prefix)) {
        found.add(new Sign(table[i], table[i + 1]));
      }
    }
  }
}
