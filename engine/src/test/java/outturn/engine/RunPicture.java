package outturn.engine;

import java.util.Map;
import java.util.TreeMap;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.Unit;
import outturn.engine.run.UnitState;

/// What of a run its rows have to keep: two runs with the same picture are the same.
public final class RunPicture {
  private RunPicture() {}

  public static Map<String, String> of(Run run) {
    var picture = new TreeMap<String, String>();
    picture.put(
        "run",
        "%s %s %s %s %s %s"
            .formatted(
                run.state(),
                run.cancelledBy(),
                run.held().isPresent(),
                run.ownPriority(),
                run.begun(),
                run.bypassed()));
    for (var task : run.tasks()) {
      picture(task, -1, picture);
      if (task.held().isPresent() || task.bypassed() || task.cancelAsked()) {
        picture.put(
            task.name() + "/marks",
            "%s %s %s".formatted(task.held(), task.bypassed(), task.cancelAsked()));
      }
      for (int item = 0; item < task.begun(); item++) picture(task, item, picture);
    }
    return picture;
  }

  /// What has no row looks the same whether it has begun in memory or not.
  private static void picture(TaskRun task, int item, Map<String, String> picture) {
    var unit = task.unit(item);
    var text =
        switch (unit.state()) {
          case UnitState.Waiting _ -> "";
          case UnitState.Ready(var attempt, _) -> neverTried(unit) ? "" : "again " + attempt;
          case UnitState.Delayed(var attempt, _) -> "again " + attempt;
          case UnitState.Cancelled _ -> neverTried(unit) ? "" : "cancelled";
          case UnitState.Running _,
              UnitState.Asking _,
              UnitState.Fanned _,
              UnitState.Succeeded _,
              UnitState.Failed _,
              UnitState.Skipped _ ->
              unit.state().toString();
        };
    if (text.isEmpty()) return;
    picture.put(
        task.name() + "/" + item,
        text + ", " + unit.attempts() + " attempts, " + unit.losses() + " lost");
  }

  private static boolean neverTried(Unit unit) {
    return unit.tries() == 0 && unit.losses() == 0 && unit.rounds() == 0;
  }
}
