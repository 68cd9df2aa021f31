package outturn.definition.flow;

import java.util.Optional;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Values;

/// Reads what a task is to its run.
public final class ConductReader {
  public static final Key<Boolean> TOLERATE_FAILURE =
      Key.optional(
          "tolerateFailure", Forms.truth(), "Its failure is a warning, and the run goes on.");

  private ConductReader() {}

  public static Conduct read(Values task, Section section, Optional<Repeat> repeat, Uses uses) {
    var failing =
        task.get(TOLERATE_FAILURE, false) ? Conduct.Failing.TOLERATED : Conduct.Failing.COUNTS;
    var runbook = task.find(Runbook.RUNBOOK).map(written -> Runbook.read(written, uses));
    return new Conduct(section, failing, repeat, runbook);
  }
}
