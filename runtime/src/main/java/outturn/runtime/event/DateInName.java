package outturn.runtime.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// The date in the name of a file: `2026-03-29` or `20260329`, the first one that is a date.
final class DateInName {
  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)([12]\\d{3})(-?)(\\d{2})\\2(\\d{2})(?!\\d)");

  private DateInName() {}

  static Optional<LocalDate> of(String name) {
    var dates = DATE.matcher(name);
    while (dates.find()) {
      try {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(dates.group(1)),
                Integer.parseInt(dates.group(3)),
                Integer.parseInt(dates.group(4))));
      } catch (DateTimeException noSuchDay) {
        // It may be a number.
      }
    }
    return Optional.empty();
  }
}
