package outturn.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private final Times times =
      new Times(
          InstantSource.fixed(Instant.parse("2026-07-01T12:00:00Z")), ZoneId.of("Europe/London"));

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT-3S, 0s",
    "PT0.04S, 0s",
    "PT0.4S, 0.4s",
    "PT0.97S, 0.9s",
    "PT1.9S, 1s",
    "PT59S, 59s",
    "PT72S, 1m 12s",
    "PT3H4M59S, 3h 04m",
    "P2DT5H, 2d 05h",
    "P400D, 400d 00h",
  })
  void durationsAreSaidInTwoUnits(Duration duration, String said) {
    assertThat(Times.took(duration)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T11:00:05Z, 12:00:05",
    "2026-06-30T23:30:00Z, 00:30:00",
    "2026-06-30T22:30:00Z, 06-30 23:30",
    "2026-01-05T08:00:00Z, 01-05 08:00",
    "2025-12-31T08:00:00Z, 2025-12-31 08:00",
  })
  void instantsAreLocalAndAsLongAsNeeded(Instant instant, String said) {
    assertThat(times.at(instant)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "78.4, 78.4",
    "85, 85",
    "0, 0",
    "-0.5, -0.5",
    "1234567.891, 1234567.89",
    "0.00123, 0.0012",
    "1e20, 100000000000000000000",
    "NaN, ''",
    "2.005, 2",
  })
  void numbersAreBrief(double number, String said) {
    assertThat(Figures.brief(number)).isEqualTo(said);
  }

  @Test
  void countsAgreeWithTheirNoun() {
    assertThat(Figures.count(1, "run")).isEqualTo("1 run");
    assertThat(Figures.count(0, "run")).isEqualTo("0 runs");
  }

  @Test
  void paragraphsBreakBetweenWords() {
    assertThat(Paragraph.lines("aaaa bbbb  cccccccccccccc d", 10))
        .containsExactly("aaaa bbbb", "cccccccccccccc", "d");
  }
}
