package sit.app.repl;

import sit.eval.Purpose;
import sit.session.Session;
import sit.source.Source;

/** What the prompt talks to: a session whose answers it prints. */
public interface Answerer {
  Session session();

  /** Forgets everything that was declared, and keeps the settings. */
  void reset();

  /**
   * Carries out a text and prints what comes of it.
   *
   * @return whether it went without an error
   */
  boolean answer(Source source, Purpose purpose);

  /** Whether proofs are printed, and what was tried. */
  void proofs(boolean shown);
}
