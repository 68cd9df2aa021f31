package outturn.store.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import outturn.engine.decide.Change;
import outturn.store.ownership.Fence;

/// The journal of a PostgreSQL.
public final class SqlJournal implements Journal {
  // The lock keeps whoever moves the fence on out until the commit. It is the weakest that does so:
  // a
  // renewal of the lease does not wait for it.
  private static final String FENCE =
      "select fence from node where incarnation = ? and not dead for key share";
  private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");
  private static final int MOST_TRIES = 5;

  private final DataSource connections;
  private final Watch watch;

  public SqlJournal(DataSource connections) {
    this(connections, (_, commit) -> commit.get());
  }

  /// @param watch is told of every batch
  public SqlJournal(DataSource connections, Watch watch) {
    this.connections = connections;
    this.watch = watch;
  }

  @Override
  public Outcome commit(Fence fence, Iterable<Change> changes) {
    return watch.during(changes, () -> written(fence, changes));
  }

  private Outcome written(Fence fence, Iterable<Change> changes) {
    var sheets = new Sheets();
    for (var change : changes) sheets.add(change);
    for (int attempt = 1; ; attempt++) {
      try {
        return write(fence, sheets);
      } catch (SQLException failure) {
        var state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (TRY_AGAIN.contains(state) && attempt < MOST_TRIES) continue;
        boolean unfit = state.startsWith("22") || state.startsWith("23");
        return unfit ? new Outcome.Unfit(words(failure)) : new Outcome.Unknown(words(failure));
      }
    }
  }

  private static String words(SQLException failure) {
    return "%s: %s".formatted(failure.getSQLState(), failure.getMessage());
  }

  private Outcome write(Fence fence, Sheets sheets) throws SQLException {
    try (var connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      if (!stands(connection, fence)) {
        connection.rollback();
        return new Outcome.Refused();
      }
      sheets.write(connection);
      connection.commit();
      return new Outcome.Committed();
    }
  }

  private static boolean stands(Connection connection, Fence fence) throws SQLException {
    try (var statement = connection.prepareStatement(FENCE)) {
      statement.setLong(1, fence.incarnation());
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getLong(1) == fence.number();
      }
    }
  }
}
