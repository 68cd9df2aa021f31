package outturn.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.definition.project.Project;
import outturn.evidence.season.Adjustment;
import outturn.evidence.season.Model;
import outturn.evidence.season.Season;
import outturn.evidence.season.SeasonalAdjustment;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.PhaseStart;
import outturn.evidence.xmr.Variation;
import outturn.evidence.xmr.Warning;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrOptions;

class RoadSafetyTest {
  private static final Project PROJECT = Examples.project("road-safety");
  private static final LocalDate FIRST = LocalDate.of(1969, 1, 1);
  private static final int MONTHS = 192;
  private static final Series RAW =
      Series.of(Examples.column(Examples.folder("road-safety").resolve("data/seatbelts.csv"), 3));

  private static final XmrOptions OPTIONS = XmrOptions.standard(Direction.LOWER_IS_BETTER);

  @Test
  void theReplayLoadsAndCollectsOneMonthAfterTheOther(@TempDir Path folder) throws Exception {
    try (var database = ExampleDatabase.start(folder.resolve("data"))) {
      var walk =
          new Walk(
              Examples.folder("road-safety"), PROJECT, database.settings(), folder, "2026-01-15");
      walk.run("road-safety-replay", Map.of());
      var expected =
          IntStream.range(0, MONTHS)
              .mapToObj(FIRST::plusMonths)
              .map(RoadSafetyTest::collected)
              .toList();
      assertThat(walk.collected()).isEqualTo(expected);
      assertThat(walk.log()).contains("192 months read");
    }
  }

  private static Walk.Collected collected(LocalDate first) {
    var last = first.plusMonths(1).minusDays(1);
    return new Walk.Collected(
        "drivers-killed-or-seriously-injured", first.toString(), last.toString(), 1L);
  }

  @Test
  void withoutItsSeasonTheSeriesFallsAtTheLawAndNotBefore() {
    var baseline = baseline();
    var season = new Season(12, Model.MULTIPLICATIVE, baseline);
    assertThat(SeasonalAdjustment.of(RAW, season)).isInstanceOf(Adjustment.Adjusted.class);
    var adjusted = ((Adjustment.Adjusted) SeasonalAdjustment.of(RAW, season)).series();
    var before = adjusted.slice(baseline);
    var after = adjusted.slice(new Window(baseline.to(), MONTHS));
    assertThat(Math.round(before.mean())).isEqualTo(1625);
    assertThat(Math.round(after.mean())).isEqualTo(1319);
    assertThat(after.valid()).allMatch(value -> value < before.mean());
    var chart =
        Xmr.of(
            adjusted,
            OPTIONS.withPhases(
                PhaseStart.at(0), PhaseStart.at(baseline.from()).fixedAfter(baseline.length())));
    assertThat(chart.points().subList(baseline.to(), MONTHS))
        .extracting(point -> point.variation())
        .containsOnly(Variation.IMPROVEMENT);
  }

  @Test
  void rawMonthsResembleTheirNeighbours() {
    var baseline = baseline();
    var chart = Xmr.of(RAW.slice(baseline), OPTIONS);
    assertThat(chart.warnings()).extracting(Warning::kind).contains(Warning.Kind.AUTOCORRELATED);
  }

  /// The baseline of the outcome as places in the series.
  private static Window baseline() {
    var goal = PROJECT.outcomes().find("safer-front-seats").orElseThrow().goals().getFirst();
    var days = goal.baseline().orElseThrow();
    return new Window(place(days.from()), place(days.to().plusDays(1)));
  }

  private static int place(LocalDate day) {
    return (int) ChronoUnit.MONTHS.between(FIRST, day);
  }
}
