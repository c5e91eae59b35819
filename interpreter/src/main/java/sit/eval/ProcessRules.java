package sit.eval;

import java.util.List;
import java.util.Optional;
import sit.source.Source;
import sit.typed.TypedStatement.LetterLaw;
import sit.value.Value;

/**
 * The law of a process as it was declared.
 *
 * @param alphabet its letters; none where these are real numbers
 * @param single the letters that have a line of their own, by their times
 * @param general the line for every other time from 1 on
 * @param source the text it stands in
 */
record ProcessRules(
    String name,
    List<Value> alphabet,
    java.util.SortedMap<Integer, LetterLaw> single,
    Optional<LetterLaw> general,
    Source source) {

  /** Whether its letters are real numbers. */
  boolean isReal() {
    return alphabet.isEmpty();
  }

  /** Whether no line says how its letters come about: their laws are to be chosen. */
  boolean isFree() {
    return single.isEmpty() && general.isEmpty();
  }

  /** The time of the first letter, at most 1. */
  int first() {
    return single.isEmpty() ? 1 : Math.min(1, single.firstKey());
  }

  /** How the letter of a time comes about, if it does. */
  Optional<LetterLaw> at(int time) {
    LetterLaw own = single.get(time);
    if (own != null) {
      return Optional.of(own);
    }
    return time >= 1 ? general : Optional.empty();
  }

  String letter(int time) {
    return name + "[" + time + "]";
  }
}
