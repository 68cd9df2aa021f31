package outturn.runtime.outcome;

import java.util.Comparator;
import java.util.stream.Stream;
import outturn.outcome.honesty.Honesty;
import outturn.outcome.honesty.Promised;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.runtime.project.InForce;
import outturn.store.outcome.AcceptedForecast;
import outturn.store.outcome.Forecasts;
import outturn.store.steering.PeriodForecast;
import outturn.store.steering.PeriodForecasts;

/// What came of the forecasts of the outcomes in force.
public final class TrackRecord {
  private final Outcomes outcomes;
  private final Forecasts forecasts;
  private final PeriodForecasts periods;

  public TrackRecord(Outcomes outcomes, Forecasts forecasts, PeriodForecasts periods) {
    this.outcomes = outcomes;
    this.forecasts = forecasts;
    this.periods = periods;
  }

  public Honesty honesty() {
    var all = outcomes.all().stream().map(InForce.Entry::value).toList();
    return Honesty.of(
        all.stream()
            .flatMap(this::of)
            .sorted(Comparator.comparing(Promised::at).reversed())
            .toList(),
        all.stream().flatMap(this::ofPeriods).toList());
  }

  private Stream<Promised> of(OutcomePosition outcome) {
    var name = outcome.outcome().name();
    return outcome.measures().stream()
        .flatMap(position ->
            forecasts.history(name, position.measure().name()).stream()
                .map(each -> judged(each, position)));
  }

  private Stream<Promised> ofPeriods(OutcomePosition outcome) {
    var name = outcome.outcome().name();
    return outcome.measures().stream()
        .flatMap(position ->
            periods.history(name, position.measure().name()).stream()
                .map(each -> judged(each, position)));
  }

  private static Promised judged(PeriodForecast forecast, Position position) {
    return Promised.of(
        forecast.outcome(),
        forecast.version(),
        new Promised.Aim(forecast.ground().target(), forecast.ground().due()),
        forecast.likely().chance(),
        forecast.at(),
        position);
  }

  private static Promised judged(AcceptedForecast forecast, Position position) {
    var promise = forecast.promise();
    return Promised.of(
        forecast.outcome(),
        forecast.version(),
        new Promised.Aim(promise.target(), promise.due()),
        promise.chance(),
        forecast.at(),
        position);
  }
}
