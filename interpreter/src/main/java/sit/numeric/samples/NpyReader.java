package sit.numeric.samples;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Reads arrays of numbers as NumPy writes them (NEP 1): one axis is a column, of two the first are
 * the rows. Kinds {@code f4 f8 i1 i2 i4 i8 u1 b1}, either byte order.
 */
final class NpyReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private final Path file;

  NpyReader(Path file) {
    this.file = file;
  }

  Table read() {
    try (DataInputStream in = new DataInputStream(OpenedFile.bytes(file))) {
      byte[] start = in.readNBytes(8);
      if (start.length < 8 || !java.util.Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
        throw malformed("it does not begin as a NumPy array");
      }
      int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
      if (start[6] > 1) {
        length |= Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16;
      }
      String header = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
      return table(header, ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw malformed("it ends too early");
    }
  }

  private UnreadableSamples malformed(String what) {
    return UnreadableSamples.malformed(file.toString(), 0, what);
  }

  private Table table(String header, ByteBuffer data) {
    String kind = between(header, "'descr': '", "'");
    boolean columnsFirst = header.contains("'fortran_order': True");
    List<Integer> shape = new ArrayList<>();
    StringTokenizer sizes = new StringTokenizer(between(header, "'shape': (", ")"), ", ");
    while (sizes.hasMoreTokens()) {
      shape.add(Integer.parseInt(sizes.nextToken()));
    }
    if (shape.isEmpty() || shape.size() > 2) {
      throw malformed("it has " + shape.size() + " axes where one or two are samples");
    }
    data.order(kind.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int rows = shape.get(0);
    int columns = shape.size() == 2 ? shape.get(1) : 1;
    String type = kind.substring(1);
    int width = type.length() == 2 && Character.isDigit(type.charAt(1)) ? type.charAt(1) - '0' : 0;
    if (data.remaining() < (long) rows * columns * width) {
      throw malformed("it ends too early");
    }
    List<List<String>> cells = new ArrayList<>();
    List<Long> at = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(number(type, data, width * (columnsFirst ? j * rows + i : i * columns + j)));
      }
      cells.add(row);
      at.add(i + 1L);
    }
    return new Table(file.toString(), Table.numbers(columns), false, cells, at);
  }

  private String number(String type, ByteBuffer data, int at) {
    return switch (type) {
      case "f8" -> Double.toString(data.getDouble(at));
      case "f4" -> Double.toString(data.getFloat(at));
      case "i8" -> Long.toString(data.getLong(at));
      case "i4" -> Integer.toString(data.getInt(at));
      case "i2" -> Integer.toString(data.getShort(at));
      case "i1", "b1" -> Integer.toString(data.get(at));
      case "u1" -> Integer.toString(data.get(at) & 0xFF);
      default -> throw malformed("its numbers are of the kind `" + type + "`");
    };
  }

  private String between(String header, String open, String close) {
    int from = header.indexOf(open);
    int to = from < 0 ? -1 : header.indexOf(close, from + open.length());
    if (to < 0) {
      throw malformed("its header does not say what it holds");
    }
    return header.substring(from + open.length(), to);
  }
}
