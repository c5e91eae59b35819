package sit.eval;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sit.term.Index;
import sit.typed.Shape;

/**
 * In which world an expression is walked: among numbers, where a measure of variables with laws is
 * computed, or among terms, where entropies are atoms and measures unfold as far as asked.
 */
sealed interface Domain {
  /** Numbers where every variable has a law; what has none stays as it was written. */
  record Numeric() implements Domain {}

  /**
   * Terms over joint entropies: every measure is unfolded.
   *
   * @param kept functions whose values at symbols are kept as they stand
   * @param conditions where it is collected under which conditions all makes sense
   */
  record Entropies(Set<String> kept, Conditions conditions) implements Domain {
    Entropies() {
      this(Set.of(), new Conditions());
    }
  }

  /** Terms over {@code H(_ | _)}, {@code I(_; _)} and {@code I(_; _ | _)}. */
  record Informations() implements Domain {}

  /**
   * Terms over joint entropies, as {@link Entropies}, in which indices near a large number are
   * written relative to the horizon that it is.
   */
  record AtHorizon(int length) implements Domain {
    private static final int NEAR = 8;

    /** An index, relative to the horizon where it is near it. */
    Index relative(Index index) {
      OptionalInt value = index.value();
      boolean near = value.isPresent() && Math.abs(value.getAsInt() - length) <= NEAR;
      return near && length > 2 * NEAR
          ? Index.symbol(LongPrefixes.HORIZON).plus(value.getAsInt() - length)
          : index;
    }
  }

  /**
   * Terms in which the outermost measures are unfolded once, or only those of one name.
   *
   * @param only the name of the measures to unfold, or all
   * @param below whether a measure was unfolded on the way here
   */
  record OneLevel(Optional<String> only, boolean below) implements Domain {}

  /** Whether a measure is unfolded here. */
  default boolean unfolds(Shape shape) {
    if (this instanceof OneLevel level) {
      return level.only().isEmpty() ? !level.below() : level.only().get().equals(shape.name());
    }
    return this instanceof Informations ? !isPrimary(shape) : speaksOfEntropies();
  }

  /** Whether names of values stand for their values in entropies, and measures unfold. */
  default boolean speaksOfEntropies() {
    return this instanceof Entropies || this instanceof Informations || this instanceof AtHorizon;
  }

  private static boolean isPrimary(Shape shape) {
    String form = shape.name() + String.join("", shape.separators());
    return !shape.variadic() && (form.equals("H|") || form.equals("I;") || form.equals("I;|"));
  }

  /** The world of a measure's body. */
  default Domain inside() {
    return this instanceof OneLevel level && level.only().isEmpty()
        ? new OneLevel(level.only(), true)
        : this;
  }

  default boolean isNumeric() {
    return this instanceof Numeric;
  }
}
