package outturn.engine.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.definition.policy.Policy;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;

/// Which workflows of a version have runs that share something with other runs: a pool, what a
/// policy allows, or the turn of their workflow. Runs that share are decided together, in the
/// partition of their project.
final class Sharing {
  private final Map<String, Workflow> workflows;
  private final List<Policy> counting;
  private final Set<String> sharing = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  private Sharing(Map<String, Workflow> workflows, Collection<Policy> policies) {
    this.workflows = workflows;
    this.counting = policies.stream().filter(policy -> !policy.freezes()).toList();
  }

  /// The names of those that share. A workflow that calls one of them is one of them, since a
  /// called run lives where its caller does.
  static Set<String> in(Map<String, Workflow> workflows, Collection<Policy> policies) {
    var sharing = new Sharing(workflows, policies);
    boolean more = true;
    // A workflow may call itself by a detour: look until nothing is added.
    while (more) {
      sharing.seen.clear();
      int before = sharing.sharing.size();
      workflows.values().forEach(sharing::shares);
      more = sharing.sharing.size() > before;
    }
    return sharing.sharing;
  }

  private boolean shares(Workflow workflow) {
    if (sharing.contains(workflow.name())) return true;
    if (!seen.add(workflow.name())) return false;
    boolean shares =
        workflow.about().precedence().concurrency().isPresent()
            || workflow.schedules().stream().anyMatch(Sharing::takesTurns)
            || workflow.graph().tasks().stream().anyMatch(task -> shares(workflow, task));
    if (shares) sharing.add(workflow.name());
    return shares;
  }

  private static boolean takesTurns(Schedule schedule) {
    return schedule.rules().whenRunning() != Schedule.WhenRunning.ALLOW;
  }

  private boolean shares(Workflow workflow, Task task) {
    if (!task.rules().pools().isEmpty()) return true;
    if (counting.stream().anyMatch(policy -> policy.applies().has(workflow.name(), task))) {
      return true;
    }
    if (!(task.action() instanceof Action.Call call)) return false;
    var called = workflows.get(call.workflow());
    return called != null && shares(called);
  }
}
