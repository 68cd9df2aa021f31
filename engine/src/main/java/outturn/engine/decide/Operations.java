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
        .orElseGet(() -> done(run.get(), command, live.isEmpty()));
  }

  /// Nobody starts more runs of a key than its limit, by whatever verb.
  private Optional<Verdict> full(Run run, Command command) {
    boolean starts = command.verb() instanceof Verb.RunNow && command.task().isEmpty();
    if (!starts) return Optional.empty();
    return batch
        .world
        .turns()
        .full(run)
        .map(limit ->
            new Verdict.Refused(
                "its workflow lets %d run at once with the same key, and they do: cancel one first"
                    .formatted(limit)));
  }

  private Verdict done(Run run, Command command, boolean ended) {
    var task = command.task().map(run::task);
    var before = standing(run, task);
    if (ended && !(command.verb() instanceof Verb.Release)) {
      reopened.add(run.id());
      carryOutAgain(run, command);
    } else {
      carryOut(run, task, command);
    }
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

  /// A run that has ended goes on; what of it is done again is said by the verb.
  private void carryOutAgain(Run run, Command command) {
    var task = command.task().map(run::task);
    var extent = command.verb() instanceof Verb.Rerun(var wanted) ? wanted : Verb.Extent.THIS;
    var places = Again.of(run, task, extent);
    batch.runs.reopen(run);
    again(run, places, extent);
    task.ifPresent(each -> force(run, each, command));
    batch.afterwards(later -> later.tasks.considerAll(run));
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
      case Verb.RunNow _ -> task.ifPresentOrElse(each -> runNow(run, each), () -> startNow(run));
      case Verb.Bypass _ -> {
        var only = task.orElseThrow();
        only.bypass();
        mark(run, task, Mark.Kind.BYPASS, command, List.of());
        batch.afterwards(later -> later.tasks.considerAll(run));
      }
      case Verb.Skip _ -> {
        withdraw(run, task.orElseThrow());
        batch.tasks.skip(run, task.orElseThrow(), by("skipped", command));
      }
      case Verb.Rerun(var extent) -> {
        again(run, Again.of(run, task, extent), extent);
        batch.afterwards(later -> later.tasks.considerAll(run));
      }
      case Verb.ForceSuccess _, Verb.ForceFailure _ -> {
        var only = task.orElseThrow();
        if (only.state().ended()) {
          again(run, Again.of(run, task, Verb.Extent.THIS), Verb.Extent.THIS);
        } else {
          withdraw(run, only);
        }
        force(run, only, command);
      }
    }
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
    if (run.state() == RunState.WAITING && task.isEmpty()) {
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
      if (task.isPresent()) return;
      batch.world.turns().queued(run);
      takeTurns(run);
      return;
    }
    for (var each : task.map(List::of).orElseGet(run::tasks)) {
      Interventions.units(each, item -> batch.interventions.goOn(run, each, item));
    }
    batch.afterwards(later -> later.tasks.considerAll(run));
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

  private void startNow(Run run) {
    batch.runs.startNow(run);
  }

  private void runNow(Run run, TaskRun task) {
    batch.interventions.waitNoLonger(run, task);
  }

  /// What waits in a unit is over: its claim, its timer.
  private void withdraw(Run run, TaskRun task) {
    Interventions.units(task, item -> batch.interventions.withdraw(run, task, item));
    batch.interventions.retryNoMore(run, task);
  }

  private void force(Run run, TaskRun task, Command command) {
    switch (command.verb()) {
      case Verb.ForceSuccess(var given) ->
          batch.tasks.succeed(
              run, task, Promised.fitted(task.task(), given), by("forced", command));
      case Verb.ForceFailure _ ->
          batch.tasks.fail(run, task, Failure.of(FailureKind.FORCED, by("forced", command)));
      case Verb.Hold _,
          Verb.Release _,
          Verb.Skip _,
          Verb.Rerun _,
          Verb.Cancel _,
          Verb.Kill _,
          Verb.RunNow _,
          Verb.Bypass _,
          Verb.Prioritise _ -> {}
    }
  }

  /// Makes what was done of these tasks history.
  private void again(Run run, Set<Integer> places, Verb.Extent extent) {
    for (int place : places) {
      var task = run.task(place);
      boolean onlyItems =
          extent == Verb.Extent.FAILED
              && !task.items().isEmpty()
              && task.task().needs().stream()
                  .noneMatch(need -> places.contains(run.task(need.task()).place()));
      if (task.state() instanceof UnitState.Waiting) continue;
      boolean wasEnded = task.state().ended();
      if (task.cancelAsked()) {
        batch.change(new Change.MarkCleared(run.id(), Optional.of(task.name()), Mark.Kind.CANCEL));
      }
      if (task.bypassed()) {
        batch.change(new Change.MarkCleared(run.id(), Optional.of(task.name()), Mark.Kind.BYPASS));
      }
      if (!wasEnded && task.state() instanceof UnitState.Fanned) batch.tasks.closeFrame(run, task);
      if (onlyItems) batch.tasks.failedItemsAgain(run, task);
      else task.again();
      if (wasEnded) run.taskAgain();
      var by = new Mark.By("", "", batch.now);
      var name = Optional.of(task.name());
      batch.change(new Change.MarkSet(new Mark(run.id(), name, Mark.Kind.AGAIN, by, task.since())));
    }
  }
}
