package outturn.runtime.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.definition.project.Project;
import outturn.outcome.period.Periods;

/// The periods that a collection asks for, from the first day to the last day, both included; none
/// when the last is before the first.
///
/// @param wanted whether a person asked for them, as in a backfill
record Span(LocalDate firstDay, LocalDate lastDay, Origin wanted) {
  private static final int LATE_PERIODS = 2;
  private static final int PERIODS_AT_FIRST = 24;

  /// Where a span comes from.
  enum Origin {
    INPUTS,
    RULE
  }

  boolean isEmpty() {
    return lastDay.isBefore(firstDay);
  }

  boolean includes(LocalDate period) {
    return !period.isBefore(firstDay) && !period.isAfter(lastDay);
  }

  /// How a span is chosen.
  ///
  /// @param from input of the run, if it was given
  /// @param to likewise
  /// @param businessDate of the run: what ended on it or before it, or was not known by then, is
  ///   not asked for
  /// @param last the latest period that was collected, if any
  record Wish(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      LocalDate businessDate,
      Optional<LocalDate> last) {}

  /// From the input, else from two periods before the next one, since data may come late, else from
  /// the first baseline of the project that the measure has, else from 24 periods ago. To the last
  /// period that is known on the business date, however late the input is.
  static Span of(Measure measure, Project project, Wish wish, Instant now) {
    var rhythm = measure.rhythm();
    var periods = new Periods(rhythm.cadence());
    var endOfDay = wish.businessDate().plusDays(1).atStartOfDay(rhythm.timezone()).toInstant();
    var known = periods.lastKnown(endOfDay.isBefore(now) ? endOfDay : now, rhythm);
    var last = wish.to().map(periods::of).filter(to -> to.isBefore(known)).orElse(known);
    var first =
        wish.from()
            .map(periods::of)
            .or(() -> wish.last().map(done -> periods.plus(done, 1 - LATE_PERIODS)))
            .or(() -> baseline(measure, project).map(periods::of))
            .orElseGet(() -> periods.plus(known, 1 - PERIODS_AT_FIRST));
    var origin = wish.from().or(wish::to).isPresent() ? Origin.INPUTS : Origin.RULE;
    return new Span(first, periods.lastDay(last), origin);
  }

  private static Optional<LocalDate> baseline(Measure measure, Project project) {
    return project.outcomes().all().stream()
        .flatMap(outcome -> outcome.goals().stream())
        .filter(goal -> goal.measure().equals(measure.name()))
        .flatMap(goal -> goal.baseline().map(Outcome.Baseline::from).stream())
        .min(LocalDate::compareTo);
  }
}
