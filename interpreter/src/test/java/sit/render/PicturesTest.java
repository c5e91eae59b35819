package sit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sit.eval.Purpose;
import sit.session.Session;
import sit.session.Settings;
import sit.source.Source;
import sit.value.Accuracy;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.Unit;

/** Every kind of plot can be drawn as SVG, as PNG and in text. */
class PicturesTest {
  static Stream<Plot> plots() {
    String text =
        """
        plot h2(p) for p in 0..1
        plot h2(p), p, 1 - p for p in 0..1 step 1/10
        plot (h2(p), p) for p in 0..1
        plot 1/x for x in 0..1
        plot Uniform(1..3)
        plot Bernoulli(1/3), Bernoulli(1/2)
        plot BSC(1/10)
        plot [[1, 1], [1, 1]]
        plot [2]
        plot [5, 5, 5]
        plot H(Bernoulli(1/len(s))) for s in {[1, 2], [1, 2, 3]}
        """;
    return new Session(Settings.DEFAULT)
        .run(new Source("plots.sit", text), Purpose.RUN).results().stream()
            .map(result -> (Plot) ((Result.Evaluated) result).value());
  }

  @ParameterizedTest
  @MethodSource("plots")
  void everyPlotIsWellFormed(Plot plot) throws Exception {
    String svg = Pictures.svg(plot);
    assertThat(svg).startsWith("<svg").doesNotContain("NaN", "Infinity");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(plot.title());
    assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("plots")
  void inTextItIsPlainOrColouredAndFitsAScreen(Plot plot) {
    String plain = new TextPlot(true).draw(plot);
    assertThat(plain).matches("\\p{ASCII}*");
    assertThat(plain.lines()).allMatch(line -> line.length() <= 100);
    assertThat(new TextPlot(false).draw(plot).lines().count()).isEqualTo(plain.lines().count());
  }

  @Test
  void aPngHasTwiceTheSizeOfTheSvg() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Pictures.png(plots().findFirst().get())));
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1280, 800);
  }

  @Test
  void boundsThatCanBeSeenAreABand() {
    assertThat(fills(curve(0.1))).isGreaterThan(fills(curve(0)));
  }

  private static long fills(Plot plot) {
    return Pictures.svg(plot)
        .lines()
        .filter(line -> line.contains("fill-opacity=\"0.24\""))
        .count();
  }

  private static Plot curve(double slack) {
    List<Plot.Point> points =
        Stream.of(0, 1, 2)
            .map(
                x ->
                    new Plot.Point(
                        Quantity.of(x),
                        Optional.of(
                            Quantity.between(
                                x, x - slack, x + slack, Unit.BIT, Accuracy.CERTIFIED))))
            .toList();
    Plot.Axis axis = new Plot.Axis("x", Unit.NONE);
    return new Plot.Curves("plot", axis, axis, List.of(new Plot.Curve("f", points)), List.of());
  }

  @Test
  void ticksAreRound() {
    assertThat(Scale.step(1, 5)).isEqualTo(0.2);
    assertThat(Scale.step(37, 5)).isEqualTo(10);
    assertThat(Scale.number(0.1 + 0.2, 6)).isEqualTo("0.3");
    assertThat(Scale.number(1e-9, 3)).isEqualTo("1E-9");
  }
}
