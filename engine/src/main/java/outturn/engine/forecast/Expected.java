package outturn.engine.forecast;

import java.time.Instant;
import java.util.Optional;

/// When something will have ended: in one draw of ten, in half of them, in nine of ten by then.
/// Empty where fewer draws than that end at all.
public record Expected(Optional<Instant> p10, Optional<Instant> p50, Optional<Instant> p90) {
  public static final Expected NEVER =
      new Expected(Optional.empty(), Optional.empty(), Optional.empty());
}
