package outturn.store.run;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import outturn.engine.run.RunState;

/// Which runs to list; what is empty does not restrict.
///
/// @param startedBy a user name
public record RunFilter(
    Optional<String> workflow,
    Set<RunState> states,
    Optional<LocalDate> businessDate,
    Optional<String> startedBy) {
  public static final RunFilter ALL =
      new RunFilter(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

  public RunFilter {
    states = Set.copyOf(states);
  }

  public RunFilter workflow(String name) {
    return new RunFilter(Optional.of(name), states, businessDate, startedBy);
  }

  public RunFilter states(RunState... wanted) {
    return new RunFilter(workflow, Set.of(wanted), businessDate, startedBy);
  }

  public RunFilter businessDate(LocalDate date) {
    return new RunFilter(workflow, states, Optional.of(date), startedBy);
  }

  public RunFilter startedBy(String user) {
    return new RunFilter(workflow, states, businessDate, Optional.of(user));
  }
}
