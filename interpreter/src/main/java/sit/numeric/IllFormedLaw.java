package sit.numeric;

/**
 * A law that is none: its probabilities are negative, do not add up to one, or a parameter is
 * outside its range.
 */
public final class IllFormedLaw extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Fault {
    /** A probability is below zero. */
    NEGATIVE,
    /** A probability is infinite or not a number. */
    NOT_A_NUMBER,
    /** The probabilities, or those of one row, do not add up to one. */
    SUM,
    /** There are more or fewer probabilities, rows or outcomes than the variables need. */
    SHAPE,
    /** A parameter of a named law is outside its range. */
    PARAMETER,
    /** The condition of a conditional probability or expectation has probability zero. */
    CONDITION,
    /** Letters of one time depend on each other in a circle, or on one that is not there. */
    PAST
  }

  private final Fault fault;
  private final int row;

  private IllFormedLaw(Fault fault, int row, String message) {
    super(message, null, false, false);
    this.fault = fault;
    this.row = row;
  }

  static IllFormedLaw negative(String what, int row, int rows, int column, String found) {
    return new IllFormedLaw(
        Fault.NEGATIVE,
        row,
        place(what, row, rows)
            + " has a negative probability, "
            + found
            + ", at place "
            + (column + 1));
  }

  static IllFormedLaw notANumber(String what, int row, int rows, int column, String found) {
    return new IllFormedLaw(
        Fault.NOT_A_NUMBER,
        row,
        place(what, row, rows) + " has " + found + " for a probability at place " + (column + 1));
  }

  static IllFormedLaw sum(String what, int row, int rows, String found) {
    return new IllFormedLaw(
        Fault.SUM, row, place(what, row, rows) + " adds up to " + found + ", not to 1");
  }

  /** A wrong number of entries. */
  public static IllFormedLaw shape(String what, String of, double wanted, double found) {
    return new IllFormedLaw(
        Fault.SHAPE, -1, what + " needs " + whole(wanted) + " " + of + " and has " + whole(found));
  }

  static IllFormedLaw parameter(String law, String name, String range, String found) {
    return new IllFormedLaw(
        Fault.PARAMETER, -1, law + " needs " + name + " " + range + ", not " + found);
  }

  static IllFormedLaw condition() {
    return new IllFormedLaw(Fault.CONDITION, -1, "the condition has probability 0");
  }

  /** Letters of one time that depend on each other in a circle. */
  public static IllFormedLaw circle(String process) {
    return new IllFormedLaw(
        Fault.PAST,
        -1,
        "the letters of one time depend on each other in a circle, " + process + " among them");
  }

  /** A kernel that looks back to before the beginning. */
  public static IllFormedLaw noPast(String letter, String missing) {
    return new IllFormedLaw(
        Fault.PAST, -1, "the law of " + letter + " needs " + missing + ", which has no law");
  }

  private static String place(String what, int row, int rows) {
    return rows == 1 ? what : "row " + (row + 1) + " of " + what;
  }

  private static String whole(double count) {
    return count < 1e15 ? Long.toString((long) count) : Double.toString(count);
  }

  public Fault fault() {
    return fault;
  }

  /** The row at fault, counted from 0, or -1 where the fault belongs to none. */
  public int row() {
    return row;
  }
}
