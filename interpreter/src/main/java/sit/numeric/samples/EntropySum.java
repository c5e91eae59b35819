package sit.numeric.samples;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A sum of multiples of joint entropies of columns: what a measure of information is made of. */
public record EntropySum(List<Part> parts) {
  public EntropySum {
    parts = List.copyOf(parts);
  }

  /** {@code times} the entropy of these columns taken jointly. */
  public record Part(double times, Set<Integer> columns) {
    public Part {
      columns = Set.copyOf(columns);
    }

    int[] places() {
      return columns.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
  }

  /** The conditional mutual information I(a; b | given); {@code given} may be empty. */
  public record Information(int[] a, int[] b, int[] given) {}

  /**
   * The information this sum is, if it is one: I(A; B | C) = H(A, C) + H(B, C) - H(A, B, C) - H(C).
   */
  public Optional<Information> information() {
    Set<Integer> all = union();
    Part whole = null;
    Part common = null;
    Part left = null;
    Part right = null;
    for (Part part : parts) {
      if (part.times() == -1 && part.columns().equals(all) && whole == null) {
        whole = part;
      } else if (part.times() == -1 && common == null) {
        common = part;
      } else if (part.times() == 1 && left == null) {
        left = part;
      } else if (part.times() == 1 && right == null) {
        right = part;
      } else {
        return Optional.empty();
      }
    }
    if (whole == null || left == null || right == null) {
      return Optional.empty();
    }
    Set<Integer> shared = new TreeSet<>(left.columns());
    shared.retainAll(right.columns());
    Set<Integer> both = new TreeSet<>(left.columns());
    both.addAll(right.columns());
    Set<Integer> given = common == null ? Set.of() : common.columns();
    return both.equals(all) && shared.equals(given)
        ? Optional.of(
            new Information(
                without(left.columns(), given), without(right.columns(), given), places(given)))
        : Optional.empty();
  }

  private Set<Integer> union() {
    Set<Integer> all = new TreeSet<>();
    parts.forEach(part -> all.addAll(part.columns()));
    return all;
  }

  private static int[] without(Set<Integer> from, Set<Integer> gone) {
    Set<Integer> rest = new TreeSet<>(from);
    rest.removeAll(gone);
    return places(rest);
  }

  private static int[] places(Set<Integer> columns) {
    return columns.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
