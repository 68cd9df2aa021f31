package outturn.definition.flow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The needs that nobody writes: handlers come after all that they are about.
public final class ImpliedNeeds {
  private final Map<String, Section> sections;
  private final Map<String, List<String>> written;

  /// @param sections of all tasks, in written order
  /// @param written which tasks each needs
  public ImpliedNeeds(Map<String, Section> sections, Map<String, List<String>> written) {
    this.sections = sections;
    this.written = written;
  }

  /// The tasks that must have ended, in whatever way, before each of those that begin a section.
  public Map<String, List<String>> byTask() {
    var implied = new LinkedHashMap<String, List<String>>();
    var last = new LinkedHashMap<Section, List<String>>();
    sections.forEach((task, section) -> {
      if (section == Section.TASKS || !begins(task, section)) return;
      implied.put(task, last.computeIfAbsent(section, this::lastBefore));
    });
    return implied;
  }

  private boolean begins(String task, Section section) {
    return written.getOrDefault(task, List.of()).stream()
        .noneMatch(need -> sections.get(need) == section);
  }

  /// The tasks before a section that no other task before it needs.
  private List<String> lastBefore(Section section) {
    var needed = new HashSet<String>();
    sections.forEach((task, its) -> {
      if (its.isBefore(section)) needed.addAll(written.getOrDefault(task, List.of()));
    });
    return sections.entrySet().stream()
        .filter(task -> task.getValue().isBefore(section) && !needed.contains(task.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
