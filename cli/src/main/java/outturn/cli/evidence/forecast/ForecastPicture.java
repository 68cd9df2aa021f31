package outturn.cli.evidence.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import outturn.charts.control.Caption;
import outturn.charts.fan.Band;
import outturn.charts.fan.FanChart;
import outturn.charts.fan.Wanted;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.forecast.Step;
import outturn.evidence.series.Series;

/// A forecast as a chart: what was, a fan of two levels, and the target.
final class ForecastPicture {
  /// Enough to see what the forecast goes on from.
  private static final int MOST_SHOWN = 120;

  private ForecastPicture() {}

  /// @param name of the column
  static Drawing of(ForecastAnalysis analysis, String name) {
    var each = "one value each %s".formatted(analysis.timeline().step());
    var from = Math.max(0, analysis.values().size() - MOST_SHOWN);
    var periods =
        new ArrayList<>(analysis.timeline().starts().subList(from, analysis.values().size()));
    periods.addAll(analysis.ahead().starts());
    var values = new double[analysis.values().size() - from];
    for (var i = 0; i < values.length; i++) values[i] = analysis.values().value(from + i);
    var steps = analysis.forecast().steps();
    var inner = analysis.forecast().outlook().steps(analysis.innerLevel());
    var chart =
        new FanChart(
            new Caption(name, "Forecast by %s, %s.".formatted(method(analysis), each)),
            each,
            periods,
            Series.of(values),
            series(steps, Step::point),
            List.of(band(steps), band(inner)),
            Wanted.NOTHING);
    return analysis.aim().map(aim -> chart.withTarget(aim.value())).orElse(chart).draw(Size.WIDE);
  }

  private static String method(ForecastAnalysis analysis) {
    return analysis.forecast().method().word();
  }

  private static Band band(List<Step> steps) {
    return new Band(
        steps.getFirst().interval().level(),
        series(steps, step -> step.interval().lower()),
        series(steps, step -> step.interval().upper()));
  }

  private static Series series(List<Step> steps, ToDoubleFunction<Step> of) {
    return Series.of(steps.stream().mapToDouble(of).toArray());
  }
}
