package outturn.engine.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Workflow;

/// A version of a project as runs see it: they keep the one they started with.
///
/// @param id of the version's row
/// @param number counts the versions of the project from 1
/// @param sharing workflows whose runs share pools or turns with other runs
public record Version(
    long id, String project, int number, Map<String, Workflow> workflows, Set<String> sharing) {
  public Version {
    workflows = Map.copyOf(workflows);
    sharing = Set.copyOf(sharing);
  }

  public Version(long id, String project, int number, Map<String, Workflow> workflows) {
    this(id, project, number, workflows, List.of());
  }

  /// @param policies of the version
  public Version(
      long id,
      String project,
      int number,
      Map<String, Workflow> workflows,
      Collection<Policy> policies) {
    this(id, project, number, workflows, Sharing.in(workflows, policies));
  }

  /// The partition in which runs of a workflow have to be; empty when any will do.
  public OptionalInt home(String workflow) {
    return sharing.contains(workflow)
        ? OptionalInt.of(Partition.ofProject(project))
        : OptionalInt.empty();
  }

  /// The partition in which the run of an order has to be; empty when any will do.
  public OptionalInt home(Order order) {
    return order.terms().turns().isEmpty()
        ? home(order.workflow())
        : OptionalInt.of(Partition.ofProject(project));
  }

  public Optional<Workflow> workflow(String name) {
    return Optional.ofNullable(workflows.get(name));
  }
}
