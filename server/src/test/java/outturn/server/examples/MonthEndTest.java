package outturn.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.definition.project.Project;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.PhaseStart;
import outturn.evidence.xmr.Variation;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrOptions;

class MonthEndTest {
  private static final Project PROJECT = Examples.project("month-end");

  /// January 2024 to January 2025.
  private static final int BASELINE = 13;

  @TempDir static Path folder;
  private static ExampleDatabase database;

  @BeforeAll
  static void start() {
    database = ExampleDatabase.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static Walk walk(String businessDate) throws IOException {
    return new Walk(
        Examples.folder("month-end"),
        PROJECT,
        database.settings(),
        Files.createTempDirectory(folder, "walk"),
        businessDate);
  }

  @Test
  void theHistoryIsLoadedAndCollectedAndSaysThatItIsSimulated() throws Exception {
    var walk = walk("2026-01-15");
    walk.run("month-end-history", Map.of());
    walk.run("month-end-history", Map.of());
    assertThat(walk.collected())
        .containsOnly(new Walk.Collected("days-to-close", "2024-01-01", "2025-12-31", 24L));
    assertThat(walk.log()).contains("SIMULATED: invented months");
  }

  @Test
  void aQuartersLastMonthIsClosedWithOneRetryAndTax() throws Exception {
    var walk = walk("2026-03-31");
    walk.run("month-end-close", Map.of());
    assertThat(walk.story())
        .contains(
            "month-end-close/collect-subledgers[0] attempt 1",
            "month-end-close/collect-subledgers[4] attempt 2",
            "month-end-close/tax attempt 1",
            "intercompany-check/book-difference attempt 1",
            "intercompany-check/book-difference skipped")
        .noneMatch(line -> line.endsWith("attempt 3"));
    assertThat(walk.story().getLast()).isEqualTo("month-end-close/tell-budget-holders attempt 1");
    assertThat(walk.log())
        .contains("1 pound = 1.1540 EUR on 2026-03-31")
        .contains("Result of the group:  133200 pounds")
        .contains("To Amira: the figures of Workshops for 2026-03-31");
  }

  @Test
  void aRunInTheMiddleOfAMonthClosesTheMonthBefore() throws Exception {
    var walk = walk("2026-06-15");
    walk.run("month-end-close", Map.of());
    assertThat(walk.story()).contains("month-end-close/tax skipped");
    assertThat(walk.log()).contains("month that ended on 2026-05-31");
  }

  @Test
  void theSimulatedMonthsAreStableBeforeTheFirstChangeAndBetterAfterAllOfThem() {
    var days =
        Series.of(Examples.column(Examples.folder("month-end").resolve("data/history.csv"), 1));
    var chart =
        Xmr.of(
            days,
            XmrOptions.standard(Direction.LOWER_IS_BETTER)
                .withPhases(PhaseStart.at(0).fixedAfter(BASELINE)));
    assertThat(days.size()).isEqualTo(24);
    assertThat(days.slice(new Window(0, BASELINE)).mean()).isBetween(6.35, 6.45);
    assertThat(chart.points().subList(0, BASELINE))
        .extracting(point -> point.variation())
        .containsOnly(Variation.COMMON_CAUSE);
    assertThat(chart.points().subList(19, 24))
        .extracting(point -> point.variation())
        .containsOnly(Variation.IMPROVEMENT);
    assertThat(days.slice(new Window(20, 24)).valid()).allMatch(value -> value <= 3);
  }

  @Test
  void theBaselineHasThirteenMonthsAndEndsBeforeTheFirstChange() {
    var goal = PROJECT.outcomes().find("figures-by-day-3").orElseThrow().goals().getFirst();
    var baseline = goal.baseline().orElseThrow();
    assertThat(baseline.from().plusMonths(BASELINE)).isEqualTo(baseline.to().plusDays(1));
    assertThat(PROJECT.changes().all())
        .hasSize(3)
        .allSatisfy(change -> assertThat(change.date()).isAfter(baseline.to()));
  }
}
