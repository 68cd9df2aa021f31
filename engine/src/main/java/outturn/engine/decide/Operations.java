package outturn.engine.decide;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.Mark;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;
import outturn.engine.schedule.Turns;
import outturn.engine.verb.Again;
import outturn.engine.verb.Allowed;
import outturn.engine.verb.Command;
import outturn.engine.verb.Promised;
import outturn.engine.verb.Standing;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;

/// How commands of operators are carried out: checked, done, answered, and kept in the audit trail.
final class Operations {
  private final Batch batch;

  /// Runs that have ended and went on in this batch: the next command finds them in their rows.
  private final Set<RunId> reopened = new HashSet<>();

  Operations(Batch batch) {
    this.batch = batch;
  }

  void operate(Event.Operate event) {
    var verdict = verdict(event);
    if (event.ask() != 0) batch.effect(new Effect.Answer(event.ask(), verdict));
    event
        .key()
        .ifPresent(key ->
            batch.change(new Change.Answered(key, event.command().run(), verdict, batch.now)));
  }

  private Verdict verdict(Event.Operate event) {
    var command = event.command();
    var live = batch.world.run(command.run());
    var run = live.or(() -> event.ended().filter(_ -> !reopened.contains(command.run())));
    if (run.isEmpty()) return new Verdict.Refused("the run has just ended: ask again");
    return Allowed.objection(run.get(), command)
        .or(() -> full(run.get(), command))
        .or(() -> ungoverned(run.get(), command))
        .orElseGet(() -> done(run.get(), command));
  }

  /// Nobody starts more runs of a key than its limit, by whatever verb.
  private Optional<Verdict> full(Run run, Command command) {
    boolean starts = command.verb() instanceof Verb.RunNow && command.task().isEmpty();
    if (!starts || batch.dependencies.has(run)) return Optional.empty();
    return batch
        .world
        .turns()
        .full(run)
        .map(limit ->
            new Verdict.Refused(
                "its workflow lets %d run at once with the same key, and they do: cancel one first"
                    .formatted(limit)));
  }

  /// A task whose turn has come waits for nothing that can be bypassed but policies.
  private Optional<Verdict> ungoverned(Run run, Command command) {
    if (!(command.verb() instanceof Verb.Bypass) || command.task().isEmpty()) {
      return Optional.empty();
    }
    var task = run.task(command.task().get());
    boolean waits = task.state() instanceof UnitState.Waiting;
    return waits || batch.grants.isGoverned(run, task)
        ? Optional.empty()
        : Optional.of(Allowed.waitsForNothing(task));
  }

  private Verdict done(Run run, Command command) {
    var task = command.task().map(run::task);
    var before = standing(run, task);
    carryOut(run, task, command);
    var after = standing(run, task);
    audit(command, before, after);
    return new Verdict.Done(before, after);
  }

  private static String standing(Run run, Optional<TaskRun> task) {
    return task.map(Standing::of).orElseGet(() -> Standing.of(run));
  }

  private void audit(Command command, String before, String after) {
    Map<String, Object> details = new HashMap<>();
    command.task().ifPresent(task -> details.put("task", task));
    if (!command.why().isEmpty()) details.put("why", command.why());
    if (command.verb() instanceof Verb.Rerun(var extent)) details.put("extent", extent.word());
    details.put("before", before);
    details.put("after", after);
    var action = "run " + command.verb().word();
    var act = new Event.Acted(command.who(), action, command.run().toString(), details);
    batch.change(new Change.Audited(act, batch.now));
  }

  private void carryOut(Run run, Optional<TaskRun> task, Command command) {
    switch (command.verb()) {
      case Verb.Hold _ -> hold(run, task, command);
      case Verb.Release _ -> release(run, task);
      case Verb.Cancel _ -> cancel(run, task, command);
      case Verb.Kill _ -> {
        cancel(run, task, command);
        kill(run, task);
      }
      case Verb.Prioritise(var level) -> batch.runs.prioritise(run, level);
      case Verb.RunNow _ ->
          task.ifPresentOrElse(
              each -> batch.interventions.waitNoLonger(run, each), () -> batch.runs.startNow(run));
      case Verb.Bypass _ -> {
        mark(run, task, Mark.Kind.BYPASS, command, List.of());
        task.ifPresentOrElse(each -> bypass(run, each), () -> bypass(run));
      }
      case Verb.Skip _ -> {
        withdraw(run, task.orElseThrow());
        batch.tasks.skip(run, task.orElseThrow(), by("skipped", command));
      }
      case Verb.Rerun(var extent) -> again(run, task, extent, command);
      case Verb.ForceSuccess(var given) -> {
        var only = task.orElseThrow();
        var outputs = Promised.fitted(only.task(), given);
        beforeForced(run, only, command);
        batch.tasks.succeed(run, only, outputs, by("forced", command));
      }
      case Verb.ForceFailure _ -> {
        beforeForced(run, task.orElseThrow(), command);
        var failure = Failure.of(FailureKind.FORCED, by("forced", command));
        batch.tasks.fail(run, task.orElseThrow(), failure);
      }
    }
  }

  private void bypass(Run run) {
    run.bypass();
    batch.dependencies.bypassed(run);
  }

  /// It waits neither for what it needs nor for policies.
  private void bypass(Run run, TaskRun task) {
    Interventions.units(task, item -> batch.interventions.withdraw(run, task, item));
    task.bypass();
    batch.grants.holdAgain(run, task);
    Interventions.units(task, item -> batch.interventions.goOn(run, task, item));
    batch.afterwards(later -> later.tasks.considerAll(run));
  }

  /// What the task came to is history, what it waits for is over.
  private void beforeForced(Run run, TaskRun task, Command command) {
    if (task.state().ended()) again(run, Optional.of(task), Verb.Extent.THIS, command);
    else withdraw(run, task);
  }

  private static String by(String what, Command command) {
    var why = command.why().isEmpty() ? "" : ": " + command.why();
    return "%s by %s%s".formatted(what, command.who(), why);
  }

  private void mark(
      Run run, Optional<TaskRun> task, Mark.Kind kind, Command command, List<Integer> history) {
    var by = new Mark.By(command.who(), command.why(), batch.now);
    batch.change(
        new Change.MarkSet(new Mark(run.id(), task.map(TaskRun::name), kind, by, history)));
  }

  private void hold(Run run, Optional<TaskRun> task, Command command) {
    var by = new Mark.By(command.who(), command.why(), batch.now);
    mark(run, task, Mark.Kind.HOLD, command, List.of());
    task.ifPresentOrElse(each -> each.hold(by), () -> run.hold(by));
    if (run.state() == RunState.WAITING && task.isEmpty() && !batch.dependencies.has(run)) {
      batch.world.turns().left(run);
      takeTurns(run);
    }
    for (var each : task.map(List::of).orElseGet(run::tasks)) {
      Interventions.units(each, item -> batch.interventions.withdraw(run, each, item));
    }
    batch.effect(new Effect.Changed(run.id(), run.state()));
  }

  /// Others may go on, or this one.
  private void takeTurns(Run run) {
    for (var group : Turns.groupsOf(run)) {
      batch.afterwards(later -> later.runs.takeTurns(group));
    }
  }

  private void release(Run run, Optional<TaskRun> task) {
    batch.change(new Change.MarkCleared(run.id(), task.map(TaskRun::name), Mark.Kind.HOLD));
    task.ifPresentOrElse(TaskRun::release, run::release);
    if (run.state().ended()) return;
    batch.effect(new Effect.Changed(run.id(), run.state()));
    if (run.state() == RunState.WAITING) {
      if (task.isEmpty()) waitsOn(run);
      return;
    }
    for (var each : task.map(List::of).orElseGet(run::tasks)) {
      Interventions.units(each, item -> batch.interventions.goOn(run, each, item));
    }
    batch.afterwards(later -> later.tasks.considerAll(run));
  }

  private void waitsOn(Run run) {
    if (batch.dependencies.has(run)) {
      batch.dependencies.released(run);
    } else {
      batch.world.turns().queued(run);
      takeTurns(run);
    }
  }

  private void cancel(Run run, Optional<TaskRun> task, Command command) {
    if (task.isEmpty()) {
      batch.runs.cancel(run, command.who());
      return;
    }
    var only = task.get();
    if (!run.wants(only)) return;
    only.askToCancel();
    mark(run, task, Mark.Kind.CANCEL, command, List.of());
    batch.tasks.cancelAlone(run, only);
  }

  private void kill(Run run, Optional<TaskRun> task) {
    task.ifPresentOrElse(
        only -> batch.interventions.kill(run, only), () -> batch.interventions.killAll(run));
  }

  /// What waits in a unit is over: its claim, its timer.
  private void withdraw(Run run, TaskRun task) {
    Interventions.units(task, item -> batch.interventions.withdraw(run, task, item));
    batch.interventions.retryNoMore(run, task);
  }

  /// Makes what was done of some tasks history: they are done again, and a run that has ended goes
  /// on.
  private void again(Run run, Optional<TaskRun> task, Verb.Extent extent, Command command) {
    var places = Again.of(run, task, extent);
    if (run.state().ended()) {
      reopened.add(run.id());
      batch.runs.reopen(run);
    }
    for (int place : places) {
      var each = run.task(place);
      if (each.state() instanceof UnitState.Waiting) continue;
      boolean wasEnded = each.state().ended();
      forget(run, each);
      if (extent == Verb.Extent.FAILED && keepsItsList(run, each, places)) {
        batch.tasks.failedItemsAgain(run, each);
      } else {
        each.again();
      }
      batch.grants.holdAgain(run, each);
      if (wasEnded) run.taskAgain();
      mark(run, Optional.of(each), Mark.Kind.AGAIN, command, each.since());
    }
    batch.afterwards(later -> later.tasks.considerAll(run));
  }

  /// Whether the list of a `forEach` task is known, and nothing that it comes from is done again.
  private static boolean keepsItsList(Run run, TaskRun task, Set<Integer> again) {
    return !task.items().isEmpty()
        && task.task().needs().stream()
            .noneMatch(need -> again.contains(run.task(need.task()).place()));
  }

  /// What was said of a task for the time that is history, and the frame of one whose items ask.
  private void forget(Run run, TaskRun task) {
    var name = Optional.of(task.name());
    if (task.cancelAsked()) {
      batch.change(new Change.MarkCleared(run.id(), name, Mark.Kind.CANCEL));
    }
    if (task.bypassed()) {
      batch.change(new Change.MarkCleared(run.id(), name, Mark.Kind.BYPASS));
    }
    if (task.state() instanceof UnitState.Fanned) batch.tasks.closeFrame(run, task);
  }
}
