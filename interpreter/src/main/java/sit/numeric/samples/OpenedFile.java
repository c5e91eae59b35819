package sit.numeric.samples;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of samples or text: packed by gzip or not, which its first bytes tell. */
public final class OpenedFile {
  private OpenedFile() {}

  /**
   * The bytes of a file, unpacked.
   *
   * @throws UnreadableSamples if there is no such file
   */
  static InputStream bytes(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw UnreadableSamples.missing(file.toString());
    }
    try {
      InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      plain.mark(2);
      boolean packed = plain.read() == 0x1F && plain.read() == 0x8B;
      plain.reset();
      return packed ? new GZIPInputStream(plain, 1 << 16) : plain;
    } catch (IOException e) {
      throw UnreadableSamples.malformed(file.toString(), 0, "it cannot be unpacked");
    }
  }

  /** Its text, which is UTF-8; a byte order mark at its beginning is no part of it. */
  static Reader reader(Path file) throws IOException {
    Reader reader = new InputStreamReader(bytes(file), StandardCharsets.UTF_8);
    java.io.BufferedReader buffered = new java.io.BufferedReader(reader);
    buffered.mark(1);
    if (buffered.read() != '\uFEFF') {
      buffered.reset();
    }
    return buffered;
  }

  /** The whole text of a file; bytes that are no UTF-8 are an error. */
  public static String text(Path file) {
    try (InputStream in = bytes(file)) {
      return decoded(file.toString(), in.readAllBytes());
    } catch (IOException e) {
      throw UnreadableSamples.malformed(file.toString(), 0, "it cannot be unpacked");
    }
  }

  /** The text in the bytes of a file, which may be packed. */
  public static String text(String name, byte[] content) {
    boolean packed = content.length > 1 && content[0] == 0x1F && content[1] == (byte) 0x8B;
    if (!packed) {
      return decoded(name, content);
    }
    try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(content))) {
      return decoded(name, in.readAllBytes());
    } catch (IOException e) {
      throw UnreadableSamples.malformed(name, 0, "it cannot be unpacked");
    }
  }

  private static String decoded(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw UnreadableSamples.malformed(name, 0, "its bytes are no text in UTF-8");
    }
  }
}
