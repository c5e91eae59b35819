package sit.eval;

/** What statements are carried out for. */
public enum Purpose {
  /** Every statement is evaluated. */
  RUN,
  /** Every statement is evaluated, and what is typed next can name the values: {@code _}. */
  PROMPT,
  /** Claims, derivations and lemmas are judged; values are not computed. */
  CHECK,
  /** Only what is declared counts; a lemma is judged when it is cited. */
  LOAD;

  /** Whether values are wanted. */
  boolean evaluates() {
    return this == RUN || this == PROMPT;
  }
}
