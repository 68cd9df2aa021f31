package outturn.http.forecast;

import java.util.List;
import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.runtime.project.InForce;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectVersion;

/// What is in force, by the names that requests about forecasts use.
public final class KnownNames {
  private final InForce inForce;
  private final ProjectReader projects;

  public KnownNames(InForce inForce, ProjectReader projects) {
    this.inForce = inForce;
    this.projects = projects;
  }

  /// Refuses a name that is no workflow.
  void workflow(String name) {
    if (inForce.sought(name).isEmpty()) throw none("workflow", name, workflows());
  }

  /// Refuses a name that is no project.
  void project(String name) {
    var all = projects.projects().stream().map(ProjectVersion::project).toList();
    if (!all.contains(name)) throw none("project", name, all);
  }

  /// Whether runs of a workflow are forecast because of what it promises.
  boolean promises(String workflow) {
    return inForce
        .workflow(workflow)
        .filter(entry -> !entry.value().deadlines().isEmpty())
        .isPresent();
  }

  private List<String> workflows() {
    return InForce.names(inForce.workflows());
  }

  private static RuntimeException none(String what, String name, List<String> known) {
    var near = Nearest.hint(name, known);
    return Problem.of(Code.NOT_FOUND, "no %s '%s'; %s".formatted(what, name, near)).refused();
  }
}
