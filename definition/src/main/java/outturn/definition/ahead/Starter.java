package outturn.definition.ahead;

import java.util.List;
import outturn.definition.schedule.Schedule;

/// A schedule with the workflow that it starts.
///
/// @param policies that may keep its tasks from starting
public record Starter(String workflow, Schedule schedule, List<Governing> policies) {
  public Starter {
    policies = List.copyOf(policies);
  }

  public Starter(String workflow, Schedule schedule) {
    this(workflow, schedule, List.of());
  }

  /// The same workflow with another schedule.
  public Starter with(Schedule other) {
    return new Starter(workflow, other, policies);
  }
}
