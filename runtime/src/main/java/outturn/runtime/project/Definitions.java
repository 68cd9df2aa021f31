package outturn.runtime.project;

import java.util.List;
import java.util.Map;
import outturn.engine.decide.Event;
import outturn.engine.run.Version;

/// What the engine has to know of projects.
public interface Definitions {
  /// The names of all projects.
  List<String> projects();

  /// The sizes of a project's pools in force, by name.
  Map<String, Integer> pools(String project);

  /// The schedules in force of a project, by the ids of their rows.
  Map<Long, Event.Scheduled> schedules(String project);

  Version version(long id);
}
