package outturn.runtime.outcome;

import java.util.Comparator;
import java.util.stream.Stream;
import outturn.outcome.honesty.Honesty;
import outturn.outcome.honesty.Promised;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.store.outcome.AcceptedForecast;
import outturn.store.outcome.Forecasts;

/// What came of the forecasts of the outcomes in force.
public final class TrackRecord {
  private final Outcomes outcomes;
  private final Forecasts forecasts;

  public TrackRecord(Outcomes outcomes, Forecasts forecasts) {
    this.outcomes = outcomes;
    this.forecasts = forecasts;
  }

  public Honesty honesty() {
    return Honesty.of(
        outcomes.all().stream()
            .flatMap(entry -> of(entry.value()))
            .sorted(Comparator.comparing(Promised::at).reversed())
            .toList());
  }

  private Stream<Promised> of(OutcomePosition outcome) {
    var name = outcome.outcome().name();
    return outcome.measures().stream()
        .flatMap(position ->
            forecasts.history(name, position.measure().name()).stream()
                .map(each -> judged(each, position)));
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
