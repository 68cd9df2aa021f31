package outturn.outcome.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.measure.Measure.Cadence;
import outturn.definition.measure.Measure.Rhythm;

class PeriodsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @ParameterizedTest
  @CsvSource({
    "DAILY, 2026-03-04, 2026-03-04, 2026-03-05, 2026-03-04, 4 Mar 2026",
    "WEEKLY, 2026-03-04, 2026-03-02, 2026-03-09, 2026-03-08, week of 2 Mar 2026",
    "WEEKLY, 2027-01-01, 2026-12-28, 2027-01-04, 2027-01-03, week of 28 Dec 2026",
    "MONTHLY, 2026-01-31, 2026-01-01, 2026-02-01, 2026-01-31, Jan 2026",
    "QUARTERLY, 2026-12-31, 2026-10-01, 2027-01-01, 2026-12-31, Q4 2026",
    "YEARLY, 2024-02-29, 2024-01-01, 2025-01-01, 2024-12-31, 2024",
  })
  void aDateIsInAPeriodWithBeginEndAndName(
      Cadence cadence,
      LocalDate date,
      LocalDate first,
      LocalDate next,
      LocalDate last,
      String name) {
    var periods = new Periods(cadence);

    assertThat(periods.of(date)).isEqualTo(first);
    assertThat(periods.isStart(first)).isTrue();
    assertThat(periods.next(date)).isEqualTo(next);
    assertThat(periods.previous(next)).isEqualTo(first);
    assertThat(periods.lastDay(date)).isEqualTo(last);
    assertThat(periods.label(first)).isEqualTo(name);
    assertThat(periods.distance(date, next)).isEqualTo(1);
    assertThat(periods.distance(next, date)).isEqualTo(-1);
  }

  @Test
  void onlyPeriodsWhollyInsideCount() {
    var weeks = new Periods(Cadence.WEEKLY);

    assertThat(weeks.within(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 22)))
        .containsExactly(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 16));
    assertThat(weeks.within(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 8))).isEmpty();
  }

  @Test
  void aPeriodIsKnownWhenItHasEndedInItsZoneAndTheLagIsOver() {
    var months = new Periods(Cadence.MONTHLY);
    var june = LocalDate.of(2026, 6, 1);
    var rhythm = new Rhythm(Cadence.MONTHLY, Duration.ofDays(2), LONDON, Optional.empty());
    // Midnight in London is 23:00 UTC in summer.
    var known = Instant.parse("2026-07-02T23:00:00Z");

    assertThat(months.isKnown(june, known, rhythm)).isTrue();
    assertThat(months.isKnown(june, known.minusSeconds(1), rhythm)).isFalse();
    assertThat(months.lastKnown(known, rhythm)).isEqualTo(june);
    assertThat(months.lastKnown(known.minusSeconds(1), rhythm)).isEqualTo(LocalDate.of(2026, 5, 1));
  }
}
