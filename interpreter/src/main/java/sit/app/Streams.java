package sit.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a run of the program reads from and prints to, always in UTF-8.
 *
 * @param terminal whether a person sits at both ends
 * @param cursor whether what is printed there can be coloured and overwritten: not on a dumb
 *     terminal
 */
public record Streams(
    InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean cursor) {
  /** Those of this process. */
  public static Streams standard() {
    boolean terminal = System.console() != null;
    String kind = System.getenv("TERM");
    boolean dumb = kind == null || kind.isEmpty() || kind.equals("dumb");
    return new Streams(
        System.in,
        print(new FileOutputStream(FileDescriptor.out)),
        print(new FileOutputStream(FileDescriptor.err)),
        terminal,
        terminal && !dumb);
  }

  /** Streams over the given ends. */
  public static Streams of(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
    return new Streams(in, print(out), print(err), terminal, terminal);
  }

  private static PrintStream print(OutputStream to) {
    return new PrintStream(
        new java.io.BufferedOutputStream(to, 8192), false, StandardCharsets.UTF_8);
  }
}
