package outturn.outcome.stake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A deadline of a run that may not be met, or was not.
///
/// @param due when the work was to be done
/// @param chance of being done by then, 0 to 1
/// @param likelyEnd it is as likely to be done before as after; empty: never, or not known
/// @param lateEnd nine times in ten it is done by then; empty: never, or not known
/// @param cause why, a sentence; may be empty
public record Threat(
    Promised promised,
    Instant due,
    double chance,
    Optional<Instant> likelyEnd,
    Optional<Instant> lateEnd,
    Standing standing,
    String cause) {

  public Threat {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("not a chance: " + chance);
    }
  }

  /// Which deadline of which work.
  ///
  /// @param run empty for a run that is planned
  public record Promised(
      String project,
      String workflow,
      Optional<String> run,
      LocalDate businessDate,
      String deadline) {}

  /// How the deadline stands.
  public enum Standing {
    /// It is to come.
    PREDICTED,
    /// It has passed, and the work is not done.
    LATE,
    /// The work was done after it: both ends are the one that it had.
    DONE_LATE
  }
}
