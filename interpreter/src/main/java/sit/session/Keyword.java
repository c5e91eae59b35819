package sit.session;

import java.util.Optional;

/** The words of the language, with what each is for and how it is used. */
enum Keyword {
  LET(Place.BOTH, "let p = 11/100", "gives a name to a value, or to a function: let f(x) = x^2."),
  PARAM(Place.STATEMENT, "param C, n", "declares scalars without a value."),
  RV(
      Place.STATEMENT,
      "rv X ~ Bernoulli(1/2)",
      "declares random variables: rv X, Y without a law, rv Y | X ~ BSC(1/10) given others, "
          + "rv Z = X xor Y as a function of others."),
  PROCESS(Place.STATEMENT, "process X, Y", "declares processes: X[t], X^t, X[s..t]."),
  ASSUME(
      Place.BOTH,
      "assume X -- Y -- Z",
      "takes a fact for granted: a Markov chain, X indep Y | Z, Z = f(X, Y), I(X; Y) <= 1."),
  DEFINE(
      Place.STATEMENT, "define VI(X; Y) := H(X | Y) + H(Y | X)", "defines a measure by its form."),
  HOLDS(Place.STATEMENT, "holds VI(X; Y) >= 0", "states a law of the measure defined above."),
  EXPAND(
      Place.STATEMENT,
      "expand I(X; Y) to entropies",
      "unfolds definitions, one level or to entropies, all or those of one name: using NAME."),
  SIMPLIFY(Place.STATEMENT, "simplify H(X, Y) - H(Y)", "writes the same in the fewest terms."),
  LATEX(Place.STATEMENT, "latex I(X; Y)", "prints an expression as LaTeX."),
  TREE(Place.STATEMENT, "tree I(X; Y)", "prints an expression as a tree."),
  CHECK(
      Place.STATEMENT,
      "check I(X; Y) <= H(X) given X indep Z",
      "judges a claim: proved, refuted by a law, or open."),
  PLOT(
      Place.STATEMENT,
      "plot h2(p) for p in 0..1",
      "draws curves; a law, a kernel, a matrix or a list of numbers without `for`."),
  TABLE(
      Place.STATEMENT,
      "table h2(p) for p in 0..1 step 0.1",
      "lists what `plot` would draw, with bounds."),
  FOR(Place.INSIDE, "plot h2(p) for p in 0..1", "says what runs through a range or a list."),
  FROM(
      Place.INSIDE,
      "rv X, Y from samples(\"data.csv\")",
      "says where the samples of variables, or the tokens of a process, are read."),
  STEP(Place.INSIDE, "plot h2(p) for p in 0..1 step 0.1", "says how far apart the values are."),
  DERIVATION(
      Place.STATEMENT,
      "derivation NAME {",
      "judges a chain of steps: given, claim, and lines `<= EXPRESSION by REASON`."),
  LEMMA(Place.STATEMENT, "lemma NAME {", "is a derivation that can be cited by its name."),
  RULE(Place.STATEMENT, "rule NAME { H(X | Y) <= H(X) }", "states a reason that steps may give."),
  AXIOM(Place.STATEMENT, "axiom NAME {", "states a reason that is cited, not proved."),
  IMPORT(Place.STATEMENT, "import \"laws.sit\"", "carries out another file's declarations."),
  UNIT(Place.STATEMENT, "unit nats", "chooses the unit of information: bits or nats."),
  GIVEN(Place.BOTH, "given rv X, Y", "states what a derivation, or the claim before it, supposes."),
  CLAIM(Place.ITEM, "claim H(X) >= 0", "states what the chain of a derivation shows."),
  BY(Place.INSIDE, "<= H(X) by conditioning", "gives the reason of a step."),
  TO(Place.INSIDE, "expand I(X; Y) to entropies", "says how far to unfold."),
  USING(Place.INSIDE, "expand I(X; Y) using I", "names the only definition to unfold."),
  IN(Place.INSIDE, "sum[s in subsets([X, Y])] H(joint(s))", "runs through a list."),
  OVER(Place.INSIDE, "max I(X; Y) over p(X)", "says which law an optimum is taken over."),
  SUBJECT(
      Place.INSIDE,
      "min I(X; Y) over p(Y | X) subject to E[hamming(X, Y)] <= 1/10",
      "says what an optimum is subject to, several bounds with commas."),
  INDEP(Place.INSIDE, "assume X indep Y | Z", "says that variables are independent."),
  SUM(Place.INSIDE, "sum[t = 1..n] I(X^t; Y[t] | Y^(t-1))", "adds up over an index."),
  MIN(Place.INSIDE, "min I(X; Y) over p(Y | X)", "is the least value, over laws or of numbers."),
  ARGMIN(
      Place.INSIDE,
      "argmin I(X; Y) over p(Y | X) subject to E[hamming(X, Y)] <= 1/10",
      "is the law that gives the least value, or of a list the place of the least."),
  ARGMAX(
      Place.INSIDE,
      "argmax I(X; Y) over p(X)",
      "is the law that gives the greatest value, or of a list the place of the greatest."),
  UNDER(
      Place.INSIDE,
      "P(X = 1) under argmax I(X; Y) over p(X)",
      "evaluates what stands before it under an optimal law."),
  MAX(Place.INSIDE, "max I(X; Y) over p(X)", "is the greatest value, over laws or of numbers."),
  IF(Place.INSIDE, "if x == 0 then 0 else -x*log2(x)", "chooses between two values."),
  THEN(Place.INSIDE, "if x == 0 then 0 else 1", "is the part of an `if` where it holds."),
  ELSE(Place.INSIDE, "if x == 0 then 0 else 1", "is the part of an `if` where it does not hold."),
  AND(Place.INSIDE, "P(X = 0 and Y = 1)", "is true where both are."),
  OR(Place.INSIDE, "P(X = 0 or Y = 1)", "is true where one is."),
  NOT(Place.INSIDE, "P(not X = 0)", "is true where the condition is not."),
  XOR(Place.INSIDE, "rv Z = X xor Y", "is the sum modulo 2."),
  MOD(Place.INSIDE, "rv Z = (X + Y) mod 3", "is the remainder."),
  TRUE(Place.INSIDE, "true", "is a truth value."),
  FALSE(Place.INSIDE, "false", "is a truth value.");

  private final Place place;
  private final String example;
  private final String summary;

  /** Where a word may stand. */
  enum Place {
    /** At the start of a statement. */
    STATEMENT,
    /** At the start of a line of a derivation. */
    ITEM,
    BOTH,
    INSIDE
  }

  Keyword(Place place, String example, String summary) {
    this.place = place;
    this.example = example;
    this.summary = summary;
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String example() {
    return example;
  }

  /** What it is for, without its subject. */
  String summary() {
    return summary;
  }

  boolean startsStatement() {
    return place == Place.STATEMENT || place == Place.BOTH && this != GIVEN;
  }

  boolean startsItem() {
    return place == Place.ITEM || place == Place.BOTH;
  }

  static Optional<Keyword> of(String word) {
    for (Keyword keyword : values()) {
      if (keyword.word().equals(word)) {
        return Optional.of(keyword);
      }
    }
    return Optional.empty();
  }
}
