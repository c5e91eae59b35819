package sit.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sit.eval.Purpose;
import sit.session.Answer;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;

/** The examples for every n, from their text to checked proofs, beside reading the text alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 1, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class EveryHorizonBenchmark {
  private static final Path EXAMPLES = Path.of("..", "examples", "every_n");

  /** The file. */
  @Param("massey.sit")
  public String example;

  private Source source;

  /** Every example there is. */
  static List<String> examples() {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the file. */
  @Setup
  public void read() throws IOException {
    source = new Source(example, Files.readString(EXAMPLES.resolve(example)));
  }

  /** Every claim of the file. */
  @Benchmark
  public Answer decide() {
    return new Session(Settings.DEFAULT).run(source, Purpose.CHECK);
  }

  /** Its syntax alone. */
  @Benchmark
  public Object plain() {
    return sit.syntax.Parser.parse(source);
  }
}
