package outturn.definition.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;

/// A cron expression: a pattern of local times, of five fields (minute, hour, day of month, month,
/// day of week), or of six with seconds first.
///
/// A field is `*` or a list of values, ranges (`1-5`, over the end `22-2`), and steps (`*/15`,
/// `8-18/2`, `5/10` from 5 to the end). Months and weekdays have names, in any case; weekday 0 and
/// 7 are Sunday. A step counts from the start of its range: `*/7` starts anew each hour. Days also
/// take `?` for `*`; `L` the last day, `L-3` three days before it, `15W` the weekday nearest the
/// 15th, `LW` the last weekday; `6L` the last Saturday, `6#3` the third. In place of fields stands
/// one of `@hourly @daily @midnight @weekly @monthly @yearly @annually`.
///
/// **Two day fields.** If day of month and day of week are both restricted, a day must match *one*
/// of them, as in every cron since Vixie's; if one of them starts with `*` or `?`, it must match
/// *both*: `0 5 1-7 * 1` is the first week and every Monday, `0 5 */2 * 1` the Mondays on odd days.
///
/// An expression that no date can match, such as 30 February, is refused.
public final class Cron implements Timing, LocalTimes {

  private final String text;
  private final CronTimes times;
  private final CronDays days;

  Cron(String text, CronTimes times, CronDays days) {
    this.text = text;
    this.times = times;
    this.days = days;
  }

  /// The same times, under another text.
  Cron writtenAs(String other) {
    return new Cron(other, times, days);
  }

  /// Reads an expression.
  ///
  /// @throws Malformed if it is none
  public static Cron parse(String text) {
    return new CronReader(text).read();
  }

  /// The expression as it was written.
  @Override
  public String text() {
    return text;
  }

  @Override
  public boolean everyHour() {
    return times.everyHour();
  }

  @Override
  public Optional<LocalDateTime> first(LocalDateTime from, LocalDateTime until) {
    if (!from.isBefore(until)) return Optional.empty();
    var today = from.toLocalDate();
    if (matches(today)) {
      var time = times.from(from.toLocalTime());
      if (time.isPresent()) {
        return time.map(today::atTime).filter(found -> found.isBefore(until));
      }
    }
    return firstDay(today.plusDays(1), until.toLocalDate())
        .map(day -> day.atTime(times.first()))
        .filter(found -> found.isBefore(until));
  }

  private boolean matches(LocalDate day) {
    return days.in(YearMonth.from(day)).contains(day.getDayOfMonth());
  }

  private Optional<LocalDate> firstDay(LocalDate from, LocalDate last) {
    var least = from.getDayOfMonth();
    for (var month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(last));
        month = month.plusMonths(1)) {
      var day = days.in(month).from(least);
      if (day != Values.NONE) return Optional.of(month.atDay(day));
      least = 1;
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cron cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
