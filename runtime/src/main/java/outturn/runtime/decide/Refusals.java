package outturn.runtime.decide;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.engine.decide.Event;
import outturn.runtime.decide.Inbox.Item;

/// What cannot be decided or written: it is recorded, and who waits for it is told.
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final Memory memory;
  private final Inbox inbox;
  private final Post post;

  Refusals(Memory memory, Inbox inbox, Post post) {
    this.memory = memory;
    this.inbox = inbox;
    this.post = post;
  }

  void refuse(Item item, String why) {
    switch (item) {
      case Item.Ordered(_, var answer) ->
          answer.completeExceptionally(new NotDone(NotDone.Why.UNFIT, why));
      case Item.Asked(_, _, var answer) ->
          answer.completeExceptionally(new NotDone(NotDone.Why.UNFIT, why));
      case Item.Called(var reported, _) -> refuse(new Item.Told(reported), why);
      case Item.Told(var event) -> {
        LOG.error("refused: {}: {}", event, why);
        try {
          refuse(event, why);
        } catch (RuntimeException failure) {
          LOG.warn("cannot record what was refused; trying again: {}", failure.getMessage());
          if (event instanceof Event.Reported reported) inbox.tell(reported);
        }
      }
    }
  }

  private void refuse(Event event, String why) {
    memory.recordRefused(event.toString(), why);
    var instead = instead(event, why);
    instead.ifPresent(inbox::tell);
    if (!(event instanceof Event.Delivered(var message, _))) return;
    if (instead.isPresent()) post.comes(message);
    else post.refused(message);
  }

  /// An attempt whose end cannot be stored as it was told has failed: its run must not wait for
  /// ever.
  private static Optional<Event> instead(Event event, String why) {
    if (event instanceof Event.Delivered(var message, var said)) {
      return said.flatMap(told -> instead(told, why))
          .map(told -> new Event.Delivered(message, Optional.of(told)));
    }
    if (!(event instanceof Event.Reported(var attempt, var token, var report))) {
      return Optional.empty();
    }
    return Effects.storable(report, why).map(told -> new Event.Reported(attempt, token, told));
  }
}
