package outturn.definition.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;

/// Which tasks a policy is about: those that fit all that it says. Waits, calls, approvals and
/// tasks that only join others take no part; what a called run does may.
///
/// @param workflows names with `*` and `?`; all, when there are none
/// @param types what the task does; all, when there are none
/// @param pools of which it holds one at least; any, when there are none
public record Selection(List<String> workflows, Set<Type> types, Set<String> pools) {
  /// All work.
  public static final Selection ALL = new Selection(List.of(), Set.of(), Set.of());

  public Selection {
    workflows = List.copyOf(workflows);
    types = Set.copyOf(types);
    pools = Set.copyOf(pools);
  }

  /// What a task does, by the word for it in a task.
  public enum Type {
    RUN,
    SHELL,
    SQL,
    HTTP,
    /// Collects a measure.
    COLLECT;

    static Optional<Type> of(Action action) {
      return switch (action) {
        case Action.Run(Action.Command.Arguments _, _) -> Optional.of(RUN);
        case Action.Run(Action.Command.Shell _, _) -> Optional.of(SHELL);
        case Action.Sql _ -> Optional.of(SQL);
        case Action.Http _ -> Optional.of(HTTP);
        case Action.Collect _ -> Optional.of(COLLECT);
        case Action.Nothing _, Action.Wait _, Action.Call _, Action.Approval _ -> Optional.empty();
      };
    }
  }

  public boolean has(String workflow) {
    return workflows.isEmpty()
        || workflows.stream().anyMatch(pattern -> matches(pattern, workflow));
  }

  public boolean has(String workflow, Task task) {
    var type = Type.of(task.action());
    return type.isPresent()
        && (types.isEmpty() || types.contains(type.get()))
        && (pools.isEmpty() || task.rules().pools().keySet().stream().anyMatch(pools::contains))
        && has(workflow);
  }

  /// Whether a text stands for more than one name.
  public static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /// Whether a name is one of those that a pattern stands for: `*` is any letters, `?` is one.
  public static boolean matches(String pattern, String name) {
    if (!isPattern(pattern)) return pattern.equals(name);
    var parts =
        Arrays.stream(pattern.split("\\*", -1))
            .map(part -> part.replace('?', '.'))
            .collect(Collectors.joining(".*"));
    return name.matches(parts);
  }
}
