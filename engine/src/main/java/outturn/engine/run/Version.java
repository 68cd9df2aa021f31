package outturn.engine.run;

import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Workflow;

/// A version of a project as runs see it: they keep the one they started with.
///
/// @param id of the version's row
/// @param number counts the versions of the project from 1
public record Version(long id, String project, int number, Map<String, Workflow> workflows) {
  public Version {
    workflows = Map.copyOf(workflows);
  }

  public Optional<Workflow> workflow(String name) {
    return Optional.ofNullable(workflows.get(name));
  }
}
