package sit.eval;

import java.util.List;
import sit.source.Diagnostic;
import sit.source.ReportedError;
import sit.source.Source;
import sit.source.Span;
import sit.source.Spelling;

/** The diagnostics of samples and estimates; one method an error. */
final class SampleErrors {
  private final Source source;

  SampleErrors(Source source) {
    this.source = source;
  }

  private ReportedError error(Span at, String code, String message, String help) {
    return new ReportedError(new Diagnostic(source, at, code, message, "", help));
  }

  /** A line as it is told behind the name of a file; nothing where it is none. */
  static String line(long line) {
    return line > 0 ? ", line " + line : "";
  }

  ReportedError missingFile(Span at, String name) {
    return error(
        at,
        "missing-file",
        "there is no readable file `" + name + "`",
        "a path is seen from the file that names it, or from where sit was started");
  }

  ReportedError malformedFile(Span at, String name, long line, String what) {
    return error(
        at,
        "malformed-file",
        name
            + (name.contains(".json") && !name.contains(".jsonl") ? row(line) : line(line))
            + ": "
            + what,
        name.contains(".json")
            ? "write a list of rows, all with the same names: [{\"x\": 0, \"y\": 1}, ...]"
            : name.contains(".npy")
                ? "save whole numbers, reals or truth values, one sample a row: np.save(\"x.npy\", a)"
                : "every row has a cell for each column; cells with commas stand in quotation"
                    + " marks");
  }

  private static String row(long number) {
    return number > 0 ? ", row " + number : "";
  }

  ReportedError missingSample(Span at, String name, long line, String column, String cell) {
    String met = cell.isEmpty() ? "an empty cell" : "`" + cell + "`";
    return error(
        at,
        "missing-sample",
        name + line(line) + ", column `" + column + "`: " + met + " among numbers is no outcome",
        "leave such rows out of the file, or give what is missing a name of its own");
  }

  ReportedError namesOrNumbers(Span at, String name, String first) {
    return error(
        at,
        "names-or-numbers",
        name + " begins with numbers, " + first + ": are they names of columns or samples?",
        "say header = false if they are samples, header = true if they are names");
  }

  ReportedError namedTwice(Span at, String name, String column) {
    return error(
        at,
        "named-twice",
        name + " has two columns that are called `" + column + "`",
        "give them different names in the file, or leave its first line out: header = false");
  }

  ReportedError notANumber(Span at, String name, long line, String column, String cell) {
    String met = cell.isEmpty() ? "an empty cell" : "`" + cell + "`";
    return error(
        at,
        "not-a-number",
        name + line(line) + ", column `" + column + "`: " + met + " is no finite number",
        "leave such rows out of the file, or drop `: real` where cells are outcomes");
  }

  ReportedError noColumn(Span at, String name, String asked, List<String> known) {
    String help =
        Spelling.closest(asked, known)
            .map(close -> "did you mean `" + close + "`?")
            .orElse("its columns are " + String.join(", ", known));
    return error(at, "no-column", name + " has no column `" + asked + "`", help);
  }

  ReportedError columnCount(Span at, int columns, int names) {
    return error(
        at,
        "column-count",
        columns + " columns for " + names + (names == 1 ? " name" : " names"),
        "say which: columns = [\"x\", \"y\"]");
  }

  ReportedError lengthsDisagree(Span at, String what) {
    return error(
        at,
        "lengths-disagree",
        what,
        "samples that belong together stand in one file, or in files of one length");
  }

  ReportedError noSamples(Span at, String name) {
    return error(
        at,
        "no-samples",
        "there are no samples of `" + name + "`",
        "read some: rv X from samples(\"data.csv\"), process T from corpus(\"text.txt\")");
  }

  ReportedError alphabetsDisagree(Span at, String symbol, String from, String to) {
    return error(
        at,
        "alphabets-disagree",
        "`" + symbol + "` occurs in " + from + " and never in " + to,
        "read both with tokenizer = \"bytes\", which has the same 256 letters for every text");
  }

  ReportedError notEstimable(Span at) {
    return error(
        at,
        "not-estimable",
        "this is not made of entropies of what there are samples of",
        "estimate(H(X)), estimate(I(X; Y | Z)), estimate(rate I(X -> Y))");
  }

  ReportedError unknownMethod(Span at, String method, List<String> known) {
    String help =
        Spelling.closest(method, known)
            .map(close -> "did you mean \"" + close + "\"?")
            .orElse("there are " + String.join(", ", known));
    return error(at, "unknown-method", "nothing is called \"" + method + "\" here", help);
  }

  ReportedError methodSort(Span at, String method, String wants, String help) {
    return error(at, "method-sort", "\"" + method + "\" is for " + wants, help);
  }

  ReportedError tooFewSamples(Span at, int met, int wanted) {
    return error(
        at,
        "too-few-samples",
        met + (met == 1 ? " sample" : " samples") + " where at least " + wanted + " are needed",
        "take more samples, or a smaller k, order or depth");
  }

  ReportedError repeatedSamples(Span at, int times) {
    return error(
        at,
        "repeated-samples",
        "a sample occurs " + times + " times or more, so that its law has no density",
        "declare the variables without `: real` if their values are outcomes");
  }

  ReportedError dependentColumns(Span at) {
    return error(
        at,
        "dependent-columns",
        "one of the variables is a linear function of the others",
        "leave it out: jointly they have no density");
  }

  ReportedError optionRange(Span at, String option, String wants, String met) {
    return error(
        at, "option-range", "`" + option + "` is " + wants + ", not " + met, option + " = ...");
  }

  ReportedError notASample(Span at, String met, int parts) {
    String wants = parts == 1 ? "an outcome" : parts + " outcomes together, such as (0, 1)";
    return error(
        at, "not-a-sample", "a sample is " + wants + ", not " + met, "samples([(0, 1), (1, 1)])");
  }

  ReportedError sourceAlone(Span at, String function) {
    return error(
        at,
        "source-alone",
        "`" + function + "` has no value by itself",
        "rv X from samples(\"data.csv\"), process T from corpus(\"text.txt\", model = ctw(depth = 8))");
  }

  ReportedError noTest(Span at) {
    return error(
        at,
        "no-test",
        "there is no permutation that leaves this as it would be by chance",
        "test I(X; Y), or I(X; Y | Z) where Z is discrete or all are processes");
  }
}
