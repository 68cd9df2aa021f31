package outturn.evidence.estimate;

import java.util.Locale;

/// The kinds of bad input, by the names that commands and the API tell.
public enum Reason {
  TOO_FEW,
  ALL_MISSING,
  CONSTANT,
  OUTSIDE_THE_DATA,
  COLLINEAR,
  NOT_A_NUMBER,
  DUPLICATE_PERIOD,
  IRREGULAR_PERIODS,
  OUT_OF_RANGE,
  NO_CONVERGENCE;

  /// As it stands in JSON: `too-few`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
