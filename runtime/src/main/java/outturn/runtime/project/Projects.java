package outturn.runtime.project;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectPlan;
import outturn.definition.project.ProjectReader;
import outturn.definition.text.Problem;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Post;
import outturn.store.outcome.AnalysisPlans.Amendment;
import outturn.store.project.Applied;
import outturn.store.project.Folder;
import outturn.store.project.ObjectInForce;
import outturn.store.project.ObjectName;
import outturn.store.project.ProjectStore;
import outturn.store.project.ProjectVersion;
import outturn.store.project.Prune;

/// Compares folders with what is in force, and puts them in force.
public final class Projects {
  private final ProjectStore store;
  private final outturn.store.project.ProjectReader stored;
  private final InForce inForce;
  private final PlanLocks locks;
  private final Inbox inbox;
  private final Post post;
  private final InstantSource clock;

  public Projects(
      ProjectStore store,
      outturn.store.project.ProjectReader stored,
      InForce inForce,
      PlanLocks locks,
      Inbox inbox,
      Post post,
      InstantSource clock) {
    this.store = store;
    this.stored = stored;
    this.inForce = inForce;
    this.locks = locks;
    this.inbox = inbox;
    this.post = post;
    this.clock = clock;
  }

  /// The answer to a plan.
  public sealed interface Planned {
    /// @param base number of the version that it was compared with; 0 for none
    /// @param absent what is in force and not in the folder: it stays unless it is pruned
    /// @param broken analysis plans that are locked and that it would change
    record Difference(
        Project project,
        int base,
        ProjectPlan plan,
        List<ObjectName> absent,
        List<PlanLocks.Broken> broken)
        implements Planned {}

    /// The folder is not right.
    record Invalid(List<Problem> problems) implements Planned {}

    /// The folder is another project than the one that was named.
    record OtherProject(String name) implements Planned {}
  }

  /// The answer to an apply.
  public sealed interface Outcome {
    /// @param before what it was compared with
    record Done(Applied applied, Planned.Difference before) implements Outcome {}

    /// It was not tried.
    record Refused(Planned why) implements Outcome {}

    /// It changes analysis plans that are locked, and no reason was given.
    record Locked(List<PlanLocks.Broken> broken) implements Outcome {}
  }

  /// What applying the files would change.
  public Planned plan(String name, Map<String, byte[]> files) {
    var reading = ProjectReader.read(new ProjectFiles(files));
    if (reading.project().isEmpty()) return new Planned.Invalid(reading.problems());
    var project = reading.project().get();
    if (!project.name().equals(name)) return new Planned.OtherProject(project.name());
    var current = stored.current(name);
    var plan =
        current
            .map(version -> ProjectPlan.between(inForce.project(version.id()), project))
            .orElseGet(() -> ProjectPlan.creating(project));
    return new Planned.Difference(
        project,
        current.map(ProjectVersion::number).orElse(0),
        plan,
        absent(project),
        locks.brokenBy(project));
  }

  private List<ObjectName> absent(Project project) {
    var here = named(project);
    return stored.inForce().stream()
        .filter(object -> object.project().equals(project.name()))
        .map(ObjectInForce::name)
        .filter(name -> !here.contains(name))
        .sorted()
        .toList();
  }

  private static Set<ObjectName> named(Project project) {
    return InForce.defined(project).stream()
        .map(object -> new ObjectName(object.getKey().word(), object.getValue()))
        .collect(Collectors.toSet());
  }

  /// Puts the files in force, all or nothing.
  ///
  /// @param base the number of the version that the plan was compared with
  /// @param amend why locked analysis plans are changed; empty if none may be
  public Outcome apply(
      String name,
      Map<String, byte[]> files,
      int base,
      Prune prune,
      Optional<String> amend,
      String user) {
    return apply(name, files, base, prune, amend, new By(user, ""));
  }

  /// Who puts it in force.
  ///
  /// @param reason kept in the audit trail; empty if none was given
  public record By(String user, String reason) {}

  /// The same, with a reason.
  public Outcome apply(
      String name,
      Map<String, byte[]> files,
      int base,
      Prune prune,
      Optional<String> amend,
      By by) {
    var planned = plan(name, files);
    if (!(planned instanceof Planned.Difference difference)) return new Outcome.Refused(planned);
    var broken = difference.broken();
    if (!broken.isEmpty() && amend.isEmpty()) return new Outcome.Locked(broken);
    var amendments = amend.map(reason -> amendments(broken, reason)).orElse(List.of());
    var folder = folder(difference.project(), files, amendments);
    var applied = store.apply(folder, base, prune, by.user(), by.reason(), clock.instant());
    inForce.changed();
    post.ring();
    inbox.ring();
    return new Outcome.Done(applied, difference);
  }

  private static List<Amendment> amendments(List<PlanLocks.Broken> broken, String reason) {
    return broken.stream().map(each -> new Amendment(each.outcome(), each.said(), reason)).toList();
  }

  private static Folder folder(
      Project project, Map<String, byte[]> files, List<Amendment> amendments) {
    Map<String, Integer> pools = new HashMap<>();
    project.pools().all().forEach(pool -> pools.put(pool.name(), pool.size()));
    var schedules = new ArrayList<Folder.ScheduleText>();
    for (var workflow : project.workflows().all()) {
      for (var schedule : workflow.schedules()) {
        schedules.add(
            new Folder.ScheduleText(workflow.name(), schedule.name(), schedule.toString()));
      }
    }
    return new Folder(
        project.name(),
        project.hash(),
        new TreeMap<>(files),
        named(project),
        pools,
        schedules,
        amendments);
  }
}
