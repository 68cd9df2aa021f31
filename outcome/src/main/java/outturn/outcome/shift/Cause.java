package outturn.outcome.shift;

import java.util.List;
import outturn.definition.change.Change;

/// What is known of the cause of a shift. That a change lies near it does not say that it caused
/// it.
public sealed interface Cause {
  /// Changes within two periods of its beginning, or one that somebody named.
  record Near(List<Change> changes) implements Cause {
    public Near {
      changes = List.copyOf(changes);
    }
  }

  /// Somebody looked, and the cause is not known.
  record NotKnown(String by, String note) implements Cause {}

  /// Nobody has answered yet.
  record Asked() implements Cause {}
}
