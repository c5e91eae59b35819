package sit.app.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import sit.app.Streams;
import sit.app.repl.Repl;

/** Does what a request asks for. */
final class Commands {
  private Commands() {}

  /** The exit status of the request. */
  static int run(Request request, Streams streams, AtomicBoolean cancelled) {
    return switch (request.command()) {
      case HELP -> print(Help.text(), streams);
      case VERSION -> print(Help.version(), streams);
      case VERIFY -> new Verification(request, streams).run();
      case SESSION -> session(request, streams);
      case RUN, CHECK, EVAL, EXPAND -> new Scripts(request, streams, cancelled).run();
      case DOC -> new Lookup(request, streams).run();
      case KERNEL -> new Kernels(request, streams).run();
      case FMT -> new Formatting(request, streams).run();
    };
  }

  private static int print(String text, Streams streams) {
    streams.out().println(text);
    return Program.DONE;
  }

  private static int session(Request request, Streams streams) {
    Repl repl = new Repl(streams, new SessionAnswerer(request, streams));
    String greeting = request.quiet() ? "" : Help.version();
    return repl.run(greeting, Scripts.color(request, streams)) ? Program.DONE : Program.UNREADABLE;
  }
}
