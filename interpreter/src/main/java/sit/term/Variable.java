package sit.term;

/**
 * A random variable, a letter of a process, or a block of letters. Whether it is continuous is part
 * of its name, so that whatever is built of a name, a letter, a block or a piece of one, is so too.
 */
public sealed interface Variable extends Comparable<Variable> {
  /** What the name of a continuous variable ends in; no name that can be typed does. */
  String CONTINUOUS = "\u00b0";

  /** The name it was declared by, marked if it is continuous. */
  String name();

  /** Whether it has a density instead of probabilities, so that its entropy is differential. */
  default boolean isContinuous() {
    return name().endsWith(CONTINUOUS);
  }

  /** The same, marked as continuous. */
  default Variable continuous() {
    String marked = isContinuous() ? name() : name() + CONTINUOUS;
    if (this instanceof Letter letter) {
      return new Letter(marked, letter.at);
    }
    return this instanceof Block block
        ? new Block(marked, block.from, block.to)
        : new Single(marked);
  }

  /** The name as people write it. */
  default String plainName() {
    return plain(name());
  }

  /** A name without the mark of a continuous variable. */
  static String plain(String name) {
    return name.endsWith(CONTINUOUS) ? name.substring(0, name.length() - 1) : name;
  }

  /** A variable that belongs to no process: {@code W}. */
  record Single(String name) implements Variable {
    @Override
    public String toString() {
      return plain(name);
    }
  }

  /** One letter of a process: {@code X[t]}. */
  record Letter(String name, Index at) implements Variable {
    @Override
    public String toString() {
      return plain(name) + "[" + at + "]";
    }
  }

  /** The letters {@code X[from..to]} where an end is a symbol; {@code X^n} starts at 1. */
  record Block(String name, Index from, Index to) implements Variable {
    @Override
    public String toString() {
      if (!from.equals(Index.of(1))) {
        return plain(name) + "[" + from + ".." + to + "]";
      }
      String exponent = to.toString();
      boolean plain = exponent.chars().allMatch(Character::isLetterOrDigit);
      String base = Variable.plain(name);
      return plain ? base + "^" + exponent : base + "^(" + exponent + ")";
    }
  }

  /** Whether which letters it is depends on symbols. */
  default boolean isSymbolic() {
    return this instanceof Block || this instanceof Letter letter && letter.at.value().isEmpty();
  }

  /**
   * The letters between two places next to each other at which a process is cut: all of them or
   * none stand in a group, and no two pieces have a letter in common.
   */
  record Piece(String name, Index from, Index to) implements Variable {
    @Override
    public String toString() {
      return name + "[" + from + ".." + to + "]";
    }

    /** A piece; where its ends are numbers, the block of its letters. */
    public static Variable of(String name, Index from, Index to) {
      boolean ground = from.value().isPresent() && to.value().isPresent();
      return ground ? new Block(name, from, to) : new Piece(name, from, to);
    }
  }

  @Override
  default int compareTo(Variable other) {
    int byName = name().compareTo(other.name());
    if (byName != 0) {
      return byName;
    }
    if (this instanceof Letter a && other instanceof Letter b) {
      return a.at.compareTo(b.at);
    }
    if (this instanceof Block a && other instanceof Block b) {
      int byStart = a.from.compareTo(b.from);
      return byStart != 0 ? byStart : a.to.compareTo(b.to);
    }
    if (this instanceof Piece a && other instanceof Piece b) {
      int byStart = a.from.compareTo(b.from);
      return byStart != 0 ? byStart : a.to.compareTo(b.to);
    }
    return Integer.compare(kind(this), kind(other));
  }

  /** Each kind by itself, so that the order has no cycles. */
  private static int kind(Variable variable) {
    return variable instanceof Single
        ? 0
        : variable instanceof Letter ? 1 : variable instanceof Block ? 2 : 3;
  }
}
