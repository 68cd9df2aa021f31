package outturn.store.run;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import outturn.engine.run.RunState;

/// Which runs to list; what is empty does not restrict.
///
/// @param startedBy a user name
/// @param backfill the id of the one that they are part of
/// @param called the runs that `call` tasks of other runs have started
public record RunFilter(
    Optional<String> workflow,
    Optional<String> project,
    Set<RunState> states,
    Optional<LocalDate> businessDate,
    Optional<String> startedBy,
    Called called,
    Optional<String> backfill) {
  public static final RunFilter ALL =
      new RunFilter(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Called.SHOWN,
          Optional.empty());

  /// Whether runs that others called are listed too.
  public enum Called {
    SHOWN,
    LEFT_OUT
  }

  public RunFilter {
    states = Set.copyOf(states);
  }

  /// Without the runs that others called.
  public RunFilter withoutCalled() {
    return new RunFilter(
        workflow, project, states, businessDate, startedBy, Called.LEFT_OUT, backfill);
  }

  public RunFilter workflow(String name) {
    return new RunFilter(
        Optional.of(name), project, states, businessDate, startedBy, called, backfill);
  }

  public RunFilter project(String name) {
    return new RunFilter(
        workflow, Optional.of(name), states, businessDate, startedBy, called, backfill);
  }

  public RunFilter states(RunState... wanted) {
    return new RunFilter(
        workflow, project, Set.of(wanted), businessDate, startedBy, called, backfill);
  }

  public RunFilter businessDate(LocalDate date) {
    return new RunFilter(workflow, project, states, Optional.of(date), startedBy, called, backfill);
  }

  public RunFilter startedBy(String user) {
    return new RunFilter(
        workflow, project, states, businessDate, Optional.of(user), called, backfill);
  }
}
