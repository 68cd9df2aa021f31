package outturn.definition.retention;

import java.time.Duration;

/// How long the runs of a workflow are kept after they have ended, and what they wrote.
///
/// @param runs with their attempts and outputs
/// @param logs no longer than the runs
public record Retention(Duration runs, Duration logs) {
  public static final Retention USUAL = new Retention(Duration.ofDays(400), Duration.ofDays(30));

  public Retention {
    if (logs.compareTo(runs) > 0) {
      throw new IllegalArgumentException(
          "logs are not kept longer than their runs: %s, %s".formatted(logs, runs));
    }
  }
}
