package sit.typed;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a number, a vector or a matrix is, as far as that is known before anything runs.
 *
 * @param sizes none of a number, one of a vector, rows and columns of a matrix
 */
public record Dimensions(List<Integer> sizes) {
  /** Those of a number. */
  public static final Dimensions NUMBER = new Dimensions(List.of());

  public Dimensions {
    sizes = List.copyOf(sizes);
  }

  public static Dimensions of(int... sizes) {
    List<Integer> all = new ArrayList<>();
    for (int size : sizes) {
      all.add(size);
    }
    return new Dimensions(all);
  }

  public boolean isNumber() {
    return sizes.isEmpty();
  }

  public boolean isVector() {
    return sizes.size() == 1;
  }

  public boolean isMatrix() {
    return sizes.size() == 2;
  }

  public int rows() {
    return sizes.get(0);
  }

  /** Of a matrix. */
  public int columns() {
    return sizes.get(1);
  }

  /** Those of one item of a list of these. */
  Dimensions item() {
    return new Dimensions(sizes.subList(1, sizes.size()));
  }

  /** Those of a list of so many items of these. */
  Dimensions times(int items) {
    List<Integer> all = new ArrayList<>(List.of(items));
    all.addAll(sizes);
    return new Dimensions(all);
  }

  /** {@code 3}, {@code 2x2}; a number is called one. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int size : sizes) {
      out.append(out.isEmpty() ? "" : "x").append(size);
    }
    return sizes.isEmpty() ? "a number" : out.toString();
  }
}
