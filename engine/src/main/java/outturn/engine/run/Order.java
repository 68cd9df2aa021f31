package outturn.engine.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What a run is to do, fixed when it is ordered.
///
/// @param workflow of the version that the run keeps
/// @param inputs complete: defaults are in place
/// @param businessDate the date the run is for
/// @param due when a schedule meant it to start
public record Order(
    String workflow,
    Map<String, Object> inputs,
    LocalDate businessDate,
    Optional<Instant> due,
    Origin origin) {
  public Order {
    inputs = Map.copyOf(inputs);
  }
}
