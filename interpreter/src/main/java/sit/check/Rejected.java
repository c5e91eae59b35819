package sit.check;

/** Why a part of a proof is not accepted; it never leaves this package. */
final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Rejected(String why) {
    super(why, null, false, false);
  }

  static void unless(boolean holds, String why) {
    if (!holds) {
      throw new Rejected(why);
    }
  }
}
