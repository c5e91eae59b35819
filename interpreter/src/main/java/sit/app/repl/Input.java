package sit.app.repl;

import java.io.IOException;

/** Where what a person types comes from, a statement or a directive at a time. */
interface Input extends AutoCloseable {
  /**
   * What is typed next; null where nothing more comes.
   *
   * @throws IOException if it cannot be read
   */
  String read() throws IOException;

  /** Gives the terminal back as it was. */
  @Override
  void close();
}
