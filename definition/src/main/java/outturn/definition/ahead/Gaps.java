package outturn.definition.ahead;

import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.schedule.Schedule;
import outturn.definition.schedule.Schedule.ClockChange.Gap;

/// The due times that do not come since the clock leaves them out, of a schedule that skips these.
final class Gaps extends Lines {
  private final Starter starter;
  private final Window window;
  private final Schedule shifted;
  private Instant after;

  private Gaps(Starter starter, Window window) {
    this.starter = starter;
    this.window = window;
    this.shifted = Variants.withGap(starter.schedule(), Gap.SHIFT);
    this.after = window.from().minusNanos(1);
  }

  static Optional<Lines> of(Starter starter, Window window) {
    boolean skips = starter.schedule().clockChange().gap() == Gap.SKIP;
    return skips ? Optional.of(new Gaps(starter, window)) : Optional.empty();
  }

  @Override
  void more(Deque<Line> lines) {
    var rules = starter.schedule().zone().getRules();
    for (var change = rules.nextTransition(after);
        change != null && window.reaches(change.getInstant()) && lines.isEmpty();
        change = rules.nextTransition(after)) {
      after = change.getInstant();
      if (change.isGap() && isLeftOut(after)) {
        var why =
            "the clock goes from %s to %s, and dst is gap: skip"
                .formatted(
                    change.getDateTimeBefore().toLocalTime(),
                    change.getDateTimeAfter().toLocalTime());
        lines.add(new Line(starter, after, after, 1, new Line.What.Skipped(why)));
      }
    }
  }

  private boolean isLeftOut(Instant at) {
    return Gaps.isDue(shifted, at) && !Gaps.isDue(starter.schedule(), at);
  }

  static boolean isDue(Schedule schedule, Instant at) {
    try {
      return schedule.next(at.minusNanos(1)).filter(at::equals).isPresent();
    } catch (UnknownYear unknown) {
      return false;
    }
  }
}
