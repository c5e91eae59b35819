package sit.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sit.exact.Rational;

/**
 * The variables that can be defined on a finite probability space, or some of them, closed under
 * taking two jointly. Element 0 is the constant. Two kinds: all partitions of a few points with
 * given probabilities, and all linear functions of d uniform symbols of a prime field, which are
 * the subspaces of the dual space.
 */
final class Lattice {
  private final List<Rational> points;
  private final int[][] labels;
  private final int[] joins;
  private final double[] entropies;
  private final Choice[][] choices;

  /**
   * A value for the next variable.
   *
   * @param next the state after it; what may be chosen depends on the state, so that laws that
   *     differ only by an automorphism of the space are met once
   */
  record Choice(int element, int next) {}

  private Lattice(List<Rational> points, int[][] labels, int[] joins, Choice[][] choices) {
    this.points = points;
    this.labels = labels;
    this.joins = joins;
    this.entropies = new double[labels.length];
    double[] p = new double[points.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = points.get(i).toDecimal(java.math.MathContext.DECIMAL64).doubleValue();
    }
    for (int e = 0; e < labels.length; e++) {
      entropies[e] = entropy(labels[e], p);
    }
    this.choices = choices;
    for (Choice[] row : choices) {
      Arrays.sort(row, (a, b) -> Double.compare(entropies[a.element], entropies[b.element]));
    }
  }

  int size() {
    return labels.length;
  }

  /** The element that is both jointly. */
  int join(int a, int b) {
    return joins[a * labels.length + b];
  }

  /** In bits. */
  double entropy(int element) {
    return entropies[element];
  }

  /** The choices in a state, those of small entropy first; the first state is 0. */
  Choice[] choices(int state) {
    return choices[state];
  }

  /** The law in which each variable is the given element. */
  Candidate realise(int[] elements) {
    int[][] values = new int[elements.length][];
    for (int v = 0; v < elements.length; v++) {
      values[v] = labels[elements[v]];
    }
    return new Candidate(values, points);
  }

  private static double entropy(int[] labels, double[] p) {
    double[] sums = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      sums[labels[i]] += p[i];
    }
    double entropy = 0;
    for (double sum : sums) {
      entropy -= sum > 0 ? sum * Math.log(sum) : 0;
    }
    return entropy / Math.log(2);
  }

  /** All partitions of points with these probabilities. */
  static Lattice ofPartitions(List<Rational> probabilities) {
    int n = probabilities.size();
    List<int[]> partitions = new ArrayList<>();
    addPartitions(new int[n], 0, 0, partitions);
    Map<Long, Integer> numbers = new HashMap<>();
    for (int[] partition : partitions) {
      numbers.put(key(partition), numbers.size());
    }
    int size = partitions.size();
    int[] joins = new int[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        joins[a * size + b] = numbers.get(key(refine(partitions.get(a), partitions.get(b))));
      }
    }
    return new Lattice(
        probabilities,
        partitions.toArray(new int[0][]),
        joins,
        partitionChoices(partitions, allEqual(probabilities)));
  }

  /**
   * In a uniform space the first variable that is not constant has its blocks in a row, larger ones
   * first.
   */
  private static Choice[][] partitionChoices(List<int[]> partitions, boolean uniform) {
    List<Choice> first = new ArrayList<>();
    Choice[] all = new Choice[partitions.size()];
    for (int e = 0; e < all.length; e++) {
      all[e] = new Choice(e, 1);
      if (e == 0 || !uniform || inRow(partitions.get(e))) {
        first.add(new Choice(e, e == 0 ? 0 : 1));
      }
    }
    return new Choice[][] {first.toArray(new Choice[0]), all};
  }

  private static boolean inRow(int[] partition) {
    int length = 0;
    int previous = Integer.MAX_VALUE;
    for (int i = 0; i < partition.length; i++) {
      length++;
      if (i + 1 == partition.length || partition[i + 1] != partition[i]) {
        if (length > previous || i + 1 < partition.length && partition[i + 1] < partition[i]) {
          return false;
        }
        previous = length;
        length = 0;
      }
    }
    return true;
  }

  private static boolean allEqual(List<Rational> probabilities) {
    for (Rational p : probabilities) {
      if (!p.equals(probabilities.get(0))) {
        return false;
      }
    }
    return true;
  }

  private static void addPartitions(int[] labels, int at, int blocks, List<int[]> all) {
    if (at == labels.length) {
      all.add(labels.clone());
      return;
    }
    for (int block = 0; block <= blocks; block++) {
      labels[at] = block;
      addPartitions(labels, at + 1, Math.max(blocks, block + 1), all);
    }
  }

  private static int[] refine(int[] a, int[] b) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] refined = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      int pair = a[i] * a.length + b[i];
      numbers.putIfAbsent(pair, numbers.size());
      refined[i] = numbers.get(pair);
    }
    return refined;
  }

  private static long key(int[] labels) {
    long key = 0;
    for (int label : labels) {
      key = key * labels.length + label;
    }
    return key;
  }

  /**
   * All linear functions, of dimension at most {@code widest}, of {@code dimension} uniform symbols
   * of the field of {@code q} elements (q prime, {@code q^dimension <= 64}).
   */
  static Lattice ofSubspaces(int q, int dimension, int widest) {
    return new Subspaces(q, dimension).lattice(widest);
  }

  /**
   * The subspaces of the space of vectors over a prime field; a vector is a number in base q, a
   * subspace a set of bits.
   */
  private static final class Subspaces {
    private final int q;
    private final int dimension;
    private final int vectors;
    private final List<Long> members = new ArrayList<>();
    private final List<int[]> bases = new ArrayList<>();
    private final Map<Long, Integer> numbers = new TreeMap<>();

    Subspaces(int q, int dimension) {
      this.q = q;
      this.dimension = dimension;
      this.vectors = power(q, dimension);
      add(1L, new int[0]);
      for (int s = 0; s < members.size(); s++) {
        for (int v = 1; v < vectors; v++) {
          if ((members.get(s) >>> v & 1) == 0) {
            int[] basis = Arrays.copyOf(bases.get(s), bases.get(s).length + 1);
            basis[basis.length - 1] = v;
            add(extend(members.get(s), v), basis);
          }
        }
      }
    }

    private void add(long subspace, int[] basis) {
      if (numbers.putIfAbsent(subspace, members.size()) == null) {
        members.add(subspace);
        bases.add(basis);
      }
    }

    private long extend(long subspace, int vector) {
      long extended = 0;
      for (int u = 0; u < vectors; u++) {
        if ((subspace >>> u & 1) != 0) {
          for (int c = 0, w = u; c < q; c++, w = sum(w, vector)) {
            extended |= 1L << w;
          }
        }
      }
      return extended;
    }

    private int sum(int u, int v) {
      int sum = 0;
      for (int place = 1; place < vectors; place *= q) {
        sum += (u / place + v / place) % q * place;
      }
      return sum;
    }

    private long span(long subspace, int[] basis) {
      long span = subspace;
      for (int v : basis) {
        span = (span >>> v & 1) != 0 ? span : extend(span, v);
      }
      return span;
    }

    Lattice lattice(int widest) {
      int size = members.size();
      int[] joins = new int[size * size];
      int[][] labels = new int[size][];
      for (int a = 0; a < size; a++) {
        labels[a] = labels(bases.get(a));
        for (int b = 0; b < size; b++) {
          joins[a * size + b] = numbers.get(span(members.get(a), bases.get(b)));
        }
      }
      List<Rational> points = new ArrayList<>();
      for (int i = 0; i < vectors; i++) {
        points.add(Rational.of(1, vectors));
      }
      return new Lattice(points, labels, joins, choices(widest));
    }

    /**
     * In state k the variables so far span the first k unit vectors; what is new may be taken to be
     * the next unit vectors.
     */
    private Choice[][] choices(int widest) {
      Choice[][] choices = new Choice[dimension + 1][];
      for (int k = 0; k <= dimension; k++) {
        List<Choice> row = new ArrayList<>();
        long known = (1L << power(q, k)) - 1;
        for (int s = 0; s < members.size(); s++) {
          if ((members.get(s) & ~known) == 0) {
            long extended = members.get(s);
            for (int m = 0; k + m <= dimension && bases.get(s).length + m <= widest; m++) {
              row.add(new Choice(numbers.get(extended), k + m));
              extended = k + m < dimension ? extend(extended, power(q, k + m)) : extended;
            }
          }
        }
        choices[k] = row.toArray(new Choice[0]);
      }
      return choices;
    }

    private int[] labels(int[] basis) {
      int[] labels = new int[vectors];
      for (int point = 0; point < vectors; point++) {
        for (int i = basis.length - 1; i >= 0; i--) {
          labels[point] = labels[point] * q + dot(basis[i], point);
        }
      }
      return labels;
    }

    private int dot(int u, int v) {
      int dot = 0;
      for (int place = 1; place < vectors; place *= q) {
        dot += u / place % q * (v / place % q);
      }
      return dot % q;
    }

    private static int power(int base, int exponent) {
      int power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= base;
      }
      return power;
    }
  }
}
