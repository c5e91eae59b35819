package sit.numeric.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hipparchus.FieldElement;
import sit.limits.Limits;
import sit.numeric.process.EntropyRate;
import sit.numeric.process.Letter;
import sit.numeric.process.Pattern;
import sit.numeric.process.PrefixEntropies;
import sit.numeric.process.PrefixLaw;

/**
 * The joint law of Gaussian processes, each letter of which is a linear combination of letters
 * before it, of variables outside of time and of noise of its own: autoregressions, moving
 * averages, state spaces, channels with Gaussian noise and feedback.
 */
public final class GaussianProcess implements PrefixLaw {
  private final List<String> names;
  private final List<Rule> rules;
  private final List<Source> outside;
  private final int first;
  private final double error;

  /**
   * How the letters of one process come about.
   *
   * @param single the lines of single times
   * @param general the line of any other time from 1 on
   * @param alike whether that is the same at all times
   * @param depth how far any line looks back
   */
  public record Rule(
      java.util.SortedMap<Integer, Line> single,
      IntFunction<Line> general,
      boolean alike,
      int depth) {}

  /**
   * The law of processes.
   *
   * @param outside the variables outside of time that any line speaks of
   * @param first the time of the first letter, at most 1
   * @param error how far its numbers may be off, as a fraction of each
   */
  public GaussianProcess(
      List<String> names, List<Rule> rules, List<Source> outside, int first, double error) {
    this.names = List.copyOf(names);
    this.rules = List.copyOf(rules);
    this.outside = List.copyOf(outside);
    this.first = first;
    this.error = error;
  }

  @Override
  public List<String> names() {
    return names;
  }

  List<Source> outside() {
    return outside;
  }

  int first() {
    return first;
  }

  double error() {
    return error;
  }

  /** For each process how many of its last letters the next letters depend on. */
  int[] depths() {
    int[] depths = new int[names.size()];
    java.util.Arrays.fill(depths, 1);
    for (Rule rule : rules) {
      // a line may look back so far at any of the processes
      for (int i = 0; i < depths.length; i++) {
        depths[i] = Math.max(depths[i], rule.depth());
      }
    }
    return depths;
  }

  /** The line of a letter, or null if there is no such letter. */
  Line line(int process, int time) {
    Rule rule = rules.get(process);
    Line own = rule.single().get(time);
    return own != null || time < 1 ? own : rule.general().apply(time);
  }

  /** The time from which on all lines are the same at all times; empty if they never are. */
  Optional<Integer> steady() {
    int last = first;
    for (Rule rule : rules) {
      if (!rule.alike()) {
        return Optional.empty();
      }
      last = rule.single().isEmpty() ? last : Math.max(last, rule.single().lastKey());
    }
    return Optional.of(Math.max(1, last + 1));
  }

  /** Whether the lines of every time are the same from some time on. */
  public boolean isSteady() {
    return steady().isPresent();
  }

  /**
   * An order in which the letters of one time are drawn.
   *
   * @throws IllegalStateException if they depend on each other in a circle
   */
  List<Integer> order(int time) {
    List<Integer> order = new ArrayList<>();
    while (order.size() < names.size()) {
      int before = order.size();
      for (int i = 0; i < names.size(); i++) {
        Line line = line(i, time);
        boolean ready =
            line == null
                || line.letters().keySet().stream()
                    .allMatch(past -> past.lag() > 0 || order.contains(past.process()));
        if (ready && !order.contains(i)) {
          order.add(i);
        }
      }
      if (order.size() == before) {
        throw new IllegalStateException("letters of one time depend on each other in a circle");
      }
    }
    return order;
  }

  @Override
  public PrefixEntropies.Found entropies(
      Pattern pattern, List<List<Letter>> asked, int from, int horizon, Limits limits) {
    return new Blocks<>(this, Numbers.decimal(), pattern, asked, limits).run(from, horizon);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Unstable if the processes have no stationary law
   * @throws Degenerate if a letter is determined by what is seen
   */
  @Override
  public EntropyRate.Rate rate(
      Pattern pattern, Optional<List<Letter>> letters, double width, Limits limits) {
    List<List<Letter>> asked = letters.map(List::of).orElse(List.of());
    return new Limit(this, pattern, asked, limits).find();
  }

  /** How many of its last letters a question looks at, for each process. */
  int[] looked(Pattern pattern, List<List<Letter>> asked) {
    int[] least = new int[names.size()];
    for (int i = 0; i < least.length; i++) {
      least[i] = pattern.delays().get(i) + 1;
    }
    for (List<Letter> letters : asked) {
      for (Letter letter : letters) {
        least[letter.process()] = Math.max(least[letter.process()], letter.lag() + 1);
      }
    }
    return least;
  }

  /** Whether a letter is there at a time, and belongs to what it is asked for. */
  boolean exists(Letter letter, int time) {
    int at = time - letter.lag();
    return at >= 1 || !letter.inPrefix() && line(letter.process(), at) != null;
  }

  /**
   * Sees letters one by one.
   *
   * @return the variance that each had left before it was seen
   */
  <T extends FieldElement<T>> List<T> see(
      States<T> states, Filter<T> filter, List<Letter> letters, int time, double[] scales) {
    List<T> variances = new ArrayList<>();
    for (Letter letter : letters) {
      if (!exists(letter, time)) {
        continue;
      }
      int place = states.place(letter.process(), letter.lag());
      T variance = filter.variance(place);
      if (filter.isNothing(variance, scales[letter.process()])) {
        throw new Degenerate(names.get(letter.process()) + "[" + (time - letter.lag()) + "]");
      }
      variances.add(variance);
      filter.see(place);
    }
    return variances;
  }

  /** The letters that a pattern shows newly at each time. */
  List<Letter> shown(Pattern pattern) {
    List<Letter> shown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (pattern.delays().get(i) != Pattern.HIDDEN) {
        shown.add(new Letter(i, pattern.delays().get(i), true));
      }
    }
    return shown;
  }
}
