package outturn.charts.fan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.charts.control.Caption;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.series.Series;
import outturn.evidence.trajectory.Trajectory;

/// Everything that is drawn of a forecast.
///
/// @param unit as written above the axis
/// @param periods the first day of each period, strictly ascending: of the values, then of those
///   ahead
/// @param values what was; `NaN` where one is missing
/// @param points what is expected for each period ahead
/// @param bands about it, the widest first
public record FanChart(
    Caption caption,
    String unit,
    List<LocalDate> periods,
    Series values,
    Series points,
    List<Band> bands,
    Wanted wanted) {
  public FanChart {
    periods = List.copyOf(periods);
    bands = List.copyOf(bands);
    if (periods.size() != values.size() + points.size()) {
      throw new IllegalArgumentException(
          "%d periods for %d values and %d ahead; expected as many"
              .formatted(periods.size(), values.size(), points.size()));
    }
    for (Band band : bands) {
      if (band.lower().size() != points.size() || band.upper().size() != points.size()) {
        throw new IllegalArgumentException(
            "a band is not as long as the %d periods ahead".formatted(points.size()));
      }
    }
    for (int i = 1; i < periods.size(); i++) {
      if (!periods.get(i - 1).isBefore(periods.get(i))) {
        throw new IllegalArgumentException(
            "periods must ascend, but %s follows %s".formatted(periods.get(i), periods.get(i - 1)));
      }
    }
  }

  public FanChart withTarget(double target) {
    return with(new Wanted(target, wanted.trajectoryOrNull()));
  }

  /// @param trajectory from what was to what is wanted, by the periods of the chart
  public FanChart withTrajectory(Trajectory trajectory) {
    return with(new Wanted(wanted.targetOrNull(), trajectory));
  }

  private FanChart with(Wanted other) {
    return new FanChart(caption, unit, periods, values, points, bands, other);
  }

  Optional<Double> target() {
    return wanted.target();
  }

  /// The planned value of each period, `NaN` before the path begins; empty without a path.
  Optional<Series> planned() {
    return wanted.trajectory().map(each -> each.series(periods.size()));
  }

  /// The chart as a picture.
  public Drawing draw(Size size) {
    return FanDrawing.of(this, size);
  }
}
