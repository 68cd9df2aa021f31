package outturn.outcome.stake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.outcome.Outcome;

/// What work is for, as it is in force.
///
/// @param outcomes by name
/// @param zones of workflows, by name
public record Ends(
    List<Provided> services, Map<String, Outcome> outcomes, Map<String, ZoneId> zones) {
  public Ends {
    services = List.copyOf(services);
    outcomes = Map.copyOf(outcomes);
    zones = Map.copyOf(zones);
  }

  Optional<Outcome> outcome(String name) {
    return Optional.ofNullable(outcomes.get(name));
  }

  ZoneId zone(String workflow) {
    return zones.getOrDefault(workflow, ZoneOffset.UTC);
  }
}
