package outturn.evidence.season;

import outturn.evidence.series.Series;

/// The answer to a wish for seasonal adjustment.
public sealed interface Adjustment {
  /// The whole series without its season; gaps stay.
  record Adjusted(Series series, Factors factors) implements Adjustment {}

  /// Why the season cannot be estimated, and what would be needed.
  record Refused(Reason reason, String detail) implements Adjustment {}

  enum Reason {
    /// The reference window ends behind the series.
    OUTSIDE_SERIES,
    TOO_FEW_CYCLES,
    NOT_WHOLE_CYCLES,
    /// A multiplicative season of zero or negative values.
    NOT_POSITIVE,
    /// A position of the cycle has no usable value in the window.
    SEASON_WITHOUT_VALUES
  }
}
