package outturn.charts.control;

import java.util.List;

/// What is drawn beside the series that the chart is of.
///
/// @param background a faint line
/// @param excluded values that do not count
public record Aside(Background background, List<Excluded> excluded) {
  static final Aside NONE = new Aside(Background.NONE, List.of());

  public Aside {
    excluded = List.copyOf(excluded);
  }
}
