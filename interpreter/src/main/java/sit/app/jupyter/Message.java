package sit.app.jupyter;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A message of the protocol.
 *
 * @param identities the routing prefix: who sent a request, or the topic of a broadcast
 * @param header type, time and author
 * @param parent the header of the request that it answers; empty where there is none
 */
record Message(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    JsonObject content) {
  /** The version of the protocol that is spoken here. */
  static final String VERSION = "5.3";

  Message {
    identities = List.copyOf(identities);
  }

  String type() {
    return header.get("msg_type").getAsString();
  }

  /** A message that follows from this one. */
  Message answer(String type, JsonObject content, List<byte[]> to) {
    JsonObject made = new JsonObject();
    made.addProperty("msg_id", UUID.randomUUID().toString());
    made.add(
        "session",
        header.has("session") ? header.get("session") : new com.google.gson.JsonPrimitive(""));
    made.addProperty("username", "kernel");
    made.addProperty("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    made.addProperty("msg_type", type);
    made.addProperty("version", VERSION);
    return new Message(to, made, header, new JsonObject(), content);
  }

  /** A text in the content, or another where there is none. */
  String text(String name, String otherwise) {
    return content.has(name) && content.get(name).isJsonPrimitive()
        ? content.get(name).getAsString()
        : otherwise;
  }

  int number(String name, int otherwise) {
    return content.has(name) && content.get(name).isJsonPrimitive()
        ? content.get(name).getAsInt()
        : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    return content.has(name) && content.get(name).isJsonPrimitive()
        ? content.get(name).getAsBoolean()
        : otherwise;
  }
}
