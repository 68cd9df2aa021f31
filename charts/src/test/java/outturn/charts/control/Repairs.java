package outturn.charts.control;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;
import outturn.evidence.trajectory.PathShape;
import outturn.evidence.trajectory.Trajectory;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.PhaseStart;
import outturn.evidence.xmr.Xmr;
import outturn.evidence.xmr.XmrOptions;

/// A weekly share with a frozen baseline, two missing weeks, four changes and a path into the
/// future.
public final class Repairs {
  private static final double NONE = Double.NaN;
  private static final Series SHARES =
      Series.of(
          71.4, 70.2, 72.1, 69.5, 72.2, 70.8, 71.9, 70.1, 69.4, NONE, NONE, 69.1, 72.4, 70.2, 71.4,
          69.8, 71.1, 69.7, 71.2, 70.4, 72.7, 72.5, 76.7, 78.7, 76.3, 76.7, 77.3, 77.6, 81.0, 82.7,
          84.1, 79.5, 85.1, 81.9, NONE, NONE, NONE, NONE, NONE, NONE);

  private Repairs() {}

  public static ControlChart chart() {
    LocalDate first = LocalDate.of(2025, 9, 1);
    List<LocalDate> weeks = IntStream.range(0, SHARES.size()).mapToObj(first::plusWeeks).toList();
    XmrOptions options =
        XmrOptions.standard(Direction.HIGHER_IS_BETTER).withPhases(PhaseStart.at(0).fixedAfter(20));
    Caption caption =
        new Caption(
            "Repairs finished on the first visit", "How often the tenant needs only one visit.");
    return ControlChart.of(caption, Quantity.percent(), weeks, Xmr.of(SHARES, options))
        .withBaseline(new Window(0, 20))
        .withTarget(85)
        .withTrajectory(new Trajectory(20, 71, 38, 85, PathShape.S_CURVE))
        .withChange(LocalDate.of(2026, 1, 19), "parts forecast live")
        .withChange(LocalDate.of(2026, 2, 9), "call training")
        .withChange(LocalDate.of(2026, 3, 2), "triage script")
        .withChange(LocalDate.of(2026, 5, 18), "bank holiday week");
  }
}
