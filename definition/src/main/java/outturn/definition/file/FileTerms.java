package outturn.definition.file;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;

/// Which file a task waits for, and how long.
///
/// @param path gives a [FilePattern]
/// @param stable how long size and time of change must have stayed the same
/// @param within how long the task waits; as long as it takes when empty
public record FileTerms(
    Template path, Duration stable, Optional<Duration> within, Otherwise otherwise) {
  /// Unless the definition says otherwise.
  public static final Duration STABLE = Duration.ofSeconds(10);

  /// What the task writes.
  public static final Map<String, ValueType> OUTPUTS =
      Map.of(
          "path", ValueType.STRING,
          "name", ValueType.STRING,
          "size", ValueType.INT,
          "modified", ValueType.STRING);

  /// What the task comes to when no file came in time.
  public enum Otherwise {
    FAIL,
    SKIP
  }
}
