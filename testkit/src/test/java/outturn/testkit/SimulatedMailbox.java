package outturn.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import outturn.store.audit.Act;
import outturn.store.json.Json;
import outturn.store.mailbox.Mailbox;

/// The table of messages in memory.
final class SimulatedMailbox implements Mailbox {
  private final Map<Long, Letter> rows = new TreeMap<>();
  private final Runnable bell;
  private long newest;

  SimulatedMailbox(Runnable bell) {
    this.bell = bell;
  }

  @Override
  public List<Long> post(Collection<Letter> letters) {
    return letters.stream().map(this::post).toList();
  }

  private long post(Letter letter) {
    bell.run();
    for (var row : rows.entrySet()) {
      if (row.getValue().dedupeKey().equals(letter.dedupeKey())) return row.getKey();
    }
    var body = Json.decode(Json.encode(letter.body()));
    rows.put(++newest, new Letter(letter.to(), letter.dedupeKey(), body));
    return newest;
  }

  @Override
  public void post(Letter letter, Act act, Instant now) {
    post(letter);
  }

  @Override
  public List<Message> read(Collection<Integer> partitions, long worker, int limit) {
    return rows.entrySet().stream()
        .filter(row -> isFor(row.getValue().to(), partitions, worker))
        .limit(limit)
        .map(row -> new Message(row.getKey(), row.getValue().body()))
        .toList();
  }

  private static boolean isFor(Address to, Collection<Integer> partitions, long worker) {
    return switch (to) {
      case Address.Owner(var partition) -> partitions.contains(partition);
      case Address.Worker(var incarnation) -> incarnation == worker;
    };
  }

  @Override
  public void drop(Collection<Long> messages) {
    rows.keySet().removeAll(messages);
  }

  @Override
  public Set<Long> waiting(Collection<Long> messages) {
    var waiting = new HashSet<>(messages);
    waiting.retainAll(rows.keySet());
    return waiting;
  }

  /// How many wait for the owner of a partition.
  long waitingForOwners() {
    return rows.values().stream().filter(row -> row.to() instanceof Address.Owner).count();
  }
}
