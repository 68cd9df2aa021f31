package outturn.engine.postmortem;

import java.time.Duration;
import java.time.Instant;

/// A part of the time from when a run was due to when what was promised had ended.
///
/// @param task empty for [Kind#START] and [Kind#MARGIN]
/// @param usual how long that usually takes
public record Part(Kind kind, String task, Instant from, Instant to, Duration usual) {
  /// What the time went into.
  public enum Kind {
    /// The run began after it was due.
    START,
    /// Nothing that the task needed was missing, and it had not begun.
    WAIT,
    /// Attempts that failed, and the pauses after them.
    RETRY,
    /// The attempt that decided.
    WORK,
    /// What the usual course leaves until the deadline: it makes up for lateness, unless it is less
    /// than nothing.
    MARGIN
  }

  /// How long it took.
  public Duration took() {
    return Duration.between(from, to);
  }

  /// What it adds to the lateness; less than nothing where it makes up for some.
  public Duration late() {
    return kind == Kind.MARGIN ? usual.negated() : took().minus(usual);
  }
}
