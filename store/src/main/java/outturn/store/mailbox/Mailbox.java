package outturn.store.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import outturn.engine.run.RunId;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.json.Json;

/// The one mailbox: rows that the sender's transaction writes and the receiver's deletes.
public final class Mailbox {
  // The same thing said twice is one message.
  private static final String POST =
      """
      insert into message (partition, dedupe_key, body)
      values (:partition, :key, cast(:body as jsonb))
      on conflict (dedupe_key) do nothing
      """;

  private static final String READ =
      """
      select seq, body from message
      where partition = any(:partitions) and seq > :after order by seq limit :limit
      """;

  private final Jdbi jdbi;

  public Mailbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A message that has not been taken yet.
  ///
  /// @param body its `kind` says what it is
  public record Message(long seq, Map<String, Object> body) {}

  /// Asks the owner of a run to end it, and keeps in the audit trail who did.
  public void cancel(RunId run, String by, Optional<String> why, Instant now) {
    Map<String, Object> details =
        why.<Map<String, Object>>map(w -> Map.of("why", w)).orElse(Map.of());
    jdbi.useTransaction(handle -> {
      post(
          handle,
          run.partition(),
          "cancel:" + run,
          Map.of("kind", "cancel", "run", run.toString(), "by", by));
      new Audit(() -> now).record(handle, new Act(by, "run cancel", run.toString(), details));
    });
  }

  /// Writes a message in a transaction of the caller's.
  public static void post(
      Handle handle, int partition, String dedupeKey, Map<String, Object> body) {
    handle
        .createUpdate(POST)
        .bind("partition", partition)
        .bind("key", dedupeKey)
        .bind("body", Json.encode(body))
        .execute();
  }

  /// The oldest messages for these partitions after a number.
  public List<Message> read(Collection<Integer> partitions, long after, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(READ)
            .bindArray("partitions", Integer.class, partitions.toArray())
            .bind("after", after)
            .bind("limit", limit)
            .map((row, _) -> new Message(row.getLong("seq"), Json.decode(row.getString("body"))))
            .list());
  }
}
