package sit.render;

import sit.value.Result;

/** A document that is written result by result. */
public interface Page {
  /** What stands before the first result. */
  String head();

  /** A result as a block that ends with a line's end. */
  String block(Result result);

  /** What stands behind the last result. */
  String tail();
}
