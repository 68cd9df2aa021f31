package outturn.definition.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.project.Projects;
import outturn.definition.survey.WaveDates.Cadence;

class WaveDatesTest {
  private static final String SURVEY =
      """
      {kind: channel, name: post, mail: {host: localhost, port: 25, tls: none, from: a@example.org, to: a@example.org}}
      ---
      {kind: group, name: desk, is: business, members: [ann@example.org]}
      ---
      kind: survey
      name: pulse
      title: How is IT?
      purpose: It tells us what to mend.
      population: {group: desk}
      items: [{instrument: gauge}]
      channel: post
      address: https://outturn.example.org
      """;

  @ParameterizedTest
  @CsvSource({
    "WEEKLY,2026-03-02,2026-03-08,2026-03-02,2026-03-09",
    "WEEKLY,2026-03-02,2026-03-09,2026-03-09,2026-03-16",
    "MONTHLY,2026-01-31,2026-02-28,2026-02-28,2026-03-31",
    "MONTHLY,2026-01-31,2026-03-30,2026-02-28,2026-03-31",
    "QUARTERLY,2025-11-30,2026-02-28,2026-02-28,2026-05-30",
    "HALF_YEARLY,2026-03-01,2027-02-28,2026-09-01,2027-03-01",
    "YEARLY,2024-02-29,2026-12-31,2026-02-28,2027-02-28",
    "YEARLY,2024-02-29,2028-02-29,2028-02-29,2029-02-28"
  })
  void daysAreCountedFromTheFirst(
      Cadence cadence, LocalDate from, LocalDate day, LocalDate latest, LocalDate next) {
    var dates = new WaveDates(cadence, from);
    assertThat(dates.latest(day)).contains(latest);
    assertThat(dates.next(day)).isEqualTo(next);
  }

  @Test
  void beforeTheFirstThereIsNone() {
    var from = LocalDate.of(2026, 3, 2);
    var dates = new WaveDates(Cadence.MONTHLY, from);
    assertThat(dates.latest(from.minusDays(1))).isEmpty();
    assertThat(dates.next(from.minusDays(1))).isEqualTo(from);
  }

  @Test
  void cadenceAndFromStandTogetherAndAWaveClosesBeforeTheNext() {
    assertThat(Projects.problems("a.yaml", SURVEY + "cadence: quarterly\nfrom: 2026-03-02\n"))
        .isEmpty();
    assertThat(Projects.problems("a.yaml", SURVEY + "cadence: quarterly\n"))
        .contains("one-of: cadence and from stand together in a survey");
    assertThat(Projects.problems("a.yaml", SURVEY + "cadence: weekly\nfrom: 2026-03-02\n"))
        .contains("this closes after 14 days (write closes: 6d at most)");
  }
}
