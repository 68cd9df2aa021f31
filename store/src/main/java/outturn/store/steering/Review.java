package outturn.store.steering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What was decided when an outcome was reviewed.
///
/// @param version counts the reviews of the outcome
public record Review(String outcome, int version, Held held, String by, Instant at) {

  /// @param actions what is to be done
  public record Held(LocalDate on, Decision decision, String note, List<String> actions) {
    public Held {
      actions = List.copyOf(actions);
    }
  }

  /// How it goes on.
  public enum Decision {
    CONTINUE,
    ADJUST,
    STOP
  }
}
