package outturn.store.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.Rows;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.trigger.Waiting;
import outturn.store.database.SqlArray;
import outturn.store.event.NeedRows;
import outturn.store.range.Week;

/// Runs, for programs and people.
public final class RunReader {
  /// The longest list that one call answers.
  public static final int MOST = 500;

  static final String ENTRIES =
      """
      select r.*, s.name as schedule_name
      from run r left join schedule s on s.id = r.schedule
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;

  /// @param clock by which runs are recent
  public RunReader(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /// The same runs, by backfill.
  public BackfillReader backfills() {
    return new BackfillReader(jdbi);
  }

  /// The same runs, by business date.
  public GridReader grid() {
    return new GridReader(jdbi);
  }

  /// What they hold and who works at them.
  public HoldingReader holdings() {
    return new HoldingReader(jdbi);
  }

  /// Runs, newest first.
  ///
  /// @param before the last one of the page before, to go on after it
  /// @param limit 1 to [#MOST]
  public List<RunEntry> newest(RunFilter filter, Optional<RunId> before, int limit) {
    requireLimit(limit);
    // Most pages are full of what is recent, and to look at a year of weeks takes 10 ms.
    var since = Week.of(before.map(RunId::time).orElseGet(clock::instant)).previous();
    if (filter.businessDate().filter(since.monday()::isAfter).isEmpty()) {
      var recent = newest(filter, before, Optional.of(since.first()), limit);
      if (recent.size() == limit) return recent;
    }
    return newest(filter, before, Optional.empty(), limit);
  }

  private List<RunEntry> newest(
      RunFilter filter, Optional<RunId> before, Optional<RunId> since, int limit) {
    var conditions = RunConditions.of(filter, before, since);
    try (var handle = jdbi.open();
        var query = handle.createQuery(ENTRIES + conditions + "order by r.id desc limit :limit")) {
      before.ifPresent(id -> query.bind("before", id.value()));
      filter.workflow().ifPresent(name -> query.bind("workflow", name));
      filter.project().ifPresent(name -> query.bind("project", name));
      filter.businessDate().ifPresent(date -> query.bind("date", date));
      filter.startedBy().ifPresent(user -> query.bind("user", user));
      filter.backfill().ifPresent(id -> query.bind("backfill", id));
      if (!filter.states().isEmpty()) {
        query.bind("states", SqlArray.texts(words(filter.states())));
      }
      return query.bind("limit", limit).map((row, _) -> entry(row)).list();
    }
  }

  public Optional<WholeRun> run(RunId id) {
    try (var handle = jdbi.open()) {
      return whole(handle, id);
    }
  }

  /// These runs with all their rows, as far as they are there.
  public List<WholeRun> runs(Collection<RunId> ids) {
    if (ids.isEmpty()) return List.of();
    try (var handle = jdbi.open()) {
      return WholeRuns.of(handle, ids);
    }
  }

  /// A run with all its rows, as they are in this transaction.
  public static Optional<WholeRun> whole(Handle handle, RunId id) {
    return entry(handle, id)
        .map(run -> new WholeRun(run, attempts(handle, id), MarkRows.of(handle, id)));
  }

  /// A run without its attempts.
  public Optional<RunEntry> entry(RunId id) {
    try (var handle = jdbi.open()) {
      return entry(handle, id);
    }
  }

  /// What changes whenever something of the run does; cheap to read.
  ///
  /// @param rows how many attempts and marks it has
  /// @param ended how many of the attempts are over
  public record Stamp(RunState state, long rows, long ended) {}

  /// How the run stands, for those who only want to know whether it has changed.
  public Optional<Stamp> stamp(RunId id) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select r.state, (select count(*) from mark where run = r.id) + a.rows as rows, a.ended
              from run r
                cross join lateral (
                  select count(*) as rows, count(ended) as ended from attempt where run = r.id) a
              where r.id = :id
              """)
          .bind("id", id.value())
          .map((row, _) ->
              new Stamp(
                  RunState.of(row.getString("state")), row.getLong("rows"), row.getLong("ended")))
          .findOne();
    }
  }

  /// Whether a run of this id, if there was one, can have been removed when its retention ended.
  public boolean mayHaveExpired(RunId id) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select exists (select from dropped_range where :id >= first_run and :id < end_run)
                or exists (select from retention where runs_until > :id)
              """)
          .bind("id", id.value())
          .mapTo(Boolean.class)
          .one();
    }
  }

  private static Optional<RunEntry> entry(Handle handle, RunId id) {
    return handle
        .createQuery(ENTRIES + "where r.id = :id")
        .bind("id", id.value())
        .map((row, _) -> entry(row))
        .findOne();
  }

  /// The runs that attempts of this run have started, oldest first.
  public List<RunEntry> children(RunId parent) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(ENTRIES + "where r.parent_run = :parent order by r.id")
          .bind("parent", parent.value())
          .map((row, _) -> entry(row))
          .list();
    }
  }

  /// How many runs of which workflows wait or run now, by workflow and state.
  public List<LiveCount> liveCounts() {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select l.workflow, r.state, count(*) as runs
              from live_run l join run r on r.id = l.id
              group by l.workflow, r.state
              order by l.workflow, r.state desc
              """)
          .map((row, _) ->
              new LiveCount(
                  row.getString("workflow"),
                  RunState.of(row.getString("state")),
                  row.getLong("runs")))
          .list();
    }
  }

  /// The last runs of each of these workflows, newest first; a workflow without runs is absent.
  public Map<String, List<RecentRun>> recent(Collection<String> workflows, int each) {
    requireLimit(each);
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select r.*
              from unnest(:workflows) as w(name)
                cross join lateral (
                  select workflow, id, state, business_date, created, started, ended
                  from run where workflow = w.name order by id desc limit :each) r
              order by r.id desc
              """)
          .bind("workflows", SqlArray.texts(workflows))
          .bind("each", each)
          .map((row, _) -> Map.entry(row.getString("workflow"), recentRun(row)))
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
  }

  /// Who holds how much of a pool, longest first.
  public List<PoolHolder> holders(String pool) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select a.*, l.workflow, g.amount
              from pool_grant g
                join attempt a on a.run = g.run and a.token = g.token
                join live_run l on l.id = g.run
              where g.pool = :pool
              order by a.started, a.run
              """)
          .bind("pool", pool)
          .map((row, _) -> {
            var attempt = AttemptRows.of(row);
            return new PoolHolder(
                attempt.id(),
                row.getString("workflow"),
                row.getInt("amount"),
                attempt.times().created());
          })
          .list();
    }
  }

  /// The attempts of a project that workers have.
  public List<Working> working(String project) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select a.*, r.workflow, r.version
              from live_run l
                join run r on r.id = l.id
                join attempt a on a.run = l.id
              where r.project = :project and a.state = 'running' and a.worker <> 0
              order by a.started, a.run
              """)
          .bind("project", project)
          .map((row, _) ->
              new Working(AttemptRows.of(row), row.getString("workflow"), row.getLong("version")))
          .list();
    }
  }

  /// The answer to an earlier request of this principal with this key.
  public Optional<KeptAnswer> kept(String principal, String key) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select body_hash, run, created, verdict from idempotency
              where principal = :principal and key = :key
              """)
          .bind("principal", principal)
          .bind("key", key)
          .map((row, _) ->
              new KeptAnswer(
                  row.getString("body_hash"),
                  new RunId(row.getLong("run")),
                  Columns.instant(row, "created"),
                  Optional.of(Columns.values(row, "verdict"))
                      .filter(json -> !json.isEmpty())
                      .map(VerdictJson::read)))
          .findOne();
    }
  }

  /// What a run waits for of other workflows that is not there.
  public List<Waiting.Need> open(RunId run) {
    return open(List.of(run)).getOrDefault(run, List.of());
  }

  /// What these runs wait for of other workflows that is not there; a run that waits for nothing is
  /// absent.
  public Map<RunId, List<Waiting.Need>> open(Collection<RunId> runs) {
    if (runs.isEmpty()) return Map.of();
    try (var handle = jdbi.open()) {
      return NeedRows.open(handle, runs);
    }
  }

  private static List<AttemptRow> attempts(Handle handle, RunId run) {
    return handle
        .createQuery(
            """
            select * from attempt where run = :run order by task, item, attempt
            """)
        .bind("run", run.value())
        .map((row, _) -> AttemptRows.of(row))
        .list();
  }

  static RunEntry entry(ResultSet row) throws SQLException {
    return new RunEntry(
        RunRows.of(row),
        row.getString("project"),
        Columns.text(row, "note"),
        row.getInt("warnings"),
        Columns.text(row, "schedule_name"));
  }

  private static RecentRun recentRun(ResultSet row) throws SQLException {
    return new RecentRun(
        new RunId(row.getLong("id")),
        RunState.of(row.getString("state")),
        row.getObject("business_date", LocalDate.class),
        new Rows.Times(
            Columns.instant(row, "created"),
            Columns.optionalInstant(row, "started"),
            Columns.optionalInstant(row, "ended")));
  }

  private static List<String> words(Set<RunState> states) {
    return states.stream().map(RunState::word).toList();
  }

  static void requireLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "a limit is a number from 1 to %d, not %d".formatted(MOST, limit));
    }
  }
}
