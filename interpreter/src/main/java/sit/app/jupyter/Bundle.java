package sit.app.jupyter;

import com.google.gson.JsonObject;
import sit.render.HtmlPage;
import sit.render.LatexPage;
import sit.render.Pictures;
import sit.render.TextRenderer;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.Value;

/** A result in all the forms that a notebook can show, by media type. */
final class Bundle {
  private Bundle() {}

  static JsonObject of(Result result) {
    JsonObject data = new JsonObject();
    data.addProperty("text/plain", new TextRenderer(false, true).value(result));
    if (result instanceof Result.Evaluated evaluated) {
      value(evaluated, data);
    } else if (result instanceof Result.Shown shown) {
      data.addProperty("text/latex", displayed(shown.latex()));
    } else if (result instanceof Result.Judged) {
      data.addProperty("text/html", HtmlPage.fragment(result));
      data.addProperty("text/latex", new LatexPage(false).block(result));
    }
    return data;
  }

  private static void value(Result.Evaluated evaluated, JsonObject data) {
    Value value = evaluated.value();
    if (value instanceof Plot plot) {
      data.addProperty("image/svg+xml", Pictures.svg(plot));
      // exporters that clean what they show let no SVG through that stands for itself
      data.addProperty("text/html", HtmlPage.fragment(evaluated));
    } else if (value instanceof Listing) {
      data.addProperty("text/html", HtmlPage.fragment(evaluated));
      data.addProperty("text/latex", new LatexPage(false).block(evaluated));
    } else if (value instanceof Quantity || value instanceof Value.Symbolic) {
      data.addProperty("text/latex", displayed(LatexPage.equation(evaluated)));
    }
  }

  private static String displayed(String latex) {
    return "$\\displaystyle " + latex + "$";
  }

  /** Whether it is a picture, which is displayed and is not the answer of a cell. */
  static boolean isPicture(Result result) {
    return result instanceof Result.Evaluated evaluated && evaluated.value() instanceof Plot;
  }
}
