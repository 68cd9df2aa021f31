package outturn.evidence.forecast;

import java.util.List;

/// What is to be forecast, and how.
///
/// @param horizon periods ahead, 1 to 240
/// @param cycle periods of a season, such as 12 for months of a year, up to 366; 1 for none
/// @param level of the intervals, such as 0.95
/// @param methods in order of preference: the first is taken unless another missed at least 5 %
///   less at earlier origins
public record ForecastOptions(int horizon, int cycle, double level, List<Method> methods) {
  /// Theta had the smallest error of all methods in the M3 competition.
  public static final List<Method> AUTOMATIC = List.of(Method.THETA, Method.ETS, Method.NAIVE2);

  private static final double USUAL_LEVEL = .95;

  public ForecastOptions {
    methods = List.copyOf(methods);
  }

  /// The method is chosen, intervals are of 95 %.
  public static ForecastOptions of(int horizon, int cycle) {
    return new ForecastOptions(horizon, cycle, USUAL_LEVEL, AUTOMATIC);
  }

  public ForecastOptions with(Method method) {
    return new ForecastOptions(horizon, cycle, level, List.of(method));
  }

  public ForecastOptions withLevel(double other) {
    return new ForecastOptions(horizon, cycle, other, methods);
  }
}
