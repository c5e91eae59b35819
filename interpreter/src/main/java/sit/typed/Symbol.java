package sit.typed;

/**
 * What a name stands for.
 *
 * @param arity how many arguments a function takes; zero otherwise
 * @param type the kind of its value, or of a function's result
 */
public record Symbol(String name, Kind kind, int arity, Type type) {
  /** The sorts of name. */
  public enum Kind {
    /** A value that was given a name, a parameter of a function, or the index of a sum. */
    VALUE,
    FUNCTION,
    /** A random variable. */
    VARIABLE,
    PROCESS,
    /** A value that densities are densities of, or a sequence of such values. */
    OUTCOME,
    DENSITY,
    /** A scalar without a value, or a function of scalars without a definition. */
    PARAMETER
  }
}
