package sit.exact.closed;

import java.util.Collection;

/** A number was asked for where there is only a function of parameters. */
public final class OpenParameter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String names;

  public OpenParameter(Collection<Parameter> parameters) {
    super("it depends on parameters", null, false, false);
    StringBuilder all = new StringBuilder();
    parameters.forEach(p -> all.append(all.isEmpty() ? "" : ", ").append(p.name()));
    this.names = all.toString();
  }

  /** The parameters that have no value. */
  public String names() {
    return names;
  }
}
