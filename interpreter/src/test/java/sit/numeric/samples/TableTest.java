package sit.numeric.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of samples in every format, packed and not, and what is wrong with bad ones. */
class TableTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (name.endsWith(".gz")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
        packed.write(bytes);
      }
      bytes = out.toByteArray();
    }
    return Files.write(file, bytes);
  }

  @Test
  void everyFormatHoldsTheSameRows() throws IOException {
    String[] files = {"a.csv", "b.csv.gz", "c.tsv", "d.json", "e.json", "f.jsonl"};
    String[] texts = {
      "x,y\n0.5,\"a, b\"\n2,c\n",
      "\uFEFFx,y\r\n0.5,\"a, b\"\r\n2,c\r\n",
      "x\ty\n0.5\ta, b\n2\tc\n",
      "[{\"x\": 0.5, \"y\": \"a, b\"}, {\"y\": \"c\", \"x\": 2}]",
      "{\"x\": [0.5, 2], \"y\": [\"a, b\", \"c\"]}",
      "{\"x\": 0.5, \"y\": \"a, b\"}\n\n{\"x\": 2.0, \"y\": \"c\"}\n"
    };
    for (int i = 0; i < files.length; i++) {
      Table table = Table.read(file(files[i], texts[i]), java.util.Optional.empty());
      assertThat(table.reals("x", "X").values()).as(files[i]).containsExactly(0.5, 2);
      assertThat(table.labels("y", "Y").alphabet()).containsExactly("a, b", "c");
      assertThat(table.labels("x", "X").alphabet()).containsExactly("0.5", "2");
    }
  }

  @Test
  void arraysOfNumPyAreRead() throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }";
    ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 32);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.ISO_8859_1));
    bytes.putDouble(1).putDouble(2).putDouble(-0.25).putDouble(1e300);
    Path file = Files.write(folder.resolve("x.npy"), bytes.array());
    Table table = Table.read(file, java.util.Optional.empty());
    assertThat(table.reals("1", "a").values()).containsExactly(1, -0.25);
    assertThat(table.reals("2", "b").values()).containsExactly(2, 1e300);
    Files.write(file, java.util.Arrays.copyOf(bytes.array(), bytes.capacity() - 1));
    assertThatThrownBy(() -> Table.read(file, java.util.Optional.empty()))
        .isInstanceOf(UnreadableSamples.class);
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws IOException {
    Path rows = file("a.csv", "x,y\n1,2\n\n3\n");
    assertThatThrownBy(() -> Table.read(rows, java.util.Optional.empty()))
        .isInstanceOfSatisfying(
            UnreadableSamples.class,
            e -> {
              assertThat(e.kind()).isEqualTo(UnreadableSamples.Kind.MALFORMED);
              assertThat(e.line()).isEqualTo(4);
            });
    Path json = file("a.jsonl", "{\"x\": 1}\n{\"x\": 1\n");
    assertThatThrownBy(() -> Table.read(json, java.util.Optional.empty()))
        .isInstanceOfSatisfying(UnreadableSamples.class, e -> assertThat(e.line()).isEqualTo(2));
    Path nan = file("b.csv", "x\n1\ninf\n");
    assertThatThrownBy(() -> Table.read(nan, java.util.Optional.empty()).reals("x", "X"))
        .isInstanceOfSatisfying(
            UnreadableSamples.class,
            e -> assertThat(e.kind()).isEqualTo(UnreadableSamples.Kind.NOT_A_NUMBER));
    assertThatThrownBy(() -> Table.read(folder.resolve("none.csv"), java.util.Optional.empty()))
        .isInstanceOfSatisfying(
            UnreadableSamples.class,
            e -> assertThat(e.kind()).isEqualTo(UnreadableSamples.Kind.MISSING));
  }

  @Test
  void cellsApartBySemicolonsAndColumnsWithoutNamesAreRead() throws IOException {
    Table table = Table.read(file("a.csv", "x;y\n0;1\n1;0\n"), java.util.Optional.empty());
    assertThat(table.header()).containsExactly("x", "y");
    Path numbers = file("b.csv", "0,1\n1,0\n");
    assertThatThrownBy(() -> Table.read(numbers, java.util.Optional.empty()))
        .isInstanceOf(UnreadableSamples.class);
    assertThat(Table.read(numbers, java.util.Optional.of(false)).rows()).hasSize(2);
    assertThat(Table.read(numbers, java.util.Optional.of(true)).rows()).hasSize(1);
  }

  @Test
  void nothingAmongNumbersIsNoOutcomeAndAmongTextsIsOne() throws IOException {
    for (String missing : new String[] {"", "NaN", "nan", "NA"}) {
      Table table =
          Table.read(
              file("c.csv", "x,y\n0,a\n" + missing + "," + missing + "\n1,b\n"),
              java.util.Optional.empty());
      assertThatThrownBy(() -> table.labels("x", "X")).isInstanceOf(UnreadableSamples.class);
      assertThat(table.labels("y", "Y").alphabet()).hasSize(3);
    }
  }
}
