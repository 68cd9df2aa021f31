package outturn.outcome.position;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;
import outturn.evidence.series.Window;
import outturn.outcome.period.Periods;
import outturn.outcome.quality.Quality;

/// Where a measure stands towards a goal.
///
/// @param quality which values count, and which do not
/// @param standing the numbers
/// @param picture what a chart shows of it
/// @param signals special causes since the baseline began, in words, the latest first
/// @param warnings what to be careful about, in words
public record Position(
    Measure measure,
    Goal goal,
    Quality quality,
    Standing standing,
    Picture picture,
    List<String> signals,
    List<String> warnings) {
  public Position {
    signals = List.copyOf(signals);
    warnings = List.copyOf(warnings);
  }

  /// Whether a value reaches a target; one that should stay within limits, whatever the target.
  static boolean reaches(Better better, double value, double target) {
    return switch (better) {
      case Better.Higher() -> value >= target;
      case Better.Lower() -> value <= target;
      case Better.Within(var low, var high) -> value >= low && value <= high;
    };
  }

  /// Whether the target was reached by its day; empty until the period of that day has a value, or
  /// a later one. A missing period does not reach it.
  public Optional<Boolean> wasReached() {
    var target = goal.target();
    var periods = picture.periods();
    if (target.isEmpty() || periods.isEmpty()) return Optional.empty();
    var rhythm = new Periods(measure.rhythm().cadence());
    int due = rhythm.distance(periods.getFirst(), target.get().by());
    if (due < 0 || due >= periods.size()) return Optional.empty();
    var rule = target.get().sustain().orElse(new Outcome.Sustain(1, 1));
    var better = measure.quantity().better();
    var last = picture.xmr().series().slice(new Window(Math.max(0, due - rule.of() + 1), due + 1));
    long reached =
        last.valid().filter(value -> reaches(better, value, target.get().value())).count();
    return Optional.of(reached >= rule.periods());
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
