package sit.app.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages as frames: identities, a delimiter, a signature, and header, parent, metadata and
 * content as JSON. Used by one thread.
 */
final class Wire {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;

  Wire(String key) {
    try {
      mac = key.isEmpty() ? null : Mac.getInstance("HmacSHA256");
      if (mac != null) {
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The message of frames; empty where they are none, or are signed by somebody else. */
  Optional<Message> read(List<byte[]> frames) {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    if (at + 6 > frames.size()) {
      return Optional.empty();
    }
    byte[] signature = frames.get(at + 1);
    List<byte[]> parts = frames.subList(at + 2, at + 6);
    if (mac != null && !MessageDigest.isEqual(signature, signature(parts))) {
      return Optional.empty();
    }
    try {
      JsonObject header = object(parts.get(0));
      if (!header.has("msg_type") || !header.get("msg_type").isJsonPrimitive()) {
        return Optional.empty();
      }
      return Optional.of(
          new Message(
              frames.subList(0, at),
              header,
              object(parts.get(1)),
              object(parts.get(2)),
              object(parts.get(3))));
    } catch (JsonParseException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static JsonObject object(byte[] json) {
    return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  List<byte[]> write(Message message) {
    List<byte[]> parts = new ArrayList<>();
    for (JsonObject part :
        List.of(message.header(), message.parent(), message.metadata(), message.content())) {
      parts.add(part.toString().getBytes(StandardCharsets.UTF_8));
    }
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(mac == null ? new byte[0] : signature(parts));
    frames.addAll(parts);
    return frames;
  }

  /** The signature in hexadecimal digits, as it is sent. */
  private byte[] signature(List<byte[]> parts) {
    parts.forEach(mac::update);
    StringBuilder hex = new StringBuilder();
    for (byte b : mac.doFinal()) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
