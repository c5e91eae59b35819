package sit.app.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sit.app.Interrupts;
import sit.render.Rendering;
import sit.session.Completion;
import sit.session.Completions;
import sit.session.Session;
import sit.source.Diagnostic;
import sit.source.Source;
import sit.syntax.Parser;
import sit.syntax.Program;

/** Answers the requests of notebooks and consoles with one session, until it is told to end. */
public final class Kernel implements Channels.Control {
  private final Connection connection;
  private final Session session;
  private final String version;
  private final Execution execution;
  private final Inputs inputs = new Inputs();
  private final Channels channels;
  private Channels.Sender sender;
  private volatile boolean ended;

  /**
   * A kernel.
   *
   * @param connectionFile the text of the file that the client wrote
   * @param version what the program calls itself
   * @param failures what is said of work that broke off
   * @throws IllegalArgumentException if it is no connection file
   */
  public Kernel(
      String connectionFile,
      Session session,
      String version,
      Function<Throwable, Diagnostic> failures) {
    this.connection = Connection.read(connectionFile);
    this.session = session;
    this.version = version;
    this.execution = new Execution(session, inputs, failures);
    this.channels = new Channels(connection, this);
  }

  /** Serves on the calling thread until a client ends the kernel, or its parent is gone. */
  public void run() {
    Interrupts.handle(session::interrupt);
    watchParent();
    channels.open();
    sender = channels.sender(new Wire(connection.key()));
    try {
      while (!ended) {
        serve(channels.requests().take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      channels.close();
    }
  }

  /** A kernel whose client died would run for ever. */
  private static void watchParent() {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent != null && !parent.isEmpty() && parent.chars().allMatch(Character::isDigit)) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(process -> process.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }
  }

  /** What comes over the control channel interrupts what runs. */
  @Override
  public void handle(Message request, Channels.Sender out) {
    status(request, "busy", out);
    switch (request.type()) {
      case "interrupt_request" -> {
        session.interrupt();
        out.reply(request.answer("interrupt_reply", ok(), request.identities()));
      }
      case "shutdown_request" -> {
        JsonObject content = ok();
        content.addProperty("restart", request.flag("restart", false));
        out.reply(request.answer("shutdown_reply", content, request.identities()));
        session.interrupt();
        ended = true;
        // the thread that evaluates may be waiting for a request
        channels.requests().add(request);
      }
      case "kernel_info_request" ->
          out.reply(request.answer("kernel_info_reply", about(), request.identities()));
      default -> {}
    }
    status(request, "idle", out);
  }

  private static void status(Message request, String state, Channels.Sender out) {
    JsonObject content = new JsonObject();
    content.addProperty("execution_state", state);
    out.publish(request.answer("status", content, Channels.topic("status")));
  }

  private void serve(Message request) {
    if (ended) {
      return;
    }
    status(request, "busy", sender);
    Optional<JsonObject> content = answer(request);
    // what comes after the reply was sent was sent by a client that knows of the error
    List<Message> behind = new ArrayList<>();
    if (request.type().equals("execute_request") && execution.stops(request)) {
      channels.requests().drainTo(behind);
    }
    if (content.isPresent()) {
      String type = request.type().replace("_request", "_reply");
      sender.reply(request.answer(type, content.get(), request.identities()));
    }
    status(request, "idle", sender);
    abort(behind);
  }

  private Optional<JsonObject> answer(Message request) {
    return Optional.ofNullable(
        switch (request.type()) {
          case "kernel_info_request" -> about();
          case "execute_request" -> execution.execute(request, sender);
          case "complete_request" -> completions(request);
          case "inspect_request" -> inspection(request);
          case "is_complete_request" -> completeness(request.text("code", ""));
          case "history_request" -> inputs.answer(request);
          case "comm_info_request" -> {
            JsonObject content = ok();
            content.add("comms", new JsonObject());
            yield content;
          }
          case "comm_open" -> {
            refuseComm(request);
            yield null;
          }
          case "shutdown_request" -> {
            ended = true;
            JsonObject content = ok();
            content.addProperty("restart", request.flag("restart", false));
            yield content;
          }
          case "interrupt_request" -> ok();
          default -> null;
        });
  }

  /** After an error what the client had queued behind it is not carried out. */
  private void abort(List<Message> queued) {
    for (Message request : queued) {
      if (request.type().equals("execute_request")) {
        status(request, "busy", sender);
        JsonObject content = new JsonObject();
        // `aborted` is what the protocol said before 5.1
        content.addProperty("status", "error");
        content.addProperty("ename", "aborted");
        content.addProperty("evalue", "not carried out, since a cell before it failed");
        content.add("traceback", new JsonArray());
        content.addProperty("execution_count", session.number());
        sender.reply(request.answer("execute_reply", content, request.identities()));
        status(request, "idle", sender);
      } else {
        serve(request);
      }
    }
  }

  private void refuseComm(Message request) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", request.text("comm_id", ""));
    content.add("data", new JsonObject());
    sender.publish(request.answer("comm_close", content, Channels.topic("comm_close")));
  }

  private static JsonObject ok() {
    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    return content;
  }

  private JsonObject about() {
    JsonObject content = ok();
    content.addProperty("protocol_version", Message.VERSION);
    content.addProperty("implementation", "sit");
    content.addProperty("implementation_version", version);
    JsonObject language = new JsonObject();
    language.addProperty("name", "sit");
    language.addProperty("version", version);
    language.addProperty("mimetype", "text/x-sit");
    language.addProperty("file_extension", ".sit");
    language.addProperty("pygments_lexer", "sit");
    language.addProperty("codemirror_mode", "sit");
    content.add("language_info", language);
    content.addProperty("banner", "sit " + version + ": information theory as a paper writes it");
    content.addProperty("debugger", false);
    content.add("help_links", new JsonArray());
    return content;
  }

  private JsonObject completions(Message request) {
    String code = request.text("code", "");
    Completions found = session.complete(code, offset(code, request.number("cursor_pos", 0)));
    JsonObject content = ok();
    JsonArray matches = new JsonArray();
    JsonArray types = new JsonArray();
    int start = code.codePointCount(0, found.start());
    int end = code.codePointCount(0, found.end());
    for (Completion item : found.items()) {
      matches.add(item.text());
      JsonObject type = new JsonObject();
      type.addProperty("start", start);
      type.addProperty("end", end);
      type.addProperty("text", item.text());
      type.addProperty("type", item.kind().name().toLowerCase(java.util.Locale.ROOT));
      type.addProperty("signature", item.summary());
      types.add(type);
    }
    content.add("matches", matches);
    content.addProperty("cursor_start", start);
    content.addProperty("cursor_end", end);
    JsonObject metadata = new JsonObject();
    metadata.add("_jupyter_types_experimental", types);
    content.add("metadata", metadata);
    return content;
  }

  /** A cursor is counted in characters of Unicode, a text here in units of UTF-16. */
  static int offset(String code, int cursor) {
    int characters = Math.min(Math.max(0, cursor), code.codePointCount(0, code.length()));
    return code.offsetByCodePoints(0, characters);
  }

  private JsonObject inspection(Message request) {
    String code = request.text("code", "");
    int cursor = offset(code, request.number("cursor_pos", 0));
    Optional<Rendering> found = session.describe(code, cursor, request.number("detail_level", 0));
    JsonObject content = ok();
    content.addProperty("found", found.isPresent());
    content.add("data", found.map(Execution::data).orElseGet(JsonObject::new));
    content.add("metadata", new JsonObject());
    return content;
  }

  private JsonObject completeness(String code) {
    Program program = Parser.parse(new Source("<input>", code));
    JsonObject content = new JsonObject();
    if (program.incomplete()) {
      content.addProperty("status", "incomplete");
      content.addProperty("indent", "  ");
    } else {
      content.addProperty("status", program.diagnostics().isEmpty() ? "complete" : "invalid");
    }
    return content;
  }
}
