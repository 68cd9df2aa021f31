package outturn.definition.workflow;

import java.time.Duration;
import java.util.Set;

/// How often and when a failed task is tried again.
///
/// @param attempts how many attempts in all, the first included
/// @param delay the wait before the second attempt
/// @param maxDelay no wait is longer
/// @param exitCodes retried exit codes of processes; with [#failures] empty too: everything is
/// @param failures retried kinds of failure
public record Retry(
    int attempts,
    Duration delay,
    Backoff backoff,
    Duration maxDelay,
    Set<Integer> exitCodes,
    Set<FailureKind> failures) {

  /// One attempt and no more.
  public static final Retry NEVER =
      new Retry(1, Duration.ZERO, Backoff.FIXED, Duration.ZERO, Set.of(), Set.of());

  public Retry {
    exitCodes = Set.copyOf(exitCodes);
    failures = Set.copyOf(failures);
  }

  /// How the wait grows from attempt to attempt.
  public enum Backoff {
    FIXED,
    EXPONENTIAL
  }

  /// Whether a task that failed so may be tried again after `attempt` attempts.
  public boolean allows(int attempt, Failure failure) {
    if (attempt >= attempts || failure.kind() == FailureKind.UNMET) return false;
    if (exitCodes.isEmpty() && failures.isEmpty()) return true;
    return failures.contains(failure.kind())
        || failure.exitCode().map(exitCodes::contains).orElse(false);
  }

  /// The wait between the end of this attempt (1 is the first) and the next.
  public Duration delayAfter(int attempt) {
    if (backoff == Backoff.FIXED) return delay;
    var doublings = Math.min(attempt - 1, 30);
    var grown = delay.multipliedBy(1L << doublings);
    return grown.compareTo(maxDelay) > 0 ? maxDelay : grown;
  }
}
