package outturn.engine.forecast;

import java.time.Instant;
import java.util.Map;
import outturn.engine.duration.Sampler;

/// Somebody outside the courses who holds of the pools.
///
/// @param name as a reader is told
/// @param since when it began to hold
/// @param length of its hold, from the beginning
public record Rival(String name, Map<String, Integer> pools, Instant since, Sampler length) {
  public Rival {
    pools = Map.copyOf(pools);
  }
}
