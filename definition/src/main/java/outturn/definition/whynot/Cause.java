package outturn.definition.whynot;

import java.util.Locale;

/// Why a schedule starts nothing for a date.
///
/// @param text a sentence about the schedule without its full stop
public record Cause(Kind kind, String text) {
  /// The closed list of causes.
  public enum Kind {
    /// Its first day is later.
    NOT_YET,
    /// Its last day was before.
    OVER,
    /// Its times are on other days.
    NOT_THAT_DAY,
    /// The day is not worked, or is not one of the working days that count.
    DAY_OFF,
    /// What is due then starts on another day.
    MOVED,
    /// The clock leaves out its time.
    CLOCK_GAP,
    /// Its calendar does not know the year.
    UNKNOWN_YEAR,
    /// It starts then, for another date.
    OTHER_DATE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
