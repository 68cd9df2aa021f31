package outturn.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Fate;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;

/// The rows of `seen_event` as the engine knows them.
public final class EventRows {
  private EventRows() {}

  /// Those that wait in joins of triggers of these partitions, oldest first.
  public static List<Arrived> waiting(Handle handle, Collection<Integer> partitions) {
    return handle
        .createQuery(
            """
            select * from seen_event where state = 'waiting' and partition = any(:partitions)
            order by came, trigger, part, key
            """)
        .bind("partitions", SqlArray.ints(partitions))
        .map((row, _) -> arrived(row))
        .list();
  }

  static EventEntry entry(ResultSet row) throws SQLException {
    long run = row.getLong("run");
    return new EventEntry(
        arrived(row),
        Fate.of(row.getString("state")),
        run == 0 ? Optional.empty() : Optional.of(new RunId(run)),
        row.getString("reason"));
  }

  private static Arrived arrived(ResultSet row) throws SQLException {
    var values = row.getString("event_values");
    return new Arrived(
        row.getInt("partition"),
        row.getString("trigger"),
        row.getString("part"),
        row.getString("key"),
        row.getObject("business_date", LocalDate.class),
        values == null ? Map.of() : Json.decode(values),
        row.getTimestamp("came").toInstant());
  }
}
