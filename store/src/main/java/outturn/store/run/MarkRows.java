package outturn.store.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import outturn.engine.run.Mark;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;

/// The rows of `mark` as the engine knows them.
public final class MarkRows {
  private MarkRows() {}

  /// All marks of the runs of these partitions that have not ended.
  public static void live(Handle handle, Collection<Integer> partitions, Consumer<Mark> each) {
    handle
        .createQuery(
            """
            select m.* from mark m join live_run l on l.id = m.run where l.partition = any(:partitions)
            """)
        .bind("partitions", SqlArray.ints(partitions))
        .map((row, _) -> of(row))
        .useIterator(rows -> rows.forEachRemaining(each));
  }

  static List<Mark> of(Handle handle, RunId run) {
    return handle
        .createQuery("select * from mark where run = :run")
        .bind("run", run.value())
        .map((row, _) -> of(row))
        .list();
  }

  /// From all columns of `mark`, under their names.
  public static Mark of(ResultSet row) throws SQLException {
    var by = new Mark.By(row.getString("who"), row.getString("why"), Columns.instant(row, "at"));
    return new Mark(
        new RunId(row.getLong("run")),
        Optional.of(row.getString("task")).filter(task -> !task.isEmpty()),
        Mark.Kind.of(row.getString("kind")),
        by,
        Arrays.asList((Integer[]) row.getArray("history").getArray()));
  }
}
