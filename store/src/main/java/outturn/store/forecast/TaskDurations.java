package outturn.store.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample.How;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;

/// How long the tasks of workflows have taken: what is kept of it, and the attempts that it is
/// learned from.
public final class TaskDurations {
  // Of a workflow of which nothing is kept, and of one that ran while nobody looked.
  private static final int MOST_RUNS = 60;
  private static final int SOUGHT = 200;

  // A list is one task, from the start of its first item to its last end: before that it waited.
  private static final String MADE =
      """
      with counted as (
        select id, business_date, ended, (
          select coalesce(jsonb_object_agg(name, inputs -> name), '{}') from unnest(:inputs) as name
        )::text as inputs from (
          select * from run where workflow = :workflow order by id desc limit :sought) newest
        where ended > :since and state in ('succeeded', 'failed')
        order by ended desc limit :most),
      tries as (
        select a.task, a.item, a.state, a.started, a.ended, c.id, c.business_date, c.inputs, c.ended as run_ended,
          bool_or(a.item <> 0) over (partition by a.run, a.task) as listed
        from counted c join attempt a on a.run = c.id
        where a.started is not null and a.ended is not null)
      select task, business_date, inputs, run_ended, state, ended,
        (extract(epoch from ended - started) * 1000)::int8 as millis
      from tries where not listed and state in ('succeeded', 'failed')
      union all
      select task, business_date, inputs, run_ended,
        case when count(distinct item) filter (where state = 'succeeded' and item >= 0)
          = count(distinct item) filter (where item >= 0) then 'succeeded' else 'failed' end,
        max(ended), (extract(epoch from max(ended)
          - coalesce(min(started) filter (where item >= 0), min(started))) * 1000)::int8
      from tries where listed group by id, task, business_date, inputs, run_ended
      order by run_ended, ended
      """;

  private final Jdbi jdbi;

  public TaskDurations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What is known of the tasks of a workflow.
  ///
  /// @param until runs that ended until then are counted
  public record Learned(Instant until, Map<String, Durations> tasks) {
    public static final Learned NOTHING = new Learned(Instant.EPOCH, Map.of());

    public Learned {
      tasks = Map.copyOf(tasks);
    }
  }

  /// An attempt that has ended, in a run that has.
  public record Made(String task, Of of, How how, long millis) {}

  /// The run of an attempt.
  ///
  /// @param inputs those that were asked for
  public record Of(LocalDate businessDate, Instant ended, Map<String, Object> inputs) {}

  public Learned find(String workflow) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select learned, tasks from task_durations where workflow = :workflow")
            .bind("workflow", workflow)
            .map((row, _) ->
                new Learned(
                    row.getObject("learned", OffsetDateTime.class).toInstant(),
                    tasks(row.getString("tasks"))))
            .findOne()
            .orElse(Learned.NOTHING));
  }

  private static Map<String, Durations> tasks(String json) {
    var tasks = new HashMap<String, Durations>();
    Json.decode(json).forEach((task, numbers) -> tasks.put(task, durations(numbers)));
    return tasks;
  }

  private static Durations durations(Object numbers) {
    if (!(numbers instanceof List<?> list)) return Durations.EMPTY;
    return Durations.of(list.stream().map(each -> ((Number) each).longValue()).toList());
  }

  public void keep(String workflow, Learned learned, Instant now) {
    var json = new HashMap<String, Object>();
    learned.tasks().forEach((task, durations) -> json.put(task, durations.numbers()));
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into task_durations as d (workflow, learned, tasks, updated)
                values (:workflow, :learned, cast(:tasks as jsonb), :now)
                on conflict (workflow) do update
                  set learned = excluded.learned, tasks = excluded.tasks, updated = excluded.updated
                  where d.learned < excluded.learned
                """)
            .bind("workflow", workflow)
            .bind("learned", learned.until().atOffset(ZoneOffset.UTC))
            .bind("tasks", Json.encode(json))
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute());
  }

  /// The attempts of the newest runs that ended after an instant, in the order of their ends.
  ///
  /// @param inputs the names of those that are told of each run
  public List<Made> since(String workflow, Instant since, List<String> inputs) {
    var decoded = new HashMap<String, Map<String, Object>>();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(MADE)
            .bind("workflow", workflow)
            .bind("since", since.atOffset(ZoneOffset.UTC))
            .bind("inputs", SqlArray.texts(inputs))
            .bind("sought", SOUGHT)
            .bind("most", MOST_RUNS)
            .map((row, _) ->
                new Made(
                    row.getString("task"),
                    new Of(
                        row.getObject("business_date", LocalDate.class),
                        row.getObject("run_ended", OffsetDateTime.class).toInstant(),
                        decoded.computeIfAbsent(row.getString("inputs"), Json::decode)),
                    "succeeded".equals(row.getString("state")) ? How.SUCCEEDED : How.FAILED,
                    row.getLong("millis")))
            .list());
  }
}
