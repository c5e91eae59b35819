package sit.app.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Where a client waits for its kernel, as its connection file says.
 *
 * @param key signs messages; empty where they are not signed
 */
record Connection(
    String transport,
    String ip,
    int shell,
    int iopub,
    int stdin,
    int control,
    int heartbeat,
    String key) {
  /**
   * The connection that the text of a file describes.
   *
   * @throws IllegalArgumentException if it is none, or wants a signature that is not HMAC-SHA256
   */
  static Connection read(String json) {
    try {
      JsonObject file = JsonParser.parseString(json).getAsJsonObject();
      String key = file.has("key") ? file.get("key").getAsString() : "";
      String scheme =
          file.has("signature_scheme") ? file.get("signature_scheme").getAsString() : "hmac-sha256";
      if (!key.isEmpty() && !scheme.equals("hmac-sha256")) {
        throw new IllegalArgumentException("the signature scheme `" + scheme + "` is not known");
      }
      return new Connection(
          file.get("transport").getAsString(),
          file.get("ip").getAsString(),
          file.get("shell_port").getAsInt(),
          file.get("iopub_port").getAsInt(),
          file.get("stdin_port").getAsInt(),
          file.get("control_port").getAsInt(),
          file.get("hb_port").getAsInt(),
          key);
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new IllegalArgumentException("this is no Jupyter connection file", e);
    }
  }

  /** The address of a port. */
  String address(int port) {
    return transport.equals("ipc")
        ? "ipc://" + ip + "-" + port
        : transport + "://" + ip + ":" + port;
  }
}
