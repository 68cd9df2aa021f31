package outturn.outcome.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values of a measure before the work, as they were known when they were frozen.
///
/// @param from first day
/// @param to last day, included
/// @param values by the first day of their period; at least one
public record FrozenBaseline(
    LocalDate from,
    LocalDate to,
    SortedMap<LocalDate, Double> values,
    Instant frozenAt,
    String hash) {
  public FrozenBaseline {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
