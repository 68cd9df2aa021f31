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
    Background background,
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
    if (background.isDrawn() && background.values().size() != values) {
      throw new IllegalArgumentException(
          "%d background values for %d values; expected as many"
              .formatted(background.values().size(), values));
    }
    if (plan.baseline().filter(baseline -> baseline.to() > values).isPresent()) {
      throw new IllegalArgumentException(
          "the baseline ends behind the last of %d periods".formatted(values));
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
    return new ControlChart(caption, quantity, periods, xmr, Background.NONE, List.of(), Plan.NONE);
  }

  public ControlChart withBackground(String label, Series values) {
    Background added = new Background(label, values);
    return new ControlChart(caption, quantity, periods, xmr, added, changes, plan);
  }

  public ControlChart withChange(LocalDate date, String label) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(date, label));
    return new ControlChart(caption, quantity, periods, xmr, background, more, plan);
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
    return new ControlChart(caption, quantity, periods, xmr, background, changes, changed);
  }
}
