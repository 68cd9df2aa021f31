package outturn.definition.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.25S, 250ms",
    "PT90S, 90s",
    "PT90M, 90m",
    "PT4H, 4h",
    "P1D, 1d",
    "P10D, 10d",
    "P14D, 2w"
  })
  void aDurationIsWrittenInTheLargestUnitThatFits(Duration length, String text) {
    assertThat(Durations.text(length)).isEqualTo(text);
  }
}
