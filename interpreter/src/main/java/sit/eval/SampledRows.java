package sit.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sit.exact.Rational;
import sit.numeric.samples.Column;
import sit.numeric.samples.EntropySum;
import sit.numeric.samples.Rows;
import sit.source.Span;
import sit.term.Group;
import sit.term.Monomial;
import sit.term.NormalForm;
import sit.term.Variable.Block;
import sit.term.Variable.Letter;

/**
 * Rows of samples for a measure: a column for each random variable, or for each letter of a process
 * in a window that slides along its samples.
 */
final class SampledRows {
  private final Evaluator evaluator;
  private final SampleErrors errors;

  SampledRows(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.errors = new SampleErrors(evaluator.source());
  }

  /**
   * Rows and the sum of entropies of their columns that a measure is.
   *
   * @param names for each column the variable or the process it is of
   */
  record Framed(Rows rows, EntropySum sum, List<String> names) {
    /** Whether the same processes are among these columns and those. */
    boolean share(int[] some, int[] others) {
      for (int a : some) {
        for (int b : others) {
          if (names.get(a).equals(names.get(b))) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** What was observed of a name. */
  Observed observed(String name, Span at) {
    Optional<Variable> variable = evaluator.environment().variable(name);
    return variable.flatMap(Variable::samples).orElseThrow(() -> errors.noSamples(at, name));
  }

  /** One letter of a process, or a random variable as its letter at time 0. */
  private record Place(String name, boolean letter, int time) {}

  Framed of(NormalForm form, Span at) {
    Map<Place, Integer> columns = new LinkedHashMap<>();
    List<EntropySum.Part> parts = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> entry : form.coefficients().entrySet()) {
      if (!entry.getKey().isEntropy()) {
        throw errors.notEstimable(at);
      }
      Set<Integer> group = new LinkedHashSet<>();
      for (Place place : places(entry.getKey().group(), at)) {
        group.add(columns.computeIfAbsent(place, p -> columns.size()));
      }
      double times = LongPrefixes.bounded(entry.getValue()).value();
      parts.add(new EntropySum.Part(times, group));
    }
    if (parts.isEmpty()) {
      throw errors.notEstimable(at);
    }
    List<String> names = new ArrayList<>();
    columns.keySet().forEach(place -> names.add(place.name()));
    return new Framed(rows(List.copyOf(columns.keySet()), at), new EntropySum(parts), names);
  }

  private List<Place> places(Group group, Span at) {
    List<Place> places = new ArrayList<>();
    for (sit.term.Variable variable : group) {
      if (variable instanceof Letter letter && letter.at().value().isPresent()) {
        places.add(place(letter.toString()));
      } else if (variable instanceof Block block
          && block.from().value().isPresent()
          && block.to().value().isPresent()) {
        for (int t = block.from().value().getAsInt(); t <= block.to().value().getAsInt(); t++) {
          places.add(place(new Letter(block.name(), sit.term.Index.of(t)).toString()));
        }
      } else if (variable instanceof sit.term.Variable.Single) {
        places.add(new Place(variable.toString(), false, 0));
      } else {
        throw errors.notEstimable(at);
      }
    }
    return places;
  }

  private static Place place(String letter) {
    int bracket = letter.lastIndexOf('[');
    int time = Integer.parseInt(letter.substring(bracket + 1, letter.length() - 1));
    return new Place(letter.substring(0, bracket), true, time);
  }

  private Rows rows(List<Place> places, Span at) {
    boolean letters = places.get(0).letter();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    boolean sequential = letters;
    List<Column> whole = new ArrayList<>();
    for (Place place : places) {
      if (place.letter() != letters) {
        throw errors.notEstimable(at);
      }
      first = Math.min(first, place.time());
      last = Math.max(last, place.time());
      Observed observed = observed(place.name(), at);
      if (observed.process() != letters) {
        throw errors.notEstimable(at);
      }
      sequential &= !observed.counted();
      whole.add(observed.column());
    }
    requireAligned(whole, at);
    if (!letters) {
      return new Rows(whole, false);
    }
    int[] begun = starts(whole.get(0), last - first + 1);
    if (begun.length == 0) {
      throw errors.tooFewSamples(at, whole.get(0).size(), last - first + 1);
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      int shift = places.get(i).time() - first;
      int[] moved = new int[begun.length];
      for (int row = 0; row < moved.length; row++) {
        moved[row] = begun[row] + shift;
      }
      columns.add(whole.get(i).at(moved));
    }
    return new Rows(columns, sequential);
  }

  /** Samples that are looked at together are as many, and begin anew at the same places. */
  void requireAligned(List<? extends Column> columns, Span at) {
    Column model = columns.get(0);
    for (Column column : columns) {
      if (column.size() != model.size()) {
        String what =
            "`"
                + model.name()
                + "` has "
                + model.size()
                + " samples, `"
                + column.name()
                + "` has "
                + column.size();
        throw errors.lengthsDisagree(at, what);
      }
      if (column instanceof Column.Labels a
          && model instanceof Column.Labels b
          && !java.util.Arrays.equals(a.starts(), b.starts())) {
        String what = "the sequences of `" + a.name() + "` and `" + b.name() + "` differ in length";
        throw errors.lengthsDisagree(at, what);
      }
    }
  }

  /** Where a window of a width can stand without reaching over the end of a sequence. */
  private static int[] starts(Column column, int width) {
    int[] sequences = column instanceof Column.Labels labels ? labels.starts() : new int[] {0};
    java.util.stream.IntStream.Builder begun = java.util.stream.IntStream.builder();
    for (int s = 0; s < sequences.length; s++) {
      int end = s + 1 < sequences.length ? sequences[s + 1] : column.size();
      for (int i = sequences[s]; i + width <= end; i++) {
        begun.add(i);
      }
    }
    return begun.build().toArray();
  }
}
