package outturn.runtime.forecast;

import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.engine.trigger.Wanted;

/// What a run may have to wait for in other runs, or they in it.
///
/// @param pools that its tasks hold, locks and policies that count among them
/// @param turns the limits of the groups in which it takes its turn, by name
/// @param wants what has to succeed before it begins
record Ties(Set<String> pools, Map<String, Integer> turns, List<Wanted> wants) {
  static final Ties NONE = new Ties(Set.of(), Map.of(), List.of());

  Ties {
    pools = Set.copyOf(pools);
    turns = Map.copyOf(turns);
    wants = List.copyOf(wants);
  }

  boolean isEmpty() {
    return pools.isEmpty() && turns.isEmpty() && wants.isEmpty();
  }
}
