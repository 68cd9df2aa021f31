package outturn.cli.crontab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Workflow;

/// Crontabs on their way through: translated, and read as a project.
final class Imports {
  private static final Translator.Surroundings SURROUNDINGS =
      new Translator.Surroundings("Europe/London", "/home/mary");

  private Imports() {}

  static Translation of(String file, UserColumn column, String text) {
    return Translator.translate(
        file, new CrontabReader(column).read(text), SURROUNDINGS, new JobNames(Set.of()));
  }

  static Translation own(String text) {
    return of("crontab", UserColumn.NO, text);
  }

  static Translation ofSystem(String text) {
    return of("/etc/crontab", UserColumn.YES, text);
  }

  /// The project of a translation, which must be valid.
  static Project project(Translation translation) {
    var reading =
        ProjectReader.read(
            new ProjectFiles(
                Map.of(
                    "outturn.yaml",
                    "kind: project\nname: imported\n".getBytes(UTF_8),
                    "jobs.yaml",
                    translation.yaml().getBytes(UTF_8))));
    assertThat(reading.problems()).as(translation.yaml()).isEmpty();
    return reading.project().orElseThrow();
  }

  /// The one workflow of a translation.
  static Workflow workflow(Translation translation) {
    var workflows = project(translation).workflows().all();
    assertThat(workflows).hasSize(1);
    return workflows.getFirst();
  }

  static Schedule schedule(Workflow workflow) {
    return workflow.schedules().getFirst();
  }

  static Action.Run run(Workflow workflow) {
    return (Action.Run) workflow.graph().tasks().iterator().next().action();
  }
}
