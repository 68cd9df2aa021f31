package outturn.http.service;

import java.util.Optional;
import outturn.charts.control.Caption;
import outturn.charts.control.ControlChart;
import outturn.charts.control.Quantity;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.outcome.level.Level;

/// The control chart of an output's lateness.
final class LevelChart {
  private LevelChart() {}

  static Optional<Drawing> of(Level level, Size size) {
    return level
        .course()
        .map(course -> {
          var caption = new Caption(level.output().promise(), level.sentence());
          var quantity = Quantity.of("minutes after the deadline; below 0 before it");
          return ControlChart.of(caption, quantity, course.dates(), course.xmr())
              .withTarget(0)
              .draw(size);
        });
  }
}
