package outturn.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// One attempt's work order. All expressions are evaluated; secrets are in place.
///
/// @param type the task type's name
/// @param settings what the definition says, in the words of the definition
/// @param promised the outputs that the task promises: name to type word (`int`, `list<string>`)
/// @param environment what a process sees, and all that it sees
/// @param places where files are
/// @param log where standard output and error go
/// @param timeout what is left of the attempt's time; enforced by the caller, here to be passed on
public record Request(
    String type,
    Map<String, Object> settings,
    Map<String, String> promised,
    Map<String, String> environment,
    Places places,
    Log log,
    Optional<Duration> timeout) {

  /// @param files the project's files of the run's version, read-only
  /// @param scratch an empty folder of this attempt's own, removed after it
  public record Places(Path files, Path scratch) {}
}
