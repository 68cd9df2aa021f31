package outturn.definition.flow;

import java.util.Optional;

/// What a task is to its run.
///
/// @param failing what its failure means to the run
/// @param runbook what a person does when it failed or waits for one: a file, an address or a text
public record Conduct(
    Section section, Failing failing, Optional<Repeat> repeat, Optional<String> runbook) {

  /// Of a task that says nothing of it.
  public static final Conduct USUAL =
      new Conduct(Section.TASKS, Failing.COUNTS, Optional.empty(), Optional.empty());

  /// What the failure of a task means.
  public enum Failing {
    /// The run fails with it.
    COUNTS,
    /// The run goes on, and shows a warning.
    TOLERATED
  }

  /// Whether the task's failure is a warning, and no failure of the run.
  public boolean onlyWarns() {
    return failing == Failing.TOLERATED || section != Section.TASKS;
  }
}
