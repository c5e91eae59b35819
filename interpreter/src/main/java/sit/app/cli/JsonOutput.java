package sit.app.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import sit.app.Streams;
import sit.app.json.ResultWriter;
import sit.render.TextRenderer;
import sit.source.Diagnostic;
import sit.value.Result;

/**
 * One JSON object for a whole run, written as the results come; diagnostics also go to standard
 * error.
 */
final class JsonOutput implements Output {
  private final Streams streams;
  private final JsonWriter json;
  private final ResultWriter writer;
  private final TextRenderer renderer = new TextRenderer(false, true);
  private final List<Diagnostic> errors = new ArrayList<>();

  JsonOutput(Streams streams) {
    this.streams = streams;
    this.json = new JsonWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
    this.writer = new ResultWriter(json);
    try {
      json.beginObject();
      json.name("version").value(1);
      json.name("results").beginArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void result(Result result) {
    try {
      writer.write(result, renderer.value(result));
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void errors(List<Diagnostic> diagnostics, boolean judging) {
    errors.addAll(diagnostics);
    TextOutput.print(diagnostics, streams);
    if (judging) {
      try {
        writer.unreadable(diagnostics.get(0));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void end() {
    try {
      json.endArray();
      if (!errors.isEmpty()) {
        json.name("error");
        writer.write(errors.get(0));
        json.name("errors").beginArray();
        for (Diagnostic diagnostic : errors) {
          writer.write(diagnostic);
        }
        json.endArray();
      }
      json.endObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    streams.out().println();
    streams.out().flush();
  }
}
