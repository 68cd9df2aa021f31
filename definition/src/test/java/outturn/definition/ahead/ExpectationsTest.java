package outturn.definition.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.project.Project;
import outturn.definition.project.Projects;

/// When runs begin that wait for others.
class ExpectationsTest {
  private static final LocalDate DATE = LocalDate.parse("2026-12-01");
  private static final Instant SIX = Instant.parse("2026-12-01T06:00:00Z");

  private static final Project PROJECT =
      Projects.valid(
          "w.yaml",
          """
          kind: workflow
          name: prices
          schedules: [{name: s, cron: "30 5 * * *"}]
          tasks: {load: {}}
          ---
          kind: workflow
          name: rates
          schedules: [{name: s, cron: "0 5 * * *"}]
          dependsOn: [{workflow: prices}]
          tasks: {t: {}}
          ---
          kind: workflow
          name: scans
          tasks: {t: {}}
          ---
          {kind: workflow, name: report, dependsOn: [{workflow: rates}], tasks: {t: {}}}
          ---
          {kind: workflow, name: early, dependsOn: [{workflow: prices, businessDate: -1}], tasks: {t: {}}}
          ---
          {kind: workflow, name: unplanned, dependsOn: [{workflow: scans}], tasks: {t: {}}}
          ---
          kind: workflow
          name: impatient
          dependsOn: [{workflow: prices, task: load, within: 30m, otherwise: start}]
          tasks: {t: {}}
          ---
          {kind: workflow, name: strict, dependsOn: [{workflow: prices, within: 30m}], tasks: {t: {}}}
          """);

  private static Expectations.Begin begin(String workflow) {
    return expectations(Map.of("prices", typical(90), "rates", typical(15)))
        .begin(workflow, DATE, SIX);
  }

  private static Expectations expectations(Map<String, Typical> typical) {
    return new Expectations(PROJECT.workflows()::find, typical);
  }

  private static Typical typical(int minutes) {
    return new Typical(Duration.ofMinutes(minutes), Duration.ofMinutes(2L * minutes), 20);
  }

  @Test
  void aRunBeginsWhenWhatItWaitsForHasEnded() {
    var begin = begin("rates");
    assertThat(begin.at()).contains(Instant.parse("2026-12-01T07:00:00Z"));
    assertThat(begin.notes())
        .containsExactly("waits for prices for 2026-12-01, which ends at about 2026-12-01 07:00");
  }

  @Test
  void thoseForWhichItWaitsMayWaitThemselves() {
    assertThat(begin("report").at()).contains(Instant.parse("2026-12-01T07:15:00Z"));
    assertThat(expectations(Map.of()).needed("report"))
        .containsExactlyInAnyOrder("rates", "prices");
  }

  @Test
  void whatHasEndedBeforeIsNotWorthANote() {
    assertThat(begin("early")).isEqualTo(new Expectations.Begin(Optional.of(SIX), List.of()));
    assertThat(begin("prices").at()).contains(SIX);
  }

  @Test
  void whatNobodyCanSayIsSaid() {
    assertThat(begin("unplanned").at()).isEmpty();
    assertThat(begin("unplanned").notes())
        .containsExactly("waits for scans for 2026-12-01, which no schedule starts");
    var unknown = expectations(Map.of()).begin("rates", DATE, SIX);
    assertThat(unknown.at()).isEmpty();
    assertThat(unknown.notes())
        .containsExactly("waits for prices for 2026-12-01, and when that ends is not known");
  }

  @Test
  void aRunThatDoesNotWaitSoLongBeginsAllTheSameOrNot() {
    var impatient = begin("impatient");
    assertThat(impatient.at()).contains(SIX.plus(Duration.ofMinutes(30)));
    assertThat(impatient.notes().getFirst())
        .startsWith("waits for prices/load for 2026-12-01,")
        .endsWith(": later than within 30m");
    assertThat(begin("strict").at()).isEmpty();
  }
}
