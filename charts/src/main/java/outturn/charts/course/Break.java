package outturn.charts.course;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.evidence.series.Window;

/// A place between two periods where a series may have changed.
///
/// @param lastBefore the last period before it that has a value
/// @param firstAfter the first one after it
/// @param rangeOrNull the periods in which the last one before may lie, where that is known
public record Break(int lastBefore, int firstAfter, @Nullable Window rangeOrNull) {
  Optional<Window> range() {
    return Optional.ofNullable(rangeOrNull);
  }
}
