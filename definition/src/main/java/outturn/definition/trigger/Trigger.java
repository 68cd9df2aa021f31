package outturn.definition.trigger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;

/// What starts a workflow by an event: one event, any of several, or one of each together.
///
/// @param parts one without a name for a single event
/// @param inputs of the run; `trigger.NAME` in them is a value of the event, `trigger.PART.NAME`
///   one of a joined part
public record Trigger(
    String name, Joining joining, List<Part> parts, Map<String, Template> inputs) {
  public Trigger {
    parts = List.copyOf(parts);
    inputs = Map.copyOf(inputs);
  }

  /// How many events make a run.
  public sealed interface Joining {
    /// Each event of any part starts one.
    record Each() implements Joining {}

    /// One event of every part, all for the same business date, start one together.
    ///
    /// @param within how long an event waits for the others
    record Together(Duration within) implements Joining {}
  }

  /// One kind of event.
  ///
  /// @param name empty when the trigger has no other parts
  /// @param businessDate which date an event is for; the day on which it came, if nothing is said
  public record Part(String name, Source source, Optional<Template> businessDate) {}

  public Optional<Part> part(String partName) {
    return parts.stream().filter(part -> part.name().equals(partName)).findFirst();
  }

  /// Whether the events of several parts make one run.
  public boolean joined() {
    return joining instanceof Joining.Together;
  }
}
