package outturn.engine.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.precedence.Priority;
import outturn.engine.run.Run;
import outturn.engine.run.UnitState;

/// What may be done to a run or a task as it stands, so that nothing else is offered.
public final class Ways {
  private Ways() {}

  /// The verbs for the run as a whole that would change something.
  ///
  /// @param who asks; whether he has the right is not looked at
  public static List<Verb> ofRun(Run run, String who) {
    int other = run.ownPriority().orElse(0) == Priority.HIGHEST ? Priority.LOWEST : Priority.HIGHEST;
    var verbs =
        List.<Verb>of(
            new Verb.Release(),
            new Verb.Rerun(Verb.Extent.FAILED),
            new Verb.RunNow(),
            new Verb.Bypass(),
            new Verb.Hold(),
            new Verb.Prioritise(other),
            new Verb.Rerun(Verb.Extent.ALL),
            new Verb.Cancel(),
            new Verb.Kill());
    return fitting(run, Optional.empty(), verbs, who);
  }

  /// The verbs for one of its tasks that would change something. A success may be forced with the
  /// outputs that the task promises.
  public static List<Verb> ofTask(Run run, String task, String who) {
    var verbs =
        List.<Verb>of(
            new Verb.Release(),
            new Verb.Rerun(Verb.Extent.THIS),
            new Verb.Rerun(Verb.Extent.FROM_HERE),
            new Verb.RunNow(),
            new Verb.Bypass(),
            new Verb.Hold(),
            new Verb.Skip(),
            new Verb.ForceFailure(),
            new Verb.Cancel(),
            new Verb.Kill());
    var fitting = new ArrayList<>(fitting(run, Optional.of(task), verbs, who));
    if (mayBeForced(run, task, who)) fitting.add(new Verb.ForceSuccess(Map.of()));
    return List.copyOf(fitting);
  }

  /// As for a failure, but for a task that has failed or succeeded already.
  private static boolean mayBeForced(Run run, String task, String who) {
    if (run.task(task).state() instanceof UnitState.Succeeded) return false;
    var failure = new Command(run.id(), Optional.of(task), new Verb.ForceFailure(), who, "");
    return Allowed.objection(run, failure)
        .filter(objection -> objection instanceof Verdict.Refused)
        .isEmpty();
  }

  private static List<Verb> fitting(
      Run run, Optional<String> task, List<Verb> verbs, String who) {
    return verbs.stream()
        .filter(verb -> Allowed.objection(run, new Command(run.id(), task, verb, who, "")).isEmpty())
        .toList();
  }
}
