package outturn.charts.course;

import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;

/// A measure against what would have been without a change; below it the difference per period.
///
/// @param change the first period that the change can have affected
public record CounterfactualChart(Course course, Expected expected, int change) {
  public CounterfactualChart {
    int size = course.values().size();
    if (expected.values().size() != size
        || expected.lower().size() != size
        || expected.upper().size() != size) {
      throw new IllegalArgumentException(
          "expected values for other than %d periods".formatted(size));
    }
    if (change < 0 || change >= size) {
      throw new IllegalArgumentException("a change in period %d of %d".formatted(change + 1, size));
    }
  }

  /// The chart as a picture; it wants more height than others, 460 pixels for 960 of width.
  public Drawing draw(Size size) {
    return new CounterfactualDrawing(this, size).drawing();
  }
}
