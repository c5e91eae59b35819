package sit.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.source.Spelling;

/** Reads the files that a person names, and says what is wrong with one that is no text. */
public final class InputFiles {
  private static final int LARGEST = 64 << 20;

  private InputFiles() {}

  /**
   * The text of a file, or of {@code input} where the name is {@code -}.
   *
   * @throws ReportedError if there is no such file, or it is no UTF-8 text
   */
  public static Source read(String name, InputStream input) {
    if (name.equals("-")) {
      try {
        return decode("<stdin>", input.readNBytes(LARGEST + 1));
      } catch (IOException e) {
        throw unreadable("<stdin>", e);
      }
    }
    File file = new File(name);
    if (file.isDirectory()) {
      throw error(name, "directory", "`" + name + "` is a directory, not a file", "");
    }
    if (!file.exists()) {
      throw error(name, "no-such-file", "there is no file `" + name + "`", similar(file));
    }
    if (file.length() > LARGEST) {
      throw tooLarge(name);
    }
    try {
      Path path = file.toPath();
      if (!Files.isReadable(path)) {
        throw error(name, "unreadable-file", "`" + name + "` may not be read by this user", "");
      }
      return decode(name, Files.readAllBytes(path));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static Source decode(String name, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw tooLarge(name);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw notText(name, bytes, i, "a zero byte");
      }
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int value = bytes[in.position()] & 0xff;
      throw notText(name, bytes, in.position(), "byte 0x" + Integer.toHexString(value));
    }
    String text = out.flip().toString();
    return new Source(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static ReportedError notText(String name, byte[] bytes, int at, String what) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    String message = "`" + name + "` is no UTF-8 text: " + what + " in line " + line;
    return error(name, "not-text", message, "");
  }

  private static ReportedError tooLarge(String name) {
    return error(name, "too-large", "`" + name + "` is larger than 64 MB", "");
  }

  private static ReportedError unreadable(String name, IOException e) {
    String reason = e.getMessage() == null ? "" : ": " + e.getMessage();
    return error(name, "unreadable-file", "`" + name + "` cannot be read" + reason, "");
  }

  /** A file beside the missing one that may have been meant. */
  private static String similar(File missing) {
    File folder = missing.getAbsoluteFile().getParentFile();
    String[] names = folder == null ? null : folder.list();
    if (names == null) {
      return folder == null ? "" : "nor is there a folder `" + missing.getParent() + "`";
    }
    Optional<String> closest = Spelling.closest(missing.getName(), List.of(names));
    if (closest.isEmpty()) {
      return "";
    }
    String parent = missing.getParent();
    return "there is " + (parent == null ? "" : parent + File.separator) + closest.get();
  }

  private static ReportedError error(String name, String code, String message, String help) {
    return new ReportedError(
        new Diagnostic(new Source(name, ""), Span.NONE, code, message, "", help));
  }
}
