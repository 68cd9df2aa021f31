package outturn.outcome.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which reviews of an outcome are to come, and which were missed. A review counts for all dates up
/// to two weeks after it.
///
/// @param next the first date that is to come and was not held before
/// @param overdue the dates that passed without one, in order
public record ReviewState(Optional<LocalDate> next, List<LocalDate> overdue) {
  private static final int EARLY = 14;

  public ReviewState {
    overdue = List.copyOf(overdue);
  }

  /// @param dates in order
  /// @param held the days on which reviews were held
  public static ReviewState of(List<LocalDate> dates, Collection<LocalDate> held, LocalDate today) {
    var covered = held.stream().max(LocalDate::compareTo).map(last -> last.plusDays(EARLY));
    var open =
        dates.stream()
            .filter(date -> covered.filter(until -> !date.isAfter(until)).isEmpty())
            .toList();
    return new ReviewState(
        open.stream().filter(date -> !date.isBefore(today)).findFirst(),
        open.stream().filter(date -> date.isBefore(today)).toList());
  }
}
