package sit.app.repl;

import java.util.concurrent.atomic.AtomicBoolean;

/** What the prompt talks to. */
public interface Answerer {
  /** Whether a text can be evaluated as it stands, right or wrong; false if a statement goes on. */
  boolean isComplete(String text);

  /**
   * Evaluates a text and prints what comes of it.
   *
   * @param cancelled set from outside when the work is to stop
   * @return whether it went without an error
   */
  boolean answer(String text, AtomicBoolean cancelled);
}
