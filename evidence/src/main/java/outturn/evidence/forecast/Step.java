package outturn.evidence.forecast;

import outturn.evidence.estimate.Interval;

/// The forecast of one period ahead, in the unit of the measure.
///
/// @param residuals earlier misses of forecasts that looked as far ahead, which the interval rests
///   on
/// @param basis whether these were enough
public record Step(double point, Interval interval, int residuals, Basis basis) {
  public enum Basis {
    /// A quantile of earlier misses.
    CONFORMAL,
    /// Too few earlier misses: by the model of the method, and at least the largest miss.
    ROUGH
  }
}
