package sit.numeric.samples;

import java.util.List;

/** A file of samples that cannot be read as what it should be. */
public final class UnreadableSamples extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    MISSING,
    MALFORMED,
    NOT_A_NUMBER,
    MISSING_SAMPLE,
    NAMES_OR_NUMBERS,
    NAMED_TWICE,
    NO_COLUMN,
    LENGTHS,
    EMPTY
  }

  private final Kind kind;
  private final String file;
  private final long line;
  private final String what;
  private final List<String> known;

  private UnreadableSamples(Kind kind, String file, long line, String what, List<String> known) {
    super(kind + " " + file, null, false, false);
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.what = what;
    this.known = List.copyOf(known);
  }

  public static UnreadableSamples missing(String file) {
    return new UnreadableSamples(Kind.MISSING, file, 0, "", List.of());
  }

  /** A line that is not what the format wants. */
  public static UnreadableSamples malformed(String file, long line, String what) {
    return new UnreadableSamples(Kind.MALFORMED, file, line, what, List.of());
  }

  /** A sample of a real variable that is no finite number. */
  static UnreadableSamples notANumber(String file, long line, String column, String cell) {
    return new UnreadableSamples(Kind.NOT_A_NUMBER, file, line, cell, List.of(column));
  }

  /** A cell without a number in a column whose other cells are all numbers. */
  static UnreadableSamples missingSample(String file, long line, String column, String cell) {
    return new UnreadableSamples(Kind.MISSING_SAMPLE, file, line, cell, List.of(column));
  }

  /** A first line of numbers, of which it is not known whether they are samples or names. */
  static UnreadableSamples namesOrNumbers(String file, String line) {
    return new UnreadableSamples(Kind.NAMES_OR_NUMBERS, file, 1, line, List.of());
  }

  static UnreadableSamples namedTwice(String file, String column, int columns) {
    return new UnreadableSamples(Kind.NAMED_TWICE, file, 0, column, Table.numbers(columns));
  }

  static UnreadableSamples noColumn(String file, String asked, List<String> known) {
    return new UnreadableSamples(Kind.NO_COLUMN, file, 0, asked, known);
  }

  /** Sequences that should be as long as each other. */
  public static UnreadableSamples lengths(String file, long line, String what) {
    return new UnreadableSamples(Kind.LENGTHS, file, line, what, List.of());
  }

  static UnreadableSamples empty(String file) {
    return new UnreadableSamples(Kind.EMPTY, file, 0, "", List.of());
  }

  public Kind kind() {
    return kind;
  }

  public String file() {
    return file;
  }

  /** The line where it is wrong, from 1; 0 where it is no single line. */
  public long line() {
    return line;
  }

  /** What was met. */
  public String what() {
    return what;
  }

  /** The columns there are, or the one that is meant. */
  public List<String> known() {
    return known;
  }
}
