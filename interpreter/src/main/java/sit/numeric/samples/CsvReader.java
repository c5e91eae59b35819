package sit.numeric.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads values separated by commas (RFC 4180) or by tabs. */
final class CsvReader {
  private final Path file;
  private final CSVFormat format;

  CsvReader(Path file, boolean tabs) {
    this.file = file;
    this.format =
        tabs
            ? CSVFormat.TDF
            : CSVFormat.RFC4180
                .builder()
                .setDelimiter(semicolons(file) ? ';' : ',')
                .setIgnoreEmptyLines(true)
                .get();
  }

  /** Where a comma is the decimal sign, spreadsheets put semicolons between cells. */
  private static boolean semicolons(Path file) {
    try (BufferedReader reader = new BufferedReader(OpenedFile.reader(file))) {
      String line = reader.readLine();
      return line != null && line.indexOf(';') >= 0 && line.indexOf(',') < 0;
    } catch (IOException e) {
      return false; // which is told when the file is read
    }
  }

  Table read(Optional<Boolean> header) {
    return read(header.orElse(true), header.isEmpty());
  }

  /**
   * Reads the rows.
   *
   * @param guessed whether it was not said that the first line has names
   */
  private Table read(boolean named, boolean guessed) {
    List<String> header = List.of();
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    int columns = -1;
    long line = 0;
    try (Reader reader = OpenedFile.reader(file);
        CSVParser parser = CSVParser.parse(reader, format)) {
      for (CSVRecord record : parser) {
        List<String> cells = new ArrayList<>();
        long inside = 0;
        for (String cell : record) {
          cells.add(cell.strip());
          inside += cell.chars().filter(c -> c == '\n').count();
        }
        line = parser.getCurrentLineNumber() - inside;
        if (columns < 0) {
          columns = cells.size();
          if (guessed && cells.stream().allMatch(Table::isNumber)) {
            throw UnreadableSamples.namesOrNumbers(file.toString(), String.join(", ", cells));
          }
          if (named) {
            header = cells;
            continue;
          }
          header = Table.numbers(columns);
        }
        if (cells.size() != columns) {
          String what = cells.size() + (cells.size() == 1 ? " cell" : " cells");
          throw UnreadableSamples.malformed(
              file.toString(), line, what + " where the first line has " + columns);
        }
        rows.add(cells);
        lines.add(line);
      }
    } catch (UncheckedIOException | IOException e) {
      boolean quotes = e instanceof CSVException || e.getCause() instanceof IOException;
      throw UnreadableSamples.malformed(
          file.toString(),
          line + 1,
          quotes ? "its quotation marks do not close" : "it cannot be read");
    }
    return new Table(file.toString(), header, named, rows, lines);
  }
}
