package sit.app.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sit.eval.Purpose;
import sit.limits.Seed;
import sit.session.Settings;
import sit.source.Source;
import sit.value.Unit;

/** Shows and changes what holds for a session: {@code :set memory 1024}. */
final class SettingsEditor {
  static final List<String> NAMES = List.of("unit", "time", "memory", "seed", "proofs");

  private final Answerer answerer;
  private boolean proofs = true;

  SettingsEditor(Answerer answerer) {
    this.answerer = answerer;
  }

  /** What {@code :set} answers to what stands after it. */
  String command(String rest) {
    if (rest.isEmpty()) {
      List<String> lines = new ArrayList<>();
      NAMES.forEach(name -> lines.add("  " + line(name)));
      return String.join("\n", lines);
    }
    int space = rest.indexOf(' ');
    String name = (space < 0 ? rest : rest.substring(0, space)).toLowerCase(Locale.ROOT);
    String value = space < 0 ? "" : rest.substring(space + 1).strip();
    if (!NAMES.contains(name)) {
      throw DirectiveError.setting(name, NAMES);
    }
    return value.isEmpty() ? line(name) : set(name, value);
  }

  /** A setting and what it is for. */
  String line(String name) {
    Settings now = answerer.session().settings();
    return switch (name) {
      case "unit" -> "unit " + unit() + "    of information: bits or nats";
      case "time" ->
          now.seconds() < Double.POSITIVE_INFINITY
              ? "time " + seconds(now.seconds()) + "    seconds that a claim or a value may take"
              : "time off    no limit; `:time 10` gives each claim or value ten seconds";
      case "memory" -> "memory " + now.megabytes() + "    megabytes of the largest table";
      case "seed" -> "seed " + now.seed().value() + "    where searches start";
      default -> "proofs " + (proofs ? "on" : "off") + "    whether proofs are printed";
    };
  }

  private static String seconds(double seconds) {
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }

  private String unit() {
    return answerer.session().workspace().unit() == Unit.NAT ? "nats" : "bits";
  }

  /** Changes a setting; answers with it. */
  String set(String name, String value) {
    Settings now = answerer.session().settings();
    switch (name) {
      case "unit" -> unit(value);
      case "time" -> change(now.withSeconds(time(value)));
      case "memory" -> change(now.withMegabytes(megabytes(value)));
      case "seed" -> change(now.withSeed(new Seed(seed(value))));
      default -> {
        proofs = on(value);
        answerer.proofs(proofs);
      }
    }
    return line(name);
  }

  private void change(Settings settings) {
    answerer.session().settings(settings);
  }

  private void unit(String value) {
    if (!value.equals("bits") && !value.equals("nats")) {
      throw DirectiveError.value("unit", value, "bits or nats", List.of("bits", "nats"));
    }
    answerer.answer(new Source("<input>", "unit " + value), Purpose.LOAD);
  }

  private static double time(String value) {
    if (value.equals("off")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double seconds = Double.parseDouble(value);
      if (seconds > 0) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      throw noTime(value);
    }
    throw noTime(value);
  }

  private static DirectiveError noTime(String value) {
    return DirectiveError.value("time", value, "a number of seconds, or off", List.of("off"));
  }

  private static long megabytes(String value) {
    int megabytes = whole(value);
    if (megabytes < 1) {
      throw DirectiveError.value("memory", value, "a whole number of megabytes", List.of());
    }
    return megabytes;
  }

  private static long seed(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw DirectiveError.value("seed", value, "a whole number", List.of());
    }
  }

  private static boolean on(String value) {
    if (!value.equals("on") && !value.equals("off")) {
      throw DirectiveError.value("proofs", value, "on or off", List.of("on", "off"));
    }
    return value.equals("on");
  }

  /** A positive whole number, or 0 where the text is none. */
  static int whole(String value) {
    try {
      return Math.max(0, Integer.parseInt(value));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
