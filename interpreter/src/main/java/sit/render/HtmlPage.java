package sit.render;

import java.util.List;
import java.util.Optional;
import sit.value.Judgement;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Result;

/** Results for a browser, on one page that needs nothing else: pictures stand in it as SVG. */
public final class HtmlPage implements Page {
  private final String title;

  public HtmlPage(String title) {
    this.title = title;
  }

  @Override
  public String head() {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + "body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem;"
        + " font: 16px/1.5 system-ui, sans-serif; color: #222; }\n"
        + "pre { overflow-x: auto; margin: .3rem 0; font-size: 14px; }\n"
        + "section { margin: 1.2rem 0; }\nimg { max-width: 100%; height: auto; }\n"
        + "</style>\n</head>\n<body>\n";
  }

  @Override
  public String tail() {
    return "</body>\n</html>\n";
  }

  @Override
  public String block(Result result) {
    if (result instanceof Result.Evaluated evaluated && evaluated.value() instanceof Plot plot) {
      String caption = "<figcaption><code>" + escape(plot.title()) + "</code></figcaption>\n";
      return "<section><figure>\n"
          + Pictures.image(plot)
          + "\n"
          + caption
          + "</figure></section>\n";
    }
    return "<section>" + fragment(result) + "</section>\n";
  }

  /** A result as a part of another page, with its colours in itself. */
  public static String fragment(Result result) {
    if (result instanceof Result.Judged judged) {
      return judgement(judged.judgement());
    } else if (result instanceof Result.Evaluated evaluated
        && evaluated.value() instanceof Listing listing) {
      return table(listing);
    }
    if (result instanceof Result.Evaluated evaluated && evaluated.value() instanceof Plot plot) {
      return Pictures.image(plot) + notes(plot.notes());
    }
    Optional<String> matrix =
        result instanceof Result.Evaluated evaluated
            ? MatrixText.html(evaluated.expression(), evaluated.value())
            : Optional.empty();
    return matrix.orElseGet(
        () -> "<pre>" + escape(new TextRenderer(false, true).render(result)) + "</pre>");
  }

  private static String notes(List<String> notes) {
    StringBuilder out = new StringBuilder();
    notes.forEach(note -> out.append("<p>").append(escape(note)).append("</p>\n"));
    return out.toString();
  }

  private static String table(Listing listing) {
    String cell = " style=\"text-align:right;padding:2px 14px;white-space:nowrap\"";
    StringBuilder out = new StringBuilder("<table style=\"border-collapse:collapse\">\n<tr>");
    for (String name : listing.header()) {
      out.append("<th").append(cell.replace("nowrap", "nowrap;border-bottom:1px solid #888"));
      out.append('>').append(escape(name)).append("</th>");
    }
    out.append("</tr>\n");
    for (List<String> row : listing.printed()) {
      out.append("<tr>");
      row.forEach(text -> out.append("<td").append(cell).append('>').append(escape(text)));
      out.append("</tr>\n");
    }
    out.append("</table>\n");
    return out.append(notes(listing.notes())).toString();
  }

  private static String judgement(Judgement judgement) {
    String text = new TextRenderer(false, true).render(new Result.Judged(judgement));
    String word = TextRenderer.verdict(judgement);
    // dark enough on white, light enough on black, and told apart without red and green
    String colour = judgement.isGood() ? "#1a7f64" : word.equals("open") ? "#9a6700" : "#c9371c";
    String marked = "<b style=\"color:" + colour + "\">" + word + "</b>";
    StringBuilder out = new StringBuilder("<div>");
    boolean first = true;
    for (String line : text.split("\n")) {
      String shown = first ? marked + escape(line.substring(word.length())) : escape(line);
      out.append(hanging(shown, first ? TextRenderer.MARGIN.length() : line.indexOf(line.strip())));
      first = false;
    }
    return out.append("</div>").toString();
  }

  /** A line that goes on, where it is too long, further to the right than it starts. */
  private static String hanging(String line, int start) {
    int indent = start + 2;
    return "<pre style=\"white-space:pre-wrap;word-break:normal;overflow-wrap:break-word;margin:0;"
        + ("padding-left:" + indent + "ch;text-indent:-" + indent + "ch\">")
        + line
        + "</pre>";
  }

  /** Text with the signs that HTML would act on made plain. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
