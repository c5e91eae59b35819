package sit.prove;

import sit.term.Group;

/**
 * Where something is said in a program for every horizon: at the ends, at a generic time, or at a
 * generic pair of times. The pieces of each carry a mark in their names, so that they do not mix.
 */
enum Level {
  ENDS(""),
  STEP(":t"),
  INNER(":s");

  private final String mark;

  Level(String mark) {
    this.mark = mark;
  }

  /** A name with the mark; what a name ends in if its variable is continuous stays last. */
  String marked(String name) {
    String plain = sit.term.Variable.plain(name);
    return plain + mark + name.substring(plain.length());
  }

  /** The level of a marked name. */
  static Level of(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? ENDS : name.startsWith(STEP.mark, colon) ? STEP : INNER;
  }

  /** The level of a group of pieces; the ends for the empty one. */
  static Level of(Group group) {
    return group.isEmpty() ? ENDS : of(group.variables().first().name());
  }

  /** A name without its mark. */
  static String plain(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon) + name.substring(colon + STEP.mark.length());
  }
}
