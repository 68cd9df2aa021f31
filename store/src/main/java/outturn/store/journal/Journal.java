package outturn.store.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import outturn.engine.decide.Change;

/// Commits batches of changes: each whole or not at all, and only while this node owns the
/// partitions.
public final class Journal {
  // The share lock keeps a claimer out until the commit; a generation that moved on means that the
  // partition is somebody else's, or was rebuilt, since the batch was decided.
  private static final String FENCE =
      """
      select id, generation from partition where id = any(?) order by id for share
      """;

  private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");
  private static final int MOST_TRIES = 5;

  private final DataSource connections;
  private final Watch watch;

  public Journal(DataSource connections) {
    this(connections, (_, commit) -> commit.get());
  }

  /// @param watch is told of every batch
  public Journal(DataSource connections, Watch watch) {
    this.connections = connections;
    this.watch = watch;
  }

  /// Looks on while a batch is committed.
  @FunctionalInterface
  public interface Watch {
    /// Calls `commit` once and answers what it does.
    Outcome during(Iterable<Change> changes, Supplier<Outcome> commit);
  }

  /// What became of a batch.
  public sealed interface Outcome {
    /// It is written.
    record Committed() implements Outcome {}

    /// A partition is not, or no longer, owned under the generation that was named; nothing is
    /// written.
    record Refused(int partition) implements Outcome {}

    /// Nobody knows whether it is written: the connection was lost, or the database is away.
    record Unknown(String why) implements Outcome {}

    /// The database does not take one of the values; nothing is written.
    record Unfit(String why) implements Outcome {}
  }

  /// @param generations of all partitions that the changes touch
  public Outcome commit(Map<Integer, Long> generations, Iterable<Change> changes) {
    return watch.during(changes, () -> written(generations, changes));
  }

  private Outcome written(Map<Integer, Long> generations, Iterable<Change> changes) {
    var sheets = new Sheets();
    for (var change : changes) sheets.add(change);
    for (int attempt = 1; ; attempt++) {
      try {
        return write(generations, sheets);
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

  private Outcome write(Map<Integer, Long> generations, Sheets sheets) throws SQLException {
    try (var connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      var stale = stale(connection, generations);
      if (stale.isPresent()) {
        connection.rollback();
        return new Outcome.Refused(stale.get());
      }
      sheets.write(connection);
      connection.commit();
      return new Outcome.Committed();
    }
  }

  private static Optional<Integer> stale(Connection connection, Map<Integer, Long> generations)
      throws SQLException {
    try (var statement = connection.prepareStatement(FENCE)) {
      statement.setArray(
          1, connection.createArrayOf("int2", generations.keySet().stream().sorted().toArray()));
      int met = 0;
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          met++;
          int id = rows.getInt(1);
          if (rows.getLong(2) != generations.getOrDefault(id, -1L)) return Optional.of(id);
        }
      }
      if (met != generations.size()) throw new IllegalStateException("partitions are missing");
      return Optional.empty();
    }
  }
}
