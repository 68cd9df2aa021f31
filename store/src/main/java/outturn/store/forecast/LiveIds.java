package outturn.store.forecast;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.RunId;
import outturn.store.database.SqlArray;

/// Which runs live, without all that is known of them.
public final class LiveIds {
  private final Jdbi jdbi;

  public LiveIds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Those of some workflows, the oldest first.
  ///
  /// @param first older ones are left out
  public List<RunId> of(Collection<String> workflows, RunId first) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id from live_run where workflow = any(:workflows) and id >= :first order by id
                """)
            .bind("workflows", SqlArray.texts(workflows))
            .bind("first", first.value())
            .map((row, _) -> new RunId(row.getLong("id")))
            .list());
  }

  /// How far each of these runs is: the sum of its attempts, of those of them that have started,
  /// and of those that have ended. It is another one when something has happened; without attempts
  /// there is none.
  public Map<RunId, Long> stamps(Collection<RunId> runs) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select run, count(*) + count(started) + count(ended) as stamp
                from attempt where run = any(:runs) group by run
                """)
            .bind("runs", SqlArray.longs(runs.stream().map(RunId::value).toList()))
            .map((row, _) -> Map.entry(new RunId(row.getLong("run")), row.getLong("stamp")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
