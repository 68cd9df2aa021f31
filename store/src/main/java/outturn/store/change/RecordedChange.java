package outturn.store.change;

import java.time.Instant;
import outturn.definition.change.Change;

/// A version of a dated event that was told to the server.
///
/// @param version 1 is the first
/// @param note why it was told, or corrected; empty for none
public record RecordedChange(Change change, int version, State state, String note, Origin origin) {

  /// Whether it counts.
  public enum State {
    HOLDS,
    /// It did not happen after all.
    WITHDRAWN
  }

  /// Who told it.
  ///
  /// @param way `person`, or the webhook: `hook shop`
  public record Origin(String way, String by, Instant at) {
    public static final String PERSON = "person";
  }

  /// Whether another version would say the same.
  boolean says(Change other, State otherState) {
    return change.equals(other) && state == otherState;
  }
}
