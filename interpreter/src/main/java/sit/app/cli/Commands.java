package sit.app.cli;

import sit.app.Streams;

/** Does what a request asks for. */
final class Commands {
  private Commands() {}

  static int run(Request request, Streams streams) {
    switch (request.command()) {
      case VERSION -> streams.out().println(Help.version());
      case VERIFY -> {
        return new Verification(request, streams).run() ? Program.DONE : Program.UNREADABLE;
      }
      default -> streams.out().println(Help.text());
    }
    return Program.DONE;
  }
}
