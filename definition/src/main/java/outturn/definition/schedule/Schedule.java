package outturn.definition.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.calendar.UnknownYear;

/// What starts a workflow by time.
public record Schedule(
    String name,
    Timing timing,
    Span span,
    ZoneId zone,
    ClockChange clockChange,
    Days days,
    Rules rules) {

  /// The first due time strictly after an instant; empty when there is none any more.
  ///
  /// @throws UnknownYear when its calendar does not know a year that this takes
  public Optional<Instant> next(Instant after) {
    var due =
        switch (timing) {
          case Every every -> evenly(every, after);
          case Cron cron -> next(cron, after);
          case Recurrence recurrence -> next(recurrence, after);
          case At at -> next(at, after);
        };
    // A start whose business date nobody knows is not a start.
    due.ifPresent(this::businessDate);
    return due;
  }

  private Optional<Instant> next(LocalTimes times, Instant after) {
    var within = new LocalTimes.Within(times, span);
    var worked = days.calendar().<LocalTimes>map(rule -> new WorkingTimes(within, rule));
    return DueTimes.next(worked.orElse(within), zone, clockChange, after);
  }

  private Optional<Instant> evenly(Every every, Instant after) {
    var due = every.next(after, zone, span);
    while (due.isPresent() && isLeftOut(localDate(due.get()))) {
      var tomorrow = localDate(due.get()).plusDays(1).atStartOfDay(zone).toInstant();
      due = every.next(tomorrow.minusMillis(1), zone, span);
    }
    return due;
  }

  private boolean isLeftOut(LocalDate day) {
    return days.calendar().filter(rule -> rule.moved(day).isEmpty()).isPresent();
  }

  private LocalDate localDate(Instant due) {
    return due.atZone(zone).toLocalDate();
  }

  /// When the run of a due time is to start: then, or a little later by its [Jitter].
  public Instant start(Instant due) {
    return rules.jitter().map(jitter -> due.plus(jitter.delay(due))).orElse(due);
  }

  /// The first start strictly after an instant, of the due times in their order.
  ///
  /// @throws UnknownYear when its calendar does not know a year that this takes
  public Optional<Instant> nextStart(Instant after) {
    var due = next(after.minus(rules.jitter().map(Jitter::most).orElse(Duration.ZERO)));
    while (due.isPresent() && !start(due.get()).isAfter(after)) due = next(due.get());
    return due.map(this::start);
  }

  /// The date that the run of a due time is for.
  ///
  /// @throws UnknownYear when its calendar does not know a year that this takes
  public LocalDate businessDate(Instant due) {
    var local = localDate(due);
    return switch (days.businessDate()) {
      case SAME -> local;
      case PREVIOUS -> local.minusDays(1);
      case PREVIOUS_WORKING_DAY -> days.calendar().orElseThrow().calendar().previous(local);
    };
  }

  /// Which days it is about.
  ///
  /// @param calendar leaves days out, or moves them
  public record Days(Optional<CalendarRule> calendar, BusinessDate businessDate) {
    /// All, each for itself.
    public static final Days ALL = new Days(Optional.empty(), BusinessDate.SAME);

    public Days {
      if (businessDate == BusinessDate.PREVIOUS_WORKING_DAY && calendar.isEmpty()) {
        throw new IllegalArgumentException("a working day needs a calendar");
      }
    }
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
  /// @param jitter no longer than that
  public record Rules(
      CatchUp catchUp,
      WhenRunning whenRunning,
      Optional<Duration> startWithin,
      Optional<Jitter> jitter) {
    /// Without jitter.
    public Rules(CatchUp catchUp, WhenRunning whenRunning, Optional<Duration> startWithin) {
      this(catchUp, whenRunning, startWithin, Optional.empty());
    }
  }

  /// How much later than its due time a schedule starts its run, so that many that are due together
  /// do not all start together: each due time has its own delay, and always the same one.
  ///
  /// @param most every delay is shorter; at least a second
  /// @param of the schedule, by the name that it has on a server
  public record Jitter(Duration most, String of) {

    /// In whole seconds.
    public Duration delay(Instant due) {
      var text = "%s %d".formatted(of, due.getEpochSecond());
      long chance = ByteBuffer.wrap(hash(text)).getLong();
      return Duration.ofSeconds(Long.remainderUnsigned(chance, most.toSeconds()));
    }

    private static byte[] hash(String text) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }

  /// Which date a run is for, counted from the local date of its due time.
  public enum BusinessDate {
    SAME,
    PREVIOUS,
    PREVIOUS_WORKING_DAY
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
