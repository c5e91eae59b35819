package sit.app.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** What was carried out in this session, and what it answered, for requests of history. */
final class Inputs {
  private final List<Entry> entries = new ArrayList<>();

  /** An input with its number and what it answered; the answer is empty where there was none. */
  private record Entry(int line, String input, String output) {}

  void add(int line, String input, String output) {
    entries.add(new Entry(line, input, output));
  }

  /** The content of the reply to a request. */
  JsonObject answer(Message request) {
    List<Entry> found =
        switch (request.text("hist_access_type", "tail")) {
          case "range" -> range(request);
          case "search" -> search(request);
          default -> last(entries, request.number("n", entries.size()));
        };
    JsonArray history = new JsonArray();
    for (Entry entry : found) {
      JsonArray item = new JsonArray();
      item.add(1);
      item.add(entry.line);
      if (request.flag("output", false)) {
        JsonArray pair = new JsonArray();
        pair.add(entry.input);
        pair.add(
            entry.output.isEmpty()
                ? JsonNull.INSTANCE
                : new com.google.gson.JsonPrimitive(entry.output));
        item.add(pair);
      } else {
        item.add(entry.input);
      }
      history.add(item);
    }
    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    content.add("history", history);
    return content;
  }

  private static List<Entry> last(List<Entry> all, int count) {
    return all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size());
  }

  /** Sessions are told by number; 0 is this one, and 1 is what the entries say of it. */
  private List<Entry> range(Message request) {
    int session = request.number("session", 0);
    int start = request.number("start", 1);
    int stop = request.number("stop", Integer.MAX_VALUE);
    if (session != 0 && session != 1) {
      return List.of();
    }
    return entries.stream().filter(e -> e.line >= start && e.line < stop).toList();
  }

  private List<Entry> search(Message request) {
    String pattern = request.text("pattern", "*");
    Map<String, Entry> unique = new LinkedHashMap<>();
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (matches(pattern, entry.input)) {
        found.add(entry);
        unique.remove(entry.input);
        unique.put(entry.input, entry);
      }
    }
    List<Entry> all = request.flag("unique", false) ? List.copyOf(unique.values()) : found;
    return last(all, request.number("n", all.size()));
  }

  private static boolean matches(String pattern, String input) {
    try {
      String flat = input.replace('/', '\u0001').replace('\n', ' ');
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace('/', '\u0001'));
      return matcher.matches(java.nio.file.Path.of(flat));
    } catch (PatternSyntaxException | InvalidPathException e) {
      return input.contains(pattern);
    }
  }
}
