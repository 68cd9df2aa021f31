package outturn.http.forecast;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.text.Nearest;
import outturn.definition.workflow.Task;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.runtime.forecast.Supposed;
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
    var all = projects();
    if (!all.contains(name)) throw none("project", name, all);
  }

  /// Whether runs of a workflow are forecast because of what it promises.
  boolean promises(String workflow) {
    return inForce
        .workflow(workflow)
        .filter(entry -> !entry.value().deadlines().isEmpty())
        .isPresent();
  }

  /// What to say of names in what is supposed that stand for nothing.
  Optional<String> missing(Stream<Supposed> all) {
    var problems = new LinkedHashSet<String>();
    all.forEach(each -> missing(each).ifPresent(problems::add));
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  private Optional<String> missing(Supposed each) {
    return switch (each) {
      case Supposed.Pool(var pool, _) -> missingPool(pool);
      case Supposed.Down(var pool, _) -> missingPool(pool);
      case Supposed.Times(var workflow, var task, _) -> missingTask(workflow, task);
      case Supposed.Longer(var workflow, var task, _) -> missingTask(workflow, task);
      case Supposed.Without(var workflow) -> missing("workflow", workflow, workflows());
    };
  }

  private Optional<String> missingPool(String pool) {
    return missing("pool", pool, projects.pools(projects()).keySet());
  }

  private Optional<String> missingTask(String workflow, String task) {
    var found = inForce.workflow(workflow);
    if (found.isEmpty()) return missing("workflow", workflow, workflows());
    var tasks = found.get().value().graph().tasks().stream().map(Task::name).toList();
    return missing("task of " + workflow, task, tasks);
  }

  private static Optional<String> missing(String what, String name, Collection<String> known) {
    if (known.contains(name)) return Optional.empty();
    return Optional.of("there is no %s '%s'; %s".formatted(what, name, Nearest.hint(name, known)));
  }

  private List<String> workflows() {
    return InForce.names(inForce.workflows());
  }

  private List<String> projects() {
    return projects.projects().stream().map(ProjectVersion::project).toList();
  }

  private static RuntimeException none(String what, String name, List<String> known) {
    var near = Nearest.hint(name, known);
    return Problem.of(Code.NOT_FOUND, "no %s '%s'; %s".formatted(what, name, near)).refused();
  }
}
