package outturn.store.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Rows;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;

/// The rows of `attempt` as the engine knows them.
///
/// With a `failure`, the kind in lower case, `message` is that of the failure, else the note. No
/// outputs are null in the table.
public final class AttemptRows {
  private static final int ROWS_AT_ONCE = 1_000;

  private AttemptRows() {}

  /// From all columns of `attempt`, under their names.
  public static AttemptRow of(ResultSet row) throws SQLException {
    var failure = failure(row);
    return new AttemptRow(
        new AttemptId(
            new RunId(row.getLong("run")),
            row.getString("task"),
            row.getInt("item"),
            row.getInt("attempt")),
        new Rows.By(row.getLong("token"), row.getLong("worker")),
        AttemptState.of(row.getString("state")),
        times(row),
        Columns.values(row, "outputs"),
        failure,
        failure.isPresent() ? Optional.empty() : Columns.text(row, "message"));
  }

  /// All attempts of the runs of these partitions that have not ended, run by run, a thousand rows
  /// in memory at a time.
  public static void live(
      Handle handle, Collection<Integer> partitions, Consumer<AttemptRow> each) {
    handle.useTransaction(transaction ->
        transaction
            .createQuery(
                """
                select a.*
                from live_run l join attempt a on a.run = l.id
                where l.partition = any(:partitions)
                  and a.run >= (select min(id) from live_run) -- leaves out the older ranges
                order by l.id
                """)
            .bind("partitions", SqlArray.ints(partitions))
            .setFetchSize(ROWS_AT_ONCE)
            .map((row, _) -> of(row))
            .useIterator(rows -> rows.forEachRemaining(each)));
  }

  // A row is made when its attempt starts; that of a skipped task ended when it was made.
  private static Rows.Times times(ResultSet row) throws SQLException {
    var started = Columns.optionalInstant(row, "started");
    var ended = Columns.optionalInstant(row, "ended");
    return new Rows.Times(started.or(() -> ended).orElseThrow(), started, ended);
  }

  private static Optional<Failure> failure(ResultSet row) throws SQLException {
    var kind = Columns.text(row, "failure");
    if (kind.isEmpty()) return Optional.empty();
    return Optional.of(
        new Failure(
            FailureKind.valueOf(kind.get().toUpperCase(Locale.ROOT)),
            Optional.ofNullable(row.getObject("exit_code", Integer.class)),
            Columns.text(row, "message").orElse("")));
  }
}
