package outturn.bench.due;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;

/// A project of workflows of one task that does nothing, with a number of equal schedules.
public final class ScheduledProject {
  /// How many schedules a workflow has; each starts runs of its own.
  static final int IN_A_WORKFLOW = 100;

  private static final int WORKFLOWS_IN_A_FILE = 20;

  private ScheduledProject() {}

  /// @param cron when all are due, in UTC
  public static ProjectFiles files(String name, int schedules, String cron) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(
        ProjectReader.MAIN_FILE,
        "kind: project\nname: %s\ntitle: What outturn bench schedules\n"
            .formatted(name)
            .getBytes(UTF_8));
    var text = new StringBuilder();
    for (var workflow = 0; workflow * IN_A_WORKFLOW < schedules; workflow++) {
      text.append("---\nkind: workflow\nname: %s-w%d\nschedules:\n".formatted(name, workflow));
      var most = Math.min(IN_A_WORKFLOW, schedules - workflow * IN_A_WORKFLOW);
      for (var schedule = 0; schedule < most; schedule++) {
        text.append(
            "  - {name: s%d, cron: \"%s\", whenRunning: allow}\n".formatted(schedule, cron));
      }
      text.append("tasks:\n  work: {}\n");
      if ((workflow + 1) % WORKFLOWS_IN_A_FILE == 0) flush(files, text);
    }
    flush(files, text);
    return new ProjectFiles(files);
  }

  /// The same project when nothing in it is due any more.
  public static ProjectFiles without(String name) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(
        ProjectReader.MAIN_FILE,
        "kind: project\nname: %s\ntitle: What outturn bench schedules\n"
            .formatted(name)
            .getBytes(UTF_8));
    return new ProjectFiles(files);
  }

  private static void flush(LinkedHashMap<String, byte[]> files, StringBuilder text) {
    if (text.isEmpty()) return;
    files.put("w%d.yaml".formatted(files.size()), text.toString().getBytes(UTF_8));
    text.setLength(0);
  }
}
