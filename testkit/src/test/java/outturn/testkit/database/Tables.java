package outturn.testkit.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import outturn.engine.decide.Change;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.store.audit.Act;

/// The rows that the journal writes, in an order of their own.
///
/// @param looked until when each schedule was looked at
public record Tables(
    List<RunRow> runs,
    List<AttemptRow> attempts,
    SortedMap<Long, Change.Granted> grants,
    List<Change.Occurred> occurrences,
    Map<Long, Instant> looked,
    Said said) {

  /// What people asked for, and said.
  ///
  /// @param audit oldest first
  /// @param news oldest first
  public record Said(
      List<Change.KeyKept> keys, List<Mark> marks, List<Audited> audit, List<Change.Told> news) {}

  /// A line of the audit trail.
  public record Audited(Instant at, Act act) {}
}
