package sit.session;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The files that a path begun by a person may go on to. */
final class FileNames {
  private FileNames() {}

  /** Paths that begin so, folders with a slash at their end; hidden files only where asked for. */
  static List<String> startingWith(String typed) {
    int slash = typed.lastIndexOf('/');
    String folder = typed.substring(0, slash + 1);
    String begun = typed.substring(slash + 1);
    File place = new File(folder.isEmpty() ? "." : home(folder));
    File[] files = place.listFiles();
    List<String> found = new ArrayList<>();
    if (files == null) {
      return found;
    }
    Arrays.sort(files);
    for (File file : files) {
      String name = file.getName();
      if (name.startsWith(begun) && (!name.startsWith(".") || begun.startsWith("."))) {
        found.add(folder + name + (file.isDirectory() ? "/" : ""));
      }
    }
    return found;
  }

  private static String home(String folder) {
    return folder.startsWith("~/") ? System.getProperty("user.home") + folder.substring(1) : folder;
  }
}
