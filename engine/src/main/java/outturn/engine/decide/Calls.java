package outturn.engine.decide;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Inputs;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Run;
import outturn.engine.run.RunOutputs;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// How an attempt of a `call` task makes a child run, and hears of its end.
final class Calls {
  /// A workflow that calls itself, by whatever detour, fails here.
  static final int DEEPEST = 10;

  private final Batch batch;

  Calls(Batch batch) {
    this.batch = batch;
  }

  /// Begins the child of the attempt that has just begun.
  void begin(Run run, TaskRun task, int item, Action.Call call) {
    if (depth(run) >= DEEPEST) {
      throw new EvaluationFailed("calls are nested more than %d deep".formatted(DEEPEST));
    }
    var inputs = inputs(run, task, item, call);
    var origin = new Origin.Parent(Attempts.id(run, task, item));
    var child = batch.world.ids().next(run.id().partition(), batch.now);
    var order =
        new Order(
            call.workflow(),
            inputs,
            run.order().businessDate(),
            run.order().due(),
            origin,
            terms(run, task));
    batch.runs.begin(child, run.version(), order);
    var timeout = task.task().rules().timeout();
    timeout.ifPresent(length ->
        batch.attempts.set(
            Attempts.timer(Timer.Kind.TIMEOUT, run, task, item), batch.now.plus(length)));
  }

  /// What a person said of the caller's priority counts for the child too, and then what the task
  /// says.
  private static Order.Terms terms(Run run, TaskRun task) {
    var priority = run.ownPriority().or(() -> task.task().rules().priority());
    return priority.map(Order.Terms.NONE::priority).orElse(Order.Terms.NONE);
  }

  private int depth(Run run) {
    int depth = 0;
    for (Run up = run;
        up != null && up.order().origin() instanceof Origin.Parent(var attempt);
        up = batch.world.runs().get(attempt.run())) {
      depth++;
    }
    return depth;
  }

  private static Map<String, Object> inputs(Run run, TaskRun task, int item, Action.Call call) {
    var workflow =
        run.version()
            .workflow(call.workflow())
            .orElseThrow(() -> new EvaluationFailed("no workflow '%s'".formatted(call.workflow())));
    var scope = run.scope(task, item);
    var given = new HashMap<String, Object>();
    call.inputs().forEach((name, template) -> given.put(name, template.render(scope)));
    return switch (Inputs.of(workflow, given)) {
      case Inputs.Refused(var problems) -> throw new EvaluationFailed(String.join("; ", problems));
      case Inputs.Complete(var inputs) -> inputs;
    };
  }

  /// The call has run for its timeout: the attempt fails at once, the child ends when it can.
  void tooLong(Run run, TaskRun task, int item) {
    var timeout = task.task().rules().timeout().orElseThrow();
    var attempt = Attempts.id(run, task, item);
    var failure = Failure.of(FailureKind.TIMEOUT, "ran longer than its timeout of " + timeout);
    batch.attempts.over(run, task, item, new Event.Report.Failed(failure));
    cancelChild(attempt, "timeout of " + task.name());
  }

  void cancelChild(AttemptId attempt, String by) {
    var child = batch.world.children().get(attempt);
    if (child != null) batch.runs.cancel(batch.world.live(child), by);
  }

  /// The run that an attempt waits for.
  Optional<Run> child(AttemptId attempt) {
    return Optional.ofNullable(batch.world.children().get(attempt)).map(batch.world::live);
  }

  void childEnded(AttemptId parent, Run child) {
    var run = batch.world.runs().get(parent.run());
    if (run == null) return;
    var task = run.task(parent.task());
    var unit = task.unit(parent.item());
    if (!(unit.state() instanceof UnitState.Running(var attempt, _)) || attempt != parent.attempt())
      return;
    if (task.task().rules().timeout().isPresent()) {
      var timer = Attempts.timer(Timer.Kind.TIMEOUT, run, task, parent.item());
      batch.change(new Change.TimerCleared(timer));
    }
    batch.attempts.over(run, task, parent.item(), report(run, task, child));
  }

  private static Event.Report report(Run parent, TaskRun task, Run child) {
    return switch (child.state()) {
      case SUCCEEDED -> given(task, child);
      case CANCELLED, FAILED, WAITING, RUNNING -> {
        if (!parent.wants(task)) yield new Event.Report.Cancelled();
        var message = "the called run %s ended as %s".formatted(child.id(), child.state().word());
        yield new Event.Report.Failed(Failure.of(FailureKind.ANSWER, message));
      }
    };
  }

  private static Event.Report given(TaskRun task, Run child) {
    try {
      return new Event.Report.Succeeded(RunOutputs.forCaller(child, task.task()));
    } catch (EvaluationFailed failed) {
      var message = "the outputs of the called run %s: %s".formatted(child.id(), failed.reason());
      return new Event.Report.Failed(Failure.of(FailureKind.OUTPUT, message));
    }
  }
}
