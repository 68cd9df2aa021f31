package outturn.store.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.AttemptState;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.store.database.SqlArray;

/// The last run of each of the last business dates of a workflow, and how its tasks stand.
public final class GridReader {
  /// No further back is looked, so that a workflow that runs each minute is read as fast.
  public static final int MOST_RUNS = 2_000;

  private final Jdbi jdbi;

  GridReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A run of a business date.
  ///
  /// @param runs how many there are of the date
  public record Latest(RunId id, RunState state, LocalDate businessDate, long runs) {}

  /// The newest run of each of so many business dates, the last date first.
  public List<Latest> latest(String workflow, int dates) {
    RunReader.requireLimit(dates);
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select distinct on (business_date)
                id, state, business_date, count(*) over (partition by business_date) as runs
              from (
                select id, state, business_date from run
                where workflow = :workflow order by id desc limit :most) r
              order by business_date desc, id desc
              limit :dates
              """)
          .bind("workflow", workflow)
          .bind("most", MOST_RUNS)
          .bind("dates", dates)
          .map((row, _) ->
              new Latest(
                  new RunId(row.getLong("id")),
                  RunState.of(row.getString("state")),
                  row.getObject("business_date", LocalDate.class),
                  row.getLong("runs")))
          .list();
    }
  }

  /// The states of tasks by run and name; a task that has not begun is absent. A task with a list
  /// stands as the row of the list does.
  public Map<RunId, Map<String, AttemptState>> tasks(Collection<RunId> runs) {
    Map<RunId, Map<String, AttemptState>> found = new HashMap<>();
    try (var handle = jdbi.open()) {
      handle
          .createQuery(
              """
              select distinct on (run, task) run, task, state
              from attempt
              where run = any(:runs) and item <= 0
              order by run, task, item, attempt desc
              """)
          .bind("runs", SqlArray.longs(runs.stream().map(RunId::value).toList()))
          .map((row, _) ->
              found
                  .computeIfAbsent(new RunId(row.getLong("run")), _ -> new TreeMap<>())
                  .put(row.getString("task"), AttemptState.of(row.getString("state"))))
          .list();
    }
    return found;
  }
}
