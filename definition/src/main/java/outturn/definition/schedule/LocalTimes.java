package outturn.definition.schedule;

import java.time.LocalDateTime;
import java.util.Optional;

/// A pattern of local times, in whole seconds; [DueTimes] says when a zone's clock shows them.
interface LocalTimes {

  /// The first matching time of a span: not before `from`, and before `until`.
  Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until);

  /// Whether every hour of a matching day has matching times, so that the pattern is about real
  /// time more than about the clock on the wall; see [DueTimes].
  boolean everyHour();

  static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }

  static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  /// Those of some times that lie in a span.
  record Within(LocalTimes times, Schedule.Span span) implements LocalTimes {
    @Override
    public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
      var start = span.start().map(first -> later(first, from)).orElse(from);
      var end = span.end().map(last -> earlier(last, until)).orElse(until);
      return start.isBefore(end) ? times.first(start, end) : Optional.empty();
    }

    @Override
    public boolean everyHour() {
      return times.everyHour();
    }
  }
}
