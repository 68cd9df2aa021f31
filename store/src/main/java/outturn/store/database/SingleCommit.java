package outturn.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import outturn.store.folder.CannotStart;

/// How long a database takes for the least that it can do durably: a transaction of one small row.
/// What a server does is told in multiples of this, so that figures of fast and slow disks compare.
public final class SingleCommit {
  // A table of its own, which is gone afterwards. Not a temporary one: the commit of a transaction
  // that wrote nothing to the log of changes does not wait for the disk.
  private static final String CREATE =
      "create table if not exists bench_commit (id int primary key, word text not null)";
  private static final String WRITE = "insert into bench_commit (id, word) values (?, 'a word')";
  private static final String DROP = "drop table if exists bench_commit";

  private SingleCommit() {}

  /// How many commits.
  ///
  /// @param pause before each: a disk that has rested takes longer than one at work
  public record Series(int count, Duration pause) {}

  /// The times of commits, one after the other, after a fifth as many to warm up; throws
  /// [CannotStart].
  ///
  /// @param ticker monotonic nanoseconds
  public static List<Duration> times(
      ConnectionSettings settings, Series series, LongSupplier ticker) throws InterruptedException {
    try (var connection = settings.connect()) {
      try {
        execute(connection, CREATE);
        return measured(connection, series, ticker);
      } finally {
        execute(connection, DROP);
      }
    } catch (SQLException failure) {
      throw new CannotStart(
          "the database (%s) does not take a row to measure a commit with: %s"
              .formatted(settings, failure.getMessage()),
          failure);
    }
  }

  private static List<Duration> measured(Connection connection, Series series, LongSupplier ticker)
      throws SQLException, InterruptedException {
    var times = new ArrayList<Duration>();
    try (var write = connection.prepareStatement(WRITE)) {
      for (var row = -series.count() / 5; row < series.count(); row++) {
        Thread.sleep(series.pause());
        var start = ticker.getAsLong();
        write.setInt(1, row);
        write.executeUpdate();
        if (row >= 0) times.add(Duration.ofNanos(ticker.getAsLong() - start));
      }
    }
    return times;
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var all = connection.createStatement()) {
      all.execute(statement);
    }
  }
}
