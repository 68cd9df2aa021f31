package outturn.http.outcome;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outturn.charts.control.Caption;
import outturn.charts.fan.Band;
import outturn.charts.fan.FanChart;
import outturn.charts.fan.Wanted;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.quantity.Spread;
import outturn.evidence.series.Series;
import outturn.outcome.confirm.PlanForecast;
import outturn.outcome.period.Periods;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.words.PlanSentences;

/// What a measure may come to by its plan: its values, the fan of what is ahead, the path that was
/// planned, and the target.
final class PlanChart {
  /// From P10 to P90.
  private static final double LEVEL = .8;

  private final Position position;
  private final PlanForecast forecast;
  private final Periods rhythm;

  private PlanChart(Position position, PlanForecast forecast) {
    this.position = position;
    this.forecast = forecast;
    this.rhythm = new Periods(position.measure().rhythm().cadence());
  }

  static Drawing of(OutcomePosition outcome, Position position, PlanForecast forecast, Size size) {
    var sentences = PlanSentences.of(outcome, position, forecast);
    return new PlanChart(position, forecast).chart(sentences).draw(size);
  }

  private FanChart chart(List<String> sentences) {
    var path = forecast.now().path();
    int passed = Math.min(forecast.passed(), path.size());
    var past = path.subList(0, passed);
    var ahead = path.subList(passed, path.size());
    var before = before();
    var first = before.size() == 0 ? forecast.first() : position.picture().periods().getFirst();
    var chart =
        new FanChart(
            new Caption(
                position.measure().about().title(),
                sentences.stream().limit(1).collect(Collectors.joining())),
            unit(),
            IntStream.range(0, before.size() + path.size())
                .mapToObj(index -> rhythm.plus(first, index))
                .toList(),
            joined(before, past),
            series(ahead, Spread::p50),
            ahead.isEmpty()
                ? List.of()
                : List.of(new Band(LEVEL, series(ahead, Spread::p10), series(ahead, Spread::p90))),
            Wanted.NOTHING);
    chart = chart.withTarget(forecast.plan().target().value());
    // The path is by the periods of the picture, which begin with those of this chart.
    return before.size() > 0 && position.picture().plan().isPresent()
        ? chart.withTrajectory(position.picture().plan().get())
        : chart;
  }

  /// What was before the plan began, as the control chart shows it.
  private Series before() {
    var periods = position.picture().periods();
    if (periods.isEmpty() || !periods.getFirst().isBefore(forecast.first())) return Series.of();
    var shown = position.picture().xmr().series();
    return Series.of(
        IntStream.range(0, rhythm.distance(periods.getFirst(), forecast.first()))
            .mapToDouble(index -> index < shown.size() ? shown.value(index) : Double.NaN)
            .toArray());
  }

  private static Series joined(Series before, List<Spread> past) {
    return Series.of(
        DoubleStream.concat(
                DoubleStream.of(before.toArray()), past.stream().mapToDouble(Spread::p50))
            .toArray());
  }

  private static Series series(List<Spread> path, ToDoubleFunction<Spread> of) {
    return Series.of(path.stream().mapToDouble(of).toArray());
  }

  /// `percent, one value each week`
  private String unit() {
    return Stream.concat(
            position.measure().quantity().unit().stream(),
            Stream.of("one value each " + rhythm.word()))
        .collect(Collectors.joining(", "));
  }
}
