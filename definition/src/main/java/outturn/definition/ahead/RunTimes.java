package outturn.definition.ahead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Schedule;

/// Every single start of some schedules in a stretch of time.
public final class RunTimes {
  private RunTimes() {}

  /// A start.
  public record Start(Starter starter, Instant due) {}

  /// All of them, in order; empty when there are more than `most`.
  public static Optional<List<Start>> of(Collection<Starter> starters, Window window, int most) {
    var starts = new ArrayList<Start>();
    for (var starter : starters) {
      var after = window.from().minusNanos(1);
      for (var due = next(starter.schedule(), after);
          due.filter(window::reaches).isPresent();
          due = next(starter.schedule(), due.get())) {
        if (starts.size() == most) return Optional.empty();
        starts.add(new Start(starter, due.get()));
      }
    }
    starts.sort(Comparator.comparing(Start::due).thenComparing(each -> each.starter().workflow()));
    return Optional.of(starts);
  }

  private static Optional<Instant> next(Schedule schedule, Instant after) {
    try {
      return schedule.next(after);
    } catch (UnknownYear unknown) {
      return Optional.empty();
    }
  }
}
