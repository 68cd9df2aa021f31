package outturn.http.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import outturn.engine.run.RunId;
import outturn.store.event.EventEntry;

/// An event and what has become of it, as JSON.
///
/// @param run that it started
record EventJson(
    String trigger,
    Optional<String> part,
    String key,
    String state,
    Optional<String> run,
    Optional<String> reason,
    LocalDate businessDate,
    Instant came,
    Map<String, Object> values) {

  static EventJson of(EventEntry entry) {
    var event = entry.event();
    return new EventJson(
        event.trigger(),
        Optional.of(event.part()).filter(part -> !part.isEmpty()),
        event.key(),
        entry.fate().word(),
        entry.run().map(RunId::toString),
        Optional.of(entry.reason()).filter(reason -> !reason.isEmpty()),
        event.businessDate(),
        event.at(),
        event.values());
  }
}
