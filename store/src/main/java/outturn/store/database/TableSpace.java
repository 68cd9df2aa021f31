package outturn.store.database;

import java.sql.SQLException;
import outturn.store.folder.CannotStart;

/// How much room the server's tables take, with their indexes and long values, without the log of
/// changes (WAL).
public final class TableSpace {
  // A partitioned table (p) takes no room itself; its partitions are tables (r).
  private static final String BYTES =
      """
      select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace
      """;

  private TableSpace() {}

  /// In bytes; throws [CannotStart] when the database cannot be asked.
  public static long in(ConnectionSettings settings) {
    try (var connection = settings.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(BYTES)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new CannotStart(
          "the database (%s) does not tell the size of its tables: %s"
              .formatted(settings, failure.getMessage()),
          failure);
    }
  }
}
