package outturn.charts.control;

import outturn.evidence.series.Series;

/// A faint line behind the chart, such as the values before seasonal adjustment.
///
/// @param label as in the key, such as "before seasonal adjustment"
/// @param values as many as the chart has periods; empty for no line
public record Background(String label, Series values) {
  static final Background NONE = new Background("", Series.of());

  boolean isDrawn() {
    return values.size() > 0;
  }
}
