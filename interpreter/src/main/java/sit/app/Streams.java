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
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
  /** Those of this process. */
  public static Streams standard() {
    return new Streams(
        System.in,
        print(new FileOutputStream(FileDescriptor.out)),
        print(new FileOutputStream(FileDescriptor.err)),
        System.console() != null);
  }

  /** Streams over the given ends. */
  public static Streams of(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
    return new Streams(in, print(out), print(err), terminal);
  }

  private static PrintStream print(OutputStream to) {
    return new PrintStream(
        new java.io.BufferedOutputStream(to, 8192), false, StandardCharsets.UTF_8);
  }
}
