package outturn.testkit.database;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;
import outturn.store.audit.Act;
import outturn.store.json.Json;
import outturn.store.mailbox.Mailbox;

/// The table of messages in memory.
public final class SimulatedMailbox implements Mailbox {
  private final Map<Long, Letter> rows = new TreeMap<>();
  private final Runnable bell;
  private final BiConsumer<Instant, Act> audit;
  private long newest;

  SimulatedMailbox(Runnable bell, BiConsumer<Instant, Act> audit) {
    this.bell = bell;
    this.audit = audit;
  }

  /// The number of the message that was written last.
  public long newest() {
    return newest;
  }

  @Override
  public List<Long> post(Collection<Letter> letters) {
    letters.forEach(SimulatedMailbox::requireFit);
    return letters.stream().map(this::post).toList();
  }

  private static void requireFit(Letter letter) {
    if (Unstorable.isPartOf(letter.dedupeKey()) || Unstorable.isPartOf(letter.body())) {
      throw new Unfit("22P05: " + letter);
    }
  }

  private long post(Letter letter) {
    bell.run();
    // A number is used up in any case.
    newest++;
    for (var row : rows.entrySet()) {
      if (row.getValue().dedupeKey().equals(letter.dedupeKey())) return row.getKey();
    }
    var body = Json.decode(Json.encode(letter.body()));
    rows.put(newest, new Letter(letter.to(), letter.dedupeKey(), body));
    return newest;
  }

  @Override
  public void post(Letter letter, Act act, Instant now) {
    requireFit(letter);
    if (act.toString().indexOf('\0') >= 0 || Unstorable.isPartOf(act.details())) {
      throw new Unfit("22P05: " + act);
    }
    post(letter);
    audit.accept(now, act);
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

  /// Nobody will take what is for these workers.
  void dropTo(LongPredicate workers) {
    rows.values()
        .removeIf(row ->
            row.to() instanceof Address.Worker(var incarnation) && workers.test(incarnation));
  }

  /// How many wait for the owner of a partition.
  public long waitingForOwners() {
    return rows.values().stream().filter(row -> row.to() instanceof Address.Owner).count();
  }
}
