package outturn.definition.trigger;

import java.time.Duration;
import java.util.Optional;

/// A run waits until a run of another workflow has succeeded for a business date.
///
/// @param task the task of it that must have succeeded; empty for the run as a whole
/// @param date which one, counted from the waiting run's
/// @param within how long it waits; empty for as long as it takes
/// @param otherwise what becomes of the run when it has waited so long
public record Dependency(
    String workflow,
    Optional<String> task,
    DateShift date,
    Optional<Duration> within,
    Otherwise otherwise) {

  /// What becomes of a run that has waited in vain.
  public enum Otherwise {
    /// It ends as failed.
    FAIL,
    /// It starts all the same.
    START,
    /// It ends as cancelled.
    SKIP
  }

  /// `other` or `other/task`.
  public String path() {
    return task.map(name -> workflow + "/" + name).orElse(workflow);
  }
}
