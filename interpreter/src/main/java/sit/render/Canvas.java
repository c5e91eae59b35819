package sit.render;

/**
 * A field of characters on which lines are drawn: dots of Braille, eight to a character, or plain
 * signs.
 */
final class Canvas {
  private static final String SIGNS = "*+ox#@%";
  private static final int BLANK_BRAILLE = 0x2800;

  private final boolean plain;
  private final int columns;
  private final int rows;
  private final int[] dots;
  private final int[] owners;

  /**
   * An empty canvas.
   *
   * @param plain whether only ASCII is used
   */
  Canvas(int columns, int rows, boolean plain) {
    this.plain = plain;
    this.columns = columns;
    this.rows = rows;
    this.dots = new int[columns * rows];
    this.owners = new int[columns * rows];
  }

  private int across() {
    return plain ? columns : 2 * columns;
  }

  private int down() {
    return plain ? rows : 4 * rows;
  }

  /**
   * Draws a line between two points of the unit square, whose origin is at the bottom on the left.
   *
   * @param curve which curve it is part of, from 0
   */
  void line(double x0, double y0, double x1, double y1, int curve) {
    int fromX = place(x0, across());
    int fromY = place(1 - y0, down());
    int toX = place(x1, across());
    int toY = place(1 - y1, down());
    int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
    for (int i = 0; i <= steps; i++) {
      dot(
          (int) Math.round(fromX + (toX - fromX) * (double) i / steps),
          (int) Math.round(fromY + (toY - fromY) * (double) i / steps),
          curve);
    }
  }

  private static int place(double share, int cells) {
    double inside = Math.min(1, Math.max(0, share));
    return (int) Math.round(inside * (cells - 1));
  }

  private void dot(int x, int y, int curve) {
    int cell = plain ? y * columns + x : y / 4 * columns + x / 2;
    owners[cell] = curve + 1;
    dots[cell] |= plain ? 1 : bit(x % 2, y % 4);
  }

  /**
   * The bit of a dot of a Braille character: the first six go down the columns, then the last row.
   */
  private static int bit(int x, int y) {
    return y == 3 ? 0x40 << x : 1 << (y + 3 * x);
  }

  /** A row of characters, coloured by curve unless the canvas is plain. */
  String row(int row) {
    StringBuilder out = new StringBuilder();
    int colour = 0;
    for (int column = 0; column < columns; column++) {
      int cell = row * columns + column;
      int owner = dots[cell] == 0 ? 0 : owners[cell];
      if (!plain && owner != colour) {
        out.append(owner == 0 ? "\u001b[0m" : colour(owner - 1));
        colour = owner;
      }
      if (owner == 0) {
        out.append(' ');
      } else if (plain) {
        out.append(sign(owner - 1));
      } else {
        out.append((char) (BLANK_BRAILLE + dots[cell]));
      }
    }
    return colour == 0 ? out.toString().stripTrailing() : out.append("\u001b[0m").toString();
  }

  /** The sign of a curve on a plain canvas. */
  static char sign(int curve) {
    return SIGNS.charAt(curve % SIGNS.length());
  }

  /** What switches a terminal to the colour of a curve. */
  static String colour(int curve) {
    int[] codes = {34, 31, 32, 35, 33, 36};
    return "\u001b[" + codes[curve % codes.length] + "m";
  }
}
