package outturn.runtime.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Scope;
import outturn.definition.trigger.Source;
import outturn.definition.trigger.Trigger;
import outturn.engine.run.Partition;
import outturn.engine.trigger.Armed;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Fate;
import outturn.runtime.decide.Inbox;
import outturn.runtime.decide.Letters;
import outturn.runtime.decide.Post;
import outturn.runtime.project.InForce;
import outturn.store.event.EventEntry;
import outturn.store.event.Events;

/// Takes events for triggers: each is written once, with the message to the keeper of its trigger,
/// so that it starts one run whatever dies after that.
public final class Arrivals {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final InForce inForce;
  private final Events events;
  private final Post post;
  private final Inbox inbox;
  private final InstantSource clock;

  public Arrivals(InForce inForce, Events events, Post post, Inbox inbox, InstantSource clock) {
    this.inForce = inForce;
    this.events = events;
    this.post = post;
    this.inbox = inbox;
    this.clock = clock;
  }

  /// All triggers in force.
  Stream<Armed> armed() {
    return inForce.workflows().stream()
        .flatMap(entry ->
            entry.value().starts().triggers().stream()
                .map(
                    trigger -> new Armed(inForce.version(entry.version()), entry.name(), trigger)));
  }

  /// An event as the trigger sees it.
  ///
  /// @throws Unfit when its business date cannot be told
  Arrived arrived(Armed armed, Trigger.Part part, String key, Map<String, Object> values) {
    var now = clock.instant();
    return new Arrived(
        Partition.ofProject(armed.version().project()),
        armed.name(),
        part.name(),
        key,
        businessDate(armed, part, values, now),
        values,
        now);
  }

  private static LocalDate businessDate(
      Armed armed, Trigger.Part part, Map<String, Object> values, Instant now) {
    if (part.businessDate().isEmpty()) {
      var named = DateInName.of(String.valueOf(values.getOrDefault("name", "")));
      if (part.source() instanceof Source.Arrival && named.isPresent()) return named.get();
      var workflow = armed.version().workflow(armed.workflow()).orElseThrow();
      return now.atZone(workflow.timezone()).toLocalDate();
    }
    var scope = new HashMap<String, Object>();
    values.forEach((name, value) -> scope.put("trigger." + Scope.identifier(name), value));
    try {
      return LocalDate.parse(part.businessDate().get().text(new Scope(scope)));
    } catch (EvaluationFailed failed) {
      throw new Unfit("businessDate of trigger '%s': %s".formatted(armed.name(), failed.reason()));
    } catch (DateTimeException notADate) {
      throw new Unfit(
          "businessDate of trigger '%s': expected a date such as 2026-03-29; %s"
              .formatted(armed.name(), notADate.getMessage()));
    }
  }

  /// Writes an event, if it did not come before, and tells the keeper of its trigger.
  void send(Armed armed, Arrived event) {
    var letter = Letters.happened(armed.version().id(), event);
    if (events.receive(List.of(new Events.Incoming(event, letter))) == 0) return;
    post.ring();
    inbox.ring();
  }

  /// What becomes of an event that was sent; it may be that nobody has decided yet.
  EventEntry decided(Arrived event) throws InterruptedException {
    var until = clock.instant().plus(PATIENCE);
    while (true) {
      var entry = find(event);
      boolean open = entry.filter(it -> it.fate() != Fate.RECEIVED).isEmpty();
      if (!open || !clock.instant().isBefore(until)) {
        return entry.orElseGet(() -> new EventEntry(event, Fate.RECEIVED, Optional.empty(), ""));
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  private Optional<EventEntry> find(Arrived event) {
    return events.find(event.trigger(), event.part(), event.key());
  }

  /// Keeps an event that no trigger is about.
  EventEntry unmatched(String key, Map<String, Object> values) {
    var now = clock.instant();
    var date = now.atZone(ZoneOffset.UTC).toLocalDate();
    var event = new Arrived(0, "", "", key, date, values, now);
    events.keep(List.of(event), Fate.UNMATCHED);
    return new EventEntry(event, Fate.UNMATCHED, Optional.empty(), "no trigger is about it");
  }
}
