package sit.eval;

/** What statements are carried out for. */
public enum Purpose {
  /** Every statement is evaluated. */
  RUN,
  /** Claims, derivations and lemmas are judged; values are not computed. */
  CHECK,
  /** Only what is declared counts; a lemma is judged when it is cited. */
  LOAD
}
