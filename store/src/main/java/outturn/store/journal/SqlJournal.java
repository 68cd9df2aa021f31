package outturn.store.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import javax.sql.DataSource;
import outturn.engine.decide.Change;
import outturn.store.ownership.Fence;

/// The journal of a PostgreSQL.
public final class SqlJournal implements Journal {
  // The lock keeps whoever moves the fence on out until the commit. It is the weakest that does so:
  // a renewal of the lease does not wait for it.
  private static final String FENCE =
      "select from node where incarnation = ? and fence = ? and not dead for key share";
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
        return write(fence, sheets.written());
      } catch (SQLException failure) {
        var state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (TRY_AGAIN.contains(state) && attempt < MOST_TRIES) continue;
        boolean unfit = state.startsWith("22") || state.startsWith("23");
        return unfit ? unfit(fence, failure) : new Outcome.Unknown(words(failure));
      }
    }
  }

  private static String words(SQLException failure) {
    return "%s: %s".formatted(failure.getSQLState(), failure.getMessage());
  }

  /// All statements go to the database in one message, and the commit in another: a batch of a few
  /// changes spends most of its time on the way. What was written behind a fallen fence is rolled
  /// back.
  private Outcome write(Fence fence, List<Sheet> sheets) throws SQLException {
    var sql = new StringJoiner(";\n").add(FENCE);
    sheets.forEach(sheet -> sql.add(sheet.sql()));
    try (var connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.prepareStatement(sql.toString())) {
        int place = setFence(statement, fence);
        for (var sheet : sheets) place = sheet.set(statement, place);
        statement.execute();
        if (!stands(statement)) {
          connection.rollback();
          return new Outcome.Refused();
        }
      }
      connection.commit();
      return new Outcome.Committed();
    }
  }

  /// Sets the parameters of the fence, which are the first, and answers the place after them.
  private static int setFence(PreparedStatement statement, Fence fence) throws SQLException {
    int place = 1;
    statement.setLong(place++, fence.incarnation());
    statement.setLong(place++, fence.number());
    return place;
  }

  private static boolean stands(PreparedStatement statement) throws SQLException {
    try (var rows = statement.getResultSet()) {
      return rows.next();
    }
  }

  /// Behind a fallen fence values may not fit because another node has written the same by now.
  private Outcome unfit(Fence fence, SQLException failure) {
    try (var connection = connections.getConnection();
        var statement = connection.prepareStatement(FENCE)) {
      setFence(statement, fence);
      statement.execute();
      return stands(statement) ? new Outcome.Unfit(words(failure)) : new Outcome.Refused();
    } catch (SQLException away) {
      return new Outcome.Unknown(words(away));
    }
  }
}
