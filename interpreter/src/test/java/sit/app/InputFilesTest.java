package sit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;

/** Files as people have them: missing, mistyped, binary, empty, with a mark of their encoding. */
class InputFilesTest {
  @TempDir Path folder;

  private static InputStream stdin(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private static Diagnostic refused(String name) {
    ReportedError error =
        catchThrowableOfType(ReportedError.class, () -> InputFiles.read(name, stdin("")));
    assertThat(error).as(name).isNotNull();
    return error.diagnostic();
  }

  @Test
  void textIsReadAndAMarkOfTheEncodingIsDropped() throws IOException {
    String file = write("a.sit", "\uFEFFH(α)\n".getBytes(StandardCharsets.UTF_8));
    assertThat(InputFiles.read(file, stdin(""))).isEqualTo(new Source(file, "H(α)\n"));
    assertThat(InputFiles.read(write("b.sit", new byte[0]), stdin("")).text()).isEmpty();
  }

  @Test
  void aDashIsStandardInput() {
    assertThat(InputFiles.read("-", stdin("1 + 1"))).isEqualTo(new Source("<stdin>", "1 + 1"));
  }

  @Test
  void aMistypedNameFindsItsNeighbour() throws IOException {
    write("massey.sit", new byte[0]);
    Diagnostic diagnostic = refused(folder.resolve("masey.sit").toString());
    assertThat(diagnostic.code()).isEqualTo("no-such-file");
    assertThat(diagnostic.help()).endsWith("massey.sit");
    assertThat(refused(folder.resolve("no/where.sit").toString()).code()).isEqualTo("no-such-file");
    assertThat(refused("").code()).isEqualTo("no-such-file");
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(refused(folder.toString()).code()).isEqualTo("directory");
  }

  @Test
  void bytesThatAreNoTextAreNamed() throws IOException {
    Diagnostic zero = refused(write("zero", new byte[] {'a', '\n', 'b', 0, 'c'}));
    assertThat(zero.code()).isEqualTo("not-text");
    assertThat(zero.message()).contains("zero byte in line 2");
    Diagnostic latin = refused(write("latin", new byte[] {'a', (byte) 0xe9, 'b'}));
    assertThat(latin.message()).contains("byte 0xe9 in line 1");
    assertThat(refused(write("cut", new byte[] {'a', (byte) 0xe2, (byte) 0x88})).code())
        .isEqualTo("not-text");
  }
}
