package outturn.runtime.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Pool;
import outturn.definition.project.Kind;
import outturn.engine.decide.Event;
import outturn.engine.run.Version;
import outturn.engine.trigger.Armed;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectVersion;

/// The definitions that were applied.
public final class StoredDefinitions implements Definitions {
  private final ProjectReader projects;
  private final Versions versions;

  public StoredDefinitions(ProjectReader projects, Versions versions) {
    this.projects = projects;
    this.versions = versions;
  }

  @Override
  public List<String> projects() {
    return projects.projects().stream().map(ProjectVersion::project).toList();
  }

  @Override
  public Map<String, Integer> pools(String project) {
    return projects.pools(project);
  }

  @Override
  public Set<String> byWorth(String project) {
    return projects.inForce().stream()
        .filter(object -> object.project().equals(project))
        .filter(object -> object.name().kind().equals(Kind.POOL.word()))
        .flatMap(object ->
            versions.project(object.version()).pools().find(object.name().name()).stream())
        .filter(pool -> pool.order() == Pool.Order.WORTH)
        .map(Pool::name)
        .collect(Collectors.toSet());
  }

  @Override
  public Map<Long, Event.Scheduled> schedules(String project) {
    var scheduled = new HashMap<Long, Event.Scheduled>();
    for (var row : projects.schedules(project)) {
      var version = versions.version(row.version());
      version
          .workflow(row.workflow())
          .flatMap(workflow ->
              workflow.schedules().stream()
                  .filter(schedule -> schedule.name().equals(row.name()))
                  .findFirst())
          .ifPresent(schedule ->
              scheduled.put(
                  row.id(),
                  new Event.Scheduled(
                      version, row.workflow(), schedule, row.lookedUntil(), row.paused())));
    }
    return scheduled;
  }

  @Override
  public List<Armed> triggers(String project) {
    return projects.inForce().stream()
        .filter(object -> object.project().equals(project))
        .filter(object -> object.name().kind().equals(Kind.WORKFLOW.word()))
        .flatMap(object -> armed(versions.version(object.version()), object.name().name()))
        .toList();
  }

  @Override
  public Map<String, List<Policy>> policies() {
    Map<String, List<Policy>> policies = new HashMap<>();
    for (var object : projects.inForce()) {
      if (!object.name().kind().equals(Kind.POLICY.word())) continue;
      versions
          .project(object.version())
          .policies()
          .find(object.name().name())
          .ifPresent(policy ->
              policies.computeIfAbsent(object.project(), _ -> new ArrayList<>()).add(policy));
    }
    return policies;
  }

  private static Stream<Armed> armed(Version version, String workflow) {
    return version.workflow(workflow).stream()
        .flatMap(found -> found.starts().triggers().stream())
        .map(trigger -> new Armed(version, workflow, trigger));
  }

  @Override
  public long newest() {
    return projects.newestVersion();
  }

  @Override
  public Version version(long id) {
    return versions.version(id);
  }
}
