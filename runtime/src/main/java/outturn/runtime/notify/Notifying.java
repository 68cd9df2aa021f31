package outturn.runtime.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.store.notify.Message;
import outturn.store.notify.MessageMaker;
import outturn.store.notify.NewsSorter;
import outturn.store.notify.Outbox;

/// Sorts news, makes messages of what is due, and sends them: each channel by itself, so that one
/// that does not answer holds up no other, and nothing else.
///
/// A message is sent at least once, at each try under the same id. A restored copy that is held
/// sends nothing.
public final class Notifying {
  private static final Logger LOG = LoggerFactory.getLogger(Notifying.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int MOST_CHANNELS = 16;
  private static final int MOST_BATCHES = 20;

  private final Rows rows;
  private final ChannelsInForce channels;
  private final Carriers carriers;
  private final Executor threads;
  private final BooleanSupplier held;
  private final InstantSource clock;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong givenUp = new AtomicLong();
  private Instant since = Instant.MAX;

  /// What is read and written.
  public record Rows(NewsSorter news, MessageMaker messages, Outbox outbox) {}

  /// @param threads on which messages are sent
  public Notifying(
      Rows rows,
      ChannelsInForce channels,
      Carriers carriers,
      Executor threads,
      BooleanSupplier held,
      InstantSource clock) {
    this.rows = rows;
    this.channels = channels;
    this.carriers = carriers;
    this.threads = threads;
    this.held = held;
    this.clock = clock;
  }

  /// One pass. Messages are made and sent even if news comes faster than it is sorted.
  public void step() {
    if (held.getAsBoolean()) {
      since = Instant.MAX;
      return;
    }
    int batches = 1;
    while (rows.news().sort(channels::find) && batches < MOST_BATCHES) batches++;
    rows.messages().make(channels::find, clock.instant());
    send();
    giveUp();
  }

  /// What waits behind others for longer than its time.
  private void giveUp() {
    var now = clock.instant();
    if (now.isBefore(since)) since = now;
    for (var overdue : rows.outbox().giveUp(since, now)) {
      LOG.error(
          "channel {}: given up {} that waited: {}",
          overdue.channel(),
          overdue.messages(),
          overdue.error());
      givenUp.addAndGet(overdue.messages());
    }
  }

  private void send() {
    while (busy.size() < MOST_CHANNELS) {
      var message = rows.outbox().claim(Set.copyOf(busy), clock.instant(), LEASE);
      if (message.isEmpty()) return;
      busy.add(message.get().channel());
      threads.execute(() -> deliver(message.get()));
    }
  }

  private void deliver(Message message) {
    try {
      var channel = channels.find(message.channel());
      var error =
          channel.isPresent()
              ? carriers.send(channel.get(), message)
              : Optional.of("there is no channel '%s' any more".formatted(message.channel()));
      settle(message, error);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException away) {
      // Its lease ends, and it is sent again.
      LOG.warn(
          "cannot keep what became of a message of {}: {}", message.channel(), away.toString());
    } finally {
      busy.remove(message.channel());
    }
  }

  private void settle(Message message, Optional<String> error) {
    var now = clock.instant();
    if (error.isEmpty()) {
      rows.outbox().sent(message.id(), now);
      sent.incrementAndGet();
      return;
    }
    failed.incrementAndGet();
    var next = now.plus(pause(message.tries()));
    if (next.isBefore(message.giveUp())) {
      LOG.warn("channel {}, try {}: {}", message.channel(), message.tries(), error.get());
      rows.outbox().failed(message.id(), error.get(), next);
    } else {
      LOG.error("channel {}: given up: {}", message.channel(), error.get());
      rows.outbox().givenUp(message.id(), error.get(), now);
      givenUp.incrementAndGet();
    }
  }

  /// It doubles with each try.
  static Duration pause(int tries) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(10, Math.max(0, tries - 1)));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /// What became of a trial.
  public sealed interface Trial {
    record Sent() implements Trial {}

    record NoChannel() implements Trial {}

    record Failed(String why) implements Trial {}
  }

  /// Sends a message that says that it is a test, at once.
  public Trial tryOut(String name, String by) throws InterruptedException {
    var channel = channels.find(name);
    if (channel.isEmpty()) return new Trial.NoChannel();
    if (held.getAsBoolean()) {
      return new Trial.Failed("this is a restored copy that is held: outturn resume");
    }
    var now = clock.instant();
    var uid = UUID.randomUUID().toString();
    var said = NoticeWords.trial(name, by);
    var message = new Message(0, uid, name, said, now, 1, Instant.MAX);
    var error = carriers.send(channel.get(), message);
    return error.<Trial>map(Trial.Failed::new).orElseGet(Trial.Sent::new);
  }

  /// Names of the channels that there are.
  public Set<String> names() {
    return channels.all().keySet();
  }

  /// How many messages wait to be sent.
  public long waiting() {
    return rows.outbox().waiting();
  }

  /// Messages that this server sent.
  public long sent() {
    return sent.get();
  }

  /// Tries of this server that failed.
  public long failed() {
    return failed.get();
  }

  /// Messages that this server gave up.
  public long givenUp() {
    return givenUp.get();
  }
}
