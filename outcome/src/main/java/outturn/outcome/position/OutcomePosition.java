package outturn.outcome.position;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.outcome.Outcome;

/// Where an outcome stands: its measures, and the levers and changes behind them.
///
/// @param changes those that affect one of its measures, or start one of its levers; by date
/// @param asOf what was known then
public record OutcomePosition(
    Outcome outcome,
    List<Position> measures,
    List<LeverStart> levers,
    List<Change> changes,
    Instant asOf) {
  public OutcomePosition {
    measures = List.copyOf(measures);
    levers = List.copyOf(levers);
    changes = List.copyOf(changes);
  }
  /// Where one of its measures stands.
  public Optional<Position> find(String measure) {
    return measures.stream().filter(each -> each.measure().name().equals(measure)).findFirst();
  }
}
