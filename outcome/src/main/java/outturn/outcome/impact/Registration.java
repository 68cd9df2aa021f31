package outturn.outcome.impact;

import java.time.Instant;
import java.util.Optional;

/// Whether an analysis was fixed before its data came in.
///
/// @param at when the plan that is read was locked
/// @param hash of that plan
public record Registration(State state, Optional<Instant> at, Optional<String> hash) {

  /// How the plan that is read came about.
  public enum State {
    /// Locked before the first value after the intervention was known.
    IN_TIME,
    /// Changed after that, or locked only then.
    AMENDED,
    NOT_REGISTERED
  }

  /// Locked before the first value after the intervention was known.
  public static Registration inTime(Instant at, String hash) {
    return new Registration(State.IN_TIME, Optional.of(at), Optional.of(hash));
  }

  public static Registration none() {
    return new Registration(State.NOT_REGISTERED, Optional.empty(), Optional.empty());
  }

  /// `pre-registered` or `exploratory`
  public String badge() {
    return switch (state) {
      case IN_TIME -> "pre-registered";
      case AMENDED, NOT_REGISTERED -> "exploratory";
    };
  }
}
