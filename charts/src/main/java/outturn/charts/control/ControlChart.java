package outturn.charts.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.trajectory.Trajectory;
import outturn.evidence.xmr.XmrChart;

/// Everything that is drawn of one measure: its control chart with dates, changes and plan.
///
/// @param periods the first day of each period, strictly ascending, one for each value of the chart
public record ControlChart(
    Caption caption,
    Quantity quantity,
    List<LocalDate> periods,
    XmrChart xmr,
    Aside aside,
    List<Change> changes,
    Plan plan) {
  public ControlChart {
    periods = List.copyOf(periods);
    changes = List.copyOf(changes);
    int values = xmr.series().size();
    if (periods.size() != values) {
      throw new IllegalArgumentException(
          "%d periods for %d values; expected as many".formatted(periods.size(), values));
    }
    var background = aside.background();
    if (background.isDrawn() && background.values().size() != values) {
      throw new IllegalArgumentException(
          "%d background values for %d values; expected as many"
              .formatted(background.values().size(), values));
    }
    if (plan.baseline().filter(baseline -> baseline.to() > values).isPresent()) {
      throw new IllegalArgumentException(
          "the baseline ends behind the last of %d periods".formatted(values));
    }
    for (var each : aside.excluded()) {
      if (each.index() < 0 || each.index() >= values) {
        throw new IllegalArgumentException(
            "an excluded value at %d of %d periods".formatted(each.index(), values));
      }
    }
    for (int i = 1; i < values; i++) {
      if (!periods.get(i - 1).isBefore(periods.get(i))) {
        throw new IllegalArgumentException(
            "periods must ascend, but %s follows %s".formatted(periods.get(i), periods.get(i - 1)));
      }
    }
  }

  /// A chart with neither changes nor plan; the `with` methods add them.
  public static ControlChart of(
      Caption caption, Quantity quantity, List<LocalDate> periods, XmrChart xmr) {
    return new ControlChart(caption, quantity, periods, xmr, Aside.NONE, List.of(), Plan.NONE);
  }

  public ControlChart withBackground(String label, Series values) {
    return with(new Aside(new Background(label, values), aside.excluded()));
  }

  /// A value that does not count; its period has none in the series.
  public ControlChart withExcluded(int index, double value, String why) {
    List<Excluded> more = new ArrayList<>(aside.excluded());
    more.add(new Excluded(index, value, why));
    return with(new Aside(aside.background(), more));
  }

  public ControlChart withChange(LocalDate date, String label) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(date, label));
    return new ControlChart(caption, quantity, periods, xmr, aside, more, plan);
  }

  public ControlChart withBaseline(Window baseline) {
    return with(new Plan(baseline, plan.targetOrNull(), plan.trajectoryOrNull()));
  }

  public ControlChart withTarget(double target) {
    return with(new Plan(plan.baselineOrNull(), target, plan.trajectoryOrNull()));
  }

  public ControlChart withTrajectory(Trajectory trajectory) {
    return with(new Plan(plan.baselineOrNull(), plan.targetOrNull(), trajectory));
  }

  /// The chart as a picture. Charts narrower than 520 pixels move their line labels into the key.
  public Drawing draw(Size size) {
    return ControlDrawing.of(this, size);
  }

  private ControlChart with(Plan changed) {
    return new ControlChart(caption, quantity, periods, xmr, aside, changes, changed);
  }

  private ControlChart with(Aside changed) {
    return new ControlChart(caption, quantity, periods, xmr, changed, changes, plan);
  }

  Background background() {
    return aside.background();
  }

  /// Values that do not count, drawn hollow.
  public List<Excluded> excluded() {
    return aside.excluded();
  }
}
