package outturn.http.forecast;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// One connection to a database of this machine, and what PostgreSQL has done for it.
final class OneBackend implements AutoCloseable {
  private final Handle handle;
  private final Jdbi jdbi;
  private final ProcessHandle process;
  private long statements;

  /// Takes a connection until it is closed.
  OneBackend(Jdbi pool) {
    this.handle = pool.open();
    this.jdbi = Jdbi.create(handle.getConnection());
    long pid = handle.createQuery("select pg_backend_pid()").mapTo(Long.class).one();
    this.process = ProcessHandle.of(pid).orElseThrow();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            statements++;
          }
        });
  }

  Jdbi jdbi() {
    return jdbi;
  }

  long statements() {
    return statements;
  }

  /// The CPU time of its process.
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    handle.close();
  }
}
