package sit.render;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.w3c.dom.Element;

/** Colours that change along a line, as SVG writes them. */
final class Gradients extends DefaultExtensionHandler {
  @Override
  public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
    if (!(paint instanceof LinearGradientPaint gradient)) {
      return super.handlePaint(paint, context);
    }
    String id = context.getIDGenerator().generateID("gradient");
    Element element = context.getDOMFactory().createElementNS(Pictures.SVG, "linearGradient");
    element.setAttributeNS(null, "id", id);
    element.setAttributeNS(null, "gradientUnits", "userSpaceOnUse");
    element.setAttributeNS(null, "x1", Double.toString(gradient.getStartPoint().getX()));
    element.setAttributeNS(null, "y1", Double.toString(gradient.getStartPoint().getY()));
    element.setAttributeNS(null, "x2", Double.toString(gradient.getEndPoint().getX()));
    element.setAttributeNS(null, "y2", Double.toString(gradient.getEndPoint().getY()));
    for (int i = 0; i < gradient.getColors().length; i++) {
      Color colour = gradient.getColors()[i];
      Element stop = context.getDOMFactory().createElementNS(Pictures.SVG, "stop");
      stop.setAttributeNS(null, "offset", Float.toString(gradient.getFractions()[i]));
      String rgb = colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue();
      stop.setAttributeNS(null, "stop-color", "rgb(" + rgb + ")");
      element.appendChild(stop);
    }
    return new SVGPaintDescriptor("url(#" + id + ")", "1", element);
  }
}
