package outturn.runtime.project;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.Version;

/// The versions of projects that runs keep, read from their stored files when they are first
/// needed.
public final class Versions {
  private static final int MOST_KEPT = 200;

  private final outturn.store.project.ProjectReader store;
  private final Map<Long, Loaded> loaded =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Loaded> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Loaded(Version version, Project project) {}

  public Versions(outturn.store.project.ProjectReader store) {
    this.store = store;
  }

  public Version version(long id) {
    return loaded(id).version();
  }

  public Project project(long id) {
    return loaded(id).project();
  }

  private Loaded loaded(long id) {
    synchronized (loaded) {
      var known = loaded.get(id);
      if (known != null) return known;
    }
    var read = read(id);
    synchronized (loaded) {
      loaded.put(id, read);
    }
    return read;
  }

  private Loaded read(long id) {
    var row = store.version(id).orElseThrow(() -> new IllegalStateException("no version " + id));
    var reading = outturn.definition.project.ProjectReader.read(new ProjectFiles(store.files(id)));
    var project =
        reading
            .project()
            .orElseThrow(() ->
                new IllegalStateException(
                    "version %d of project '%s' cannot be read any more: %s"
                        .formatted(row.number(), row.project(), reading.problems())));
    var workflows = new HashMap<String, Workflow>();
    project.workflows().all().forEach(workflow -> workflows.put(workflow.name(), workflow));
    var policies = project.policies().all();
    var version = new Version(id, row.project(), row.number(), workflows, policies);
    return new Loaded(version, project);
  }
}
