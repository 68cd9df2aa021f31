package outturn.cli.csv;

import java.util.Locale;

/// What can be wrong with a file, by the names that `--json` tells.
public enum Fault {
  UNREADABLE,
  NOT_CSV,
  EMPTY,
  MISSING_COLUMN,
  NOT_A_NUMBER,
  OUT_OF_RANGE,
  NOT_A_PERIOD,
  DUPLICATE_PERIOD,
  IRREGULAR_PERIODS,
  OUTSIDE_THE_DATA;

  /// As it stands in JSON: `duplicate-period`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
