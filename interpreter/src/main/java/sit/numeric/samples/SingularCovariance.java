package sit.numeric.samples;

/** Some columns are linear functions of others, so that they have no joint density. */
public final class SingularCovariance extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SingularCovariance() {
    super("the covariance is singular", null, false, false);
  }
}
