package outturn.store.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells failures that come from a database that cannot be reached, or has no connection or no disk
/// free, from all others.
public final class Away {
  // Connection exceptions, and the operator's shutdown, crash and "not yet".
  private static final String CONNECTION = "08";
  private static final String SHUTDOWN = "57P0";

  // No disk, no memory, too many connections.
  private static final String RESOURCES = "53";

  private Away() {}

  /// Whether it is worth to ask again in a moment.
  public static boolean is(Throwable failure) {
    return sqlFailure(failure)
        .filter(sql -> sql instanceof SQLTransientConnectionException || saysSo(sql.getSQLState()))
        .isPresent();
  }

  /// Whether the database is there, and all connections of the lane were in use too long.
  public static boolean onlyBusy(Throwable failure) {
    return sqlFailure(failure)
        .filter(sql -> sql instanceof SQLTransientConnectionException && sql.getCause() == null)
        .isPresent();
  }

  private static boolean saysSo(@Nullable String state) {
    return state != null
        && (state.startsWith(CONNECTION)
            || state.startsWith(SHUTDOWN)
            || state.startsWith(RESOURCES));
  }

  private static Optional<SQLException> sqlFailure(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) return Optional.of(sql);
    }
    return Optional.empty();
  }
}
