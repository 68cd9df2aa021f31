package outturn.charts.course;

import java.util.List;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;

/// A measure with the levels between places where it may have changed.
public record LevelChart(Course course, List<Level> levels, List<Break> breaks) {
  public LevelChart {
    levels = List.copyOf(levels);
    breaks = List.copyOf(breaks);
    if (levels.size() != breaks.size() + 1) {
      throw new IllegalArgumentException(
          "%d levels for %d breaks; expected one more".formatted(levels.size(), breaks.size()));
    }
  }

  /// The chart as a picture.
  public Drawing draw(Size size) {
    return new LevelDrawing(this, size).drawing();
  }
}
