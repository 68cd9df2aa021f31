package outturn.engine.verb;

import java.util.ArrayList;
import java.util.Locale;
import outturn.engine.run.Run;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// How a run or a task stands, in words such as `waiting, held`.
public final class Standing {
  private Standing() {}

  public static String of(Run run) {
    var words = new ArrayList<String>();
    words.add(run.state().word());
    if (run.cancelledBy().isPresent() && !run.state().ended()) words.add("being cancelled");
    if (run.held().isPresent()) words.add("held");
    if (run.bypassed() && run.state() == RunState.WAITING) words.add("without its needs");
    run.ownPriority().ifPresent(level -> words.add("priority " + level));
    return String.join(", ", words);
  }

  public static String of(TaskRun task) {
    var words = new ArrayList<String>();
    words.add(word(task.state()));
    if (task.cancelAsked() && !task.state().ended()) words.add("being cancelled");
    if (task.held().isPresent()) words.add("held");
    if (task.bypassed() && !task.state().ended()) words.add("without its needs");
    return String.join(", ", words);
  }

  static String word(UnitState state) {
    return switch (state) {
      case UnitState.Waiting _ -> "waiting";
      case UnitState.Ready _ -> "ready";
      case UnitState.Delayed _ -> "waiting to be tried again";
      case UnitState.Asking _ -> "lost with its worker";
      case UnitState.Running _, UnitState.Fanned _ -> "running";
      case UnitState.Ended ended -> ended.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
