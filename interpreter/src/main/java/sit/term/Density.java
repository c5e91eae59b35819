package sit.term;

/**
 * Whose logarithm is taken. Every density is normalised with respect to a reference measure that
 * belongs to the variables alone, so that it may be a mass function or a density.
 */
public sealed interface Density {
  /** What it is a density of, once the given is fixed. */
  Group of();

  /** What it is conditioned on. */
  Group given();

  /** All variables it speaks of. */
  default Group all() {
    return of().union(given());
  }

  /**
   * A density that was declared; apart from being normalised it is arbitrary.
   *
   * @param name {@code q} of {@code q(z | x)}
   */
  record Named(String name, Group of, Group given) implements Density {
    public Named {
      require(!of.isEmpty(), "a density of nothing");
      require(of.intersection(given).isEmpty(), "a variable on both sides of the bar");
    }
  }

  /**
   * The law that averages, of whatever variables: minus the mean of its logarithm is an entropy.
   */
  record Own() implements Density {
    @Override
    public Group of() {
      return Group.EMPTY;
    }

    @Override
    public Group given() {
      return Group.EMPTY;
    }
  }

  /**
   * {@code base * exp(exponent) / Z} with {@code Z} the mean of {@code exp(exponent)} under the
   * base; what the exponent speaks of besides the base is given too.
   *
   * @param exponent linear over pointwise atoms
   */
  record Tilted(Law.Factor base, NormalForm exponent) implements Density {
    public Tilted {
      exponent = Expectations.pointwise(exponent);
    }

    @Override
    public Group of() {
      return base.of();
    }

    @Override
    public Group given() {
      return base.given().union(Expectations.free(exponent).minus(base.of()));
    }
  }

  /** The one law that averages. */
  Density OWN = new Own();

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
