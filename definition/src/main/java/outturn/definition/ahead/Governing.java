package outturn.definition.ahead;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outturn.definition.policy.Policy;
import outturn.definition.policy.Selection;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;

/// A policy that lets nothing of some tasks of a workflow start while it is in force.
///
/// @param tasks their names; empty, when these are all that the workflow does
public record Governing(Policy policy, List<String> tasks) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  public Governing {
    tasks = List.copyOf(tasks);
  }

  public static List<Governing> of(Workflow workflow, Collection<Policy> policies) {
    return policies.stream()
        .filter(Policy::freezes)
        .flatMap(policy -> of(workflow, policy).stream())
        .toList();
  }

  private static Optional<Governing> of(Workflow workflow, Policy policy) {
    var held = tasks(workflow, policy.applies());
    if (held.isEmpty()) return Optional.empty();
    boolean all = held.equals(tasks(workflow, Selection.ALL));
    return Optional.of(new Governing(policy, all ? List.of() : held));
  }

  private static List<String> tasks(Workflow workflow, Selection selection) {
    return workflow.graph().tasks().stream()
        .filter(task -> selection.has(workflow.name(), task))
        .map(Task::name)
        .toList();
  }

  /// What it does to a run that starts at a time; empty when it is not in force then.
  Optional<String> note(Instant start) {
    var standing = policy.at(start);
    if (!standing.inForce()) return Optional.empty();
    var what =
        tasks.isEmpty()
            ? "lets no task start"
            : "keeps %s from starting".formatted(String.join(", ", tasks));
    var until =
        standing
            .until()
            .map(time ->
                " until %s (%s)".formatted(TIME.format(time.atZone(policy.zone())), policy.zone()))
            .orElse("");
    return Optional.of("policy %s %s%s".formatted(policy.name(), what, until));
  }
}
