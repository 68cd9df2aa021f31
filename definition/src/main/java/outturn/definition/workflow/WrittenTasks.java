package outturn.definition.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.flow.ImpliedNeeds;
import outturn.definition.flow.Section;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// The tasks of a workflow as written, in all of its sections, and what they need.
final class WrittenTasks {
  private final List<Named<Values>> tasks = new ArrayList<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Problems problems;

  WrittenTasks(Problems problems) {
    this.problems = problems;
  }

  /// The key of a section of handlers.
  static Key<List<Named<Values>>> handlers(Shape task, Section section, String about) {
    return Key.optional(
        section.word(), Groups.filled(Groups.map(Forms.name(), task.form())), about);
  }

  void add(Section section, List<Named<Values>> written) {
    for (var task : written) {
      if (sections.putIfAbsent(task.name(), section) == null) {
        tasks.add(task);
      } else {
        problems.add(
            task.position(),
            "duplicate-name",
            "there are two tasks '%s'".formatted(task.name()),
            "rename one of them");
      }
    }
  }

  List<Named<Values>> all() {
    return tasks;
  }

  Section section(Named<Values> task) {
    return sections.getOrDefault(task.name(), Section.TASKS);
  }

  /// By task what it needs: what is written, and then what follows from its section.
  Map<String, List<Named<List<Task.End>>>> needs() {
    var names = new LinkedHashMap<String, List<String>>();
    for (var task : tasks) {
      names.put(task.name(), written(task).stream().map(Named::name).toList());
    }
    var implied = new ImpliedNeeds(sections, names).byTask();
    var needs = new LinkedHashMap<String, List<Named<List<Task.End>>>>();
    for (var task : tasks) {
      var all = new ArrayList<>(written(task));
      for (var before : implied.getOrDefault(task.name(), List.of())) {
        var anyEnd = List.of(Task.End.values());
        all.add(new Named<>(before, anyEnd, task.position(), task.position()));
      }
      needs.put(task.name(), List.copyOf(all));
    }
    return needs;
  }

  private static List<Named<List<Task.End>>> written(Named<Values> task) {
    return task.value().list(NeedsReader.NEEDS);
  }

  /// Tells of needs that point to a section which begins later, or never in the same run.
  void checkSections(Map<String, List<Named<List<Task.End>>>> needs) {
    needs.forEach((task, wanted) -> {
      var section = sections.getOrDefault(task, Section.TASKS);
      for (var need : wanted) {
        var other = sections.getOrDefault(need.name(), section);
        if (other == section || other.isBefore(section)) continue;
        problems.add(
            need.position(),
            "misplaced-need",
            "a task under %s cannot need one under %s".formatted(section.word(), other.word()),
            "always comes after onSuccess and onFailure, and these after tasks");
      }
    });
  }
}
