package sit.numeric.samples;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads rows that are JSON objects with the same members or arrays of the same length: a list of
 * them, an object of columns, or one in every line.
 */
final class JsonReader {
  private final Path file;
  private final boolean lines;

  JsonReader(Path file, boolean lines) {
    this.file = file;
    this.lines = lines;
  }

  Table read() {
    List<JsonElement> rows = new ArrayList<>();
    List<Long> at = new ArrayList<>();
    long line = 0;
    try (Reader reader = OpenedFile.reader(file)) {
      if (lines) {
        BufferedReader buffered = new BufferedReader(reader);
        for (String text = buffered.readLine(); text != null; text = buffered.readLine()) {
          line++;
          if (!text.isBlank()) {
            rows.add(JsonParser.parseString(text));
            at.add(line);
          }
        }
      } else {
        JsonElement all = JsonParser.parseReader(reader);
        if (all.isJsonObject()) {
          return columns(all.getAsJsonObject());
        }
        if (!all.isJsonArray()) {
          throw UnreadableSamples.malformed(file.toString(), 0, "it is no list of rows");
        }
        for (JsonElement row : all.getAsJsonArray()) {
          rows.add(row);
          at.add(++line);
        }
      }
    } catch (JsonParseException | IOException e) {
      throw UnreadableSamples.malformed(file.toString(), line, "it is no JSON");
    }
    return table(rows, at);
  }

  private Table table(List<JsonElement> rows, List<Long> at) {
    Set<String> header = new LinkedHashSet<>();
    boolean named = !rows.isEmpty() && rows.get(0).isJsonObject();
    if (named) {
      header.addAll(rows.get(0).getAsJsonObject().keySet());
    } else if (!rows.isEmpty()) {
      header.addAll(
          Table.numbers(rows.get(0).isJsonArray() ? rows.get(0).getAsJsonArray().size() : 1));
    }
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      cells.add(row(rows.get(i), header, named, at.get(i)));
    }
    return new Table(file.toString(), List.copyOf(header), named, cells, at);
  }

  private List<String> row(JsonElement row, Set<String> header, boolean named, long line) {
    List<String> cells = new ArrayList<>();
    if (named && row.isJsonObject() && row.getAsJsonObject().keySet().equals(header)) {
      header.forEach(name -> cells.add(cell(row.getAsJsonObject().get(name))));
    } else if (!named && row.isJsonArray() && row.getAsJsonArray().size() == header.size()) {
      row.getAsJsonArray().forEach(value -> cells.add(cell(value)));
    } else if (!named && row.isJsonPrimitive() && header.size() == 1) {
      cells.add(cell(row));
    } else {
      String wanted =
          named ? "an object with " + String.join(", ", header) : "a list of " + header.size();
      throw UnreadableSamples.malformed(file.toString(), line, "it is not " + wanted);
    }
    return cells;
  }

  private Table columns(JsonObject columns) {
    List<String> header = List.copyOf(columns.keySet());
    List<List<String>> rows = new ArrayList<>();
    List<Long> at = new ArrayList<>();
    for (String name : header) {
      if (!columns.get(name).isJsonArray()) {
        throw UnreadableSamples.malformed(file.toString(), 0, "`" + name + "` is no list");
      }
      JsonArray column = columns.get(name).getAsJsonArray();
      if (column.size() != columns.get(header.get(0)).getAsJsonArray().size()) {
        throw UnreadableSamples.lengths(
            file.toString(),
            0,
            "`"
                + name
                + "` has "
                + column.size()
                + " samples, `"
                + header.get(0)
                + "` has "
                + columns.get(header.get(0)).getAsJsonArray().size());
      }
      for (int i = 0; i < column.size(); i++) {
        if (rows.size() == i) {
          rows.add(new ArrayList<>());
          at.add(i + 1L);
        }
        rows.get(i).add(cell(column.get(i)));
      }
    }
    return new Table(file.toString(), header, true, rows, at);
  }

  private static String cell(JsonElement value) {
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }
}
