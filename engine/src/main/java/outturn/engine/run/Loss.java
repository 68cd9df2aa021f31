package outturn.engine.run;

import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Task;

/// What becomes of a task whose attempt was lost with its worker.
public final class Loss {
  /// So many attempts may be lost before the task fails, whatever it says of `onLost`.
  static final int MOST = 3;

  public static final Failure FAILURE =
      Failure.of(FailureKind.LOST, "the worker was lost with the attempt");

  private Loss() {}

  /// @param losses how many attempts were lost, this one included
  public static Task.OnLost after(Task task, int losses) {
    return losses >= MOST ? Task.OnLost.FAIL : task.rules().onLost();
  }
}
