package outturn.outcome.position;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome.Goal;

/// Where a measure stands towards a goal.
///
/// @param standing the numbers
/// @param picture what a chart shows of it
/// @param signals special causes since the baseline began, in words, the latest first
/// @param warnings what to be careful about, in words
public record Position(
    Measure measure,
    Goal goal,
    Standing standing,
    Picture picture,
    List<String> signals,
    List<String> warnings) {
  public Position {
    signals = List.copyOf(signals);
    warnings = List.copyOf(warnings);
  }

  /// The numbers of a position. All are of the values that the chart shows: without their season
  /// where the measure is seasonal and its season could be learned.
  ///
  /// @param baseline empty until it is frozen
  /// @param latest empty without any value
  /// @param since empty while no change with a phase of its own is followed by a value
  /// @param planned what the path from baseline to target asks of the latest period
  /// @param attainment empty without a target, or without a value after the baseline
  public record Standing(
      Optional<Before> baseline,
      Optional<Latest> latest,
      Optional<Since> since,
      OptionalDouble planned,
      Optional<Attainment> attainment) {}
}
