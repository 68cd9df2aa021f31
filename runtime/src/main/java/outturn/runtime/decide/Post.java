package outturn.runtime.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Effect;
import outturn.engine.decide.Event;
import outturn.runtime.lease.Lease;
import outturn.runtime.work.Worker;
import outturn.store.mailbox.Mailbox;
import outturn.store.ownership.Claim;

/// The loop's way to the mailbox. What has come is fetched at once when somebody rings, and every
/// few seconds in any case. A report of this node's worker to another node stays in hand until the
/// other has taken it: as long as that, the attempt counts as under way here.
public final class Post {
  private static final Logger LOG = LoggerFactory.getLogger(Post.class);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final int MOST = 500;

  private final Mailbox mailbox;
  private final Memory memory;
  private final Worker worker;
  private final Lease lease;
  private final AtomicBoolean rung = new AtomicBoolean(true);
  // Read, and not yet taken; and those that this version cannot read, which are left for another.
  private final Set<Long> underWay = new HashSet<>();
  private final Set<Long> unknown = new HashSet<>();
  private final Map<Long, Long> inHand = new HashMap<>();
  private Instant nextSweep = Instant.MIN;

  public Post(Mailbox mailbox, Memory memory, Worker worker, Lease lease) {
    this.mailbox = mailbox;
    this.memory = memory;
    this.worker = worker;
    this.lease = lease;
  }

  /// A message was just written; wake the loop after this.
  public void ring() {
    rung.set(true);
  }

  /// The events of messages that have come.
  List<Event> collect(Claim claim, Instant now) {
    if (!rung.getAndSet(false) && now.isBefore(nextSweep)) return List.of();
    nextSweep = now.plus(SWEEP);
    var events = new ArrayList<Event>();
    try {
      var stops = new ArrayList<Long>();
      for (var message :
          mailbox.read(claim.partitions(), claim.fence().incarnation(), MOST + unknown.size())) {
        if (unknown.contains(message.seq()) || !underWay.add(message.seq())) continue;
        if (Letters.STOP.equals(message.body().get(Letters.KIND))) {
          worker.stop(Letters.token(message.body()), Letters.urgency(message.body()));
          stops.add(message.seq());
        } else {
          events.addAll(ruled(message));
          event(message).ifPresent(events::add);
        }
      }
      if (!stops.isEmpty()) mailbox.drop(stops);
      underWay.removeAll(stops);
      settle();
    } catch (RuntimeException failure) {
      LOG.warn("cannot read the mailbox; trying again: {}", failure.getMessage());
    }
    return events;
  }

  /// Triggers and policies come into force before what they are about.
  private List<Event> ruled(Mailbox.Message message) {
    if (!Letters.APPLIED.equals(message.body().get(Letters.KIND))) return List.of();
    return memory.ruled(String.valueOf(message.body().get("project")));
  }

  private Optional<Event> event(Mailbox.Message message) {
    var body = message.body();
    try {
      Event said =
          switch (String.valueOf(body.get(Letters.KIND))) {
            case Letters.CANCEL -> Letters.cancel(body);
            case Letters.OPERATE -> CommandLetters.read(body);
            case Letters.ANSWER -> Letters.answer(body);
            case Letters.APPLIED -> memory.applied(String.valueOf(body.get("project")));
            case Letters.HAPPENED -> Letters.happened(memory.version(Letters.version(body)), body);
            case Letters.ENDED -> Letters.ended(body);
            case Letters.REPORT -> Letters.report(body);
            case Letters.START ->
                new Event.Wanted(
                    memory.version(Letters.version(body)), Letters.order(body), Letters.key(body));
            default -> {
              // Of a newer node, which reads it when it owns the partition.
              underWay.remove(message.seq());
              if (unknown.add(message.seq())) LOG.warn("left for a newer version: {}", message);
              yield null;
            }
          };
      return Optional.ofNullable(said)
          .map(event -> new Event.Delivered(message.seq(), Optional.of(event)));
    } catch (IllegalArgumentException | IllegalStateException unfit) {
      LOG.error("a message that cannot be read, recorded and dropped: {}", message, unfit);
      return refused(message, String.valueOf(unfit.getMessage()));
    }
  }

  /// Records the message before it is taken; when that cannot be done now, it comes again.
  private Optional<Event> refused(Mailbox.Message message, String why) {
    try {
      memory.recordRefused(message.toString(), why);
      return Optional.of(new Event.Delivered(message.seq(), Optional.empty()));
    } catch (RuntimeException away) {
      underWay.remove(message.seq());
      return Optional.empty();
    }
  }

  /// Reports that others have taken are settled here.
  private void settle() {
    if (inHand.isEmpty()) return;
    var waiting = mailbox.waiting(inHand.values());
    var taken =
        inHand.entrySet().stream()
            .filter(report -> !waiting.contains(report.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    taken.forEach(this::settled);
  }

  /// A report about the attempt is committed, whatever it came to.
  void settled(long token) {
    inHand.remove(token);
    worker.settled(token);
  }

  /// Sends reports of this node's worker to the owners of their runs.
  ///
  /// @throws RuntimeException when the database is away: nothing is sent
  void send(List<Event.Reported> reports) {
    for (var reported : reports) {
      if (inHand.containsKey(reported.token())) continue;
      long number = mailbox.post(List.of(Letters.report(reported))).getFirst();
      if (worker.has(reported.token())) inHand.put(reported.token(), number);
    }
  }

  /// Has an attempt end, wherever it is under way.
  void stop(long token, Effect.Urgency urgency) {
    if (worker.has(token)) {
      worker.stop(token, urgency);
      return;
    }
    var letters =
        lease.audible().stream()
            .filter(other -> !lease.own(other))
            .sorted()
            .map(other -> Letters.stop(other, token, urgency))
            .toList();
    try {
      mailbox.post(letters);
    } catch (RuntimeException failure) {
      LOG.warn("cannot ask other workers to end an attempt: {}", failure.getMessage());
    }
  }

  /// What the message says comes in another way: it is not to be fetched again.
  void comes(long message) {
    underWay.add(message);
  }

  /// The message cannot be dealt with now: it is to be fetched again.
  void later(long message) {
    underWay.remove(message);
  }

  /// The message is dealt with and deleted.
  void taken(long message) {
    underWay.remove(message);
  }

  /// What the message says cannot be written: it is not to come again.
  void refused(long message) {
    mailbox.drop(List.of(message));
    underWay.remove(message);
  }

  void forget() {
    underWay.clear();
    unknown.clear();
    ring();
  }
}
