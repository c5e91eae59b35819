package sit.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.input.PortableDataStream;
import scala.Tuple2;
import sit.numeric.samples.OpenedFile;
import sit.numeric.tokens.NgramCounts;
import sit.numeric.tokens.Tokenizer;

/**
 * Counts the n-grams of texts as a Spark job: every text is cut into tokens where it lies, its
 * n-grams are counted there, and the counts are added up over all texts.
 *
 * @param tokenizer the name of a tokenizer
 * @param order how long the n-grams are
 */
public record CountJob(String tokenizer, int order) implements Serializable {
  /**
   * The counts of all texts.
   *
   * @param paths of files, as Hadoop reads them: separated by commas, with {@code *}
   */
  public JavaPairRDD<String, Long> count(JavaSparkContext context, String paths) {
    return context.binaryFiles(paths).flatMapToPair(this::ofFile).reduceByKey(Long::sum);
  }

  private Iterator<Tuple2<String, Long>> ofFile(Tuple2<String, PortableDataStream> file) {
    NgramCounts counts = new NgramCounts(Tokenizer.named(tokenizer).orElseThrow(), order);
    counts.add(OpenedFile.text(file._1(), file._2().toArray()));
    List<Tuple2<String, Long>> pairs = new ArrayList<>();
    for (Map.Entry<String, Long> entry : counts.counts().entrySet()) {
      pairs.add(new Tuple2<>(entry.getKey(), entry.getValue()));
    }
    return pairs.iterator();
  }

  /**
   * {@code CountJob TOKENIZER ORDER PATHS OUT}: counts and writes one file that {@code counts(...)}
   * reads. Where the job runs is said by {@code -Dspark.master}; without it, here.
   */
  public static void main(String[] arguments) {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("CountJob TOKENIZER ORDER PATHS OUT");
    }
    try (JavaSparkContext context = new JavaSparkContext(configuration())) {
      CountJob job = new CountJob(arguments[0], Integer.parseInt(arguments[1]));
      Map<String, Long> counts = new TreeMap<>(job.count(context, arguments[2]).collectAsMap());
      NgramCounts.write(counts, Path.of(arguments[3]));
    }
  }

  static SparkConf configuration() {
    return new SparkConf()
        .setIfMissing("spark.master", "local[*]")
        .setIfMissing("spark.app.name", "sit counts")
        .setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
        .setIfMissing("spark.driver.host", "127.0.0.1");
  }
}
