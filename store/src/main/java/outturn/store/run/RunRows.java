package outturn.store.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Turn;
import outturn.store.database.SqlArray;

/// The rows of `run` as the engine knows them. No inputs are null in the table.
public final class RunRows {
  private static final int ROWS_AT_ONCE = 1_000;

  private RunRows() {}

  /// From all columns of `run`, under their names.
  public static RunRow of(ResultSet row) throws SQLException {
    return new RunRow(
        new RunId(row.getLong("id")),
        order(row),
        row.getLong("version"),
        RunState.of(row.getString("state")),
        new Rows.Times(
            Columns.instant(row, "created"),
            Columns.optionalInstant(row, "started"),
            Columns.optionalInstant(row, "ended")),
        Columns.text(row, "cancelled_by"));
  }

  /// All runs of these partitions that have not ended, oldest first, a thousand rows in memory at a
  /// time.
  public static void live(Handle handle, Collection<Integer> partitions, Consumer<RunRow> each) {
    handle.useTransaction(transaction ->
        transaction
            .createQuery(
                """
                select r.*
                from live_run l join run r on r.id = l.id
                where l.partition = any(:partitions)
                order by l.id
                """)
            .bind("partitions", SqlArray.ints(partitions))
            .setFetchSize(ROWS_AT_ONCE)
            .map((row, _) -> of(row))
            .useIterator(rows -> rows.forEachRemaining(each)));
  }

  private static Order order(ResultSet row) throws SQLException {
    return new Order(
        row.getString("workflow"),
        Columns.values(row, "inputs"),
        row.getObject("business_date", LocalDate.class),
        Columns.optionalInstant(row, "due"),
        origin(row),
        terms(row));
  }

  private static Order.Terms terms(ResultSet row) throws SQLException {
    return new Order.Terms(
        Columns.number(row, "priority"),
        Turn.limits(Columns.values(row, "turns")),
        Columns.text(row, "backfill"));
  }

  private static Origin origin(ResultSet row) throws SQLException {
    var user = Columns.text(row, "started_by");
    if (user.isPresent()) return new Origin.User(user.get());
    var schedule = Columns.whole(row, "schedule");
    if (schedule.isPresent()) return new Origin.Schedule(schedule.get());
    var trigger = Columns.text(row, "triggered_by");
    if (trigger.isPresent()) return new Origin.Trigger(trigger.get());
    return new Origin.Parent(
        new AttemptId(
            new RunId(row.getLong("parent_run")),
            row.getString("parent_task"),
            row.getInt("parent_item"),
            row.getInt("parent_attempt")));
  }
}
