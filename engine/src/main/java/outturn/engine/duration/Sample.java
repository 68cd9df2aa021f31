package outturn.engine.duration;

/// One attempt that has ended.
///
/// @param day of the run's business date, as days since 1970-01-01
/// @param kind what kind of work on what kind of day it was, in the caller's numbers: 0 is ordinary
/// @param millis how long it took
public record Sample(long day, int kind, long millis, How how) {
  /// How an attempt ended, as far as its length goes.
  public enum How {
    SUCCEEDED,
    FAILED
  }

  public Sample {
    if (millis < 0)
      throw new IllegalArgumentException("an attempt cannot take %d ms".formatted(millis));
  }
}
