package outturn.charts.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.charts.Golden;
import outturn.charts.SvgText;

class RunBarsTest {
  private static final RunBars BARS =
      new RunBars(
          "Last runs of repairs-daily",
          List.of(
              new Bar("2 March", State.SUCCEEDED, Duration.ofSeconds(200)),
              new Bar("3 March", State.SUCCEEDED, Duration.ofSeconds(310)),
              new Bar("4 March", State.FAILED, Duration.ofSeconds(45)),
              new Bar("5 March", State.CANCELLED, Duration.ofMinutes(4)),
              new Bar("6 March", State.RUNNING, Duration.ofSeconds(100)),
              new Bar("7 March", State.WAITING, Duration.ZERO)));

  @Test
  void barsAreDrawnAsAccepted() {
    Golden.assertAccepted("run-bars.svg", BARS.draw().inline());
  }

  @Test
  void theDescriptionCountsStatesAndNamesTheLastRun() {
    assertThat(BARS.description())
        .isEqualTo(
            "6 runs, oldest first: 1 waiting, 1 running, 2 succeeded, 1 failed, 1 cancelled."
                + " The last: 7 March: waiting.");
  }

  @Test
  void noRunsAreStillADrawing() {
    String svg = new RunBars("Last runs", List.of()).draw().inline();
    assertThat(SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("No runs yet.");
  }

  @Test
  void durationsAreTheTwoLargestUnits() {
    assertThat(Bar.words(Duration.ofSeconds(12))).isEqualTo("12 s");
    assertThat(Bar.words(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    assertThat(Bar.words(Duration.ofMinutes(1565))).isEqualTo("26 h 5 min");
  }

  @Test
  void aNegativeDurationIsRefused() {
    assertThatThrownBy(() -> new Bar("x", State.FAILED, Duration.ofSeconds(-1)))
        .hasMessageContaining("negative duration");
  }
}
