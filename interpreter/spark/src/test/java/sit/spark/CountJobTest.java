package sit.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sit.limits.Limits;
import sit.numeric.samples.Column;
import sit.numeric.tokens.Corpus;
import sit.numeric.tokens.NgramCounts;
import sit.numeric.tokens.NgramModel;
import sit.numeric.tokens.Tokenizer;

/** A job counts what one process counts, to the last n-gram. */
class CountJobTest {
  @TempDir private Path folder;

  private void texts() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    String[] words = {"the", "law", "of", "a", "source", "is,", "\"known\"", "né\n"};
    for (int file = 0; file < 5; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 400 * (file + 1); i++) {
        int word = Math.min(random.nextInt(words.length), random.nextInt(words.length));
        text.append(words[word]).append(' ');
      }
      Path path = folder.resolve("text" + file + (file % 2 == 0 ? ".txt" : ".txt.gz"));
      try (OutputStream plain = Files.newOutputStream(path);
          OutputStream out = file % 2 == 0 ? plain : new GZIPOutputStream(plain)) {
        out.write(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void countsTheSameToTheLast() throws IOException {
    texts();
    Path pattern = folder.resolve("text*");
    try (JavaSparkContext context =
        new JavaSparkContext(CountJob.configuration().setMaster("local[2]"))) {
      context.setLogLevel("ERROR");
      for (String tokenizer : new String[] {"words", "characters", "gpt2"}) {
        for (int order : new int[] {1, 3}) {
          Map<String, Long> job =
              new TreeMap<>(
                  new CountJob(tokenizer, order).count(context, pattern.toString()).collectAsMap());
          assertThat(job).isEqualTo(here(tokenizer, order, pattern));
          agreesWithTheModel(job, tokenizer, order, pattern);
        }
      }
    }
  }

  private static Map<String, Long> here(String tokenizer, int order, Path pattern) {
    NgramCounts counts = new NgramCounts(Tokenizer.named(tokenizer).orElseThrow(), order);
    counts.addFiles(pattern, Limits.none());
    return counts.counts();
  }

  /** The model that a process is learnt by has its own counts. */
  private static void agreesWithTheModel(
      Map<String, Long> job, String tokenizer, int order, Path pattern) {
    Corpus corpus = new Corpus(Tokenizer.named(tokenizer).orElseThrow(), false, Limits.none());
    corpus.addFiles(pattern);
    Column.Labels column = corpus.column("T");
    NgramModel model = new NgramModel(column.alphabet().size(), order, 0.5, Limits.none());
    int predicted = model.losses(column, true, Limits.none()).length;
    long total = 0;
    for (long count : job.values()) {
      total += count;
    }
    assertThat(total).isEqualTo(predicted);
    for (int end = order - 1; end < 200; end++) {
      String key = NgramCounts.key(column, end - order + 1, end);
      assertThat((long) model.gramCount(column.codes(), end)).isEqualTo(job.get(key));
    }
  }

  @Test
  void writesWhatIsReadAgain() throws IOException {
    texts();
    Path out = folder.resolve("counts.jsonl");
    CountJob.main(new String[] {"words", "2", folder.resolve("text*").toString(), out.toString()});
    assertThat(NgramCounts.read(out)).isEqualTo(here("words", 2, folder.resolve("text*")));
  }
}
