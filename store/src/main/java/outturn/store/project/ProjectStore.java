package outturn.store.project;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.AdvisoryLock;
import outturn.store.outcome.AnalysisPlans;

/// Puts folders in force, each as one new version of its project.
public final class ProjectStore {
  private final Jdbi jdbi;

  public ProjectStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// The same as below, and nothing is said of why.
  public Applied apply(Folder folder, int base, Prune prune, String user, Instant now) {
    return apply(folder, base, prune, user, "", now);
  }

  /// Makes the folder a version of its project, and what it defines be in force, and tells the
  /// engine and the audit trail, all or nothing. One apply at a time on a server: what it checks
  /// stays so.
  ///
  /// @param base number of the version that the plan saw; 0 for no such project
  /// @param reason kept in the audit trail; empty if none was given
  /// @param now up to when due times of new and changed schedules count as dealt with
  public Applied apply(
      Folder folder, int base, Prune prune, String user, String reason, Instant now) {
    return jdbi.inTransaction(handle -> {
      AdvisoryLock.take(handle, "project");
      var current = ProjectReader.current(handle, folder.project());
      int number = current.map(ProjectVersion::number).orElse(0);
      if (number != base) return new Applied.Moved(number);
      var taken = taken(handle, folder);
      if (!taken.isEmpty()) return new Applied.Taken(taken);
      AnalysisPlans.amend(handle, folder.amendments(), user, now);
      var gone = gone(handle, folder, prune);
      if (gone.isEmpty() && current.filter(v -> v.hash().equals(folder.hash())).isPresent()) {
        return new Applied.Unchanged(current.get());
      }
      var version = new Versions(handle).add(folder, number + 1, user, now);
      var force = new Force(handle, folder, version.id(), now);
      force.remove(gone);
      force.put();
      force.tell();
      new Audit(() -> now).record(handle, act(version, gone, user, reason));
      return new Applied.Made(version, gone);
    });
  }

  private static Act act(
      ProjectVersion version, List<ObjectName> gone, String user, String reason) {
    var details = new LinkedHashMap<String, Object>();
    details.put("number", version.number());
    details.put("hash", version.hash());
    details.put("removed", gone.size());
    if (!reason.isEmpty()) details.put("reason", reason);
    return new Act(user, "project apply", version.project(), details);
  }

  private static List<ObjectInForce> taken(Handle handle, Folder folder) {
    return ProjectReader.inForce(handle).stream()
        .filter(object -> !object.project().equals(folder.project()))
        .filter(object -> folder.named().contains(object.name()))
        .toList();
  }

  private static List<ObjectName> gone(Handle handle, Folder folder, Prune prune) {
    return switch (prune) {
      case KEEP -> List.of();
      case REMOVE -> {
        var gone = new TreeSet<ObjectName>();
        ProjectReader.inForce(handle).stream()
            .filter(object -> object.project().equals(folder.project()))
            .map(ObjectInForce::name)
            .forEach(gone::add);
        gone.removeAll(folder.named());
        yield List.copyOf(gone);
      }
    };
  }
}
