package outturn.definition.project;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import outturn.definition.policy.Selection;
import outturn.definition.reference.Use;
import outturn.definition.survey.ItemValue;
import outturn.definition.text.Problems;

/// Looks up every name that one object uses of another.
final class ReferenceChecks {
  private final Map<Use.Target, Set<String>> names = new EnumMap<>(Use.Target.class);
  private final boolean hasObjectives;
  private final List<String> unreadable;
  private final Problems problems;

  /// @param unreadable the texts of files that could not be read; a name in one of them may be
  ///   right
  ReferenceChecks(
      Project.Work work,
      Project.Effect effect,
      ProjectFiles files,
      List<String> unreadable,
      Problems problems) {
    this.hasObjectives = !effect.objectives().names().isEmpty();
    this.unreadable = unreadable;
    this.problems = problems;
    for (var target : Use.Target.values()) {
      names.put(
          target,
          new TreeSet<>(
              switch (target) {
                case WORKFLOW -> work.workflows().names();
                case CONNECTION -> work.connections().names();
                case POOL -> work.pools().names();
                case LOCK -> work.locks().names();
                case CALENDAR -> work.calendars().names();
                case CHANNEL -> work.channels().names();
                case GROUP -> effect.groups().names();
                case SERVICE -> effect.services().names();
                case CHANGE -> effect.changes().names();
                case MEASURE -> effect.measures().names();
                case OBJECTIVE -> objectives(effect);
                case OUTCOME -> effect.outcomes().names();
                case SURVEY -> effect.surveys().names();
                case ITEM -> items(effect);
                case DEADLINE -> deadlines(work);
                case TASK -> tasks(work);
                case FILE -> files.paths();
              }));
    }
  }

  /// Outcomes serve objectives, and other outcomes.
  private static List<String> objectives(Project.Effect effect) {
    var names = new ArrayList<>(effect.objectives().names());
    names.addAll(effect.outcomes().names());
    return names;
  }

  private static List<String> deadlines(Project.Work work) {
    var paths = new ArrayList<String>();
    for (var workflow : work.workflows().all()) {
      for (var deadline : workflow.deadlines()) {
        paths.add(workflow.name() + "/" + deadline.name());
      }
    }
    return paths;
  }

  private static List<String> tasks(Project.Work work) {
    var paths = new ArrayList<String>();
    for (var workflow : work.workflows().all()) {
      for (var task : workflow.graph().tasks()) paths.add(workflow.name() + "/" + task.name());
    }
    return paths;
  }

  private static List<String> items(Project.Effect effect) {
    var paths = new ArrayList<String>();
    for (var survey : effect.surveys().all()) {
      for (var item : ItemValue.of(survey).keySet()) paths.add(survey.name() + "/" + item);
    }
    return paths;
  }

  void check(List<Use> uses) {
    for (var use : uses) {
      if (use.target() == Use.Target.OBJECTIVE && !hasObjectives) continue;
      var valid = names.getOrDefault(use.target(), Set.of());
      if (valid.contains(use.name()) || isMatched(use, valid) || mayBeUnreadable(use)) continue;
      problems.unknown(use.position(), use.target().word(), use.name(), valid);
    }
  }

  /// Whether a pattern of names stands for one at least.
  private boolean isMatched(Use use, Set<String> valid) {
    if (use.target() != Use.Target.WORKFLOW || !Selection.isPattern(use.name())) return false;
    return !unreadable.isEmpty()
        || valid.stream().anyMatch(name -> Selection.matches(use.name(), name));
  }

  private boolean mayBeUnreadable(Use use) {
    var name = use.name().substring(use.name().lastIndexOf('/') + 1);
    return use.target() != Use.Target.FILE
        && unreadable.stream().anyMatch(text -> text.contains(name));
  }
}
