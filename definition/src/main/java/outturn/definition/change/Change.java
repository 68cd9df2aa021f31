package outturn.definition.change;

import java.time.LocalDate;
import java.util.List;

/// A dated event.
///
/// @param affects measures
public record Change(String name, String title, LocalDate date, Type type, List<String> affects) {
  public Change {
    affects = List.copyOf(affects);
  }

  /// What kind of event it is.
  public enum Type {
    GO_LIVE,
    TRAINING,
    POLICY,
    OUTAGE,
    HOLIDAY,
    ORGANISATION,
    /// A measure counts something else from then on, or counts it otherwise.
    DEFINITION
  }
}
