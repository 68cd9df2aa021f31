package outturn.tasks.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import outturn.spi.Log;
import outturn.spi.TaskType.Result;
import outturn.tasks.output.Json;
import outturn.tasks.output.Outputs;
import outturn.tasks.output.Written;

/// All statements of an attempt, in one transaction that is committed only if the attempt succeeds.
final class Transaction implements Callable<Result> {

  private static final int FETCHED = 1000;
  private static final String ROW_COUNT = "rowCount";

  private final Order order;
  private final EachRow eachRow;
  private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
  private volatile boolean cancelled;

  /// Sees every row that a statement returns.
  @FunctionalInterface
  interface EachRow {
    void see(ResultSet row) throws SQLException;
  }

  Transaction(Order order, EachRow eachRow) {
    this.order = order;
    this.eachRow = eachRow;
  }

  @Override
  public Result call() {
    Connection opened;
    try {
      opened = order.connect();
    } catch (SQLException e) {
      return SqlFailure.connecting(order.address(), e);
    }
    connection.set(opened);
    try {
      opened.setAutoCommit(false);
      return ended(opened, statements(opened));
    } catch (SQLException e) {
      return SqlFailure.connecting(order.address(), e);
    } finally {
      release(opened);
    }
  }

  /// Asks the database to stop what it does now; to be repeated, since a statement may be about to
  /// begin.
  void cancel() {
    cancelled = true;
    var statement = running.get();
    if (statement == null) return;
    try {
      statement.cancel();
    } catch (SQLException _) {
      // It has ended, or the connection is gone; the caller sees which.
    }
  }

  /// Whether there is a connection that a cancellation can be sent for.
  boolean isConnected() {
    return connection.get() != null;
  }

  /// Drops the connection under the feet of what still runs.
  void abort() {
    var opened = connection.get();
    if (opened == null) return;
    try {
      opened.abort(Runnable::run);
    } catch (SQLException _) {
      // Then it is broken already.
    }
  }

  private Result ended(Connection opened, Result result) {
    return switch (result) {
      case Result.Done done -> {
        try {
          opened.commit();
          yield done;
        } catch (SQLException e) {
          yield SqlFailure.committing(e);
        }
      }
      case Result.Failed failed -> failed;
    };
  }

  private Result statements(Connection opened) {
    var written = new LinkedHashMap<String, Written>();
    for (var statement : order.statements()) {
      written.clear();
      try (var prepared = opened.prepareStatement(order.sql(statement))) {
        running.set(prepared);
        if (cancelled) return Result.Failed.of(Result.Kind.ANSWER, "cancelled");
        written.putAll(execute(prepared, statement));
      } catch (SQLException e) {
        return SqlFailure.executing(statement, order.parameters(), e);
      } finally {
        running.set(null);
      }
    }
    return Outputs.keep(written, order.request());
  }

  private Map<String, Written> execute(PreparedStatement prepared, SqlStatement statement)
      throws SQLException {
    var index = 1;
    for (var value : statement.values(order.parameters())) set(prepared, index++, value);
    prepared.setFetchSize(FETCHED);
    var written =
        prepared.execute() ? rows(prepared) : rowCount(Math.max(0, prepared.getUpdateCount()));
    for (var warning = prepared.getWarnings();
        warning != null;
        warning = warning.getNextWarning()) {
      order.request().log().line(Log.Stream.OUT, String.valueOf(warning.getMessage()));
    }
    return written;
  }

  /// Goes through all rows, a few at a time, since functions in them may do something.
  private Map<String, Written> rows(PreparedStatement prepared) throws SQLException {
    var promised = order.request().promised().keySet();
    var written = new LinkedHashMap<String, Written>();
    var count = 0L;
    try (var rows = prepared.getResultSet()) {
      while (rows.next()) {
        eachRow.see(rows);
        if (count++ > 0) continue;
        Columns.named(promised, rows)
            .forEach((name, value) -> written.put(name, new Written.Value(value)));
      }
    }
    written.putAll(rowCount(count));
    return written;
  }

  private Map<String, Written> rowCount(long count) {
    if (!order.request().promised().containsKey(ROW_COUNT)) return Map.of();
    return Map.of(ROW_COUNT, new Written.Value(count));
  }

  private static void set(PreparedStatement prepared, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> prepared.setNull(index, Types.NULL);
      case String text -> prepared.setString(index, text);
      case Boolean truth -> prepared.setBoolean(index, truth);
      case Integer number -> prepared.setInt(index, number);
      case Long number -> setWhole(prepared, index, number);
      case Double number -> prepared.setDouble(index, number);
      case Map<?, ?> map -> prepared.setString(index, Json.write(map));
      default -> prepared.setString(index, value.toString());
    }
  }

  /// Databases widen numbers by themselves, but do not narrow them.
  private static void setWhole(PreparedStatement prepared, int index, long number)
      throws SQLException {
    if (number == (int) number) {
      prepared.setInt(index, (int) number);
    } else {
      prepared.setLong(index, number);
    }
  }

  /// What is not committed is rolled back here: some drivers would commit it at the close.
  private static void release(Connection opened) {
    try (opened) {
      opened.rollback();
    } catch (SQLException _) {
      // The connection is gone, and what was not committed with it.
    }
  }
}
