package outturn.testkit.contract;

import java.time.Duration;
import outturn.store.journal.Journal;
import outturn.store.journal.Truth;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Nodes;
import outturn.testkit.database.Tables;

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
}
