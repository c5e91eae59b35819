package sit.numeric.process;

import java.util.List;

/**
 * Some letters of a state, numbered together; letters from before a process's prefix begins are
 * left out.
 *
 * @param from the time of the first letter that counts, for each letter
 */
record Labels(States states, List<Letter> letters, List<Integer> from) {

  /** The letters that a pattern shows newly at each time. */
  static Labels shown(States states, Pattern pattern) {
    List<Letter> letters = new java.util.ArrayList<>();
    List<Integer> from = new java.util.ArrayList<>();
    for (int i = 0; i < states.law().count(); i++) {
      if (pattern.sees(i)) {
        letters.add(new Letter(i, pattern.delay(i), true));
        from.add(1);
      }
    }
    return new Labels(states, letters, from);
  }

  /** Letters asked for on their own, those of a known past too. */
  static Labels asked(States states, List<Letter> letters) {
    List<Integer> from = new java.util.ArrayList<>();
    letters.forEach(
        letter -> from.add(letter.inPrefix() ? 1 : states.law().first(letter.process())));
    return new Labels(states, List.copyOf(letters), from);
  }

  /** From this time on every letter counts. */
  int steady() {
    int steady = 1;
    for (int i = 0; i < letters.size(); i++) {
      steady = Math.max(steady, from.get(i) + letters.get(i).lag());
    }
    return steady;
  }

  /** How many different labels there are. */
  double count() {
    double count = 1;
    for (Letter letter : letters) {
      count *= states.law().size(letter.process());
    }
    return count;
  }

  int label(int state, int time) {
    int label = 0;
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      boolean counts = time - letter.lag() >= from.get(i);
      int value = counts ? states.letter(state, letter.process(), letter.lag()) : 0;
      label = label * states.law().size(letter.process()) + value;
    }
    return label;
  }
}
