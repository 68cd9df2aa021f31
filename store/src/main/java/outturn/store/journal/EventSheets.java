package outturn.store.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import outturn.engine.decide.Change;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Ended;
import outturn.engine.trigger.Waiting;
import outturn.store.json.Json;

/// The changes of one batch about events, and about what runs wait for.
final class EventSheets {
  private static final String TIME = "timestamptz";

  // Nodes are told when it commits. The same end is told once, also when its run is done again long
  // after the message was taken.
  private final Sheet told =
      Sheet.of(
          """
          with ends as (select * from {rows} as u (partition, key, body)),
          fresh as (
            insert into end_told (partition, key) select partition, key from ends
            on conflict do nothing returning partition, key),
          told as (
            insert into message (partition, dedupe_key, body)
            select e.partition, 'ended:' || e.partition || ':' || e.key, e.body
            from ends e join fresh using (partition, key) returning seq)
          select pg_notify('outturn', '') from told limit 1
          """,
          "int2",
          "text",
          "jsonb");

  // The row of an event that came from outside is there already.
  private final Sheet decided =
      Sheet.of(
          """
          insert into seen_event (trigger, part, key, partition, state, business_date, came, last_seen,
            event_values, run, reason)
          select u.trigger, u.part, u.key, u.partition, u.state, u.business_date, u.came, u.came,
            u.event_values, u.run, u.reason
          from {rows} as u (trigger, part, key, partition, state, business_date, came, event_values, run,
            reason)
          on conflict (trigger, part, key) do update
          set state = excluded.state, run = excluded.run, reason = excluded.reason
          """,
          "text",
          "text",
          "text",
          "int2",
          "text",
          "date",
          TIME,
          "jsonb",
          "int8",
          "text");

  private final Sheet needs =
      Sheet.of(
          """
          insert into run_need (run, place, partition, workflow, task, business_date, until, first_run)
          select * from {rows}
          """,
          "int8",
          "int4",
          "int2",
          "text",
          "text",
          "date",
          TIME,
          "int8");

  private final Sheet needsRemoved = Sheet.of("delete from run_need where run = any(?)", "int8");

  // An event that waited and was joined in one batch is one row of it.
  private final Map<List<String>, Change.EventDecided> last = new LinkedHashMap<>();

  void add(Change.OfEvents change) {
    switch (change) {
      case Change.EndTold(var ended, var partition) -> told(ended, partition);
      case Change.EventDecided decided -> decided(decided);
      case Change.NeedAdded(var need) -> needAdded(need);
      case Change.NeedsRemoved(var run) -> needsRemoved.row(run.value());
    }
  }

  private void told(Ended ended, int partition) {
    var body = new LinkedHashMap<String, Object>();
    body.put("kind", "ended");
    body.put("partition", partition);
    body.putAll(ended.values());
    told.row(partition, ended.key(), Json.encode(body));
  }

  private void decided(Change.EventDecided change) {
    var event = change.event();
    last.put(List.of(event.trigger(), event.part(), event.key()), change);
  }

  private void needAdded(Waiting.Need need) {
    var wanted = need.wanted();
    needs.row(
        need.run().value(),
        need.place(),
        need.run().partition(),
        wanted.workflow(),
        wanted.task(),
        wanted.businessDate().toString(),
        need.until().map(Instant::toString).orElse(null),
        wanted.firstRun().value());
  }

  Stream<Sheet> written() {
    last.values().forEach(this::add);
    last.clear();
    return Stream.of(told, decided, needs, needsRemoved);
  }

  private void add(Change.EventDecided change) {
    var event = change.event();
    decided.row(
        event.trigger(),
        event.part(),
        event.key(),
        event.partition(),
        change.fate().word(),
        event.businessDate().toString(),
        event.at().toString(),
        Json.encode(event.values()),
        change.run().map(RunId::value).orElse(null),
        change.reason());
  }
}
