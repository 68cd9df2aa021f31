package outturn.http.project;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.project.ProjectSchema;
import outturn.definition.text.Problem;
import outturn.http.json.JsonObject;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;
import outturn.runtime.project.Projects;
import outturn.runtime.project.Projects.Outcome;
import outturn.runtime.project.Projects.Planned;
import outturn.store.project.Applied;
import outturn.store.project.ProjectReader;
import outturn.store.project.ProjectVersion;
import outturn.store.project.Prune;

/// Projects: what is in force, what would change, and the change itself.
public final class ProjectRoutes {
  private final Projects projects;
  private final ProjectReader reader;
  private final InForce inForce;

  public ProjectRoutes(Projects projects, ProjectReader reader, InForce inForce) {
    this.projects = projects;
    this.reader = reader;
    this.inForce = inForce;
  }

  private record Line(
      String name,
      int number,
      Instant applied,
      String appliedBy,
      long workflows,
      long measures,
      long outcomes) {}

  /// The JSON Schema of documents, as `outturn schema` prints it.
  public static Answer schema(Call call) {
    call.allow();
    return Answer.text("application/json", ProjectSchema.json());
  }

  public Answer list(Call call) {
    call.allow("limit", "after");
    return Answer.json(Page.of(reader.projects(), ProjectVersion::project, call).map(this::line));
  }

  private Line line(ProjectVersion version) {
    return new Line(
        version.project(),
        version.number(),
        version.applied(),
        version.by(),
        count(inForce.workflows(), version.project()),
        count(inForce.measures(), version.project()),
        count(inForce.outcomes(), version.project()));
  }

  private static long count(Iterable<? extends InForce.Entry<?>> entries, String project) {
    long count = 0;
    for (var entry : entries) {
      if (entry.project().equals(project)) count++;
    }
    return count;
  }

  public Answer plan(Call call) {
    var wish = call.allow().json("files");
    return switch (projects.plan(call.path("name"), files(wish))) {
      case Planned.Difference difference -> Answer.json(PlanJson.planned(difference));
      case Planned refused -> refusal(call.path("name"), refused);
    };
  }

  public Answer apply(Call call) {
    var wish = call.allow().json("files", "base", "prune", "amend", "reason");
    var name = call.path("name");
    var prune = wish.isTrue("prune") ? Prune.REMOVE : Prune.KEEP;
    var amend = wish.find("amend").map(String::strip);
    if (amend.filter(String::isEmpty).isPresent()) {
      return outturn.http.problem.Problem.of(
              Code.INVALID_INPUT, "'amend' is why a locked analysis plan is changed: a sentence")
          .answer();
    }
    if (call.caller().session() != 0) {
      repository(name)
          .ifPresent(where -> {
            throw keptElsewhere(name, where).refused();
          });
    }
    var files = files(wish);
    var by = new Projects.By(call.user(), wish.find("reason").map(String::strip).orElse(""));
    return switch (projects.apply(name, files, wish.whole("base"), prune, amend, by)) {
      case Outcome.Refused(var why) -> refusal(name, why);
      case Outcome.Locked(var broken) -> locked(broken);
      case Outcome.Done(var applied, var before) -> applied(applied, before);
    };
  }

  private Optional<String> repository(String project) {
    return reader
        .current(project)
        .flatMap(version -> inForce.project(version.id()).about().repository());
  }

  private static outturn.http.problem.Problem keptElsewhere(String project, String where) {
    return outturn.http.problem.Problem.of(
        Code.NOT_ALLOWED,
        "the files of project '%s' are kept at %s: change them there, and put them in force with outturn apply"
            .formatted(project, where));
  }

  private static Answer locked(List<PlanLocks.Broken> broken) {
    var names = String.join(", ", broken.stream().map(PlanLocks.Broken::outcome).toList());
    return outturn.http.problem.Problem.of(
            Code.LOCKED,
            "this changes what is locked of the analysis of %s: say why in 'amend', or leave it as it was"
                .formatted(names))
        .with("locked", broken.stream().map(PlanJson::broken).toList())
        .answer();
  }

  private static Answer applied(Applied applied, Planned.Difference before) {
    return switch (applied) {
      case Applied.Made(var version, _) -> Answer.json(PlanJson.applied(before, version));
      case Applied.Unchanged(var version) -> Answer.json(PlanJson.applied(before, version));
      case Applied.Moved(var number) ->
          outturn.http.problem.Problem.of(
                  Code.MOVED,
                  "project '%s' is at number %d now, and the plan was made for %d: plan again"
                      .formatted(before.project().name(), number, before.base()))
              .with("current", number)
              .answer();
      case Applied.Taken(var names) ->
          outturn.http.problem.Problem.of(
                  Code.NAME_TAKEN,
                  "other projects have these names: "
                      + String.join(
                          ", ",
                          names.stream()
                              .map(each -> "%s (of %s)".formatted(each.name(), each.project()))
                              .toList()))
              .answer();
    };
  }

  private record Fault(
      String file, int line, int column, String code, String message, String hint) {}

  private static Answer refusal(String name, Planned why) {
    return switch (why) {
      case Planned.Invalid(var problems) ->
          outturn.http.problem.Problem.of(
                  Code.INVALID_DEFINITION,
                  problems.size() == 1
                      ? "the project has a problem"
                      : "the project has %d problems".formatted(problems.size()))
              .with("errors", problems.stream().map(ProjectRoutes::fault).toList())
              .answer();
      case Planned.OtherProject(var other) ->
          outturn.http.problem.Problem.of(
                  Code.BAD_REQUEST,
                  "the files are those of project '%s', and the path names '%s'"
                      .formatted(other, name))
              .answer();
      case Planned.Difference _ -> throw new IllegalStateException("nothing was refused");
    };
  }

  private static Fault fault(Problem problem) {
    return new Fault(
        problem.file(),
        problem.line(),
        problem.column(),
        problem.code(),
        problem.message(),
        problem.hint());
  }

  private static Map<String, byte[]> files(JsonObject wish) {
    var files = new HashMap<String, byte[]>();
    wish.texts("files")
        .forEach((path, text) -> {
          try {
            files.put(path, Base64.getDecoder().decode(text));
          } catch (IllegalArgumentException notBase64) {
            throw outturn.http.problem.Problem.of(
                    Code.BAD_REQUEST, "'files.%s' is not base64".formatted(path))
                .refused();
          }
        });
    return files;
  }
}
