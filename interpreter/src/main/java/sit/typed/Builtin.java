package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions that are not defined in the language itself. */
public enum Builtin {
  LOG2("log2", 1, 1, Type.BITS),
  LN("ln", 1, 1, Type.NATS),
  LOG("log", 1, 1, Type.INFORMATION),
  EXP("exp", 1, 1, Type.NUMBER),
  SQRT("sqrt", 1, 1, Type.NUMBER),
  ABS("abs", 1, 1, Type.ANY),
  FLOOR("floor", 1, 1, Type.NUMBER),
  CEIL("ceil", 1, 1, Type.NUMBER),
  MIN("min", 1, 1000, Type.ANY),
  MAX("max", 1, 1000, Type.ANY),
  /** The number of items of a list, or of values of a random variable. */
  LEN("len", 1, 1, Type.NUMBER),
  /** All subsets of a list that are not empty. */
  SUBSETS("subsets", 1, 1, Type.LIST),
  /** A list without the item at a place. */
  WITHOUT("without", 2, 2, Type.LIST),
  /** Random variables of a list, taken jointly. */
  JOINT("joint", 1, 1, Type.VARIABLES),
  /** The values a random variable can take, or the outcomes of a law. */
  ALPHABET("alphabet", 1, 1, Type.LIST),
  /** The outcomes of a random variable or a law whose probability is positive. */
  SUPPORT("support", 1, 1, Type.LIST),
  /** The probabilities of the outcomes of a random variable or a law, in their order. */
  MASSES("masses", 1, 1, Type.LIST),
  /** The probability of an outcome under a law or the law of a random variable. */
  MASS("mass", 2, 2, Type.NUMBER),
  /** How many values a random variable can take; kept as a scalar where it has no law. */
  CARD("card", 1, 1, Type.NUMBER),
  /** The finest random variable that is a function of each of two. */
  COMMON_PART("common_part", 2, 2, Type.VARIABLES),
  /** The law of a random variable. */
  LAW("law", 1, 1, Type.LAW),
  /** The law that is one of two laws by chance: {@code mixture(p, q, weight of p)}. */
  MIXTURE("mixture", 3, 3, Type.LAW),
  BERNOULLI("Bernoulli", 1, 1, Type.LAW),
  CATEGORICAL("Categorical", 1, 1, Type.LAW),
  UNIFORM("Uniform", 1, 1, Type.LAW),
  BINOMIAL("Binomial", 2, 2, Type.LAW),
  GEOMETRIC("Geometric", 2, 2, Type.LAW),
  POISSON("Poisson", 2, 2, Type.LAW),
  BSC("BSC", 1, 1, Type.LAW),
  BEC("BEC", 1, 1, Type.LAW),
  Z_CHANNEL("Z", 1, 1, Type.LAW);

  private final String word;
  private final int least;
  private final int most;
  private final Type result;

  Builtin(String word, int least, int most, Type result) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.result = result;
  }

  /** The name it is called by. */
  public String word() {
    return word;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  public Type result() {
    return result;
  }

  /** The function of that name. */
  public static Optional<Builtin> named(String name) {
    for (Builtin builtin : values()) {
      if (builtin.word.equals(name)) {
        return Optional.of(builtin);
      }
    }
    return Optional.empty();
  }

  public static List<String> words() {
    List<String> all = new ArrayList<>();
    for (Builtin builtin : values()) {
      all.add(builtin.word);
    }
    return all;
  }
}
