package outturn.evidence.xmr;

/// Where a phase begins (a rebase), and how many of its first periods its limits are taken from.
///
/// @param limitPeriods at least 2; more than the phase has means all of them
public record PhaseStart(int index, int limitPeriods) {
  public PhaseStart {
    if (index < 0) {
      throw new IllegalArgumentException("a phase cannot start at %d".formatted(index));
    }
    if (limitPeriods < 2) {
      throw new IllegalArgumentException(
          "limits from %d periods; expected at least 2".formatted(limitPeriods));
    }
  }

  /// A phase whose limits follow all its values.
  public static PhaseStart at(int index) {
    return new PhaseStart(index, Integer.MAX_VALUE);
  }

  /// A phase whose limits are frozen after its first periods, such as those of a baseline.
  public PhaseStart fixedAfter(int periods) {
    return new PhaseStart(index, periods);
  }
}
