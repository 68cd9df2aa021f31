package outturn.http.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.project.PlanText;
import outturn.definition.project.ProjectPlan;
import outturn.definition.project.ProjectPlan.Verb;
import outturn.runtime.project.PlanLocks;
import outturn.runtime.project.Projects.Planned.Difference;
import outturn.store.project.ObjectName;
import outturn.store.project.ProjectVersion;

/// A plan, and what became of it, as JSON.
final class PlanJson {
  private PlanJson() {}

  private record Detail(String path, Optional<String> from, Optional<String> to) {}

  private record Change(String action, String kind, String name, List<Detail> details) {}

  private record FileChange(String action, String path) {}

  private record Broken(
      String outcome, Instant lockedAt, String hash, List<String> locked, List<String> now) {}

  /// A locked analysis plan that is changed: the lines that differ, of what is locked and of what
  /// it says now.
  static Object broken(PlanLocks.Broken broken) {
    var locked = broken.locked();
    var said = broken.said().terms();
    return new Broken(
        broken.outcome(),
        locked.at(),
        locked.terms().hash(),
        locked.terms().without(said),
        said.without(locked.terms()));
  }

  /// What applying would change.
  static Map<String, Object> planned(Difference difference) {
    var json = new LinkedHashMap<String, Object>();
    json.put("project", difference.project().name());
    json.put("base", difference.base());
    addChanges(json, difference);
    json.put("locked", difference.broken().stream().map(PlanJson::broken).toList());
    json.put("unchanged", unchanged(difference));
    json.put("text", PlanText.render(difference.plan()));
    return json;
  }

  /// What applying has changed.
  static Map<String, Object> applied(Difference before, ProjectVersion version) {
    var json = new LinkedHashMap<String, Object>();
    json.put("project", version.project());
    json.put("number", version.number());
    json.put("unchanged", version.number() == before.base());
    addChanges(json, before);
    return json;
  }

  private static boolean unchanged(Difference difference) {
    return difference.base() > 0 && difference.plan().isEmpty() && difference.absent().isEmpty();
  }

  private static void addChanges(Map<String, Object> json, Difference difference) {
    json.put("changes", changes(difference));
    json.put(
        "files",
        difference.plan().files().stream()
            .map(file -> new FileChange(word(file.verb()), file.path()))
            .toList());
  }

  /// Created and changed ones, what is no longer in the folder (removed only when that is asked
  /// for), and those that stay as they are.
  private static List<Change> changes(Difference difference) {
    var changes = new ArrayList<Change>();
    var changed = new TreeMap<ObjectName, ProjectPlan.ObjectChange>();
    for (var object : difference.plan().objects()) {
      changed.put(new ObjectName(object.kind().word(), object.name()), object);
      if (object.verb() != Verb.REMOVE) changes.add(change(object));
    }
    for (var name : difference.absent()) {
      changes.add(new Change("remove", name.kind(), name.name(), List.of()));
    }
    for (var document : difference.project().documents()) {
      var name = new ObjectName(document.kind().word(), document.name());
      if (!changed.containsKey(name)) {
        changes.add(new Change("keep", name.kind(), name.name(), List.of()));
      }
    }
    return changes;
  }

  private static Change change(ProjectPlan.ObjectChange object) {
    return new Change(
        word(object.verb()),
        object.kind().word(),
        object.name(),
        object.fields().stream()
            .map(field -> new Detail(field.path(), field.before(), field.after()))
            .toList());
  }

  private static String word(Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }
}
