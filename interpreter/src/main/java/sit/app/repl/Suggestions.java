package sit.app.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import sit.session.Completion;
import sit.session.Completions;
import sit.session.Session;

/** Completes what is typed at the prompt: the language's texts by the session, directives here. */
final class Suggestions implements Completer {
  private static final int WIDEST = 60;

  private final Supplier<Session> session;

  Suggestions(Supplier<Session> session) {
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    int place = 0;
    Completions found = of(line.line(), line.cursor(), session.get());
    for (Completion item : found.items()) {
      String about = item.summary().isEmpty() ? null : shortened(item.summary());
      candidates.add(
          new Candidate(item.text(), item.shown(), null, about, null, null, false, place++));
    }
  }

  private static String shortened(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3).stripTrailing() + "...";
  }

  /** What may stand at a place of what is typed. */
  static Completions of(String typed, int cursor, Session session) {
    if (!Directives.is(typed)) {
      return session.complete(typed, cursor);
    }
    String before = typed.substring(0, cursor);
    int space = before.indexOf(' ');
    if (before.startsWith("?")) {
      return named(before.substring(before.startsWith("??") ? 2 : 1), cursor, session);
    }
    if (space < 0) {
      return among(before, 0, cursor, Directive.words());
    }
    String rest = before.substring(space + 1);
    return switch (before.substring(0, space)) {
      case ":load", ":save", ":save-plot" -> files(rest, cursor, session);
      case ":set" -> among(rest, cursor - rest.length(), cursor, SettingsEditor.NAMES);
      case ":unit" -> among(rest, cursor - rest.length(), cursor, List.of("bits", "nats"));
      case ":help" -> named(rest, cursor, session);
      default ->
          shifted(session.complete(typed.substring(space + 1), cursor - space - 1), space + 1);
    };
  }

  private static Completions among(String begun, int start, int end, List<String> words) {
    List<Completion> items = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith(begun)) {
        String about = Directive.isName(word) ? Directive.of(word).summary() : "";
        items.add(new Completion(word, word, Completion.Kind.KEYWORD, about));
      }
    }
    return new Completions(start, end, items);
  }

  private static Completions named(String begun, int cursor, Session session) {
    return among(begun, cursor - begun.length(), cursor, session.names(begun));
  }

  private static Completions files(String begun, int cursor, Session session) {
    Completions found = session.complete('"' + begun, begun.length() + 1);
    return new Completions(cursor - begun.length(), cursor, found.items());
  }

  private static Completions shifted(Completions found, int by) {
    return new Completions(found.start() + by, found.end() + by, found.items());
  }

  /** Takes the candidates as they are: the session has chosen them. */
  static final class Matcher implements CompletionMatcher {
    private String word = "";
    private List<Candidate> all = List.of();

    @Override
    public void compile(
        Map<LineReader.Option, Boolean> options,
        boolean prefix,
        CompletingParsedLine line,
        boolean caseInsensitive,
        int errors,
        String originalGroupName) {
      word = line.word();
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
      all = candidates;
      return candidates;
    }

    @Override
    public Candidate exactMatch() {
      return null;
    }

    @Override
    public String getCommonPrefix() {
      String common = null;
      for (Candidate candidate : all) {
        String value = candidate.value();
        int length = 0;
        int most = common == null ? value.length() : Math.min(common.length(), value.length());
        while (length < most && (common == null || common.charAt(length) == value.charAt(length))) {
          length++;
        }
        common = value.substring(0, length);
      }
      return common != null && common.startsWith(word) ? common : word;
    }
  }
}
