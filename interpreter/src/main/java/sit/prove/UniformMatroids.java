package sit.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sit.exact.Rational;
import sit.limits.Limits;

/**
 * Laws whose entropies are those of a uniform matroid: some variables T carry a symbol each, any r
 * of these are independent and uniform and determine the rest, {@code h(S) = min(|S and T|, r) *
 * log2 q}. Each is the law of the codeword of an MDS code: the repetition code, the parity code,
 * all words, or an extended Reed-Solomon code over a prime field (MacWilliams and Sloane 1977, ch.
 * 11). All other variables are constant.
 */
final class UniformMatroids {
  /** For claims with numbers: powers of two, and one more, which exceeds a bound of whole bits. */
  private static final int[] ALPHABETS = {
    2, 3, 4, 5, 8, 9, 16, 17, 32, 33, 64, 65, 128, 129, 256, 257, 512, 513, 1024, 1025, 2048, 2049,
    4096
  };

  private final EntropyTarget target;
  private final double[] entropies;
  private final boolean hasConstant;

  UniformMatroids(EntropyTarget target) {
    this.target = target;
    this.entropies = new double[target.masks.length];
    this.hasConstant = target.hasConstant();
  }

  /** A code: word length, dimension, alphabet. */
  private record Code(int length, int dimension, int alphabet, int words) {}

  /**
   * The first that refutes the target, among those with {@code fewest} to {@code most} outcomes;
   * those with fewer outcomes and fewer variables that vary come first.
   *
   * @param evaluations how many may be tried
   */
  Optional<Candidate> search(int fewest, int most, long evaluations, Limits limits) {
    int n = target.variables.size();
    long left = evaluations;
    for (Code code : codes(n, fewest, most)) {
      double unit = Math.log(code.alphabet) / Math.log(2);
      if (code.length == 0) {
        if (refutes(0, 0, 0)) {
          return Optional.of(realise(0, code));
        }
        continue;
      }
      long end = 1L << n;
      for (long set = (1L << code.length) - 1; set < end; set = nextOfSameSize(set)) {
        if ((--left & 1023) == 0) {
          limits.check();
        }
        if (left < 0) {
          return Optional.empty();
        }
        if (refutes(set, code.dimension, unit)) {
          return Optional.of(realise(set, code));
        }
      }
    }
    return Optional.empty();
  }

  private List<Code> codes(int n, int fewest, int most) {
    List<Code> codes = new ArrayList<>();
    if (fewest <= 1) {
      codes.add(new Code(0, 0, 2, 1));
    }
    for (int length = 1; length <= n; length++) {
      for (int dimension = 1; dimension <= length; dimension++) {
        boolean anyAlphabet = dimension == 1 || dimension >= length - 1;
        int smallest = anyAlphabet ? 2 : primeFrom(length - 1);
        for (int alphabet : ALPHABETS) {
          int q = alphabet == 2 ? smallest : alphabet;
          boolean other = alphabet > 2 && (!hasConstant || !anyAlphabet);
          double words = Math.pow(q, dimension);
          if (!other && words >= fewest && words <= most) {
            codes.add(new Code(length, dimension, q, (int) words));
          }
        }
      }
    }
    codes.sort(Comparator.comparingInt(Code::words).thenComparingInt(Code::length));
    return codes;
  }

  private boolean refutes(long set, int dimension, double unit) {
    long[] masks = target.masks;
    for (int i = 0; i < masks.length; i++) {
      entropies[i] = Math.min(Long.bitCount(masks[i] & set), dimension) * unit;
    }
    return target.refutedBy(entropies);
  }

  private Candidate realise(long set, Code code) {
    int n = target.variables.size();
    int q = code.alphabet;
    int[][] values = new int[n][code.words];
    for (int word = 0; word < code.words; word++) {
      int[] message = new int[code.dimension];
      for (int i = 0, rest = word; i < message.length; i++, rest /= q) {
        message[i] = rest % q;
      }
      int place = 0;
      for (int v = 0; v < n; v++) {
        values[v][word] = (set >>> v & 1) == 0 ? 0 : symbol(message, code, place++);
      }
    }
    Rational p = Rational.of(1, code.words);
    return new Candidate(values, Collections.nCopies(code.words, p));
  }

  private static int symbol(int[] message, Code code, int place) {
    int q = code.alphabet;
    if (code.dimension == 1) {
      return message[0];
    }
    if (code.dimension >= code.length - 1) {
      return place < message.length ? message[place] : sum(message) % q;
    }
    if (place == q) {
      return message[message.length - 1];
    }
    long value = 0;
    for (int i = message.length - 1; i >= 0; i--) {
      value = (value * place + message[i]) % q;
    }
    return (int) value;
  }

  private static int sum(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  private static int primeFrom(int least) {
    for (int p = Math.max(2, least); ; p++) {
      boolean prime = true;
      for (int d = 2; d * d <= p; d++) {
        prime &= p % d != 0;
      }
      if (prime) {
        return p;
      }
    }
  }

  /** The next larger number with as many bits (Gosper). */
  private static long nextOfSameSize(long set) {
    long lowest = set & -set;
    long ripple = set + lowest;
    return ripple | (((set ^ ripple) >>> 2) / lowest);
  }
}
