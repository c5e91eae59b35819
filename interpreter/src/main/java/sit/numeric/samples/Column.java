package sit.numeric.samples;

import java.util.Arrays;
import java.util.List;

/** The samples of one variable, in the order in which they were taken. */
public sealed interface Column {
  String name();

  int size();

  /** The samples at some places, which may repeat. */
  Column at(int[] places);

  /**
   * Samples of finitely many outcomes.
   *
   * @param codes for each sample the place of its outcome in the alphabet
   * @param starts where a new sequence starts, rising from 0: what stands before is not its past
   */
  record Labels(String name, int[] codes, List<String> alphabet, int[] starts) implements Column {
    public Labels {
      alphabet = List.copyOf(alphabet);
    }

    /** Samples that are one sequence. */
    public Labels(String name, int[] codes, List<String> alphabet) {
      this(name, codes, alphabet, new int[] {0});
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public Labels at(int[] places) {
      int[] picked = new int[places.length];
      Arrays.setAll(picked, i -> codes[places[i]]);
      return new Labels(name, picked, alphabet);
    }
  }

  /** Samples of a real variable, all finite. */
  record Reals(String name, double[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Reals at(int[] places) {
      double[] picked = new double[places.length];
      Arrays.setAll(picked, i -> values[places[i]]);
      return new Reals(name, picked);
    }
  }
}
