package outturn.cli.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectFiles;
import outturn.definition.project.ProjectReader;
import outturn.definition.schedule.Schedule;
import outturn.definition.text.Problem;

/// A file with calendars, and the iCalendar files at its side and below, as the files of a project:
/// so that a schedule of the command line is read and checked as any other.
final class OfflineProject {
  private static final String SCHEDULE = "schedule.yaml";
  private static final String CALENDARS = "calendars.yaml";
  private static final int DEPTH = 3;

  private final String calendars;
  private final Map<String, byte[]> files;
  private final Optional<String> calendar;

  /// @param calendars the file of calendars, as the user named it
  private OfflineProject(String calendars, Map<String, byte[]> files, Optional<String> calendar) {
    this.calendars = calendars;
    this.files = files;
    this.calendar = calendar;
  }

  static OfflineProject none() {
    return new OfflineProject("", Map.of(), Optional.empty());
  }

  /// @param text `FILE`, or `FILE#NAME` where it holds several calendars
  static OfflineProject read(String text, Environment environment) {
    int mark = text.lastIndexOf('#');
    var path = mark < 0 ? text : text.substring(0, mark);
    var files = files(path, environment.resolve(path).toAbsolutePath());
    if (mark >= 0) return new OfflineProject(path, files, Optional.of(text.substring(mark + 1)));
    var names = project(files, path).calendars().names();
    if (names.size() == 1) return new OfflineProject(path, files, Optional.of(names.getFirst()));
    throw new CommandFailed(
        ExitCode.REFUSED,
        "%s holds %d calendars; expected one".formatted(path, names.size()),
        names.isEmpty()
            ? "a calendar is a document of kind: calendar"
            : "say which of %s: %s#%s".formatted(String.join(", ", names), path, names.getFirst()));
  }

  private static Map<String, byte[]> files(String name, Path file) {
    var files = new TreeMap<String, byte[]>();
    var folder = Optional.ofNullable(file.getParent()).orElseThrow();
    try (var found = Files.find(folder, DEPTH, (each, _) -> each.toString().endsWith(".ics"))) {
      files.put(CALENDARS, Files.readAllBytes(file));
      for (var each : found.toList()) {
        files.put(folder.relativize(each).toString(), Files.readAllBytes(each));
      }
      return files;
    } catch (IOException unreadable) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "cannot read the calendar file %s: %s".formatted(name, unreadable.getMessage()));
    }
  }

  Schedule schedule(ScheduleOptions options) {
    var all = new TreeMap<>(files);
    all.put(SCHEDULE, options.document(calendar).getBytes(UTF_8));
    return project(all, calendars).workflows().all().getFirst().schedules().getFirst();
  }

  private static Project project(Map<String, byte[]> files, String calendars) {
    var all = new TreeMap<>(files);
    all.put(ProjectReader.MAIN_FILE, "{kind: project, name: offline}".getBytes(UTF_8));
    var reading = ProjectReader.read(new ProjectFiles(all));
    return reading.project().orElseThrow(() -> refused(reading.problems(), calendars));
  }

  private static CommandFailed refused(List<Problem> problems, String calendars) {
    var told = problems.stream().map(each -> told(each, calendars)).toList();
    return new CommandFailed(
        ExitCode.REFUSED, told.getFirst(), told.subList(1, told.size()).toArray(String[]::new));
  }

  private static String told(Problem problem, String calendars) {
    var hint = problem.hint().isEmpty() ? "" : " (%s)".formatted(problem.hint());
    if (problem.file().equals(SCHEDULE)) return problem.message() + hint;
    var file = problem.file().equals(CALENDARS) ? calendars : problem.file();
    return "%s:%d:%d: %s%s"
        .formatted(file, problem.line(), problem.column(), problem.message(), hint);
  }
}
