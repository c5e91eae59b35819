package sit.prove;

import java.util.concurrent.TimeUnit;
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
import sit.check.Verdict;
import sit.limits.Limits;
import sit.limits.Seed;

/** Claims over fixed variables, from the claim to a proof that is checked or to a law. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 2, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ProofBenchmark {
  /** The family, by its name. */
  @Param({
    "RANDOM",
    "RANDOM_LONG",
    "MASSEY",
    "MASSEY_REVERSED",
    "CONSERVATION",
    "NO_FEEDBACK",
    "FEEDBACK_CONVERSE",
    "MARKOV_CHAIN",
    "HAN"
  })
  public String family;

  /** How many variables. */
  @Param({"8", "10", "12", "14"})
  public int variables;

  private ClaimFamily.Posed posed;

  /** Poses the claim. */
  @Setup
  public void pose() {
    posed = ClaimFamily.valueOf(family).at(variables);
  }

  /** From the claim to a proof that is checked or to a law. */
  @Benchmark
  public Verdict decide() {
    Verdict verdict = decide(posed, 60);
    if (verdict instanceof Verdict.Open) {
      throw new IllegalStateException("open: " + family + " " + variables);
    }
    return verdict;
  }

  static Verdict decide(ClaimFamily.Posed posed, double seconds) {
    Refuter refuter = new Refuter();
    return new Prover((c, g, l, s) -> refuter.quick(c, g, l), refuter::refute)
        .decide(posed.claim(), posed.given(), Limits.start(seconds, 256), Seed.DEFAULT);
  }
}
