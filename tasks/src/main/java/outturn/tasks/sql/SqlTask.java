package outturn.tasks.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import outturn.spi.Request;
import outturn.spi.TaskType;

/// Asks a database, over a connection of the attempt's own.
///
/// Settings: `connection` (`url`, `user`, `password`), `text`, one or more statements separated by
/// `;`, and `params`, the values of `:name` in them; a list becomes as many values, for `in
/// (:ids)`. All statements are one transaction, which is committed only if the attempt succeeds.
///
/// Outputs come from the last statement: `rowCount`, the rows that it changed or returned, and the
/// columns of its first row by their names; only promised ones are taken. Rows are not kept.
///
/// An interrupt cancels the running statement and rolls back.
public final class SqlTask implements TaskType, AutoCloseable {

  private static final Duration BETWEEN_CANCELS = Duration.ofMillis(200);
  private static final int CANCELS = 25;

  private final Drivers drivers;

  /// @param drivers a folder of jars with JDBC drivers, beside the one for PostgreSQL; may be
  ///   absent
  public SqlTask(Path drivers) {
    this.drivers = Drivers.in(drivers);
  }

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public Result run(Request request) throws InterruptedException {
    return made(new Transaction(Order.of(request, drivers), _ -> {}));
  }

  /// Works through a transaction on a thread of its own, and stops it when this one is interrupted.
  static Result made(Transaction transaction) throws InterruptedException {
    var work = new FutureTask<>(transaction);
    // JDBC does not hear interrupts, so this thread waits for one and the other does the work.
    var thread = Thread.ofVirtual().name("sql-", 0).start(work);
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the driver failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      stop(transaction, thread);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    drivers.close();
  }

  private static void stop(Transaction transaction, Thread thread) throws InterruptedException {
    try {
      for (var cancel = 0; cancel < CANCELS && transaction.isConnected(); cancel++) {
        transaction.cancel();
        if (thread.join(BETWEEN_CANCELS)) return;
      }
    } finally {
      // One that still connects, or is deaf.
      transaction.cancel();
      transaction.abort();
      thread.interrupt();
    }
  }
}
