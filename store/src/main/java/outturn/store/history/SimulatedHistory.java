package outturn.store.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.store.database.ConnectionSettings;
import outturn.store.database.SqlArray;
import outturn.store.log.Chunk;
import outturn.store.log.Frame;
import outturn.store.log.LogStore;
import outturn.store.log.Stream;
import outturn.store.range.Ranges;

/// Writes finished runs of the past straight into the tables of a server, as many as would take it
/// years.
///
/// Workflows that stand first in the list run most often. Of 100 runs four fail at their last task
/// and two are cancelled there; one in twenty was called by the run before it.
public final class SimulatedHistory {
  private static final Duration PART = Duration.ofDays(1);
  private static final Duration WITH_LOGS = Duration.ofDays(30);
  private static final int CHUNKS_AT_ONCE = 2_000;

  // The share of the first of n workflows is the root of 1/n.
  private static final String RUNS =
      """
      insert into run (id, workflow, project, version, state, business_date, created, started, ended,
        started_by, parent_run, parent_task, parent_item, parent_attempt, note)
      select i.id, w.name, w.project, w.version, i.state, (i.at at time zone 'UTC')::date - 1, i.at, i.at,
        i.at + w.tasks * interval '20 seconds',
        case when i.child then null else 'ann' end,
        case when i.child then i.before end,
        case when i.child then 't1' end,
        case when i.child then 0 end,
        case when i.child then 1 end,
        case i.state when 'failed' then 't' || w.tasks || ' failed' end
      from (
        select ((m.millis - :epoch) << 21) | ((g % 64) << 15) as id,
          to_timestamp(m.millis / 1000.0) as at,
          ((m.millis - m.step - :epoch) << 21) | (((g + 63) % 64) << 15) as before,
          g % 20 = 19 as child,
          case when m.luck < 4 then 'failed' when m.luck < 6 then 'cancelled' else 'succeeded' end as state,
          floor(:workflows * power(m.share, 2))::int as place
        from generate_series(0, :count - 1) g
          cross join lateral (
            select :from + g * :step as millis, cast(:step as bigint) as step,
              abs(hashint8(g + :from) % 100) as luck,
              abs(hashint8(3 * g + :from) % 1000000) / 1000000.0 as share) m) i
        join simulated_workflow w on w.place = i.place
      """;

  private static final String ATTEMPTS =
      """
      insert into attempt (run, task, item, attempt, state, token, worker, started, ended, exit_code,
        failure, message, outputs)
      select r.id, 't' || t, 0, 1, e.state, r.id + t, 1,
        r.started + (t - 1) * interval '20 seconds', r.started + t * interval '20 seconds',
        case e.state when 'failed' then 1 end,
        case e.state when 'failed' then 'exit' end,
        case e.state when 'failed' then 'the process ended with 1' end,
        case when t = 1 and r.id % 3 = 0 then '{"rows": 12345}'::jsonb end
      from run r
        join simulated_workflow w on w.name = r.workflow
        cross join generate_series(1, w.tasks) t
        cross join lateral (select case when t = w.tasks then r.state else 'succeeded' end as state) e
      where r.id >= :first and r.id < :last
        and not exists (select from attempt a where a.run = r.id) -- of an earlier history
      """;

  private final Jdbi jdbi;

  private SimulatedHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// @param settings of the server's own database
  public static SimulatedHistory in(ConnectionSettings settings) {
    return new SimulatedHistory(
        Jdbi.create(settings.jdbcUrl(), settings.user(), settings.password()));
  }

  /// A workflow in force, with tasks `t1` to `tN`.
  ///
  /// @param version the id of the version that says it
  public record Simulated(String name, String project, long version, int tasks) {}

  /// What is there now.
  public record Progress(long runs, long taskRuns, Instant until) {}

  /// The id of the version of a project that is in force.
  public long version(String project) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select current from project where name = :project")
            .bind("project", project)
            .mapTo(Long.class)
            .one());
  }

  /// Spreads so many task runs evenly over a time before now, a day in a transaction.
  public void fill(
      List<Simulated> workflows,
      long taskRuns,
      Duration past,
      Instant now,
      Consumer<Progress> progress) {
    var from = now.minus(past);
    new Ranges(jdbi, InstantSource.fixed(from)).make(Math.toIntExact(past.toDays() / 7 + 1));
    try (var handle = jdbi.open()) {
      prepare(handle, workflows);
      long runs = 0;
      long tasks = 0;
      long parts = past.toDays();
      for (long part = 0; part < parts; part++) {
        var begin = from.plus(PART.multipliedBy(part));
        long wanted = taskRuns * (part + 1) / parts - tasks;
        var count = Math.max(1, Math.round(wanted / meanTasks(workflows)));
        runs += handle.inTransaction(each -> runs(each, begin, count, workflows.size()));
        tasks += handle.inTransaction(each -> attempts(each, begin));
        if (begin.isAfter(now.minus(WITH_LOGS))) logs(handle, begin);
        progress.accept(new Progress(runs, tasks, begin.plus(PART)));
      }
      handle.execute("vacuum (analyze) run, attempt, log, unsuccessful_run");
    }
  }

  /// Of the workflows as they are drawn.
  private static double meanTasks(List<Simulated> workflows) {
    double n = workflows.size();
    double mean = 0;
    for (int place = 0; place < workflows.size(); place++) {
      double share = Math.sqrt((place + 1) / n) - Math.sqrt(place / n);
      mean += share * workflows.get(place).tasks();
    }
    return mean;
  }

  private static void prepare(Handle handle, List<Simulated> workflows) {
    handle.execute(
        """
        create temporary table simulated_workflow (
          place int primary key, name text, project text, version bigint, tasks int)
        """);
    handle
        .createUpdate(
            """
            insert into simulated_workflow
            select place - 1, name, project, version, tasks
            from unnest(:names, :projects, :versions, :tasks) with ordinality
              as w (name, project, version, tasks, place)
            """)
        .bind("names", SqlArray.texts(workflows.stream().map(Simulated::name).toList()))
        .bind("projects", SqlArray.texts(workflows.stream().map(Simulated::project).toList()))
        .bind("versions", SqlArray.longs(workflows.stream().map(Simulated::version).toList()))
        .bind("tasks", SqlArray.ints(workflows.stream().map(Simulated::tasks).toList()))
        .execute();
    handle.execute("analyze simulated_workflow");
  }

  private static long runs(Handle handle, Instant from, long count, int workflows) {
    return handle
        .createUpdate(RUNS)
        .bind("epoch", RunId.firstAt(Instant.EPOCH).time().toEpochMilli())
        .bind("from", from.toEpochMilli())
        .bind("step", PART.toMillis() / count)
        .bind("count", count)
        .bind("workflows", workflows)
        .execute();
  }

  private static long attempts(Handle handle, Instant from) {
    return handle
        .createUpdate(ATTEMPTS)
        .bind("first", RunId.firstAt(from).value())
        .bind("last", RunId.firstAt(from.plus(PART)).value())
        .execute();
  }

  private void logs(Handle handle, Instant from) {
    var chunks =
        handle
            .createQuery("select id, created from run where id >= :first and id < :last")
            .bind("first", RunId.firstAt(from).value())
            .bind("last", RunId.firstAt(from.plus(PART)).value())
            .map((row, _) -> chunk(new RunId(row.getLong(1)), row.getTimestamp(2).toInstant()))
            .list();
    var store = new LogStore(jdbi);
    for (int place = 0; place < chunks.size(); place += CHUNKS_AT_ONCE) {
      store.append(chunks.subList(place, Math.min(place + CHUNKS_AT_ONCE, chunks.size())));
    }
  }

  private static Chunk chunk(RunId run, Instant at) {
    var text = "read 12345 rows of %s, wrote them, and all was well\n".formatted(run);
    return new Chunk(
        new AttemptId(run, "t1", 0, 1),
        1,
        List.of(new Frame(at, Stream.OUT, text.getBytes(UTF_8))));
  }
}
