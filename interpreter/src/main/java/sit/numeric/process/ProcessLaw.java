package sit.numeric.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sit.exact.Rational;
import sit.limits.Limits;
import sit.numeric.IllFormedLaw;
import sit.numeric.Masses;

/**
 * The law of some processes taken together: at each time every process draws a letter, in a fixed
 * order, given letters that are there already.
 *
 * <p>A process has one kernel for all times and may have kernels of its own for single times; times
 * before 1 are a known or random past that belongs to no prefix.
 */
public final class ProcessLaw implements PrefixLaw {
  private final List<String> names;
  private final int[] sizes;
  private final List<TreeMap<Integer, Kernel>> single;
  private final List<Kernel> general;
  private final int[] order;

  /**
   * A letter before another one.
   *
   * @param process the place of its process
   * @param lag how many steps before, from 0 for the same time
   */
  public record Past(int process, int lag) {}

  /**
   * How one letter is drawn.
   *
   * @param rows a row for every joint outcome of the parents, the last running fastest
   */
  public record Kernel(List<Past> parents, Masses rows) {
    public Kernel {
      parents = List.copyOf(parents);
    }
  }

  private ProcessLaw(
      List<String> names,
      int[] sizes,
      List<TreeMap<Integer, Kernel>> single,
      List<Kernel> general,
      int[] order) {
    this.names = names;
    this.sizes = sizes;
    this.single = single;
    this.general = general;
    this.order = order;
  }

  /**
   * The law of processes from their kernels.
   *
   * @param sizes how many letters each process has
   * @param single for each process its kernels at single times
   * @param general for each process its kernel at every other time from 1 on
   * @throws IllFormedLaw if a row is no law, letters at one time depend on each other in a circle,
   *     or a kernel needs a letter from before the beginning
   */
  public static ProcessLaw of(
      List<String> names,
      List<Integer> sizes,
      List<Map<Integer, Kernel>> single,
      List<Kernel> general) {
    int count = names.size();
    int[] alphabet = new int[count];
    List<TreeMap<Integer, Kernel>> checked = new ArrayList<>();
    List<Kernel> checkedGeneral = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      alphabet[i] = sizes.get(i);
    }
    for (int i = 0; i < count; i++) {
      TreeMap<Integer, Kernel> mine = new TreeMap<>();
      for (var entry : single.get(i).entrySet()) {
        String what = names.get(i) + "[" + entry.getKey() + "]";
        mine.put(entry.getKey(), checked(what, i, entry.getValue(), alphabet));
      }
      checked.add(mine);
      checkedGeneral.add(checked(names.get(i) + "[t]", i, general.get(i), alphabet));
    }
    ProcessLaw law =
        new ProcessLaw(
            List.copyOf(names),
            alphabet,
            checked,
            checkedGeneral,
            order(names, checked, checkedGeneral));
    law.requirePasts();
    return law;
  }

  private static Kernel checked(String letter, int process, Kernel kernel, int[] sizes) {
    double rows = 1;
    for (Past past : kernel.parents()) {
      if (past.lag() < 0) {
        throw new IllegalArgumentException(letter + " depends on the future");
      }
      rows *= sizes[past.process()];
    }
    String what = "the law of " + letter;
    if (rows * sizes[process] != kernel.rows().size()) {
      throw IllFormedLaw.shape(what, "probabilities", rows * sizes[process], kernel.rows().size());
    }
    return new Kernel(kernel.parents(), kernel.rows().laws(what, sizes[process]));
  }

  /** An order in which the letters of one time can be drawn. */
  private static int[] order(
      List<String> names, List<TreeMap<Integer, Kernel>> single, List<Kernel> general) {
    int count = names.size();
    int[] order = new int[count];
    boolean[] placed = new boolean[count];
    for (int place = 0; place < count; place++) {
      int next = -1;
      for (int i = 0; i < count && next < 0; i++) {
        next = !placed[i] && isReady(i, placed, single, general) ? i : -1;
      }
      if (next < 0) {
        throw IllFormedLaw.circle(names.get(firstFalse(placed)));
      }
      placed[next] = true;
      order[place] = next;
    }
    return order;
  }

  private static int firstFalse(boolean[] flags) {
    int i = 0;
    while (flags[i]) {
      i++;
    }
    return i;
  }

  private static boolean isReady(
      int i, boolean[] placed, List<TreeMap<Integer, Kernel>> single, List<Kernel> general) {
    List<Kernel> kernels = new ArrayList<>(single.get(i).values());
    kernels.add(general.get(i));
    for (Kernel kernel : kernels) {
      for (Past past : kernel.parents()) {
        if (past.lag() == 0 && !placed[past.process()]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Every letter that a kernel looks back at is there. */
  private void requirePasts() {
    for (int i = 0; i < names.size(); i++) {
      for (int time = first(i); time < steady(); time++) {
        for (Past past : kernel(i, time).parents()) {
          if (time - past.lag() < first(past.process())) {
            throw IllFormedLaw.noPast(
                names.get(i) + "[" + time + "]",
                names.get(past.process()) + "[" + (time - past.lag()) + "]");
          }
        }
      }
    }
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public PrefixEntropies.Found entropies(
      Pattern pattern, List<List<Letter>> asked, int from, int horizon, Limits limits) {
    return PrefixEntropies.of(this, pattern, asked, from, horizon, limits);
  }

  @Override
  public EntropyRate.Rate rate(
      Pattern pattern, Optional<List<Letter>> letters, double width, Limits limits) {
    return letters.isPresent()
        ? EntropyRate.of(this, pattern, letters.get(), width, limits)
        : EntropyRate.of(this, pattern, width, limits);
  }

  /** How many letters a process has. */
  public int size(int process) {
    return sizes[process];
  }

  int count() {
    return sizes.length;
  }

  /** The processes in the order in which they draw. */
  int[] order() {
    return order;
  }

  /** The time of a process's first letter, at most 1. */
  int first(int process) {
    TreeMap<Integer, Kernel> mine = single.get(process);
    return mine.isEmpty() ? 1 : Math.min(1, mine.firstKey());
  }

  /** The time of the first letter of all. */
  int first() {
    int first = 1;
    for (int i = 0; i < count(); i++) {
      first = Math.min(first, first(i));
    }
    return first;
  }

  /** From this time on every kernel is the general one and every past it looks at is there. */
  int steady() {
    int steady = 1;
    for (int i = 0; i < count(); i++) {
      TreeMap<Integer, Kernel> mine = single.get(i);
      steady = mine.isEmpty() ? steady : Math.max(steady, mine.lastKey() + 1);
      for (Past past : general.get(i).parents()) {
        steady = Math.max(steady, first(past.process()) + past.lag());
      }
    }
    return steady;
  }

  /** The kernel of a process at a time from its first on. */
  Kernel kernel(int process, int time) {
    Kernel own = single.get(process).get(time);
    return own != null ? own : general.get(process);
  }

  /** How far back the kernels look at a process. */
  int memory(int process) {
    int memory = 0;
    for (int i = 0; i < count(); i++) {
      List<Kernel> kernels = new ArrayList<>(single.get(i).values());
      kernels.add(general.get(i));
      for (Kernel kernel : kernels) {
        for (Past past : kernel.parents()) {
          memory = past.process() == process ? Math.max(memory, past.lag()) : memory;
        }
      }
    }
    return memory;
  }

  /** How far the mass of a step may be from what is meant, as a fraction, by what was given. */
  public double relativeError() {
    double error = 0;
    for (int i = 0; i < count(); i++) {
      double mine = 0;
      List<Kernel> kernels = new ArrayList<>(single.get(i).values());
      kernels.add(general.get(i));
      for (Kernel kernel : kernels) {
        mine = Math.max(mine, kernel.rows().isExact() ? 0 : kernel.rows().relativeError());
      }
      error += mine;
    }
    return error;
  }

  /** A probability as a fraction; that of a double is the double itself. */
  static Rational exactly(Masses masses, int place) {
    return masses
        .exact(place)
        .orElseGet(() -> Rational.of(new java.math.BigDecimal(masses.value(place))));
  }
}
