package outturn.runtime.run;

import java.util.List;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;

/// The answer to a wish for runs.
public sealed interface Started {

  /// They are written.
  sealed interface Accepted extends Started {}

  /// They are written, and will run; in the order of the wishes.
  record Runs(List<Rows.RunRow> rows) implements Accepted {}

  /// They are written, by the same request before or by another node; their rows are to be read.
  record Before(List<RunId> ids) implements Accepted {}

  /// No such workflow.
  ///
  /// @param hint which name was probably meant
  record UnknownWorkflow(String name, String hint) implements Started {}

  /// An input is missing, not known or not of its type; one sentence each.
  record BadInputs(String workflow, List<String> problems) implements Started {}

  /// The same idempotency key came with another request before.
  record KeyUsed(String key) implements Started {}
}
