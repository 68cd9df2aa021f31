package outturn.store.forecast;

import java.time.Instant;
import java.util.Optional;
import outturn.engine.run.RunId;

/// What was predicted of a deadline of a run at an instant.
///
/// @param chance of keeping it, from 0 to 1
/// @param cause what its end hangs on, in words; may be empty
public record Prediction(
    RunId run, String deadline, Instant made, double chance, End end, String cause) {

  /// When what is promised ends; a time is empty when it never does.
  ///
  /// @param early one in ten ends before
  /// @param likely one in two
  /// @param late nine in ten
  public record End(Optional<Instant> early, Optional<Instant> likely, Optional<Instant> late) {}
}
