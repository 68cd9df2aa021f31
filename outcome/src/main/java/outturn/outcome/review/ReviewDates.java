package outturn.outcome.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.outcome.Analysis;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;

/// The days on which an outcome is to be reviewed: those of its analysis, or 3, 6 and 12 months
/// after it went live.
public final class ReviewDates {
  private static final List<Integer> USUAL = List.of(3, 6, 12);

  private ReviewDates() {}

  /// In order; none where it has neither an analysis with dates nor a day of going live.
  ///
  /// @param changes of the whole server
  public static List<LocalDate> of(OutcomePosition position, Collection<Change> changes) {
    var analysis = position.outcome().appraisal().analysis();
    var written = analysis.map(Analysis::review).orElse(List.of());
    if (!written.isEmpty()) return written.stream().sorted().distinct().toList();
    return goLive(position, analysis, changes).stream()
        .flatMap(day -> USUAL.stream().map(day::plusMonths))
        .toList();
  }

  private static Optional<LocalDate> goLive(
      OutcomePosition position, Optional<Analysis> analysis, Collection<Change> changes) {
    Stream<LocalDate> intervention =
        analysis
            .flatMap(each ->
                changes.stream()
                    .filter(change -> change.name().equals(each.intervention()))
                    .findFirst())
            .map(Change::date)
            .stream();
    var levers = position.levers().stream().map(LeverStart::date).flatMap(Optional::stream);
    return Stream.concat(intervention, levers).min(LocalDate::compareTo);
  }
}
