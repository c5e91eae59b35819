package sit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sit.eval.Purpose;
import sit.source.Source;
import sit.value.Listing;
import sit.value.Plot;
import sit.value.Quantity;
import sit.value.Result;
import sit.value.Value;

/** What is drawn and listed is what the expressions are worth, with units, bounds and gaps. */
class PlotsTest {
  private static Answer run(String text) {
    return new Session(Settings.DEFAULT).run(new Source("plots.sit", text), Purpose.RUN);
  }

  private static Value value(String text) {
    Answer answer = run(text);
    assertThat(answer.diagnostics()).isEmpty();
    List<Result> results = answer.results();
    return ((Result.Evaluated) results.get(results.size() - 1)).value();
  }

  private static Plot.Curves curves(String text) {
    return (Plot.Curves) value(text);
  }

  @Test
  void aCurveRunsFromEndToEndInExactSteps() {
    Plot.Curves plot = curves("plot h2(p) for p in 0..0.5 step 0.1");
    List<Plot.Point> points = plot.curves().get(0).points();
    assertThat(points).hasSize(6);
    assertThat(points.get(3).x().rational().orElseThrow()).hasToString("3/10");
    assertThat(points.get(5).y().orElseThrow().value()).isEqualTo(1);
    assertThat(plot.y().label()).isEqualTo("h2(p) [bit]");
    assertThat(curves("plot h2(p) for p in 0..1").curves().get(0).points()).hasSize(101);
    assertThat(curves("plot 2*x for x in 1..1").curves().get(0).points()).hasSize(1);
  }

  @Test
  void unitsOfCurvesThatDifferStandInTheirNames() {
    Plot.Curves plot = curves("plot h2(p), p for p in 0..1 step 1/2");
    assertThat(plot.curves()).extracting(Plot.Curve::name).containsExactly("h2(p) [bit]", "p");
    assertThat(plot.y().label()).isEmpty();
    assertThat(curves("unit nats\nplot log(x) for x in 1..2").y().label())
        .isEqualTo("log(x) [nat]");
  }

  @Test
  void aNameThatIsAnIndexCounts() {
    String letters =
        "rv X[1] ~ Bernoulli(1/2)\nrv X[2] ~ Bernoulli(1/2)\nrv X[3] = X[1] xor X[2]\n";
    Plot.Curves plot = curves(letters + "plot H(X^n) for n in 1..3");
    assertThat(plot.curves().get(0).points())
        .extracting(point -> point.y().orElseThrow().value())
        .containsExactly(1.0, 2.0, 2.0);
  }

  @Test
  void pairsAreParametricCurves() {
    Plot.Curves plot = curves("plot (h2(b), 1 - b), (h2(b), b) for b in 0..1/2 step 1/4");
    assertThat(plot.x().label()).isEqualTo("h2(b) [bit]");
    assertThat(plot.curves()).extracting(Plot.Curve::name).containsExactly("1 - b", "b");
    assertThat(plot.curves().get(0).points().get(2).x().value()).isEqualTo(1);
  }

  @Test
  void whereThereIsNoValueTheCurveHasAGapAndSaysWhy() {
    Plot.Curves plot = curves("plot 1/x for x in 0..1 step 1/2");
    assertThat(plot.curves().get(0).points().get(0).y()).isEmpty();
    assertThat(plot.notes()).singleElement().asString().contains("no value at x = 0");
    assertThat(run("plot 1/(x - x) for x in 1..2").diagnostics()).isNotEmpty();
    assertThat(curves("plot log2(x) for x in 0..1").curves().get(0).points().get(0).y()).isEmpty();
  }

  @Test
  void lawsAreBarsOverTheirOutcomes() {
    Plot.Bars plot = (Plot.Bars) value("rv X ~ Binomial(2, 1/2)\nplot X, Uniform(1..3)");
    assertThat(plot.categories()).containsExactly("0", "1", "2", "3");
    assertThat(plot.series().get(0).heights().get(3).map(Quantity::value)).contains(0.0);
    assertThat(plot.series().get(1).heights().get(3).map(Quantity::value)).contains(1.0 / 3);
  }

  @Test
  void kernelsJointLawsAndMatricesAreHeatMaps() {
    Plot.HeatMap kernel = (Plot.HeatMap) value("plot BEC(1/4)");
    assertThat(kernel.values()).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(3));
    Plot.HeatMap joint =
        (Plot.HeatMap) value("rv X ~ Bernoulli(1/4)\nrv Y | X ~ BSC(1/4)\nplot (X, Y)");
    assertThat(joint.y().name()).isEqualTo("X");
    assertThat(joint.values().get(0).get(1).rational().orElseThrow()).hasToString("3/16");
    assertThat(value("plot [[1, 2], [3, 4]]")).isInstanceOf(Plot.HeatMap.class);
    assertThat(run("plot [[1, 2], [3]]").diagnostics()).isNotEmpty();
  }

  @Test
  void numbersInOrderAreATrajectory() {
    Plot.Curves plot = curves("plot [3, 1, 2]");
    assertThat(plot.curves().get(0).points())
        .extracting(point -> point.x().value())
        .containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void certifiedValuesAreListedWithBoundsRoundedOutwards() {
    Listing listing =
        (Listing)
            value(
                "rv X ~ Uniform(0..2)\n"
                    + "rv Y | X ~ [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.2, 0.2, 0.6]]\n"
                    + "table [max I(X; Y) over p(X), 1/3]");
    Quantity capacity = (Quantity) listing.rows().get(0).get(1).orElseThrow();
    String printed = listing.printed().get(0).get(1);
    double lower =
        Double.parseDouble(printed.substring(printed.indexOf('[') + 1, printed.indexOf(',')));
    double upper =
        Double.parseDouble(printed.substring(printed.indexOf(',') + 2, printed.length() - 1));
    assertThat(lower).isLessThanOrEqualTo(capacity.lower());
    assertThat(upper).isGreaterThanOrEqualTo(capacity.upper());
    assertThat(listing.printed().get(1).get(1)).isEqualTo("1/3");
    assertThat(listing.rows().get(1).get(0))
        .map(Object::getClass)
        .isEqualTo(Optional.of(Quantity.class));
  }

  @Test
  void whatCannotBeRunThroughIsRefused() {
    for (String wrong :
        List.of(
            "plot x for x in 1..0",
            "plot x for x in 0..1 step 0",
            "plot x for x in 0..1 step 1/1000000",
            "plot x for x in 3",
            "plot x for x in [1, 2] step 1",
            "plot X for x in 0..1",
            "plot 3",
            "rv A\nplot A")) {
      assertThat(run(wrong).diagnostics()).as(wrong).hasSize(1);
      assertThat(run(wrong).diagnostics().get(0).help()).as(wrong).isNotEmpty();
    }
  }
}
