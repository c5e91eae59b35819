package sit.numeric.samples;

import java.util.Arrays;

/** Numbers the different keys it is given, from 0 in the order in which they are first met. */
public final class LongIndex {
  private static final int FREE = -1;

  private long[] keys = new long[16];
  private int[] numbers = filled(16);
  private int size;

  /** The number of a key; a new one gets the next. */
  public int number(long key) {
    int at = place(key);
    if (numbers[at] == FREE) {
      if (2 * (size + 1) > numbers.length) {
        grow();
        at = place(key);
      }
      keys[at] = key;
      numbers[at] = size++;
    }
    return numbers[at];
  }

  /** The number of a key, or -1 if it was never given. */
  public int find(long key) {
    return numbers[place(key)];
  }

  public int size() {
    return size;
  }

  /** The keys in the order of their numbers. */
  public long[] keys() {
    long[] ordered = new long[size];
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != FREE) {
        ordered[numbers[i]] = keys[i];
      }
    }
    return ordered;
  }

  private int place(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int mask = numbers.length - 1;
    int at = (int) (mixed ^ mixed >>> 32) & mask;
    while (numbers[at] != FREE && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = filled(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != FREE) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] numbers = new int[length];
    Arrays.fill(numbers, FREE);
    return numbers;
  }
}
