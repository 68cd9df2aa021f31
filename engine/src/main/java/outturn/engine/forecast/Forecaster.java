package outturn.engine.forecast;

/// Plays a situation many times and counts; see docs/forecast.md.
public final class Forecaster {
  private Forecaster() {}

  public static Forecast of(Situation situation, Effort effort) {
    throw new UnsupportedOperationException(
        "a forecast of %d courses in %d draws"
            .formatted(situation.courses().size(), effort.draws()));
  }
}
