package outturn.store.mailbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import outturn.store.audit.Act;
import outturn.store.audit.Audit;
import outturn.store.database.SqlArray;
import outturn.store.json.Json;

/// The mailbox of a PostgreSQL.
public final class SqlMailbox implements Mailbox {
  // The same thing said twice is one message.
  private static final String POST =
      """
      insert into message (partition, worker, dedupe_key, body)
      values (:partition, :worker, :key, cast(:body as jsonb))
      on conflict (dedupe_key) do update set dedupe_key = excluded.dedupe_key returning seq
      """;
  private static final String READ =
      """
      select seq, body from message
      where partition = any(:partitions) or worker = :worker order by seq limit :limit
      """;
  private static final int NO_PARTITION = -1;

  private final Jdbi jdbi;

  public SqlMailbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Long> post(Collection<Letter> letters) {
    if (letters.isEmpty()) return List.of();
    return fit(handle -> {
      var numbers = new ArrayList<Long>();
      for (var letter : letters) numbers.add(post(handle, letter));
      return numbers;
    });
  }

  @Override
  public void post(Letter letter, Act act, Instant now) {
    fit(handle -> {
      new Audit(() -> now).record(handle, act);
      return List.of(post(handle, letter));
    });
  }

  private List<Long> fit(HandleCallback<List<Long>, RuntimeException> posting) {
    try {
      return jdbi.inTransaction(posting);
    } catch (JdbiException failure) {
      if (!(failure.getCause() instanceof SQLException sql)) throw failure;
      var state = String.valueOf(sql.getSQLState());
      boolean unfit = state.startsWith("22") || state.startsWith("23");
      throw unfit ? new Unfit("%s: %s".formatted(state, sql.getMessage()), failure) : failure;
    }
  }

  /// Writes a message in a transaction of the caller's, and tells the nodes when it commits.
  /// Answers its number, or that of the same one that waits already.
  public static long post(Handle handle, Letter letter) {
    int partition = letter.to() instanceof Address.Owner(var owner) ? owner : NO_PARTITION;
    @Nullable Long worker =
        letter.to() instanceof Address.Worker(var incarnation) ? incarnation : null;
    var number =
        handle
            .createQuery(POST)
            .bind("partition", partition)
            .bind("worker", worker)
            .bind("key", letter.dedupeKey())
            .bind("body", Json.encode(letter.body()))
            .mapTo(Long.class)
            .one();
    Bell.ring(handle);
    return number;
  }

  @Override
  public List<Message> read(Collection<Integer> partitions, long worker, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(READ)
            .bind("partitions", SqlArray.ints(partitions))
            .bind("worker", worker)
            .bind("limit", limit)
            .map((row, _) -> new Message(row.getLong("seq"), Json.decode(row.getString("body"))))
            .list());
  }

  @Override
  public void drop(Collection<Long> messages) {
    jdbi.useTransaction(handle ->
        handle
            .createUpdate("delete from message where seq = any(:messages)")
            .bind("messages", SqlArray.longs(messages))
            .execute());
  }

  @Override
  public Set<Long> waiting(Collection<Long> messages) {
    return jdbi.withHandle(handle ->
        new HashSet<>(
            handle
                .createQuery("select seq from message where seq = any(:messages)")
                .bind("messages", SqlArray.longs(messages))
                .mapTo(Long.class)
                .list()));
  }
}
