package sit.numeric.optimum;

import java.util.Arrays;
import java.util.List;

/** Numbers for the outcomes of some variables of a table, cell by cell. */
final class Cells {
  private Cells() {}

  /**
   * For each cell of a table the number of the outcome of some of its variables, the last of them
   * running fastest.
   */
  static int[] numbers(List<Integer> sizes, int cells, List<Integer> variables) {
    int[] strides = new int[sizes.size()];
    int stride = 1;
    for (int i = variables.size() - 1; i >= 0; i--) {
      strides[variables.get(i)] = stride;
      stride *= sizes.get(variables.get(i));
    }
    int[] numbers = new int[cells];
    int[] outcome = new int[strides.length];
    int number = 0;
    for (int cell = 0; cell < cells; cell++) {
      numbers[cell] = number;
      for (int i = strides.length - 1; i >= 0; i--) {
        number += strides[i];
        if (++outcome[i] < sizes.get(i)) {
          break;
        }
        number -= strides[i] * outcome[i];
        outcome[i] = 0;
      }
    }
    return numbers;
  }

  /** How many cells the most frequent number has. */
  static int largest(int[] numbers, int count) {
    int[] counts = new int[count];
    int largest = 0;
    for (int number : numbers) {
      largest = Math.max(largest, ++counts[number]);
    }
    return largest;
  }

  static double count(List<Integer> sizes, List<Integer> variables) {
    double count = 1;
    for (int variable : variables) {
      count *= sizes.get(variable);
    }
    return count;
  }

  /** Numbers those that occur from 0 on; the others are -1. */
  static int[] renumbered(boolean[] occurs) {
    int[] numbers = new int[occurs.length];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int i = 0; i < occurs.length; i++) {
      if (occurs[i]) {
        numbers[i] = next++;
      }
    }
    return numbers;
  }
}
