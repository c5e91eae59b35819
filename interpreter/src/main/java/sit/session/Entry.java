package sit.session;

import java.util.List;

/**
 * What the library says of one thing that it defines.
 *
 * @param family the file it stands in: {@code measures/entropy}
 * @param name what it is called by: {@code I}, {@code h2}, {@code data_processing}, {@code BSC}
 * @param signature how it is written: {@code I(X; Y | Z)}
 * @param summary what it is
 * @param source where it is published
 * @param latex how a paper writes it
 * @param unit of its value; empty where it has none to speak of
 * @param example a script whose lines say after {@code #=>} what they answer
 * @param definition its text
 * @param laws what holds of it
 * @param also other names of a rule
 * @param theory the items of a theory that it makes: {@code T49}
 */
public record Entry(
    String family,
    Kind kind,
    String name,
    String signature,
    String summary,
    String source,
    String latex,
    String unit,
    List<String> example,
    String definition,
    List<String> laws,
    List<String> also,
    List<String> theory) {
  public Entry {
    example = List.copyOf(example);
    laws = List.copyOf(laws);
    also = List.copyOf(also);
    theory = List.copyOf(theory);
  }

  /** What is defined. */
  public enum Kind {
    MEASURE("define "),
    FUNCTION("let "),
    RULE("rule "),
    AXIOM("axiom "),
    PROPERTY("property "),
    LAW("# law "),
    CHANNEL("# channel "),
    /** A function that is built in. */
    BUILT_IN("# function ");

    private final String opening;

    Kind(String opening) {
      this.opening = opening;
    }

    /** Whether it is built in: its text in the library is what it is, not what makes it. */
    boolean isBuiltIn() {
      return this == LAW || this == CHANNEL || this == BUILT_IN;
    }

    /** The words that its definition begins with in the library's files. */
    String opening() {
      return opening;
    }
  }

  /** Whether it is called so, or is of this item of a theory. */
  boolean isCalled(String wanted) {
    return name.equals(wanted)
        || signature.equals(wanted)
        || also.contains(wanted)
        || theory.contains(wanted);
  }
}
