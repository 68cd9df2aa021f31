package outturn.evidence.changepoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.evidence.series.Window;

/// A place where a series changed; a question, never a claim that something caused it.
///
/// @param lastBefore the last period with a value before it, from 0
/// @param firstAfter the first period with a value after it
/// @param rangeOrNull the periods in which the last one before may lie, where the method tells them
public record Change(int lastBefore, int firstAfter, @Nullable Window rangeOrNull) {

  /// The periods in which the last one before may lie, at the level that was asked for.
  public Optional<Window> range() {
    return Optional.ofNullable(rangeOrNull);
  }
}
