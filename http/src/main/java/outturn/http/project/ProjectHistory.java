package outturn.http.project;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.project.Kind;
import outturn.definition.text.Nearest;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectVersion;

/// The files of projects as they were applied, and the versions that they had.
public final class ProjectHistory {
  private static final int MOST_VERSIONS = 100;

  private final ProjectReader reader;
  private final InForce inForce;

  public ProjectHistory(ProjectReader reader, InForce inForce) {
    this.reader = reader;
    this.inForce = inForce;
  }

  private record Line(int number, Instant applied, String appliedBy) {
    static Line of(ProjectVersion version) {
      return new Line(version.number(), version.applied(), version.by());
    }
  }

  /// @param file where it is written; nothing for a workflow that is made for a measure
  private record OfWorkflow(String project, Optional<String> file, List<Line> items) {}

  /// @param current the number in force
  /// @param repository where the files of that are kept under version control
  /// @param files contents in base64
  private record Files(
      String project,
      int number,
      int current,
      Optional<String> repository,
      Instant applied,
      String appliedBy,
      Map<String, String> files) {}

  public Answer versions(Call call) {
    call.allow("limit", "after");
    var project = current(call.path("name")).project();
    // The cursor of a page goes up, and versions are told newest first.
    var all = reader.history(project);
    return Answer.json(
        Page.of(all, each -> "%010d".formatted(Integer.MAX_VALUE - each.number()), call)
            .map(Line::of));
  }

  /// The versions of its project in which the file of a workflow changed; those of the project, if
  /// it has no file of its own.
  public Answer ofWorkflow(Call call) {
    call.allow();
    var name = call.path("name");
    var entry =
        inForce
            .workflow(name)
            .orElseThrow(() -> {
              var near = Nearest.hint(name, InForce.names(inForce.workflows()));
              return Problem.of(Code.NOT_FOUND, "no workflow '%s'; %s".formatted(name, near))
                  .refused();
            });
    var file =
        inForce.project(entry.version()).documents().stream()
            .filter(each -> each.kind() == Kind.WORKFLOW && each.name().equals(name))
            .map(each -> each.position().file())
            .findFirst();
    var versions =
        file.map(path -> reader.history(entry.project(), path, MOST_VERSIONS))
            .orElseGet(
                () -> reader.history(entry.project()).stream().limit(MOST_VERSIONS).toList());
    return Answer.json(
        new OfWorkflow(entry.project(), file, versions.stream().map(Line::of).toList()));
  }

  public Answer files(Call call) {
    call.allow("number", "path");
    var current = current(call.path("name"));
    var project = current.project();
    var version =
        call.whole("number", 1, Integer.MAX_VALUE)
            .map(number ->
                reader
                    .version(project, number)
                    .orElseThrow(() ->
                        missing(
                            "project '%s' has no version %d; the newest is %d"
                                .formatted(project, number, current.number()))))
            .orElse(current);
    var wanted = call.query("path");
    var files = new TreeMap<String, String>();
    reader
        .files(version.id())
        .forEach((path, bytes) -> {
          if (wanted.isEmpty() || wanted.get().equals(path)) {
            files.put(path, Base64.getEncoder().encodeToString(bytes));
          }
        });
    return Answer.json(
        new Files(
            project,
            version.number(),
            current.number(),
            inForce.project(current.id()).about().repository(),
            version.applied(),
            version.by(),
            files));
  }

  private ProjectVersion current(String name) {
    return reader
        .current(name)
        .orElseThrow(() -> {
          var names = reader.projects().stream().map(ProjectVersion::project).toList();
          return missing("no project '%s'; %s".formatted(name, Nearest.hint(name, names)));
        });
  }

  private static RuntimeException missing(String detail) {
    return Problem.of(Code.NOT_FOUND, detail).refused();
  }
}
