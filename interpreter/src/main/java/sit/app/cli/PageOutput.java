package sit.app.cli;

import java.util.List;
import sit.app.Streams;
import sit.render.Page;
import sit.source.Diagnostic;
import sit.value.Result;

/** A document, written as the results come; diagnostics go to standard error. */
final class PageOutput implements Output {
  private final Streams streams;
  private final Page page;

  PageOutput(Streams streams, Page page) {
    this.streams = streams;
    this.page = page;
    streams.out().print(page.head());
  }

  @Override
  public void result(Result result) {
    streams.out().print(page.block(result));
    streams.out().flush();
  }

  @Override
  public void errors(List<Diagnostic> diagnostics, boolean judging) {
    TextOutput.print(diagnostics, streams);
  }

  @Override
  public void end() {
    streams.out().print(page.tail());
    streams.out().flush();
  }
}
