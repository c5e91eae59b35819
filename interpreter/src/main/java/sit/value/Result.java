package sit.value;

import sit.source.Source;
import sit.source.Span;

/** What a statement answers. */
public sealed interface Result {
  /** An expression's value. */
  record Evaluated(Source source, Span span, String expression, Value value) implements Result {}

  /**
   * An expression in another form.
   *
   * @param text what was asked for
   * @param latex the same for a paper
   */
  record Shown(Source source, Span span, String expression, String text, String latex)
      implements Result {}

  /** A verdict. */
  record Judged(Judgement judgement) implements Result {}
}
