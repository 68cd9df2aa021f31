package outturn.runtime.forecast;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.definition.trigger.Dependency;
import outturn.definition.workflow.Workflow;
import outturn.runtime.project.InForce;

/// The workflows whose runs are looked at: those with deadlines, those that these wait for, and
/// those that use the same pools.
///
/// @param promising the names of those with deadlines
/// @param all the names of all of them
/// @param projects those that define them
record Circle(Set<String> promising, Set<String> all, Set<String> projects) {
  static final Circle NOBODY = new Circle(Set.of(), Set.of(), Set.of());

  Circle {
    promising = Set.copyOf(promising);
    all = Set.copyOf(all);
    projects = Set.copyOf(projects);
  }

  static Circle of(Collection<InForce.Entry<Workflow>> workflows) {
    var promising =
        workflows.stream()
            .map(InForce.Entry::value)
            .filter(workflow -> !workflow.deadlines().isEmpty())
            .map(Workflow::name)
            .collect(Collectors.toSet());
    if (promising.isEmpty()) return NOBODY;
    Map<String, Workflow> byName = new HashMap<>();
    workflows.forEach(each -> byName.put(each.name(), each.value()));
    var all = new HashSet<>(promising);
    for (int before = 0; before != all.size(); ) {
      before = all.size();
      grow(all, byName);
    }
    var projects =
        workflows.stream()
            .filter(each -> all.contains(each.name()))
            .map(InForce.Entry::project)
            .collect(Collectors.toSet());
    return new Circle(promising, all, projects);
  }

  private static void grow(Set<String> circle, Map<String, Workflow> workflows) {
    var pools = new HashSet<String>();
    for (var name : Set.copyOf(circle)) {
      var workflow = workflows.get(name);
      if (workflow == null) continue;
      pools.addAll(pools(workflow));
      workflow.starts().dependsOn().stream().map(Dependency::workflow).forEach(circle::add);
    }
    if (pools.isEmpty()) return;
    for (var workflow : workflows.values()) {
      if (pools(workflow).stream().anyMatch(pools::contains)) circle.add(workflow.name());
    }
  }

  /// The pools and locks that tasks of a workflow hold.
  static Set<String> pools(Workflow workflow) {
    return workflow.graph().tasks().stream()
        .flatMap(task -> task.rules().pools().keySet().stream())
        .collect(Collectors.toSet());
  }
}
