package outturn.runtime.project;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.objective.Objective;
import outturn.definition.outcome.Outcome;
import outturn.definition.policy.Policy;
import outturn.definition.project.Catalog;
import outturn.definition.project.Kind;
import outturn.definition.project.Project;
import outturn.definition.service.Service;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.Version;
import outturn.outcome.definition.Defined;
import outturn.store.project.ObjectInForce;
import outturn.store.project.ProjectReader;

/// What is in force on the server, of all projects, each thing at the version that says it.
public final class InForce {
  // An apply on another node is seen after this long at the latest; one on this node at once.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final ProjectReader projects;
  private final Versions versions;
  private final DefinitionHistory definitions;
  private final InstantSource clock;
  private final AtomicLong applied = new AtomicLong();
  private volatile @Nullable Look last;

  public InForce(ProjectReader projects, Versions versions, InstantSource clock) {
    this.projects = projects;
    this.versions = versions;
    this.definitions = new DefinitionHistory(projects, versions);
    this.clock = clock;
  }

  /// Something in force.
  ///
  /// @param version the id of the version that says it
  public record Entry<T>(String name, String project, long version, T value) {}

  private record Snapshot(
      long newest,
      Map<String, Entry<Workflow>> workflows,
      Map<String, Entry<Policy>> policies,
      Map<String, Entry<Measure>> measures,
      Map<String, Entry<Outcome>> outcomes,
      Map<String, Entry<Change>> changes,
      Ends ends) {}

  /// What IT provides, and what all of it is for.
  private record Ends(
      Map<String, Entry<Service>> services, Map<String, Entry<Objective>> objectives) {}

  /// What was seen at a time.
  ///
  /// @param applied how much had been applied on this node before anybody looked
  private record Look(Instant at, long applied, Snapshot seen) {}

  /// Another number whenever something else is in force.
  public long stamp() {
    return now().newest();
  }

  public Optional<Entry<Workflow>> workflow(String name) {
    return Optional.ofNullable(now().workflows().get(name));
  }

  /// One that somebody asks for by its name. Where it is not known it is looked for anew: it may
  /// have been applied on another node a moment ago.
  public Optional<Entry<Workflow>> sought(String workflow) {
    var known = workflow(workflow);
    if (known.isPresent()) return known;
    return Optional.ofNullable(look(applied.get()).workflows().get(workflow));
  }

  public Version version(long id) {
    return versions.version(id);
  }

  public Project project(long version) {
    return versions.project(version);
  }

  /// All workflows, by name.
  public Collection<Entry<Workflow>> workflows() {
    return now().workflows().values();
  }

  /// The policies of a project.
  public List<Policy> policies(String project) {
    return now().policies().values().stream()
        .filter(entry -> entry.project().equals(project))
        .map(Entry::value)
        .toList();
  }

  public Optional<Entry<Measure>> measure(String name) {
    return Optional.ofNullable(now().measures().get(name));
  }

  public Collection<Entry<Measure>> measures() {
    return now().measures().values();
  }

  /// What a measure was said to count, the oldest first, as far as it was applied by an instant.
  public List<Defined> definitions(Entry<Measure> measure, Instant asOf) {
    return definitions.of(measure.project(), measure.version(), measure.name()).stream()
        .filter(each -> !each.since().isAfter(asOf))
        .toList();
  }

  public Optional<Entry<Outcome>> outcome(String name) {
    return Optional.ofNullable(now().outcomes().get(name));
  }

  public Collection<Entry<Outcome>> outcomes() {
    return now().outcomes().values();
  }

  public Collection<Entry<Change>> changes() {
    return now().changes().values();
  }

  public Collection<Entry<Service>> services() {
    return now().ends().services().values();
  }

  public Collection<Entry<Objective>> objectives() {
    return now().ends().objectives().values();
  }

  /// Names of one kind of entry.
  public static List<String> names(Collection<? extends Entry<?>> entries) {
    return entries.stream().map(Entry::name).toList();
  }

  /// Something was applied on this node: the next look reads anew, also when one is under way.
  void changed() {
    applied.incrementAndGet();
  }

  private Snapshot now() {
    long counted = applied.get();
    var known = last;
    if (known == null || known.applied() != counted) return look(counted);
    boolean fresh = clock.instant().isBefore(known.at().plus(FRESH));
    return fresh ? known.seen() : look(counted);
  }

  private Snapshot look(long counted) {
    var known = last;
    var time = clock.instant();
    long newest = projects.newestVersion();
    var seen = known != null && known.seen().newest() == newest ? known.seen() : read(newest);
    last = new Look(time, counted, seen);
    return seen;
  }

  private Snapshot read(long newest) {
    var objects = projects.inForce();
    return new Snapshot(
        newest,
        entries(objects, Kind.WORKFLOW, Project::workflows),
        entries(objects, Kind.POLICY, Project::policies),
        entries(objects, Kind.MEASURE, Project::measures),
        entries(objects, Kind.OUTCOME, Project::outcomes),
        entries(objects, Kind.CHANGE, Project::changes),
        new Ends(
            entries(objects, Kind.SERVICE, Project::services),
            entries(objects, Kind.OBJECTIVE, Project::objectives)));
  }

  private <T> Map<String, Entry<T>> entries(
      List<ObjectInForce> objects, Kind kind, Function<Project, Catalog<T>> catalog) {
    var entries = new TreeMap<String, Entry<T>>();
    for (var object : objects) {
      if (!object.name().kind().equals(kind.word())) continue;
      var name = object.name().name();
      catalog
          .apply(versions.project(object.version()))
          .find(name)
          .ifPresent(value ->
              entries.put(name, new Entry<>(name, object.project(), object.version(), value)));
    }
    return entries;
  }

  /// The names of all that a project defines, with the workflows that are made for its measures.
  static List<Map.Entry<Kind, String>> defined(Project project) {
    var all = new ArrayList<Map.Entry<Kind, String>>();
    project.workflows().names().forEach(name -> all.add(Map.entry(Kind.WORKFLOW, name)));
    project.documents().stream()
        .filter(document -> document.kind() != Kind.PROJECT && document.kind() != Kind.WORKFLOW)
        .forEach(document -> all.add(Map.entry(document.kind(), document.name())));
    return all;
  }
}
