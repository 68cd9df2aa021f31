package outturn.outcome.position;

import java.util.Optional;
import outturn.definition.measure.Measure;
import outturn.evidence.season.Adjustment;
import outturn.evidence.season.Model;
import outturn.evidence.season.Season;
import outturn.evidence.season.SeasonalAdjustment;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// The values as a chart shows them: without their season, where there is one and the baseline can
/// teach it.
///
/// @param frozen the same with the values of the frozen baseline in place of later revisions
/// @param raw the values with their season, where `series` is without
/// @param excluded the values that do not count, likewise
/// @param refusal why the season is still in it
record Shown(
    Series series, Series frozen, Optional<Series> raw, Series excluded, Optional<String> refusal) {

  /// Values as they were observed.
  ///
  /// @param series those that count
  /// @param excluded those that do not
  record Observed(Series series, Series excluded) {}

  /// @param observed the values as they are known
  /// @param frozen the same with those of the frozen baseline, from which the season is learned
  static Shown of(
      Measure measure, Observed observed, Series frozen, Optional<Window> baseline, int cycle) {
    var seasonal = measure.rhythm().seasonal();
    if (seasonal.isEmpty() || observed.series().size() == 0) {
      return new Shown(
          observed.series(), frozen, Optional.empty(), observed.excluded(), Optional.empty());
    }
    if (cycle < 2) return refused(observed, frozen, "A year is one whole season.");
    if (baseline.isEmpty()) {
      return refused(observed, frozen, "It is learned from the baseline, and there is none.");
    }
    var season = new Season(cycle, model(seasonal.get()), wholeCycles(baseline.get(), cycle));
    return switch (SeasonalAdjustment.of(frozen, season)) {
      case Adjustment.Adjusted(var without, var factors) ->
          new Shown(
              factors.remove(observed.series()),
              without,
              Optional.of(observed.series()),
              factors.remove(observed.excluded()),
              Optional.empty());
      case Adjustment.Refused(_, var detail) -> refused(observed, frozen, detail);
    };
  }

  private static Shown refused(Observed observed, Series frozen, String why) {
    return new Shown(
        observed.series(),
        frozen,
        Optional.empty(),
        observed.excluded(),
        Optional.of("The values are shown with their season. " + why));
  }

  private static Model model(Measure.Season season) {
    return switch (season) {
      case MULTIPLICATIVE -> Model.MULTIPLICATIVE;
      case ADDITIVE -> Model.ADDITIVE;
    };
  }

  /// The first whole cycles of a baseline, for factors that no position of the cycle dominates; a
  /// baseline of less than two stays, and is refused with its length.
  private static Window wholeCycles(Window baseline, int cycle) {
    int cycles = baseline.length() / cycle;
    return cycles < 2 ? baseline : new Window(baseline.from(), baseline.from() + cycles * cycle);
  }
}
