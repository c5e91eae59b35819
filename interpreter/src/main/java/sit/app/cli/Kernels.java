package sit.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import sit.app.InputFiles;
import sit.app.Streams;
import sit.app.jupyter.Kernel;
import sit.app.jupyter.KernelSpec;
import sit.session.Session;

/** {@code sit kernel}: makes the program known to Jupyter, and serves it. */
final class Kernels {
  private final Request request;
  private final Streams streams;

  Kernels(Request request, Streams streams) {
    this.request = request;
    this.streams = streams;
  }

  int run() {
    String what = request.operands().get(0);
    if (what.equals("run") != (request.operands().size() == 2)) {
      throw new UsageError(
          "write `sit kernel install`, `sit kernel uninstall` or `sit kernel run CONNECTION_FILE`");
    }
    return switch (what) {
      case "install" -> install();
      case "uninstall" -> uninstall();
      case "run" -> serve(request.operands().get(1));
      default ->
          throw new UsageError(
              "`sit kernel` does `install`, `uninstall` and `run`, not `" + what + "`");
    };
  }

  private KernelSpec spec() {
    return request.prefix() == null
        ? KernelSpec.ofUser(
            System.getenv(), System.getProperty("user.home", "."), System.getProperty("os.name"))
        : KernelSpec.under(request.prefix());
  }

  private int install() {
    String launcher = System.getProperty("sit.launcher");
    if (launcher == null) {
      throw new UsageError(
          "only the launcher `sit` can install the kernel, for it is what starts it");
    }
    KernelSpec spec = spec();
    try {
      spec.install(List.of(launcher));
    } catch (IOException e) {
      throw failed(spec, e);
    }
    streams.out().println("installed the kernel `sit` in " + spec.folder());
    return Program.DONE;
  }

  private int uninstall() {
    KernelSpec spec = spec();
    try {
      boolean there = spec.uninstall();
      streams.out().println((there ? "removed " : "there is no kernel in ") + spec.folder());
    } catch (IOException e) {
      throw failed(spec, e);
    }
    return Program.DONE;
  }

  private static UsageError failed(KernelSpec spec, IOException e) {
    return new UsageError(
        "`" + spec.folder() + "` cannot be written (" + e.getMessage() + "); try `--prefix DIR`");
  }

  private int serve(String file) {
    String connection = InputFiles.read(file, InputStream.nullInputStream()).text();
    String version = Help.version();
    Session session = new Session(Scripts.settings(request));
    try {
      new Kernel(
              connection,
              session,
              version.substring(version.indexOf(' ') + 1),
              e -> Failure.of(e).diagnostic())
          .run();
    } catch (IllegalArgumentException e) {
      throw new UsageError("`" + file + "`: " + e.getMessage());
    }
    return Program.DONE;
  }
}
