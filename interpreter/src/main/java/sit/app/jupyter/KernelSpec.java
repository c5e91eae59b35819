package sit.app.jupyter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The folder from which Jupyter learns how the kernel is started, and how its cells are coloured.
 */
public final class KernelSpec {
  private static final List<String> FILES = List.of("kernel.js", "logo-svg.svg");

  private final Path folder;

  private KernelSpec(Path folder) {
    this.folder = folder;
  }

  /** The place for one user, as Jupyter chooses it. */
  public static KernelSpec ofUser(Map<String, String> environment, String home, String system) {
    return new KernelSpec(data(environment, home, system).resolve("kernels/sit"));
  }

  private static Path data(Map<String, String> environment, String home, String system) {
    String named = environment.getOrDefault("JUPYTER_DATA_DIR", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    if (system.startsWith("Mac")) {
      return Path.of(home, "Library", "Jupyter");
    } else if (system.startsWith("Windows")) {
      return Path.of(environment.getOrDefault("APPDATA", home), "jupyter");
    }
    return shared.isEmpty()
        ? Path.of(home, ".local", "share", "jupyter")
        : Path.of(shared, "jupyter");
  }

  /** The place under a prefix such as {@code /usr/local} or that of a virtual environment. */
  public static KernelSpec under(String prefix) {
    return new KernelSpec(Path.of(prefix).toAbsolutePath().resolve("share/jupyter/kernels/sit"));
  }

  public Path folder() {
    return folder;
  }

  /**
   * Writes the folder, or writes it anew.
   *
   * @param command what starts this program
   */
  public void install(List<String> command) throws IOException {
    JsonObject spec = new JsonObject();
    JsonArray arguments = new JsonArray();
    command.forEach(arguments::add);
    List.of("kernel", "run", "{connection_file}").forEach(arguments::add);
    spec.add("argv", arguments);
    spec.addProperty("display_name", "sit");
    spec.addProperty("language", "sit");
    spec.addProperty("interrupt_mode", "message");
    Files.createDirectories(folder);
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    String json = gson.toJson(spec) + "\n";
    Files.writeString(folder.resolve("kernel.json"), json, StandardCharsets.UTF_8);
    for (String name : FILES) {
      try (InputStream file = KernelSpec.class.getResourceAsStream("/jupyter/" + name)) {
        Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Takes the folder away; false where there was none. */
  public boolean uninstall() throws IOException {
    boolean there = Files.deleteIfExists(folder.resolve("kernel.json"));
    for (String name : FILES) {
      Files.deleteIfExists(folder.resolve(name));
    }
    if (there) {
      Files.deleteIfExists(folder);
    }
    return there;
  }
}
