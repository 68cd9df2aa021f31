package outturn.runtime.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Event;
import outturn.engine.run.RunId;
import outturn.store.mailbox.Mailbox;

/// Brings messages from the mailbox to the loop: at once when somebody rings, and every few seconds
/// in any case.
public final class Post {
  private static final Logger LOG = LoggerFactory.getLogger(Post.class);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final int MOST = 500;
  private static final List<Integer> PARTITIONS =
      IntStream.range(0, RunId.PARTITIONS).boxed().toList();

  private final Mailbox mailbox;
  private final Memory memory;
  private final AtomicBoolean rung = new AtomicBoolean(true);
  private final Set<Long> underWay = new HashSet<>();
  private Instant nextSweep = Instant.MIN;

  public Post(Mailbox mailbox, Memory memory) {
    this.mailbox = mailbox;
    this.memory = memory;
  }

  /// A message was just written; wake the loop after this.
  public void ring() {
    rung.set(true);
  }

  /// The events of messages that have come.
  List<Event> collect(Instant now) {
    if (!rung.getAndSet(false) && now.isBefore(nextSweep)) return List.of();
    nextSweep = now.plus(SWEEP);
    var events = new ArrayList<Event>();
    try {
      for (var message : mailbox.read(PARTITIONS, 0, MOST)) {
        if (underWay.add(message.seq())) events.add(event(message));
      }
    } catch (RuntimeException failure) {
      LOG.warn("cannot read the mailbox; trying again: {}", failure.getMessage());
    }
    return events;
  }

  private Event event(Mailbox.Message message) {
    return switch (String.valueOf(message.body().get("kind"))) {
      case "cancel" ->
          new Event.Cancel(
              RunId.parse(String.valueOf(message.body().get("run"))),
              String.valueOf(message.body().get("by")),
              message.seq());
      case "applied" ->
          memory.applied(String.valueOf(message.body().get("project")), message.seq());
      default ->
          throw new IllegalStateException(
              "message %d is of a kind that this version does not know: %s"
                  .formatted(message.seq(), message.body()));
    };
  }

  /// The message is dealt with and deleted.
  void taken(long message) {
    underWay.remove(message);
  }

  void forget() {
    underWay.clear();
    ring();
  }
}
