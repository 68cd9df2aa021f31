package outturn.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;
import outturn.store.database.SqlArray;

/// The rows of `run_need`: what runs wait for.
public final class NeedRows {
  private NeedRows() {}

  /// Those of runs of these partitions, by run and place.
  public static List<Waiting.Need> of(Handle handle, Collection<Integer> partitions) {
    return handle
        .createQuery(
            "select * from run_need where partition = any(:partitions) order by run, place")
        .bind("partitions", SqlArray.ints(partitions))
        .map((row, _) -> {
          var until = row.getTimestamp("until");
          return new Waiting.Need(
              new RunId(row.getLong("run")),
              row.getInt("place"),
              wanted(row),
              until == null ? Optional.empty() : Optional.of(until.toInstant()));
        })
        .list();
  }

  /// Those for which there is a run that has succeeded. The smallest id that it can have leaves the
  /// older ranges out. Of a task the last attempt counts, unless it is to be done again: a mark
  /// says so, or a timer for its next round.
  public static List<Wanted> met(Handle handle, Collection<Wanted> wanted) {
    if (wanted.isEmpty()) return List.of();
    return handle
        .createQuery(
            """
            select n.workflow, n.task, n.business_date
            from unnest(:workflows, :tasks, :dates, :firsts)
              with ordinality as n (workflow, task, business_date, first_run, place)
            where exists (
              select from run r
              where r.workflow = n.workflow and r.id >= n.first_run and r.business_date = n.business_date
                and (n.task = '' and r.state = 'succeeded' or n.task <> '' and exists (
                  select from attempt a
                  where a.run = r.id and a.task = n.task and a.state = 'succeeded'
                    and (a.item, a.attempt) = (
                      select f.item, f.attempt from attempt f where f.run = r.id and f.task = n.task
                      order by f.item, f.attempt desc limit 1)
                    and not exists (
                      select from mark m where m.run = r.id and m.task = n.task and m.kind = 'again'
                        and m.history[a.item + 2] >= a.attempt)
                    and not exists (
                      select from timer t where t.run = r.id and t.what like 'retry:' || n.task || ':%'))))
            order by n.place
            """)
        .bind("workflows", SqlArray.texts(wanted.stream().map(Wanted::workflow).toList()))
        .bind("tasks", SqlArray.texts(wanted.stream().map(Wanted::task).toList()))
        .bind("dates", SqlArray.dates(wanted.stream().map(Wanted::businessDate).toList()))
        .bind(
            "firsts", SqlArray.longs(wanted.stream().map(each -> each.firstRun().value()).toList()))
        .map((row, _) -> wanted(row))
        .list();
  }

  private static Wanted wanted(ResultSet row) throws SQLException {
    return new Wanted(
        row.getString("workflow"),
        row.getString("task"),
        row.getObject("business_date", LocalDate.class));
  }

  /// What these runs wait for that is not there, by run, then by place.
  public static Map<RunId, List<Waiting.Need>> open(Handle handle, Collection<RunId> runs) {
    var asked = Set.copyOf(runs);
    var partitions = asked.stream().map(RunId::partition).distinct().toList();
    var needs = of(handle, partitions).stream().filter(need -> asked.contains(need.run())).toList();
    var met = Set.copyOf(met(handle, needs.stream().map(Waiting.Need::wanted).distinct().toList()));
    return needs.stream()
        .filter(need -> !met.contains(need.wanted()))
        .collect(Collectors.groupingBy(Waiting.Need::run));
  }
}
