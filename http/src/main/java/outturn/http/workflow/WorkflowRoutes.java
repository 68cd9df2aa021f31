package outturn.http.workflow;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.schedule.Schedule;
import outturn.definition.text.Nearest;
import outturn.definition.workflow.Input;
import outturn.definition.workflow.Task;
import outturn.engine.run.RunId;
import outturn.http.json.JsonObject;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.hold.Hold;
import outturn.runtime.project.InForce;
import outturn.runtime.project.Schedules;
import outturn.store.project.SchedulePauses;
import outturn.store.run.Occurrence;
import outturn.store.run.OccurrenceReader;
import outturn.store.run.RunReader;

/// Workflows in force.
public final class WorkflowRoutes {
  private static final int LAST_OCCURRENCES = 20;

  private final InForce inForce;
  private final RunReader runs;
  private final OccurrenceReader occurrences;
  private final Schedules schedules;
  private final Hold hold;
  private final InstantSource clock;

  public WorkflowRoutes(
      InForce inForce,
      RunReader runs,
      OccurrenceReader occurrences,
      Schedules schedules,
      Hold hold,
      InstantSource clock) {
    this.inForce = inForce;
    this.runs = runs;
    this.occurrences = occurrences;
    this.schedules = schedules;
    this.hold = hold;
    this.clock = clock;
  }

  private record TaskLine(String name, String does, List<String> needs, String section) {}

  private record Happened(
      String schedule,
      Instant due,
      Optional<Instant> until,
      LocalDate businessDate,
      String state,
      Optional<String> run,
      Optional<String> reason) {}

  public Answer list(Call call) {
    call.allow("service", "project", "limit", "after");
    var project = call.query("project");
    var service = call.query("service");
    var all =
        inForce.workflows().stream()
            .filter(entry -> project.map(entry.project()::equals).orElse(true))
            .filter(entry -> service.isEmpty() || entry.value().about().service().equals(service))
            .toList();
    var page = Page.of(all, InForce.Entry::name, call);
    return Answer.json(page.map(lines(InForce.names(page.items()))::of));
  }

  private WorkflowLines lines(List<String> names) {
    return new WorkflowLines(names, runs, inForce, schedules, hold, clock.instant());
  }

  public Answer show(Call call) {
    call.allow();
    var name = call.path("name");
    var entry = inForce.sought(name).orElseThrow(() -> unknown(name));
    var json = lines(List.of(name)).of(entry);
    json.put("inputs", entry.value().inputs().stream().map(WorkflowRoutes::input).toList());
    json.put("tasks", entry.value().graph().tasks().stream().map(WorkflowRoutes::task).toList());
    json.put("triggers", entry.value().starts().triggers().stream().map(StartJson::of).toList());
    json.put("dependsOn", entry.value().starts().dependsOn().stream().map(StartJson::of).toList());
    json.put(
        "occurrences",
        occurrences.of(name, Optional.empty(), LAST_OCCURRENCES).stream()
            .map(WorkflowRoutes::happened)
            .toList());
    return Answer.json(json);
  }

  public Answer pause(Call call) {
    return answer(
        call, schedules.pause(call.path("name"), call.path("schedule"), call.user(), why(call)));
  }

  public Answer resume(Call call) {
    return answer(
        call, schedules.resume(call.path("name"), call.path("schedule"), call.user(), why(call)));
  }

  private static String why(Call call) {
    var body = call.allow().body();
    return body.length == 0 ? "" : JsonObject.read(body, "reason").find("reason").orElse("");
  }

  private Answer answer(Call call, SchedulePauses.Result result) {
    var name = call.path("name");
    return switch (result) {
      case DONE, UNCHANGED -> Answer.json(Map.of("result", result.name().toLowerCase(Locale.ROOT)));
      case UNKNOWN -> {
        var workflow = inForce.sought(name).orElseThrow(() -> unknown(name)).value();
        var names = workflow.schedules().stream().map(Schedule::name).toList();
        throw Problem.of(
                Code.NOT_FOUND,
                "workflow '%s' has no schedule '%s'; %s"
                    .formatted(
                        name, call.path("schedule"), Nearest.hint(call.path("schedule"), names)))
            .refused();
      }
    };
  }

  private RuntimeException unknown(String name) {
    var near = Nearest.hint(name, InForce.names(inForce.workflows()));
    return Problem.of(Code.NOT_FOUND, "no workflow '%s'; %s".formatted(name, near)).refused();
  }

  private static Map<String, @Nullable Object> input(Input input) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", input.name());
    json.put("type", input.type().word());
    json.put("default", input.fallback().orElse(null));
    json.put("choices", input.choices());
    json.put("title", input.title());
    return json;
  }

  private static TaskLine task(Task task) {
    var needs = task.needs().stream().map(Task.Need::task).toList();
    return new TaskLine(
        task.name(), Does.word(task.action()), needs, task.conduct().section().word());
  }

  private static Happened happened(Occurrence occurrence) {
    return new Happened(
        occurrence.schedule(),
        occurrence.at().due(),
        occurrence.until(),
        occurrence.businessDate(),
        occurrence.fate().name().toLowerCase(Locale.ROOT),
        occurrence.run().map(RunId::toString),
        Optional.of(occurrence.reason()).filter(reason -> !reason.isEmpty()));
  }
}
