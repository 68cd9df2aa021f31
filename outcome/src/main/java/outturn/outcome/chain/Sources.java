package outturn.outcome.chain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.objective.Objective;
import outturn.definition.outcome.Outcome;
import outturn.definition.service.Service;

/// What a chain is made of.
public record Sources(
    List<Outcome> outcomes,
    List<Service> services,
    List<Change> changes,
    List<Measure> measures,
    List<Objective> objectives) {
  public Sources {
    outcomes = List.copyOf(outcomes);
    services = List.copyOf(services);
    changes = List.copyOf(changes);
    measures = List.copyOf(measures);
    objectives = List.copyOf(objectives);
  }

  /// The measures that outcomes ask for.
  Set<String> asked() {
    return outcomes.stream()
        .flatMap(outcome -> outcome.goals().stream())
        .map(Outcome.Goal::measure)
        .collect(Collectors.toSet());
  }
}
