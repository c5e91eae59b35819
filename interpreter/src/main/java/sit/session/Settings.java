package sit.session;

import sit.limits.Seed;
import sit.value.Unit;

/**
 * What holds for a whole session.
 *
 * @param unit in which information is given until a statement changes it
 * @param seconds the time one claim or one value may take
 * @param megabytes the largest table
 * @param seed where searches start
 */
public record Settings(Unit unit, double seconds, long megabytes, Seed seed) {
  public static final Settings DEFAULT =
      new Settings(Unit.BIT, Double.POSITIVE_INFINITY, 512, Seed.DEFAULT);

  /** The same with another unit to begin with. */
  public Settings withUnit(Unit chosen) {
    return new Settings(chosen, seconds, megabytes, seed);
  }

  /** The same with another time; infinite for no limit. */
  public Settings withSeconds(double chosen) {
    return new Settings(unit, chosen, megabytes, seed);
  }

  public Settings withMegabytes(long chosen) {
    return new Settings(unit, seconds, chosen, seed);
  }

  public Settings withSeed(Seed chosen) {
    return new Settings(unit, seconds, megabytes, chosen);
  }
}
