package sit.numeric.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sit.limits.Limits;

/**
 * The density of a combination of entropies along a sequence of letters: every entropy counts as
 * the surprisal of the letters it is an entropy of. Beside it what an observer of all letters
 * before a time expects the next one to add, the compensator of the decomposition of Doob.
 */
public final class Flow {
  private final ProcessLaw law;
  private final List<Running> terms = new ArrayList<>();
  private final Running observer;
  private final List<Integer> processes;
  private final Limits limits;

  /**
   * So many times the surprisal of letters given prefixes.
   *
   * @param summed whether all times count, and not the last one alone
   * @param whole whether the prefixes count besides the letters
   * @param from the first time that counts
   */
  public record Term(
      Pattern pattern,
      List<Letter> asked,
      double factor,
      boolean summed,
      boolean whole,
      int from) {}

  /**
   * What was found, in bits.
   *
   * @param density up to each time
   * @param compensator the sum of what was to be expected at each time
   */
  public record Found(double[] density, double[] compensator) {}

  /** A term and the law of the state as far as it was followed. */
  private static final class Running {
    private final Term term;
    private final Filter filter;
    private double last;

    Running(Term term, Filter filter) {
      this.term = term;
      this.filter = filter;
    }

    /** What the letters of a time add. */
    double add(Filter here, int time, int[][] sequence) {
      here.step(time, sequence);
      if (time < Math.max(1, term.from())) {
        return 0;
      }
      double seen = term.whole() ? here.seen() : 0;
      return term.factor() * (seen + here.asked() - (term.summed() ? 0 : last));
    }
  }

  /**
   * A combination of entropies.
   *
   * @param processes the places of those that it speaks of
   */
  public Flow(ProcessLaw law, List<Term> terms, List<Integer> processes, Limits limits) {
    this.law = law;
    this.limits = limits;
    this.processes = List.copyOf(processes);
    for (Term term : terms) {
      this.terms.add(new Running(term, new Filter(law, term.pattern(), term.asked(), limits)));
    }
    List<Integer> delays = new ArrayList<>();
    for (int i = 0; i < law.count(); i++) {
      delays.add(processes.contains(i) ? 0 : Pattern.HIDDEN);
    }
    Pattern all = new Pattern(delays);
    this.observer =
        new Running(
            new Term(all, List.of(), 1, true, true, 1), new Filter(law, all, List.of(), limits));
  }

  /**
   * Follows a sequence.
   *
   * @param sequence for each process its letters from time 1 on; that of a hidden one may be empty
   * @param compensated whether the compensator is wanted, which takes a step for every letter that
   *     might come
   * @return empty if the sequence is impossible
   */
  public Optional<Found> along(int[][] sequence, int n, boolean compensated) {
    double[] density = new double[n];
    double[] compensator = new double[n];
    for (int time = law.first(); time <= n; time++) {
      if ((time & 0xff) == 0) {
        limits.check();
      }
      if (compensated && time >= 1) {
        double before = time == 1 ? 0 : compensator[time - 2];
        compensator[time - 1] = before + expected(time, sequence);
      }
      double added = 0;
      for (Running running : terms) {
        added += running.add(running.filter, time, sequence);
        running.last = running.filter.asked();
      }
      if (!observer.filter.step(time, sequence)) {
        return Optional.empty();
      }
      if (time >= 1) {
        density[time - 1] = (time == 1 ? 0 : density[time - 2]) + added;
      }
    }
    return Optional.of(new Found(density, compensator));
  }

  /** The mean over the letters of a time, given all letters before. */
  private double expected(int time, int[][] sequence) {
    int[] met = new int[processes.size()];
    for (int i = 0; i < met.length; i++) {
      met[i] = sequence[processes.get(i)][time - 1];
    }
    double mean = expected(time, sequence, 0);
    for (int i = 0; i < met.length; i++) {
      sequence[processes.get(i)][time - 1] = met[i];
    }
    return mean;
  }

  private double expected(int time, int[][] tried, int place) {
    if (place < processes.size()) {
      double sum = 0;
      int process = processes.get(place);
      for (int letter = 0; letter < law.size(process); letter++) {
        tried[process][time - 1] = letter;
        sum += expected(time, tried, place + 1);
      }
      return sum;
    }
    Filter observing = observer.filter.copy();
    if (!observing.step(time, tried)) {
      return 0;
    }
    double added = 0;
    for (Running running : terms) {
      added += running.add(running.filter.copy(), time, tried);
    }
    return Math.exp(-observing.seen() * Math.log(2)) * added;
  }
}
