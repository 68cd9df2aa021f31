package outturn.http.outcome;

import java.util.Optional;
import outturn.charts.control.Caption;
import outturn.charts.control.ControlChart;
import outturn.charts.control.Quantity;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.Units;
import outturn.outcome.position.Position;
import outturn.outcome.words.PositionSentences;

/// The chart of a measure of an outcome.
public final class PositionChart {
  private static final String RAW = "before seasonal adjustment";

  private PositionChart() {}

  /// The drawing, or nothing while nothing was observed.
  public static Optional<Drawing> of(Position position, Size size) {
    if (position.picture().periods().isEmpty()) return Optional.empty();
    return Optional.of(chart(position).draw(size));
  }

  private static ControlChart chart(Position position) {
    var picture = position.picture();
    var caption = new Caption(position.measure().about().title(), PositionSentences.of(position));
    var chart =
        ControlChart.of(caption, quantity(position.measure()), picture.periods(), picture.xmr());
    if (picture.raw().isPresent()) chart = chart.withBackground(RAW, picture.raw().get());
    chart = withExcluded(chart, position);
    for (var change : picture.changes()) chart = chart.withChange(change.date(), change.title());
    if (picture.baseline().isPresent()) chart = chart.withBaseline(picture.baseline().get());
    if (position.goal().target().isPresent()) {
      chart = chart.withTarget(position.goal().target().get().value());
    }
    return picture.plan().isPresent() ? chart.withTrajectory(picture.plan().get()) : chart;
  }

  private static ControlChart withExcluded(ControlChart without, Position position) {
    var picture = position.picture();
    var chart = without;
    for (var each : position.quality().excluded()) {
      int index = picture.periods().indexOf(each.period());
      if (index < 0) continue;
      chart = chart.withExcluded(index, picture.excluded().value(index), each.why());
    }
    return chart;
  }

  /// The unit, and what values are possible.
  private static Quantity quantity(Measure measure) {
    var unit = measure.quantity().unit().orElse("");
    if (Units.isPercent(measure.quantity())) return Quantity.percent();
    return switch (measure.quantity().type()) {
      case PROPORTION -> new Quantity(unit, 0, 1);
      case COUNT, RATE, DURATION -> Quantity.amount(unit);
      case MEAN, MONEY, SCORE, NPS -> Quantity.of(unit);
    };
  }
}
