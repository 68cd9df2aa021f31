package outturn.engine.decide;

import java.util.LinkedHashMap;
import java.util.Map;
import outturn.definition.flow.ApprovalTerms;
import outturn.definition.text.Durations;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// How an attempt of an `approval` task waits for a person, and hears of the answer.
final class Approvals {
  private final Batch batch;

  Approvals(Batch batch) {
    this.batch = batch;
  }

  void begin(Run run, TaskRun task, ApprovalTerms terms) {
    var timer = Attempts.timer(Timer.Kind.WAIT, run, task, 0);
    terms.within().ifPresent(length -> batch.attempts.set(timer, batch.now.plus(length)));
  }

  /// Nobody answered in time.
  void tooLate(Run run, TaskRun task, ApprovalTerms terms) {
    var within = Durations.text(terms.within().orElseThrow());
    var why = "nobody of %s approved within %s".formatted(terms.by(), within);
    switch (terms.otherwise()) {
      case FAIL -> batch.attempts.over(run, task, 0, new Event.Report.Failed(unmet(why)));
      case APPROVE -> batch.attempts.over(run, task, 0, approved("", why));
      case SKIP -> batch.attempts.skip(run, task, why);
    }
  }

  /// An answer that comes when nobody waits for it, or for the second time, counts for nothing.
  void answered(Event.Answered event) {
    var run = batch.world.runs().get(event.run());
    if (run == null || !run.workflow().graph().has(event.task())) return;
    var task = run.task(event.task());
    boolean waits =
        task.task().action() instanceof Action.Approval
            && task.state() instanceof UnitState.Running;
    if (!waits || !run.wants(task)) return;
    batch.change(new Change.TimerCleared(Attempts.timer(Timer.Kind.WAIT, run, task, 0)));
    batch.change(new Change.Audited(act(event), batch.now));
    var comment = event.comment().orElse("");
    var report =
        switch (event.answer()) {
          case APPROVE -> approved(event.by(), comment);
          case REJECT ->
              new Event.Report.Failed(
                  unmet(
                      "rejected by %s%s"
                          .formatted(event.by(), comment.isEmpty() ? "" : ": " + comment)));
        };
    batch.attempts.over(run, task, 0, report);
  }

  private static Event.Acted act(Event.Answered event) {
    var details = new LinkedHashMap<String, Object>();
    details.put("before", "waiting for approval");
    details.put("after", event.answer() == Event.Answer.APPROVE ? "approved" : "rejected");
    event.comment().ifPresent(comment -> details.put("comment", comment));
    return new Event.Acted(
        event.by(),
        "run " + event.answer().word(),
        "%s/%s".formatted(event.run(), event.task()),
        details);
  }

  private static Event.Report approved(String by, String comment) {
    return new Event.Report.Succeeded(
        Map.of(ApprovalTerms.APPROVED_BY, by, ApprovalTerms.COMMENT, comment));
  }

  private static Failure unmet(String why) {
    return Failure.of(FailureKind.UNMET, why);
  }
}
