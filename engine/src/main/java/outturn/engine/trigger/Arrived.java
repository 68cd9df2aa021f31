package outturn.engine.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// An event that came, as one trigger sees it.
///
/// @param trigger `workflow/trigger`
/// @param partition where the trigger is kept
/// @param part empty when the trigger has no parts
/// @param key what makes it this event and no other, among those of the trigger's part
/// @param businessDate the date that it is for
/// @param values what it brings, as JSON has them
public record Arrived(
    int partition,
    String trigger,
    String part,
    String key,
    LocalDate businessDate,
    Map<String, Object> values,
    Instant at) {
  public Arrived {
    values = Map.copyOf(values);
  }
}
