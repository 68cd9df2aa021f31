package outturn.engine.verb;

import java.util.Optional;
import outturn.definition.workflow.Action;
import outturn.engine.run.Run;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// The table of verbs and states: what may be done to a run or task as it stands. It changes
/// nothing, so that it also answers before anything is done.
public final class Allowed {
  private final Run run;
  private final Command command;

  private Allowed(Run run, Command command) {
    this.run = run;
    this.command = command;
  }

  /// Why the command may not be carried out, or changes nothing; empty when it may.
  public static Optional<Verdict> objection(Run run, Command command) {
    var allowed = new Allowed(run, command);
    if (command.task().isEmpty()) return allowed.ofRun();
    var name = command.task().get();
    if (!run.workflow().graph().has(name)) {
      return refused("workflow %s has no task '%s'".formatted(run.workflow().name(), name));
    }
    return allowed.ofTask(run.task(name));
  }

  private static Optional<Verdict> refused(String reason) {
    return Optional.of(new Verdict.Refused(reason));
  }

  private Optional<Verdict> unchanged() {
    return Optional.of(new Verdict.Unchanged(Standing.of(run)));
  }

  private static Optional<Verdict> unchanged(TaskRun task) {
    return Optional.of(new Verdict.Unchanged(Standing.of(task)));
  }

  private static Optional<Verdict> yes() {
    return Optional.empty();
  }

  private Optional<Verdict> ofRun() {
    boolean ended = run.state().ended();
    return switch (command.verb()) {
      case Verb.Skip _, Verb.ForceSuccess _, Verb.ForceFailure _ ->
          refused("'%s' is for a task: name one".formatted(command.verb().word()));
      case Verb.Bypass _ -> bypass();
      case Verb.Prioritise(var level) -> {
        if (ended) yield over();
        if (run.cancelledBy().isPresent()) yield ending();
        yield run.ownPriority().filter(own -> own == level).isPresent() ? unchanged() : yes();
      }
      case Verb.Rerun(var extent) -> rerun(extent);
      case Verb.Cancel _ -> {
        if (ended) yield over();
        yield run.cancelledBy().isPresent() ? unchanged() : yes();
      }
      case Verb.Kill _ -> ended ? over() : yes();
      case Verb.Hold _ -> {
        if (ended) yield over();
        if (run.cancelledBy().isPresent()) yield ending();
        yield run.held().isPresent() ? unchanged() : yes();
      }
      case Verb.Release _ -> {
        if (ended && run.held().isEmpty()) yield over();
        yield run.held().isPresent() ? yes() : unchanged();
      }
      case Verb.RunNow _ -> {
        if (ended) yield over();
        if (run.held().isPresent()) yield held("the run");
        yield run.state() == RunState.WAITING
            ? yes()
            : refused("the run does not wait for its turn: it runs; name a task that waits");
      }
    };
  }

  private Optional<Verdict> bypass() {
    if (run.workflow().starts().dependsOn().isEmpty()) {
      return refused(
          "workflow %s depends on no other: name a task".formatted(run.workflow().name()));
    }
    if (run.state().ended()) return over();
    if (run.cancelledBy().isPresent()) return ending();
    if (run.begun() || run.state() != RunState.WAITING) {
      return refused(
          "the run does not wait for other workflows: it has begun; name a task that waits");
    }
    return run.bypassed() ? unchanged() : yes();
  }

  private Optional<Verdict> over() {
    return refused(
        "the run is over: it %s; rerun does what it did again"
            .formatted(run.state() == RunState.CANCELLED ? "was cancelled" : run.state().word()));
  }

  private Optional<Verdict> ending() {
    return refused(
        "the run was cancelled by %s and is about to end; kill ends at once what still runs"
            .formatted(run.cancelledBy().orElse("somebody")));
  }

  private static Optional<Verdict> held(String what) {
    return refused(what + " is held: release it first");
  }

  private Optional<Verdict> rerun(Verb.Extent extent) {
    return switch (extent) {
      case THIS, FROM_HERE ->
          refused(
              "a rerun of '%s' is for a task: name one, or rerun what failed, or all"
                  .formatted(extent.word()));
      case FAILED -> {
        if (run.cancelledBy().isPresent() && !run.state().ended()) yield ending();
        yield Again.failed(run).isEmpty()
            ? refused("nothing in the run has failed, or was cancelled or lost")
            : yes();
      }
      case ALL ->
          run.state().ended()
              ? yes()
              : refused("the run is not over: cancel it first, or rerun a task of it");
    };
  }

  private Optional<Verdict> ofTask(TaskRun task) {
    boolean ending = run.cancelledBy().isPresent() && !run.state().ended();
    var verb = command.verb();
    boolean still = verb instanceof Verb.Kill || verb instanceof Verb.Release;
    if (ending && !still) return ending();
    if (run.state().ended() && !(verb instanceof Verb.Release) && !goesOn(verb)) return over();
    return switch (verb) {
      case Verb.Hold _ -> {
        if (task.state().ended()) yield ended(task, "rerun does it again");
        yield task.held().isPresent() ? unchanged(task) : yes();
      }
      case Verb.Release _ -> task.held().isPresent() ? yes() : unchanged(task);
      case Verb.Skip _ -> skip(task);
      case Verb.Rerun(var extent) -> rerun(task, extent);
      case Verb.ForceSuccess(var outputs) ->
          task.state() instanceof UnitState.Succeeded
              ? unchanged(task)
              : force(task).or(() -> Promised.objection(task.task(), outputs));
      case Verb.ForceFailure _ ->
          task.state() instanceof UnitState.Failed ? unchanged(task) : force(task);
      case Verb.Cancel _ -> {
        if (task.state().ended()) yield ended(task, "there is nothing to cancel");
        yield task.cancelAsked() ? unchanged(task) : yes();
      }
      case Verb.Kill _ -> task.state().ended() ? ended(task, "there is nothing to kill") : yes();
      case Verb.RunNow _ -> runNow(task);
      case Verb.Bypass _ -> bypass(task);
      case Verb.Prioritise _ ->
          refused("a priority is for the run, and for all that it does: leave the task out");
    };
  }

  /// Whether the verb makes a run go on that has ended.
  private static boolean goesOn(Verb verb) {
    return verb instanceof Verb.Rerun
        || verb instanceof Verb.ForceSuccess
        || verb instanceof Verb.ForceFailure;
  }

  private static Optional<Verdict> ended(TaskRun task, String instead) {
    return refused("%s has ended: it is %s; %s".formatted(task.name(), Standing.of(task), instead));
  }

  private Optional<Verdict> skip(TaskRun task) {
    return switch (task.state()) {
      case UnitState.Waiting _, UnitState.Ready _, UnitState.Delayed _, UnitState.Asking _ -> yes();
      case UnitState.Running _, UnitState.Fanned _ -> runs(task);
      case UnitState.Skipped _ -> unchanged(task);
      case UnitState.Succeeded _, UnitState.Failed _, UnitState.Cancelled _ ->
          ended(task, "force-success lets what needs it go on");
    };
  }

  private static Optional<Verdict> runs(TaskRun task) {
    return refused("%s runs: cancel or kill it first".formatted(task.name()));
  }

  private Optional<Verdict> force(TaskRun task) {
    return switch (task.state()) {
      case UnitState.Running _, UnitState.Fanned _ -> runs(task);
      case UnitState.Waiting _,
          UnitState.Ready _,
          UnitState.Delayed _,
          UnitState.Asking _,
          UnitState.Ended _ ->
          yes();
    };
  }

  private Optional<Verdict> rerun(TaskRun task, Verb.Extent extent) {
    var begun =
        switch (extent) {
          case THIS -> Optional.<TaskRun>empty();
          case FROM_HERE -> Again.begun(run, task);
          case FAILED, ALL -> Optional.of(task);
        };
    if (extent == Verb.Extent.ALL) {
      return refused("a rerun of all is for the run: leave the task out");
    }
    if (extent == Verb.Extent.FAILED) {
      return Again.failed(run).contains(task.place())
          ? yes()
          : refused(
              "%s has not failed, and was not cancelled or lost: it is %s"
                  .formatted(task.name(), Standing.of(task)));
    }
    if (begun.isPresent()) {
      return refused(
          "%s follows %s and has begun: cancel it first"
              .formatted(begun.get().name(), task.name()));
    }
    return switch (task.state()) {
      case UnitState.Ended _, UnitState.Asking _ -> yes();
      case UnitState.Delayed _ ->
          refused("%s waits to be tried again: run-now does not wait".formatted(task.name()));
      case UnitState.Running _, UnitState.Fanned _ -> runs(task);
      case UnitState.Waiting _, UnitState.Ready _ ->
          refused("%s has not been done yet".formatted(task.name()));
    };
  }

  private Optional<Verdict> runNow(TaskRun task) {
    if (run.holds(task)) return held(run.held().isPresent() ? "the run" : task.name());
    if (task.state() instanceof UnitState.Delayed) return yes();
    boolean waits = task.task().action() instanceof Action.Wait;
    if (waits && task.state() instanceof UnitState.Running) return yes();
    return refused(
        "%s does not wait for a time: it is %s; bypass lets it begin without what it needs"
            .formatted(task.name(), Standing.of(task)));
  }

  private Optional<Verdict> bypass(TaskRun task) {
    if (task.bypassed()) return unchanged(task);
    return switch (task.state()) {
      case UnitState.Waiting _, UnitState.Ready _, UnitState.Fanned _ -> yes();
      case UnitState.Running _, UnitState.Delayed _, UnitState.Asking _, UnitState.Ended _ ->
          Optional.of(waitsForNothing(task));
    };
  }

  /// There is nothing that the task could begin without.
  public static Verdict waitsForNothing(TaskRun task) {
    return new Verdict.Refused(
        "%s waits neither for what it needs nor for a policy: it is %s"
            .formatted(task.name(), Standing.of(task)));
  }
}
