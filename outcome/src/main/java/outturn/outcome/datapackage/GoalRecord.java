package outturn.outcome.datapackage;

import java.util.List;
import java.util.Optional;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome.Goal;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.Position;

/// A measure of an outcome, and what is asked of it.
///
/// @param measure without its source, which the analysis does not read and which may tell of
///   secrets
/// @param changes those that affect it
public record GoalRecord(
    Measure measure, Goal goal, List<Change> changes, Optional<FrozenBaseline> frozen) {
  public GoalRecord {
    changes = List.copyOf(changes);
  }

  static GoalRecord of(Position position, Optional<FrozenBaseline> frozen) {
    return new GoalRecord(
        withoutSource(position.measure()), position.goal(), position.picture().changes(), frozen);
  }

  static Measure withoutSource(Measure measure) {
    return new Measure(
        measure.name(),
        measure.about(),
        measure.quantity(),
        measure.rhythm(),
        measure.segments(),
        Optional.empty(),
        measure.quality());
  }
}
