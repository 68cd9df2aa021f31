package outturn.store.event;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Fate;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;
import outturn.store.mailbox.Mailbox.Letter;
import outturn.store.mailbox.SqlMailbox;

/// The events that came, in the database.
public final class Events {
  // An event whose key is there already has come before.
  private static final String ADD =
      """
      insert into seen_event (trigger, part, key, partition, state, business_date, came, last_seen, event_values)
      values (:trigger, :part, :key, :partition, :state, :businessDate, :came, :came, cast(:values as jsonb))
      on conflict do nothing
      """;

  private final Jdbi jdbi;

  public Events(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// An event, and the message to the keeper of its trigger.
  public record Incoming(Arrived event, Letter letter) {}

  /// Writes events and tells the keepers of their triggers, all or nothing. One that came before is
  /// left as it is, and nobody is told again.
  ///
  /// @return how many are new
  public int receive(Collection<Incoming> events) {
    if (events.isEmpty()) return 0;
    return jdbi.inTransaction(handle -> {
      int fresh = 0;
      for (var each : events) {
        if (!add(handle, each.event(), Fate.RECEIVED)) continue;
        SqlMailbox.post(handle, each.letter());
        fresh++;
      }
      return fresh;
    });
  }

  /// Whether it is new.
  static boolean add(Handle handle, Arrived event, Fate fate) {
    return handle
            .createUpdate(ADD)
            .bind("trigger", event.trigger())
            .bind("part", event.part())
            .bind("key", event.key())
            .bind("partition", event.partition())
            .bind("state", fate.word())
            .bind("businessDate", event.businessDate())
            .bind("came", event.at())
            .bind("values", Json.encode(event.values()))
            .execute()
        > 0;
  }

  /// Keeps events for which no run is started.
  public void keep(Collection<Arrived> events, Fate fate) {
    jdbi.useTransaction(handle -> events.forEach(event -> add(handle, event, fate)));
  }

  /// Whether files of a path were looked for before.
  public boolean watched(String trigger, String part, String path) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select 1 from file_watch where trigger = :trigger and part = :part and path = :path")
            .bind("trigger", trigger)
            .bind("part", part)
            .bind("path", path)
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /// Begins to watch a path: these files were there before, and are kept as ignored.
  public void watch(String trigger, String part, String path, List<Arrived> before, Instant now) {
    jdbi.useTransaction(handle -> {
      int fresh =
          handle
              .createUpdate(
                  """
                  insert into file_watch values (:trigger, :part, :path, :now) on conflict do nothing
                  """)
              .bind("trigger", trigger)
              .bind("part", part)
              .bind("path", path)
              .bind("now", now)
              .execute();
      if (fresh > 0) before.forEach(event -> add(handle, event, Fate.IGNORED));
    });
  }

  /// Those of these keys under which something came.
  public Set<String> seen(String trigger, String part, Collection<String> keys) {
    if (keys.isEmpty()) return Set.of();
    return new HashSet<>(
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    select key from seen_event where trigger = :trigger and part = :part and key = any(:keys)
                    """)
                .bind("trigger", trigger)
                .bind("part", part)
                .bind("keys", SqlArray.texts(keys))
                .mapTo(String.class)
                .list()));
  }

  /// What came is still there: it is kept for longer.
  public void stillThere(String trigger, String part, Collection<String> keys, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update seen_event set last_seen = :now
                where trigger = :trigger and part = :part and key = any(:keys)
                """)
            .bind("trigger", trigger)
            .bind("part", part)
            .bind("keys", SqlArray.texts(keys))
            .bind("now", now)
            .execute());
  }

  /// What came under this key, and what has become of it.
  public Optional<EventEntry> find(String trigger, String part, String key) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from seen_event where trigger = :trigger and part = :part and key = :key")
            .bind("trigger", trigger)
            .bind("part", part)
            .bind("key", key)
            .map((row, _) -> EventRows.entry(row))
            .findOne());
  }

  /// The newest events first.
  ///
  /// @param workflow whose triggers they came for; empty for all
  /// @param before only those that came before it
  public List<EventEntry> newest(
      Optional<String> workflow, Optional<Fate> fate, Optional<Instant> before, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from seen_event
                where (:workflow = '' or starts_with(trigger, :workflow || '/'))
                  and (:state = '' or state = :state)
                  and (cast(:before as timestamptz) is null or came < :before)
                order by came desc, trigger, part, key limit :limit
                """)
            .bind("workflow", workflow.orElse(""))
            .bind("state", fate.map(Fate::word).orElse(""))
            .bind("before", before.orElse(null))
            .bind("limit", limit)
            .map((row, _) -> EventRows.entry(row))
            .list());
  }
}
