package outturn.charts.comparison;

import outturn.charts.plot.Plot;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Svg;

/// The ground of a plot that is on another side of the start of a change.
final class After {
  private After() {}

  /// Draws the ground, then the plot, then where the change starts.
  static void draw(Svg svg, Plot plot, double start) {
    svg.element(
        "rect",
        "class",
        "outturn-after",
        "x",
        start,
        "y",
        plot.top(),
        "width",
        Math.max(0, plot.right() - start),
        "height",
        plot.bottom() - plot.top(),
        "fill",
        Paint.BASELINE);
    plot.draw(svg);
    plot.mark(svg, start, "start", "outturn-start");
  }
}
