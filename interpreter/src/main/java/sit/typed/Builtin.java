package sit.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions that are not defined in the language itself. */
public enum Builtin {
  LOG2(Family.SCALAR, "log2", 1, 1, Type.BITS),
  LN(Family.SCALAR, "ln", 1, 1, Type.NATS),
  LOG(Family.SCALAR, "log", 1, 1, Type.INFORMATION),
  EXP(Family.SCALAR, "exp", 1, 1, Type.NUMBER),
  SQRT(Family.SCALAR, "sqrt", 1, 1, Type.NUMBER),
  ABS(Family.SCALAR, "abs", 1, 1, Type.ANY),
  TANH(Family.SCALAR, "tanh", 1, 1, Type.NUMBER),
  /** The error function, 2/sqrt(pi) times the integral of exp(-t^2) from 0. */
  ERF(Family.SCALAR, "erf", 1, 1, Type.NUMBER),
  /** The angle in 0..pi of which a number is the cosine. */
  ARCCOS(Family.SCALAR, "arccos", 1, 1, Type.NUMBER),
  /** The product of the whole numbers up to one. */
  FACTORIAL(Family.SCALAR, "factorial", 1, 1, Type.NUMBER),
  /** In how many ways k of n things can be chosen. */
  CHOOSE(Family.SCALAR, "choose", 2, 2, Type.NUMBER),
  FLOOR(Family.SCALAR, "floor", 1, 1, Type.NUMBER),
  CEIL(Family.SCALAR, "ceil", 1, 1, Type.NUMBER),
  MIN(Family.SCALAR, "min", 1, 1000, Type.ANY),
  MAX(Family.SCALAR, "max", 1, 1000, Type.ANY),
  /** The number of items of a list, or of values of a random variable. */
  LEN(Family.LIST, "len", 1, 1, Type.NUMBER),
  /** All subsets of a list that are not empty. */
  SUBSETS(Family.LIST, "subsets", 1, 1, Type.LIST),
  /** A list without the item at a place. */
  WITHOUT(Family.LIST, "without", 2, 2, Type.LIST),
  /** The product of the numbers of a list. */
  PROD(Family.LIST, "prod", 1, 1, Type.NUMBER),
  /** Random variables of a list, taken jointly. */
  JOINT(Family.LIST, "joint", 1, 1, Type.VARIABLES),
  /** The sum of the products of the items of two vectors. */
  DOT(Family.MATRIX, "dot", 2, 2, Type.ANY),
  /** The place of the largest item, the first of several. */
  ARGMAX(Family.MATRIX, "argmax", 1, 1, Type.NUMBER),
  ARGMIN(Family.MATRIX, "argmin", 1, 1, Type.NUMBER),
  /** The determinant. */
  DET(Family.MATRIX, "det", 1, 1, Type.ANY),
  INVERSE(Family.MATRIX, "inverse", 1, 1, Type.LIST),
  /** The x with Ax = b. */
  SOLVE(Family.MATRIX, "solve", 2, 2, Type.LIST),
  /** Of a symmetric matrix, the largest first. */
  EIGENVALUES(Family.MATRIX, "eigenvalues", 1, 1, Type.LIST),
  /** The least mean cost of a coupling of two laws. */
  TRANSPORT(Family.GEOMETRY, "transport", 3, 3, Type.NUMBER),
  TRANSPORT_PLAN(Family.GEOMETRY, "transport_plan", 3, 3, Type.LIST),
  /** The least mean cost and weighted divergence of a coupling of two laws. */
  SINKHORN(Family.GEOMETRY, "sinkhorn", 4, 4, Type.NUMBER),
  SINKHORN_PLAN(Family.GEOMETRY, "sinkhorn_plan", 4, 4, Type.LIST),
  /** How unlike two spaces with laws are; the fifth argument weighs an entropy. */
  GROMOV_WASSERSTEIN(Family.GEOMETRY, "gromov_wasserstein", 4, 5, Type.NUMBER),
  GROMOV_WASSERSTEIN_PLAN(Family.GEOMETRY, "gromov_wasserstein_plan", 4, 5, Type.LIST),
  /** Points in fewer dimensions by a random matrix; the third argument is its seed. */
  JL_PROJECT(Family.GEOMETRY, "jl_project", 2, 3, Type.LIST),
  /** The values a random variable can take, or the outcomes of a law. */
  ALPHABET(Family.PART, "alphabet", 1, 1, Type.LIST),
  /** The outcomes of a random variable or a law whose probability is positive. */
  SUPPORT(Family.PART, "support", 1, 1, Type.LIST),
  /** The probabilities of the outcomes of a random variable or a law, in their order. */
  MASSES(Family.PART, "masses", 1, 1, Type.LIST),
  /** The probability of an outcome under a law or the law of a random variable. */
  MASS(Family.PART, "mass", 2, 2, Type.NUMBER),
  /** How many values a random variable can take; kept as a scalar where it has no law. */
  CARD(Family.PART, "card", 1, 1, Type.NUMBER),
  /** The finest random variable that is a function of each of two. */
  COMMON_PART(Family.PART, "common_part", 2, 2, Type.VARIABLES),
  /** The law of a random variable. */
  LAW(Family.PART, "law", 1, 1, Type.LAW),
  /** The law that is one of two laws by chance: {@code mixture(p, q, weight of p)}. */
  MIXTURE(Family.LAW, "mixture", 3, 3, Type.LAW),
  BERNOULLI(Family.LAW, "Bernoulli", 1, 1, Type.LAW),
  CATEGORICAL(Family.LAW, "Categorical", 1, 2, Type.LAW),
  UNIFORM(Family.LAW, "Uniform", 1, 2, Type.LAW),
  BINOMIAL(Family.LAW, "Binomial", 2, 2, Type.LAW),
  GEOMETRIC(Family.LAW, "Geometric", 2, 2, Type.LAW),
  POISSON(Family.LAW, "Poisson", 2, 2, Type.LAW),
  BSC(Family.LAW, "BSC", 1, 1, Type.LAW),
  BEC(Family.LAW, "BEC", 1, 1, Type.LAW),
  Z_CHANNEL(Family.LAW, "Z", 1, 1, Type.LAW),
  NORMAL(Family.CONTINUOUS, "Normal", 2, 2, Type.CONTINUOUS_LAW),
  EXPONENTIAL(Family.CONTINUOUS, "Exponential", 1, 1, Type.CONTINUOUS_LAW),
  GAMMA(Family.CONTINUOUS, "Gamma", 2, 2, Type.CONTINUOUS_LAW),
  CHI_SQUARE(Family.CONTINUOUS, "ChiSquare", 1, 1, Type.CONTINUOUS_LAW),
  BETA(Family.CONTINUOUS, "Beta", 2, 2, Type.CONTINUOUS_LAW),
  LOG_NORMAL(Family.CONTINUOUS, "LogNormal", 2, 2, Type.CONTINUOUS_LAW),
  WEIBULL(Family.CONTINUOUS, "Weibull", 2, 2, Type.CONTINUOUS_LAW),
  RAYLEIGH(Family.CONTINUOUS, "Rayleigh", 1, 1, Type.CONTINUOUS_LAW),
  PARETO(Family.CONTINUOUS, "Pareto", 2, 2, Type.CONTINUOUS_LAW),
  LAPLACE(Family.CONTINUOUS, "Laplace", 2, 2, Type.CONTINUOUS_LAW),
  LOGISTIC(Family.CONTINUOUS, "Logistic", 2, 2, Type.CONTINUOUS_LAW),
  GUMBEL(Family.CONTINUOUS, "Gumbel", 2, 2, Type.CONTINUOUS_LAW),
  CAUCHY(Family.CONTINUOUS, "Cauchy", 2, 2, Type.CONTINUOUS_LAW),
  STUDENT_T(Family.CONTINUOUS, "StudentT", 1, 1, Type.CONTINUOUS_LAW),
  VON_MISES(Family.CONTINUOUS, "VonMises", 2, 2, Type.CONTINUOUS_LAW),
  DIRICHLET(Family.CONTINUOUS, "Dirichlet", 1, 1, Type.CONTINUOUS_LAW),
  /** The law that has a function for its density between two numbers. */
  DENSITY_OF(Family.CONTINUOUS, "Density", 3, 3, Type.CONTINUOUS_LAW),
  /** The level to which a power fills vessels over noises. */
  WATER_LEVEL(Family.WATER, "water_level", 2, 2, Type.NUMBER),
  /** The level below which the variances of components add up to a distortion. */
  REVERSE_WATER_LEVEL(Family.WATER, "reverse_water_level", 2, 2, Type.NUMBER),
  /**
   * A sequence of letters drawn from processes, {@code sample(X^20, seed = 7)}, or independent
   * outcomes of a law, {@code sample(Uniform(6), 20, seed = 7)}.
   */
  SAMPLE(Family.PROCESS, "sample", 1, 2, Type.LIST, "seed"),
  /** The density of a measure of processes along a sequence, up to each time. */
  FLOW(Family.PROCESS, "flow", 1, 1, Type.LIST, "along", "length", "seed"),
  /** What an observer of the past expected the flow to be, up to each time. */
  COMPENSATOR(Family.PROCESS, "compensator", 1, 1, Type.LIST, "along", "length", "seed"),
  /** The derivative with respect to a parameter. */
  DERIVATIVE(Family.PARAMETER, "derivative", 2, 2, Type.ANY),
  /** The value where parameters have values: {@code at(I(X; Y), p = 1/4)}. */
  AT(Family.PARAMETER, "at", 1, 1, Type.ANY),
  /** Samples in a file, each a row: {@code rv X, Y from samples("data.csv")}. */
  SAMPLES(Family.SOURCE, "samples", 1, 1, Type.ANY, "columns", "header"),
  /** The tokens of texts: {@code process T from corpus("alice.txt", tokenizer = "gpt2")}. */
  CORPUS(Family.SOURCE, "corpus", 1, 1, Type.ANY, "tokenizer", "model", "fields"),
  /** N-grams with how often each occurred, as a job has counted them. */
  COUNTS(Family.SOURCE, "counts", 1, 1, Type.ANY, "model"),
  /** What a language model said of the tokens that came next. */
  LOGPROBS(Family.SOURCE, "logprobs", 1, 1, Type.ANY, "vocabulary"),
  /** Context-tree weighting. */
  CTW(Family.MODEL, "ctw", 0, 0, Type.ANY, "depth", "prior"),
  /** Counts of n letters that follow each other. */
  NGRAM(Family.MODEL, "ngram", 1, 1, Type.ANY, "prior"),
  /** The value of a measure, from samples. */
  ESTIMATE(
      Family.ESTIMATE,
      "estimate",
      1,
      1,
      Type.INFORMATION,
      "method",
      "k",
      "depth",
      "order",
      "prior",
      "form",
      "level",
      "resamples",
      "length",
      "sequences",
      "seed"),
  /** How likely so large an information is by chance. */
  P_VALUE(
      Family.ESTIMATE,
      "p_value",
      1,
      1,
      Type.NUMBER,
      "method",
      "k",
      "order",
      "permutations",
      "seed"),
  /** For each sample what it contributes to the value of a measure. */
  LOCAL_VALUES(
      Family.ESTIMATE,
      "local_values",
      1,
      1,
      Type.LIST,
      "method",
      "k",
      "depth",
      "order",
      "prior",
      "form"),
  /** The law of the observed frequencies. */
  EMPIRICAL(Family.ESTIMATE, "empirical", 1, 1, Type.LAW),
  /** What a letter of a process costs who codes it by the model of itself or of another. */
  CROSS_ENTROPY(Family.ESTIMATE, "cross_entropy", 1, 2, Type.INFORMATION, "level"),
  /** Two to the power of the cross-entropy in bits. */
  TOKEN_PERPLEXITY(Family.ESTIMATE, "token_perplexity", 1, 2, Type.NUMBER, "level");

  /** Which functions belong together. */
  public enum Family {
    /** Numbers to numbers. */
    SCALAR,
    /** Of lists. */
    LIST,
    /** Of vectors and matrices. */
    MATRIX,
    /** Transport, distances between spaces, projections. */
    GEOMETRY,
    /** Parts of laws and of random variables with laws. */
    PART,
    /** Laws by name. */
    LAW,
    /** Laws with a density, by name. */
    CONTINUOUS,
    /** Levels of water. */
    WATER,
    /** Of processes with laws. */
    PROCESS,
    /** Of functions of parameters. */
    PARAMETER,
    /** What reads samples; it stands behind {@code from}. */
    SOURCE,
    /** Models of sequences. */
    MODEL,
    /** Of what there are samples of. */
    ESTIMATE
  }

  private final Family family;
  private final String word;
  private final int least;
  private final int most;
  private final Type result;
  private final List<String> options;

  Builtin(Family family, String word, int least, int most, Type result, String... options) {
    this.family = family;
    this.word = word;
    this.least = least;
    this.most = most;
    this.result = result;
    this.options = List.of(options);
  }

  public Family family() {
    return family;
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

  /** What may be given by name behind the arguments: {@code seed = 7}. */
  public List<String> options() {
    return options;
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
