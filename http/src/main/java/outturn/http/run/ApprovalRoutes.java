package outturn.http.run;

import java.util.Map;
import java.util.Optional;
import outturn.definition.flow.ApprovalTerms;
import outturn.definition.workflow.Action;
import outturn.engine.decide.Event;
import outturn.engine.reason.TaskState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;
import outturn.runtime.run.RunCommands;
import outturn.store.identity.Role;
import outturn.store.run.RunReader;

/// What people say to tasks that ask for approval.
public final class ApprovalRoutes {
  private final RunReader runs;
  private final RunCommands commands;
  private final RunLook look;
  private final RunSummary summary;
  private final InForce inForce;

  public ApprovalRoutes(
      RunReader runs, RunCommands commands, RunLook look, RunSummary summary, InForce inForce) {
    this.runs = runs;
    this.commands = commands;
    this.look = look;
    this.summary = summary;
    this.inForce = inForce;
  }

  public Answer approve(Call call) {
    return answer(call, Event.Answer.APPROVE);
  }

  public Answer reject(Call call) {
    return answer(call, Event.Answer.REJECT);
  }

  private Answer answer(Call call, Event.Answer answer) {
    call.allow();
    var body = call.body();
    Optional<String> comment =
        body.length == 0 ? Optional.empty() : JsonObject.read(body, "comment").find("comment");
    var id = call.run();
    var seen = look.at(id).orElseThrow(() -> RunRoutes.unknown(runs, id));
    var name = call.path("task");
    TaskJson.require(seen.run(), name);
    var task = seen.run().task(name);
    if (!(task.task().action() instanceof Action.Approval(var terms))) {
      throw Problem.of(Code.NOT_WAITING, "task '%s' asks nobody for approval".formatted(name))
          .refused();
    }
    requireOneOf(call, terms, seen);
    if (said(task, answer)) return accepted(seen);
    if (!(task.state() instanceof UnitState.Running)) {
      throw Problem.of(
              Code.NOT_WAITING,
              "task '%s' does not wait for approval: it is %s"
                  .formatted(name, TaskState.of(seen.run(), task, seen.at()).word()))
          .refused();
    }
    commands.answer(new Event.Answered(id, name, answer, call.user(), comment));
    return accepted(seen);
  }

  private Answer accepted(RunLook.Seen seen) {
    return Answer.json(202, summary.of(seen.rows().run()), Map.of());
  }

  /// Whether somebody has given this answer already: to give it again changes nothing.
  private static boolean said(TaskRun task, Event.Answer answer) {
    return switch (task.state()) {
      case UnitState.Succeeded(var outputs) ->
          answer == Event.Answer.APPROVE
              && !"".equals(outputs.getOrDefault(ApprovalTerms.APPROVED_BY, ""));
      case UnitState.Failed(var failure) ->
          answer == Event.Answer.REJECT && failure.message().startsWith("rejected by ");
      case UnitState.Waiting _,
          UnitState.Ready _,
          UnitState.Running _,
          UnitState.Delayed _,
          UnitState.Asking _,
          UnitState.Fanned _,
          UnitState.Skipped _,
          UnitState.Cancelled _ ->
          false;
    };
  }

  /// Refuses who has not the role, or is not of the group, that may approve.
  private void requireOneOf(Call call, ApprovalTerms terms, RunLook.Seen seen) {
    var by = terms.by();
    if (ApprovalTerms.ROLES.contains(by)) {
      var role = call.principal().role();
      if (role.allows(Role.of(by))) return;
      throw Problem.of(
              Code.FORBIDDEN,
              "%s has the role %s here, and this approval needs %s"
                  .formatted(call.user(), role.word(), by))
          .refused();
    }
    var run = seen.run();
    long version =
        inForce
            .workflow(run.workflow().name())
            .map(InForce.Entry::version)
            .orElse(run.version().id());
    var group = inForce.project(version).groups().find(by);
    if (group.map(each -> each.members().contains(call.user())).orElse(false)) return;
    throw Problem.of(
            Code.FORBIDDEN,
            "%s is not a member of the group %s, and this approval is for its members; they stand under members: of that group"
                .formatted(call.user(), by))
        .refused();
  }
}
