package outturn.store.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outturn.definition.workflow.Failure;
import outturn.engine.decide.Change;
import outturn.engine.decide.Event;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.store.json.Json;
import outturn.store.run.VerdictJson;

/// The changes of one batch, sorted by the statement that writes them.
final class Sheets {
  private static final String TIME = "timestamptz";

  private final Sheet runs =
      Sheet.of(
          """
          insert into run (id, workflow, project, version, state, business_date, created, started, due,
            inputs, started_by, schedule, triggered_by, parent_run, parent_task, parent_item,
            parent_attempt, priority, turns, backfill)
          select u.id, u.workflow, v.project, u.version, u.state, u.business_date, u.created, u.started,
            u.due, u.inputs, u.started_by, u.schedule, u.triggered_by, u.parent_run, u.parent_task,
            u.parent_item, u.parent_attempt, u.priority, u.turns, u.backfill
          from {rows} as u (id, workflow, version, state,
            business_date, created, started, due, inputs, started_by, schedule, triggered_by, parent_run,
            parent_task, parent_item, parent_attempt, priority, turns, backfill)
          join project_version v on v.id = u.version
          """,
          "int8",
          "text",
          "int8",
          "text",
          "date",
          TIME,
          TIME,
          TIME,
          "jsonb",
          "text",
          "int8",
          "text",
          "int8",
          "text",
          "int4",
          "int4",
          "int2",
          "jsonb",
          "text");

  private final Sheet live =
      Sheet.of(
          "insert into live_run (id, partition, workflow) select * from {rows}",
          "int8",
          "int2",
          "text");

  private final Sheet liveAgain =
      Sheet.of(
          """
          insert into live_run (id, partition, workflow)
          select r.id, u.partition, r.workflow
          from {rows} as u (id, partition) join run r on r.id = u.id
          """,
          "int8",
          "int2");

  private final WeeklySheet started =
      new WeeklySheet(
          "run",
          """
          update {table} r set state = 'running', started = u.at
          from {rows} as u (id, at) where r.id = u.id
          """,
          "int8",
          TIME);

  private final WeeklySheet reopened =
      new WeeklySheet(
          "run",
          """
          update {table} r set state = u.state, ended = null, note = null, cancelled_by = null
          from {rows} as u (id, state) where r.id = u.id
          """,
          "int8",
          "text");

  private final WeeklySheet ended =
      new WeeklySheet(
          "run",
          """
          update {table} r set state = u.state, ended = u.at, note = u.note, warnings = u.warnings
          from {rows} as u (id, state, at, note, warnings)
          where r.id = u.id
          """,
          "int8",
          "text",
          TIME,
          "text",
          "int4");

  private final Sheet notLive = Sheet.of("delete from live_run where id = any(?)", "int8");

  private final WeeklySheet cancelAsked =
      new WeeklySheet(
          "run",
          "update {table} r set cancelled_by = u.by from {rows} as u (id, by) where r.id = u.id",
          "int8",
          "text");

  private final WeeklySheet prioritised =
      new WeeklySheet(
          "run",
          "update {table} r set priority = u.p from {rows} as u (id, p) where r.id = u.id",
          "int8",
          "int2");

  private final Sheet attempts =
      Sheet.of(
          """
          insert into attempt (run, task, item, attempt, state, token, worker, started, ended, failure,
            message, outputs)
          select * from {rows}
          """,
          "int8",
          "text",
          "int4",
          "int4",
          "text",
          "int8",
          "int8",
          TIME,
          TIME,
          "text",
          "text",
          "jsonb");

  private final WeeklySheet attemptsEnded =
      new WeeklySheet(
          "attempt",
          """
          update {table} a set state = u.state, ended = u.at, exit_code = u.exit_code,
            failure = u.failure, message = u.message, outputs = coalesce(u.outputs, a.outputs)
          from {rows} as u (run, task, item, attempt, state, at, exit_code,
            failure, message, outputs)
          where a.run = u.run and a.task = u.task and a.item = u.item and a.attempt = u.attempt
          """,
          "int8",
          "text",
          "int4",
          "int4",
          "text",
          TIME,
          "int4",
          "text",
          "text",
          "jsonb");

  private final WeeklySheet attemptsMoved =
      new WeeklySheet(
          "attempt",
          """
          update {table} a set token = u.token, worker = u.worker
          from {rows} as u (run, task, item, attempt, token, worker)
          where a.run = u.run and a.task = u.task and a.item = u.item and a.attempt = u.attempt
          """,
          "int8",
          "text",
          "int4",
          "int4",
          "int8",
          "int8");

  private final Sheet timers =
      Sheet.of(
          "insert into timer (partition, due, run, what) select * from {rows}",
          "int2",
          TIME,
          "int8",
          "text");

  private final Sheet timersCleared =
      Sheet.byKey(
          """
          delete from timer t using {rows} as u (run, what) where t.run = u.run and t.what = u.what
          """,
          "int8",
          "text");

  private final Sheet grants =
      Sheet.of(
          "insert into pool_grant (pool, token, run, amount) select * from {rows}",
          "text",
          "int8",
          "int8",
          "int4");

  private final Sheet released = Sheet.of("delete from pool_grant where token = any(?)", "int8");

  private final DueSheets dues = new DueSheets();

  private final Sheet keys =
      Sheet.of(
          """
          insert into idempotency (principal, key, body_hash, run, created, verdict)
          select * from {rows}
          """,
          "text",
          "text",
          "text",
          "int8",
          TIME,
          "jsonb");

  private final MarkSheets marks = new MarkSheets();

  // In the order of the acts: their ids grow with time.
  private final Sheet audit =
      Sheet.of(
          """
          insert into audit (at, who, action, subject, details)
          select u.at, u.who, u.action, u.subject, u.details
          from {rows} with ordinality as u (at, who, action, subject, details, place)
          order by u.place
          """,
          TIME,
          "text",
          "text",
          "text",
          "jsonb");

  private final EventSheets events = new EventSheets();
  private final NewsSheet news = new NewsSheet();

  private final Sheet taken = Sheet.of("delete from message where seq = any(?)", "int8");

  void add(Change change) {
    switch (change) {
      case Change.RunAdded(var row) -> add(row);
      case Change.RunStarted(var run, var at) -> started.of(run).row(run.value(), at.toString());
      case Change.RunEnded(var run, var state, var at, var note, var warnings) -> {
        ended.of(run).row(run.value(), state.word(), at.toString(), note.orElse(null), warnings);
        notLive.row(run.value());
      }
      case Change.RunReopened(var run, var state) -> {
        reopened.of(run).row(run.value(), state.word());
        liveAgain.row(run.value(), run.partition());
      }
      case Change.MarkSet(var mark) -> marks.set(mark);
      case Change.MarkCleared(var run, var task, var kind) -> marks.clear(run, task, kind);
      case Change.CancelAsked(var run, var by) -> cancelAsked.of(run).row(run.value(), by);
      case Change.Prioritised(var run, var priority) ->
          prioritised.of(run).row(run.value(), priority);
      case Change.AttemptAdded(var row) -> add(row);
      case Change.AttemptEnded attempt -> add(attempt);
      case Change.AttemptMoved(var id, var by) -> moved(id, by);
      case Change.TimerSet(var timer, var due) ->
          timers.row(timer.run().partition(), due.toString(), timer.run().value(), timer.what());
      case Change.TimerCleared(var timer) -> timersCleared.row(timer.run().value(), timer.what());
      case Change.Granted(var run, var token, var pools) ->
          pools.forEach((pool, amount) -> grants.row(pool, token, run.value(), amount));
      case Change.Released(var token) -> released.row(token);
      case Change.Occurred occurred -> dues.add(occurred);
      case Change.OccurrenceMissed(var run, var reason) -> dues.missed(run, reason);
      case Change.Looked(var schedule, var until) -> dues.looked(schedule, until);
      case Change.KeyKept(var key, var run, var at) -> keep(key, run, at, null);
      case Change.Answered(var key, var run, var verdict, var at) ->
          keep(key, run, at, Json.encode(VerdictJson.of(verdict)));
      case Change.MessageTaken(var message) -> taken.row(message);
      case Change.OfEvents ofEvents -> events.add(ofEvents);
      case Change.Told(var told, var at) -> news.add(told, at);
      case Change.Audited(var act, var at) ->
          audit.row(
              at.toString(), act.who(), act.action(), act.subject(), Json.encode(act.details()));
    }
  }

  private void moved(AttemptId id, Rows.By by) {
    attemptsMoved
        .of(id.run())
        .row(id.run().value(), id.task(), id.item(), id.attempt(), by.token(), by.worker());
  }

  private void keep(Event.Key key, RunId run, Instant at, @Nullable String verdict) {
    keys.row(key.principal(), key.key(), key.bodyHash(), run.value(), at.toString(), verdict);
  }

  private void add(Rows.RunRow row) {
    var order = row.order();
    var origin = OriginColumns.of(order.origin());
    runs.row(
        row.id().value(),
        order.workflow(),
        row.version(),
        row.state().word(),
        order.businessDate().toString(),
        row.times().created().toString(),
        text(row.times().started()),
        text(order.due()),
        json(order.inputs()),
        origin.user(),
        origin.schedule(),
        origin.trigger(),
        origin.parentRun(),
        origin.parentTask(),
        origin.parentItem(),
        origin.parentAttempt(),
        order.terms().priority().orElse(null),
        json(Map.copyOf(order.terms().turns())),
        order.terms().backfill().orElse(null));
    live.row(row.id().value(), row.id().partition(), order.workflow());
  }

  private void add(Rows.AttemptRow row) {
    var id = row.id();
    attempts.row(
        id.run().value(),
        id.task(),
        id.item(),
        id.attempt(),
        row.state().word(),
        row.by().token(),
        row.by().worker(),
        text(row.times().started()),
        text(row.times().ended()),
        row.failure().map(Sheets::kind).orElse(null),
        row.failure().map(Failure::message).or(row::note).orElse(null),
        json(row.outputs()));
  }

  private void add(Change.AttemptEnded change) {
    var id = change.attempt();
    attemptsEnded
        .of(id.run())
        .row(
            id.run().value(),
            id.task(),
            id.item(),
            id.attempt(),
            change.state().word(),
            change.at().toString(),
            change.failure().flatMap(Failure::exitCode).orElse(null),
            change.failure().map(Sheets::kind).orElse(null),
            change.failure().map(Failure::message).orElse(null),
            json(change.outputs()));
  }

  private static String kind(Failure failure) {
    return failure.kind().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }

  private static @Nullable String json(Map<String, Object> values) {
    return values.isEmpty() ? null : Json.encode(values);
  }

  /// Those with rows, in an order in which what one statement needs was written by an earlier one.
  List<Sheet> written() {
    return Stream.of(
            Stream.of(runs, live),
            started.written(),
            reopened.written(),
            Stream.of(liveAgain),
            Stream.of(attempts),
            attemptsMoved.written(),
            attemptsEnded.written(),
            cancelAsked.written(),
            prioritised.written(),
            ended.written(),
            Stream.of(notLive, timers, timersCleared, grants, released),
            events.written(),
            marks.written(),
            dues.written(),
            Stream.of(keys, audit, news.sheet, taken))
        .flatMap(sheets -> sheets)
        .filter(sheet -> !sheet.isEmpty())
        .toList();
  }
}
