package sit.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sit.exact.Rational;
import sit.limits.LimitReached;
import sit.limits.Limits;

/** Capacities against closed forms, and their certificates on random channels. */
class CapacityTest {
  private static final double GAP = 1e-12;

  private static Scalar at(String text) {
    return Scalar.exact(Rational.parse(text));
  }

  private static Masses rows(double... cells) {
    return Masses.approximate(cells);
  }

  private static Capacity of(Masses rows, int outputs) {
    return Channel.of(rows, outputs).capacity(GAP, Limits.none());
  }

  private static Capacity certified(Masses rows, int outputs, double expected) {
    Capacity found = of(rows, outputs);
    assertThat(found.upper() - found.lower()).isBetween(0.0, GAP);
    // the expected values have twelve decimals
    assertThat(expected).isBetween(found.lower() - 5e-13, found.upper() + 5e-13);
    return found;
  }

  @Test
  void closedForms() {
    certified(Channels.symmetric(at("0.11")), 2, 0.500084041835);
    certified(Channels.erasure(at("0.3")), 3, 0.7);
    assertThat(certified(Channels.zChannel(at("0.5")), 2, 0.321928094887).input().get(1))
        .isCloseTo(0.4, Offset.offset(1e-6));
    certified(Channels.zChannel(at("0.1")), 2, 0.762848252011);
    certified(rows(.5, .5, 0, 0, 0, .5, .5, 0, 0, 0, .5, .5, .5, 0, 0, .5), 4, 1);
    certified(rows(.6, .3, .1, .1, .6, .3, .3, .1, .6), 3, 0.289500656483);
    certified(rows(.9, .1, .3, .7), 2, 0.296671802881);
    certified(rows(.7, .2, .1, .1, .2, .7, .05, .9, .05), 3, 0.597353290917);
  }

  @Test
  void extremes() {
    certified(rows(.5, .5, .5, .5), 2, 0);
    certified(rows(1), 1, 0);
    certified(rows(.2, .8), 2, 0);
    certified(rows(1, 0, 0, 0, 1, 0, 0, 0, 1), 3, Math.log(3) / Math.log(2));
    // the same row twice: the best input law is not unique
    certified(rows(1, 0, 1, 0, 0, 1), 2, 1);
    // the third input is of no use, but only just
    certified(rows(.9, .1, .1, .9, .5, .5), 2, 0.531004406411);
    // an output that only one input reaches, and almost never
    certified(rows(1, 0, 0, 0.5, 0.5 - 1e-15, 1e-15), 3, 0.321928094887);
  }

  /** The bounds hold at once for any number of steps, so no random channel may cross them. */
  @Test
  void randomChannelsAreCertified() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 60; trial++) {
      int inputs = random.nextInt(1, 20);
      int outputs = random.nextInt(1, 20);
      double[] cells = new double[inputs * outputs];
      for (int x = 0; x < inputs; x++) {
        double sum = 0;
        for (int y = 0; y < outputs; y++) {
          cells[x * outputs + y] = Math.pow(random.nextDouble(), random.nextInt(1, 9));
          sum += cells[x * outputs + y];
        }
        for (int y = 0; y < outputs; y++) {
          cells[x * outputs + y] /= sum;
        }
      }
      Masses rows = Masses.approximate(cells);
      Capacity found = of(rows, outputs);
      assertThat(found.upper() - found.lower()).isBetween(0.0, GAP);
      // what the input law achieves, by entropies
      Model model =
          Model.EMPTY
              .withLaw(List.of("X"), List.of(inputs), input(found))
              .withKernel(List.of("Y"), List.of(outputs), List.of("X"), rows);
      Bounded information =
          model
              .entropy(List.of("X"), Limits.none())
              .bits()
              .plus(model.entropy(List.of("Y"), Limits.none()).bits())
              .minus(model.entropy(List.of("X", "Y"), Limits.none()).bits());
      assertThat(information.upper()).isGreaterThanOrEqualTo(found.lower());
      assertThat(information.lower()).isLessThanOrEqualTo(found.upper());
    }
  }

  private static Masses input(Capacity found) {
    return Masses.of(found.input().stream().map(Scalar::approximate).toList());
  }

  @Test
  void channelsOfAModel() {
    Model model =
        Model.EMPTY
            .withLaw(List.of("X"), List.of(2), Laws.bernoulli(at("0")))
            .withKernel(List.of("Y"), List.of(2), List.of("X"), Channels.symmetric(at("0.11")))
            .withKernel(List.of("Z"), List.of(3), List.of("Y"), Channels.erasure(at("0.3")));
    Channel cascade = model.channel(List.of("X"), List.of("Z"), Limits.none());
    assertThat(cascade.at(1, 0)).isCloseTo(0.077, Offset.offset(1e-15));
    Capacity capacity = cascade.capacity(GAP, Limits.none());
    assertThat(capacity.value().value()).isCloseTo(0.7 * 0.500084041835, Offset.offset(1e-11));
    Masses zRows = Channels.zChannel(at("0.5"));
    Model never = model.withKernel(List.of("V"), List.of(2), List.of("X"), zRows);
    Model after = never.withKernel(List.of("W"), List.of(2), List.of("V"), zRows);
    assertThatThrownBy(() -> after.channel(List.of("V"), List.of("W"), Limits.none()))
        .isInstanceOf(IllFormedLaw.class)
        .hasMessage("the condition has probability 0");
    Masses joint = rows(.1, .3, .2, .4);
    Model table = Model.EMPTY.withLaw(List.of("A", "B"), List.of(2, 2), joint);
    assertThat(table.channel(List.of("A"), List.of("B"), Limits.none()).at(1, 0))
        .isCloseTo(1.0 / 3, Offset.offset(1e-15));
  }

  @Test
  void stopsWhenItsTimeIsOver() {
    double[] cells = {.7, .2, .1, .1, .2, .7, .05, .9, .05};
    Channel channel = Channel.of(rows(cells), 3);
    assertThatThrownBy(() -> channel.capacity(GAP, Limits.start(0, 1)))
        .isInstanceOf(LimitReached.class);
  }
}
