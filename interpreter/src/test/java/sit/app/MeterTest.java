package sit.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far some work has come, on one line. */
class MeterTest {
  @Test
  void stepsAreShownWhereTheyAreKnownAndElseTheTime() {
    assertThat(Meter.line(3.21, 12, 30, "massey.3")).isEqualTo("3.2 s [####------] 12/30 massey.3");
    assertThat(Meter.line(1, 0, 2, "line 4")).isEqualTo("1.0 s [----------] 0/2 line 4");
    assertThat(Meter.line(61, 40, 30, "")).isEqualTo("61.0 s [##########] 40/30 ");
    assertThat(Meter.line(2, 0, 1, "line 1")).isEqualTo("2.0 s at work; Ctrl-C stops it");
    assertThat(Meter.line(2, 1, 9, "x".repeat(99))).hasSize(48);
  }
}
