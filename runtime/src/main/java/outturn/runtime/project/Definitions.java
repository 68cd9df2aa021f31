package outturn.runtime.project;

import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.definition.policy.Policy;
import outturn.engine.decide.Event;
import outturn.engine.run.Version;
import outturn.engine.trigger.Armed;

/// What the engine has to know of projects.
public interface Definitions {
  /// The names of all projects.
  List<String> projects();

  /// The sizes of a project's pools in force, by name.
  Map<String, Integer> pools(String project);

  /// Those of a project's pools in force that go to what is worth most; none where nothing says so.
  default Set<String> byWorth(String project) {
    return Set.of();
  }

  /// The schedules in force of a project, by the ids of their rows.
  Map<Long, Event.Scheduled> schedules(String project);

  /// The triggers in force of a project, of all its workflows.
  List<Armed> triggers(String project);

  /// The policies in force, of all projects, by project.
  Map<String, List<Policy>> policies();

  /// A number that grows whenever something is applied.
  long newest();

  Version version(long id);
}
