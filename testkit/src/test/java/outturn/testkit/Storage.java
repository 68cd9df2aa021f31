package outturn.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import outturn.engine.decide.Change;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.store.audit.Act;
import outturn.store.journal.Journal;
import outturn.store.journal.Truth;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Nodes;

/// What a cluster keeps, and what may trouble it: a real PostgreSQL, or memory.
interface Storage {
  Journal journal();

  /// The tables of nodes, as the node of a name sees them.
  Nodes nodes(String name);

  Truth truth();

  Mailbox mailbox();

  /// All rows, whoever may see them.
  Tables tables();

  /// The database's clock goes on.
  void pass(Duration time);

  /// The database has been started anew.
  void databaseStarts();

  /// Something that is asked of a storage.
  @FunctionalInterface
  interface Operation {
    Object of(Storage storage);
  }

  /// What befalls a transaction.
  enum Trouble {
    NONE,
    /// The connection is lost before its first statement.
    LOST_AT_ONCE,
    /// The connection is lost when all is written, and just not committed.
    LOST_BEFORE_COMMIT,
    /// The connection is lost when all is committed, and before the answer.
    LOST_AFTER_COMMIT,
    /// The database says that it is to be tried again.
    TRY_AGAIN
  }

  /// The rows that the journal writes, in an order of their own.
  ///
  /// @param looked until when each schedule was looked at
  /// @param audit oldest first
  record Tables(
      List<RunRow> runs,
      List<AttemptRow> attempts,
      SortedMap<Long, Change.Granted> grants,
      List<Change.Occurred> occurrences,
      Map<Long, Instant> looked,
      List<Change.KeyKept> keys,
      List<Audited> audit) {

    /// A line of the audit trail.
    record Audited(Instant at, Act act) {}
  }
}
