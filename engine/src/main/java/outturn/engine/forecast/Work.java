package outturn.engine.forecast;

import java.util.Map;
import outturn.engine.duration.Sampler;

/// A task of a course: where it stands, how long an attempt of it takes, and what it holds.
///
/// @param pools how much of each an attempt holds; the caller adds the [Slot] that it takes
public record Work(Standing standing, Sampler length, Map<String, Integer> pools) {
  public Work {
    pools = Map.copyOf(pools);
  }

  public Work with(Sampler other) {
    return new Work(standing, other, pools);
  }
}
