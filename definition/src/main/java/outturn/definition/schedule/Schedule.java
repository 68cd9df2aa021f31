package outturn.definition.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// What starts a workflow by time.
public record Schedule(
    String name,
    Timing timing,
    Span span,
    ZoneId zone,
    ClockChange clockChange,
    BusinessDate businessDate,
    Rules rules) {

  /// The first due time strictly after an instant; empty when there is none any more.
  public Optional<Instant> next(Instant after) {
    return switch (timing) {
      case Every every -> every.next(after, zone, span);
      case Cron cron -> next(cron, after);
      case Recurrence recurrence -> next(recurrence, after);
      case At at -> next(at, after);
    };
  }

  private Optional<Instant> next(LocalTimes times, Instant after) {
    return DueTimes.next(new LocalTimes.Within(times, span), zone, clockChange, after);
  }

  /// From when and until when a schedule is due, in local times of its zone.
  ///
  /// @param end the first time at which it is due no more
  public record Span(Optional<LocalDateTime> start, Optional<LocalDateTime> end) {
    public static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

    boolean isEmpty() {
      return start.isPresent() && end.isPresent() && !start.get().isBefore(end.get());
    }
  }

  /// What happens to due times that could not be met at once.
  ///
  /// @param startWithin a run that did not start this long after its due time is missed
  public record Rules(CatchUp catchUp, WhenRunning whenRunning, Optional<Duration> startWithin) {}

  /// Which date a run is for, counted from the local date of its due time.
  public enum BusinessDate {
    SAME,
    PREVIOUS
  }

  /// What to do about due times at which no server was there.
  ///
  /// @param within older ones are missed
  public record CatchUp(Runs runs, Duration within) {
    /// How many are made up.
    public enum Runs {
      NONE,
      LAST,
      ALL
    }
  }

  /// What to do when the workflow is still running at a due time.
  public enum WhenRunning {
    QUEUE,
    SKIP,
    REPLACE,
    ALLOW
  }

  /// What becomes of local times that a clock change leaves out or repeats.
  public record ClockChange(Gap gap, Overlap overlap) {
    /// A local time that does not exist.
    public enum Gap {
      SHIFT,
      SKIP
    }

    /// A local time that comes twice.
    public enum Overlap {
      FIRST,
      LAST,
      BOTH
    }
  }
}
