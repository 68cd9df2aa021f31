package outturn.evidence.its.model;

/// When something was changed, in periods of the series counted from 0.
///
/// @param at the first period that it can have affected
/// @param transition number of periods from `at` on that are left out, while the change was coming
public record Intervention(int at, int transition) {
  /// Without periods of transition.
  public static Intervention at(int period) {
    return new Intervention(period, 0);
  }

  /// The first period that is taken for after.
  public long after() {
    return (long) at + transition;
  }
}
