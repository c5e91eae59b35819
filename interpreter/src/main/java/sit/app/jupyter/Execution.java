package sit.app.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sit.eval.Purpose;
import sit.limits.LimitReached;
import sit.render.Rendering;
import sit.session.Answer;
import sit.session.Session;
import sit.source.Diagnostic;
import sit.source.DiagnosticPrinter;
import sit.source.Source;
import sit.value.Result;

/** Carries out cells: publishes what they answer as it comes, and what is wrong with them. */
final class Execution {
  private static final String RED = "\u001b[31m";
  private static final String CYAN = "\u001b[36m";
  private static final String PLAIN = "\u001b[0m";

  private final Session session;
  private final Inputs inputs;
  private final Function<Throwable, Diagnostic> failures;
  private boolean failed;

  Execution(Session session, Inputs inputs, Function<Throwable, Diagnostic> failures) {
    this.session = session;
    this.inputs = inputs;
    this.failures = failures;
  }

  /** Whether what was queued behind a cell that was just carried out is not to be. */
  boolean stops(Message request) {
    return failed && request.flag("stop_on_error", true);
  }

  /** The content of the reply; what a silent request answers is kept to itself. */
  JsonObject execute(Message request, Channels.Sender out) {
    failed = false;
    String code = request.text("code", "");
    boolean silent = request.flag("silent", false);
    boolean kept = !silent && request.flag("store_history", true);
    int number = session.number();
    if (!silent) {
      JsonObject input = new JsonObject();
      input.addProperty("code", code);
      input.addProperty("execution_count", number);
      publish(request, "execute_input", input, out);
    }
    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    content.addProperty("execution_count", number);
    content.add("payload", new JsonArray());
    content.add("user_expressions", new JsonObject());
    StringBuilder answered = new StringBuilder();
    if (code.strip().startsWith("?")) {
      page(code.strip(), content);
    } else {
      run(code, kept, request, silent, number, answered, out, content);
    }
    if (kept) {
      inputs.add(number, code, answered.toString());
    }
    return content;
  }

  private void run(
      String code,
      boolean kept,
      Message request,
      boolean silent,
      int number,
      StringBuilder answered,
      Channels.Sender out,
      JsonObject content) {
    List<Diagnostic> wrong = new ArrayList<>();
    try {
      Source source = new Source("In[" + number + "]", code);
      Answer answer =
          session.run(
              source,
              kept ? Purpose.PROMPT : Purpose.RUN,
              result -> {
                if (!silent) {
                  show(result, request, number, answered, out);
                }
              });
      wrong.addAll(answer.diagnostics());
    } catch (LimitReached e) {
      boolean interrupted = e.limit() == LimitReached.Cause.CANCELLED;
      String stays = "interrupted; what was declared before stays";
      wrong.add(interrupted ? about("interrupted", stays) : failures.apply(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      wrong.add(failures.apply(e));
    }
    if (!wrong.isEmpty()) {
      failed = true;
      content.addProperty("status", "error");
      JsonObject error = error(wrong);
      error.entrySet().forEach(entry -> content.add(entry.getKey(), entry.getValue()));
      if (!silent) {
        publish(request, "error", error, out);
      }
    }
  }

  private static Diagnostic about(String code, String message) {
    return new Diagnostic(new Source("", ""), sit.source.Span.NONE, code, message, "", "");
  }

  private static void publish(
      Message request, String type, JsonObject content, Channels.Sender out) {
    out.publish(request.answer(type, content, Channels.topic(type)));
  }

  private static void show(
      Result result, Message request, int number, StringBuilder answered, Channels.Sender out) {
    JsonObject data = Bundle.of(result);
    String plain = data.get("text/plain").getAsString();
    answered.append(answered.isEmpty() ? "" : "\n").append(plain);
    JsonObject content = new JsonObject();
    content.add("data", data);
    content.add("metadata", new JsonObject());
    if (Bundle.isPicture(result)) {
      content.add("transient", new JsonObject());
      publish(request, "display_data", content, out);
    } else {
      content.addProperty("execution_count", number);
      publish(request, "execute_result", content, out);
    }
  }

  /** {@code ?name} and {@code ??name}: what a name means, beside the cells. */
  private void page(String code, JsonObject content) {
    int marks = code.startsWith("??") ? 2 : 1;
    String name = code.substring(marks).strip();
    Optional<Rendering> found = session.describe(name, 0, marks - 1);
    JsonObject data = new JsonObject();
    data.addProperty("text/plain", "nothing is known of `" + name + "`");
    JsonObject page = new JsonObject();
    page.addProperty("source", "page");
    page.addProperty("start", 0);
    page.add("data", found.map(Execution::data).orElse(data));
    JsonArray payload = new JsonArray();
    payload.add(page);
    content.add("payload", payload);
  }

  /** What is said of a name, by media type. */
  static JsonObject data(Rendering rendering) {
    JsonObject data = new JsonObject();
    data.addProperty("text/plain", rendering.text());
    return data;
  }

  private static JsonObject error(List<Diagnostic> wrong) {
    JsonObject error = new JsonObject();
    error.addProperty("ename", wrong.get(0).code());
    error.addProperty("evalue", wrong.get(0).message());
    JsonArray lines = new JsonArray();
    for (Diagnostic diagnostic : wrong) {
      if (diagnostic.source().name().isEmpty()) {
        lines.add(RED + "error[" + diagnostic.code() + "]" + PLAIN + ": " + diagnostic.message());
      } else {
        DiagnosticPrinter.print(diagnostic).lines().map(Execution::coloured).forEach(lines::add);
      }
    }
    error.add("traceback", lines);
    return error;
  }

  private static String coloured(String line) {
    int bracket = line.indexOf(']');
    if (line.startsWith("error[") && bracket > 0) {
      return RED + line.substring(0, bracket + 1) + PLAIN + line.substring(bracket + 1);
    }
    int bar = line.indexOf('│');
    if (bar >= 0) {
      String rest = line.substring(bar + 1);
      boolean marks = rest.strip().startsWith("^");
      return CYAN + line.substring(0, bar + 1) + PLAIN + (marks ? RED + rest + PLAIN : rest);
    }
    return line.strip().startsWith("┌") || line.strip().startsWith("=")
        ? CYAN + line + PLAIN
        : line;
  }
}
