package outturn.store.duration;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import outturn.definition.ahead.Typical;
import outturn.store.database.SqlArray;

/// How long the last runs took that succeeded; others ended early or late for reasons of their own.
public final class RunDurations {
  /// So many runs at most make a figure.
  public static final int RUNS = 50;

  /// Among so many of the last ones they are sought, so that a workflow that always fails costs no
  /// look at all of its runs.
  private static final int SOUGHT = 200;

  private static final String LAST =
      """
      unnest(:workflows) as w(name)
        cross join lateral (
          select id, workflow, ended - started as took from (
            select id, workflow, state, started, ended
            from run where workflow = w.name order by id desc limit :sought) newest
          where state = 'succeeded' and started is not null and ended is not null
          order by id desc limit :runs) r
      """;

  /// So many attempts make the figures of tasks, about: of a workflow with thousands of tasks a few
  /// runs say enough, and more would take seconds.
  private static final int ATTEMPTS = 20_000;

  private static final int FEWEST = 3;

  private final Jdbi jdbi;

  public RunDurations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// From start to end, by workflow; one without a run that succeeded is absent.
  public Map<String, Typical> ofRuns(Collection<String> workflows) {
    var sql =
        """
        select workflow, count(*) as runs,
          extract(epoch from percentile_disc(0.5) within group (order by took))::float8 as median,
          extract(epoch from percentile_disc(0.9) within group (order by took))::float8 as ninth
        from %s
        group by workflow
        """
            .formatted(LAST);
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(sql)
          .bind("workflows", SqlArray.texts(workflows))
          .bind("sought", SOUGHT)
          .bind("runs", RUNS)
          .map((row, _) ->
              Map.entry(
                  row.getString("workflow"),
                  new Typical(
                      duration(row.getDouble("median")),
                      duration(row.getDouble("ninth")),
                      row.getInt("runs"))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /// The same of tasks, of workflows of usual size.
  public Map<String, Map<String, Duration>> ofTasks(Collection<String> workflows) {
    return ofTasks(workflows, 1);
  }

  /// The median time from the first start of a task to its last end in the same runs, items and
  /// repeated attempts included, by workflow and task. Of large workflows fewer runs are looked at.
  ///
  /// @param size how many tasks the largest of them has
  public Map<String, Map<String, Duration>> ofTasks(Collection<String> workflows, int size) {
    var sql =
        """
        select workflow, task,
          extract(epoch from percentile_disc(0.5) within group (order by took))::float8 as median
        from (
          select r.workflow, a.task, max(a.ended) - min(a.started) as took
          from %s join attempt a on a.run = r.id
          where a.started is not null and a.ended is not null
          group by r.workflow, r.id, a.task) each
        group by workflow, task
        """
            .formatted(LAST);
    var tasks = new HashMap<String, Map<String, Duration>>();
    try (var handle = jdbi.open()) {
      handle
          .createQuery(sql)
          .bind("workflows", SqlArray.texts(workflows))
          .bind("sought", SOUGHT)
          .bind("runs", Math.clamp(ATTEMPTS / Math.max(1, size), FEWEST, RUNS))
          .map((row, _) ->
              tasks
                  .computeIfAbsent(row.getString("workflow"), _ -> new HashMap<>())
                  .put(row.getString("task"), duration(row.getDouble("median"))))
          .list();
    }
    return tasks;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
