package sit.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sit.session.Stage;
import sit.source.Spelling;

/**
 * Reads a command line. By hand, since a library for it would cost a third of the time that a start
 * takes.
 */
final class ArgumentParser {
  private static final List<String> COMMON =
      List.of(
          "--format",
          "--unit",
          "--time",
          "--memory",
          "--seed",
          "--show",
          "--quiet",
          "--no-color",
          "--help",
          "--version");
  private static final List<String> OF_FORMATTING = List.of("--check", "--unicode", "--ascii");
  private static final List<String> FORMATS = List.of("text", "json", "latex", "html", "markdown");
  private static final List<String> UNITS = List.of("bits", "nats");

  /** In the order of {@link Stage}. */
  private static final List<String> STAGES =
      List.of("syntax", "typed", "term", "normal", "certificate");

  private final String[] arguments;
  private int next;
  private Command command;
  private final List<String> operands = new ArrayList<>();
  private Request.Format format = Request.Format.TEXT;
  private String unit;
  private OptionalDouble seconds = OptionalDouble.empty();
  private OptionalLong megabytes = OptionalLong.empty();
  private OptionalLong seed = OptionalLong.empty();
  private Stage show;
  private boolean quiet;
  private boolean color = true;
  private String with;
  private String to;
  private String using;
  private boolean checkOnly;
  private String out;
  private boolean standalone;
  private String theory;
  private String prefix;
  private boolean unicode;

  private ArgumentParser(String[] arguments) {
    this.arguments = arguments;
  }

  /**
   * What the arguments ask for.
   *
   * @throws UsageError if they cannot be understood
   */
  static Request parse(String... arguments) {
    return new ArgumentParser(arguments).parse();
  }

  private Request parse() {
    List<String> options = new ArrayList<>();
    boolean operandsOnly = false;
    while (next < arguments.length) {
      String argument = arguments[next++];
      if (operandsOnly) {
        operand(argument);
      } else if (argument.equals("--")) {
        operandsOnly = true;
      } else if (argument.startsWith("--")) {
        options.add(option(argument));
      } else if (argument.equals("-h")) {
        return help();
      } else if (argument.length() > 1
          && argument.charAt(0) == '-'
          && (command == null || !command.takesExpression())) {
        throw new UsageError(
            "unknown option `" + argument + "`; `sit help` lists the options, and `--` ends them");
      } else {
        operand(argument);
      }
      if (command == Command.HELP || command == Command.VERSION) {
        return request();
      }
    }
    return finish(options);
  }

  private void operand(String argument) {
    if (command == null) {
      command = Command.of(argument);
      if (command != null) {
        return;
      }
      command = Command.RUN;
      if (!isFile(argument)) {
        throw unknown("command or file", argument, Command.words());
      }
    }
    operands.add(argument);
  }

  private static boolean isFile(String argument) {
    return argument.equals("-")
        || argument.indexOf('.') > 0
        || argument.indexOf('/') >= 0
        || new java.io.File(argument).exists();
  }

  /** Reads one option and its value, and gives back its name. */
  private String option(String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    String given = equals < 0 ? null : argument.substring(equals + 1);
    switch (name) {
      case "--format" -> format = format(value(name, given));
      case "--unit" -> unit = oneOf(name, value(name, given), UNITS);
      case "--time" -> seconds = OptionalDouble.of(seconds(value(name, given)));
      case "--memory" -> megabytes = OptionalLong.of(megabytes(value(name, given)));
      case "--seed" -> seed = OptionalLong.of(integer(name, value(name, given)));
      case "--show" -> show = stage(oneOf(name, value(name, given), STAGES));
      case "--quiet" -> quiet = flag(name, given);
      case "--no-color" -> color = !flag(name, given);
      case "--with" -> with = value(name, given);
      case "--to" -> to = oneOf(name, value(name, given), List.of("entropies"));
      case "--using" -> using = value(name, given);
      case "--check" -> checkOnly = flag(name, given);
      case "--out" -> out = value(name, given);
      case "--user" -> flag(name, given);
      case "--theory" -> theory = value(name, given);
      case "--prefix" -> prefix = value(name, given);
      case "--standalone" -> standalone = flag(name, given);
      case "--unicode" -> unicode = flag(name, given);
      case "--ascii" -> unicode = !flag(name, given);
      case "--help" -> command = Command.HELP;
      case "--version" -> command = Command.VERSION;
      default -> throw unknown("option", name, all());
    }
    return name;
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(List.of("--with", "--to", "--using", "--out", "--standalone", "--user", "--prefix"));
    all.add("--theory");
    all.addAll(OF_FORMATTING);
    return all;
  }

  private String value(String name, String given) {
    if (given != null) {
      return given;
    }
    if (next == arguments.length) {
      throw new UsageError("`" + name + "` wants a value after it");
    }
    return arguments[next++];
  }

  private static boolean flag(String name, String given) {
    if (given != null) {
      throw new UsageError("`" + name + "` takes no value");
    }
    return true;
  }

  private static Request.Format format(String value) {
    return switch (oneOf("--format", value, FORMATS)) {
      case "json" -> Request.Format.JSON;
      case "latex" -> Request.Format.LATEX;
      case "html" -> Request.Format.HTML;
      case "markdown" -> Request.Format.MARKDOWN;
      default -> Request.Format.TEXT;
    };
  }

  private static String oneOf(String name, String value, List<String> values) {
    if (values.contains(value)) {
      return value;
    }
    throw new UsageError(
        "`" + name + "` is " + String.join(" or ", values) + ", not `" + value + "`");
  }

  private static Stage stage(String word) {
    return Stage.values()[STAGES.indexOf(word)];
  }

  private static double seconds(String value) {
    try {
      double seconds = Double.parseDouble(value);
      if (seconds > 0) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      throw new UsageError("`--time` wants a number of seconds, not `" + value + "`");
    }
    throw new UsageError("`--time` wants a positive number of seconds, not `" + value + "`");
  }

  private static long megabytes(String value) {
    long megabytes = integer("--memory", value);
    if (megabytes < 1 || megabytes > 1L << 30) {
      throw new UsageError("`--memory` wants a positive number of megabytes, not `" + value + "`");
    }
    return megabytes;
  }

  private static long integer(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new UsageError("`" + name + "` wants an integer, not `" + value + "`");
    }
  }

  private static UsageError unknown(String kind, String word, List<String> known) {
    Optional<String> closest = Spelling.closest(word, known);
    return new UsageError(
        "unknown "
            + kind
            + " `"
            + word
            + "`; "
            + (closest.isPresent()
                ? "did you mean `" + closest.get() + "`?"
                : "`sit help` lists what there is"));
  }

  private Request finish(List<String> options) {
    if (command == null) {
      command = Command.SESSION;
    }
    for (String option : options) {
      boolean fits =
          COMMON.contains(option)
              || OF_FORMATTING.contains(option) && command == Command.FMT
              || option.equals("--with") && command.takesExpression()
              || option.equals("--out") && (command == Command.RUN || command == Command.EVAL)
              || option.equals("--theory") && command == Command.DOC
              || command == Command.KERNEL && (option.equals("--user") || option.equals("--prefix"))
              || option.equals("--standalone") && format == Request.Format.LATEX
              || command == Command.EXPAND && (option.equals("--to") || option.equals("--using"));
      if (!fits) {
        throw new UsageError("`" + option + "` has no meaning for " + named(command));
      }
    }
    if (operands.size() < command.least()) {
      throw new UsageError(
          named(command) + " wants more: sit " + command.word() + " " + command.operands());
    }
    if (operands.size() > command.most()) {
      throw new UsageError(
          "`"
              + operands.get(command.most())
              + "` is too much for "
              + named(command)
              + (command.takesExpression() ? "; put quotes around the expression" : ""));
    }
    return request();
  }

  private static String named(Command command) {
    return command == Command.SESSION ? "a session" : "`sit " + command.word() + "`";
  }

  private Request help() {
    command = Command.HELP;
    return request();
  }

  private Request request() {
    if (format == Request.Format.MARKDOWN && command != Command.DOC && command != Command.HELP) {
      throw new UsageError(
          "`--format markdown` is for `sit doc`; there are text, json, latex and html");
    }
    return new Request(
        command,
        List.copyOf(operands),
        format,
        unit,
        seconds,
        megabytes,
        seed,
        show,
        quiet,
        color,
        with,
        to,
        using,
        checkOnly,
        out,
        standalone,
        theory,
        prefix,
        unicode);
  }
}
