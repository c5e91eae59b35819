package sit.numeric;

/**
 * Runs through the joint outcomes of some variables, the last fastest, and keeps where the current
 * one lies in another table.
 */
final class Odometer {
  private final int[] sizes;
  private final int[] strides;
  private final int[] digits;
  private int offset;

  Odometer(int[] sizes, int[] strides) {
    this.sizes = sizes;
    this.strides = strides;
    this.digits = new int[sizes.length];
  }

  int offset() {
    return offset;
  }

  /** The outcome of each variable now; changes with the next step. */
  int[] digits() {
    return digits;
  }

  /** The next outcome, or the first after the last. */
  void advance() {
    for (int i = sizes.length - 1; i >= 0; i--) {
      digits[i]++;
      offset += strides[i];
      if (digits[i] < sizes[i]) {
        return;
      }
      offset -= digits[i] * strides[i];
      digits[i] = 0;
    }
  }
}
