package outturn.engine.run;

import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Task;
import outturn.engine.run.Rows.AttemptRow;

/// What becomes of a task whose attempt was lost with its worker.
public final class Loss {
  /// So many attempts may be lost before the task fails, whatever it says of `onLost`.
  static final int MOST = 3;

  public static final Failure FAILURE =
      Failure.of(FailureKind.LOST, "the worker was lost with the attempt");

  /// The note of an attempt that ran when the backup was made from which its server was restored.
  /// It may have gone on where it was, so a person is asked, whatever the task says.
  public static final String RESTORED = "ran when the backup was made that this server comes from";

  private Loss() {}

  /// The same of an attempt that is read from its row.
  static Task.OnLost after(Task task, AttemptRow lost, int losses) {
    return lost.note().isPresent() ? Task.OnLost.ASK : after(task, losses);
  }

  /// @param losses how many attempts were lost, this one included
  public static Task.OnLost after(Task task, int losses) {
    return losses >= MOST ? Task.OnLost.FAIL : task.rules().onLost();
  }
}
