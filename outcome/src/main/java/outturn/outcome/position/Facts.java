package outturn.outcome.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome.Goal;

/// All that a position is read from.
///
/// @param values in the measure's unit, by the first day of their period; as known at `asOf`
/// @param changes those that affect the measure
public record Facts(
    Measure measure,
    Goal goal,
    SortedMap<LocalDate, Double> values,
    Optional<FrozenBaseline> frozen,
    List<Change> changes,
    Instant asOf) {
  public Facts {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    changes = List.copyOf(changes);
  }
}
