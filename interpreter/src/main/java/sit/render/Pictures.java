package sit.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import sit.value.Plot;

/** Plots as SVG and PNG. What draws them is loaded when the first is drawn, and not before. */
public final class Pictures {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  static final String SVG = "http://www.w3.org/2000/svg";

  private Pictures() {}

  /** An SVG document of 640 by 400 pixels that needs no font: letters are outlines. */
  public static String svg(Plot plot) {
    Document document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(2);
    context.setExtensionHandler(new Gradients());
    SVGGraphics2D graphics = new SVGGraphics2D(context, true);
    new Picture(WIDTH, HEIGHT).of(plot).paint(graphics, WIDTH, HEIGHT);
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "width", Integer.toString(WIDTH));
    root.setAttributeNS(null, "height", Integer.toString(HEIGHT));
    root.setAttributeNS(null, "viewBox", "0 0 " + WIDTH + " " + HEIGHT);
    root.setAttributeNS(null, "role", "img");
    Element title = document.createElementNS(SVG, "title");
    title.setTextContent(plot.title());
    root.insertBefore(title, root.getFirstChild());
    StringWriter written = new StringWriter();
    try {
      graphics.stream(root, written, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String out = written.toString();
    // what is said before it of XML has no place in a page
    return out.substring(out.indexOf("<svg"));
  }

  /** An element of HTML that holds the picture; two of them on a page share no names. */
  static String image(Plot plot) {
    String data = Base64.getEncoder().encodeToString(svg(plot).getBytes(StandardCharsets.UTF_8));
    String alt = HtmlPage.escape(plot.title());
    String size = "width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\"";
    return "<img alt=\"" + alt + "\" " + size + " src=\"data:image/svg+xml;base64," + data + "\">";
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A PNG of 1280 by 800 pixels, the size of the SVG at twice its resolution. */
  public static byte[] png(Plot plot) {
    BufferedImage image = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(2, 2);
    new Picture(WIDTH, HEIGHT).of(plot).paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
