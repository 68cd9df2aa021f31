package outturn.outcome.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome.Goal;
import outturn.outcome.quality.Quality;
import outturn.outcome.quality.QualityRules;

/// All that a position is read from.
///
/// @param quality the values as known at `asOf`, and those of them that do not count
/// @param changes those that affect the measure
public record Facts(
    Measure measure,
    Goal goal,
    Quality quality,
    Optional<FrozenBaseline> frozen,
    List<Change> changes,
    Instant asOf) {
  public Facts {
    changes = List.copyOf(changes);
  }

  /// @param values in the measure's unit, by the first day of their period; all of them count
  public Facts(
      Measure measure,
      Goal goal,
      SortedMap<LocalDate, Double> values,
      Optional<FrozenBaseline> frozen,
      List<Change> changes,
      Instant asOf) {
    this(measure, goal, QualityRules.unjudged(measure, values, asOf), frozen, changes, asOf);
  }

  /// The values that count, in the measure's unit, by the first day of their period.
  public SortedMap<LocalDate, Double> values() {
    return quality.counted();
  }
}
