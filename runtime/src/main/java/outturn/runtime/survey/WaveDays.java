package outturn.runtime.survey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.definition.survey.WaveDates;
import outturn.runtime.survey.Surveys.Done;
import outturn.runtime.survey.Surveys.Known;

/// Opens waves on the days of their surveys. A day that cannot be kept is tried again for a week;
/// after that it is missed, which is said, and never made up for by a second wave.
public final class WaveDays {
  private static final Logger LOG = LoggerFactory.getLogger(WaveDays.class);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int DAYS_OF_TRYING = 7;
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Map<String, Tried> tried = new ConcurrentHashMap<>();
  private final InstantSource clock;

  WaveDays(InstantSource clock) {
    this.clock = clock;
  }

  /// @param why it was not opened; empty when the day is settled
  private record Tried(LocalDate day, Instant at, Optional<String> why) {}

  /// Where a survey stands in its days.
  ///
  /// @param next the day of the next wave
  /// @param missed that the latest day has no wave, and why, a sentence; empty when it has
  public record Coming(LocalDate next, Optional<String> missed) {}

  /// Opens the wave of the latest day, unless one was opened since.
  ///
  /// @param known read only when it is to be looked at
  /// @param open opens a wave
  void step(String survey, WaveDates dates, Supplier<Known> known, Supplier<Done> open) {
    var now = clock.instant();
    var day = dates.latest(today(now));
    if (day.isEmpty() || now.isBefore(morning(day.get())) || !isToTry(survey, day.get(), now)) {
      return;
    }
    var why = isOpened(known.get(), day.get()) ? Optional.<String>empty() : why(open.get());
    var before = tried.put(survey, new Tried(day.get(), now, why));
    boolean isNew = before == null || !before.day().equals(day.get());
    if (isNew && why.isPresent()) {
      LOG.warn("survey {}: no wave was opened on {}: {}", survey, day.get(), why.get());
    }
  }

  private boolean isToTry(String survey, LocalDate day, Instant now) {
    if (!now.isBefore(morning(day.plusDays(DAYS_OF_TRYING)))) return false;
    var last = tried.get(survey);
    return last == null
        || !last.day().equals(day)
        || (last.why().isPresent() && !now.isBefore(last.at().plus(AGAIN)));
  }

  private static Optional<String> why(Done done) {
    return switch (done) {
      case Done.Yes _ -> Optional.empty();
      case Done.No(var why) -> Optional.of(why);
      case Done.NoSuchSurvey() -> Optional.of("it is not in force any more");
    };
  }

  Coming coming(String survey, WaveDates dates, Known known) {
    var now = clock.instant();
    var today = today(now);
    var next = dates.next(today);
    var latest = dates.latest(today);
    // On the day itself it is not yet time.
    if (latest.isPresent() && now.isBefore(morning(latest.get()))) {
      return new Coming(latest.get(), Optional.empty());
    }
    return new Coming(
        next, latest.filter(day -> !isOpened(known, day)).flatMap(day -> missed(survey, day, now)));
  }

  private Optional<String> missed(String survey, LocalDate day, Instant now) {
    boolean isOver = !now.isBefore(morning(day.plusDays(DAYS_OF_TRYING)));
    var why =
        Optional.ofNullable(tried.get(survey))
            .filter(each -> each.day().equals(day))
            .flatMap(Tried::why);
    if (why.isEmpty() && !isOver) return Optional.empty();
    return Optional.of(
        "no wave was opened on %s%s%s"
            .formatted(
                day,
                why.map(each -> ": " + each).orElse(""),
                isOver
                    ? ", nor in the week after it"
                    : "; it is tried until " + day.plusDays(DAYS_OF_TRYING)));
  }

  private static boolean isOpened(Known known, LocalDate day) {
    return known.waves().stream()
        .anyMatch(state -> !today(state.wave().span().opened()).isBefore(day));
  }

  private static LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(MORNING).toInstant(ZoneOffset.UTC);
  }
}
