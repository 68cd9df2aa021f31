package outturn.cli.ahead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// A date or a time as an option has it: local, or with an offset.
final class TimeOption {
  private final String option;
  private final ZoneId zone;

  TimeOption(String option, ZoneId zone) {
    this.option = option;
    this.zone = zone;
  }

  /// A date is its beginning.
  Instant start(String text) {
    return read(text, 0);
  }

  /// A date is its end: that day is meant too.
  Instant end(String text) {
    return read(text, 1);
  }

  private Instant read(String text, int days) {
    try {
      if (!text.contains("T")) {
        return LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
      }
      var time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime offset
          ? offset.toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "%s is no time: '%s'".formatted(option, text),
          "expected for example 2026-12-24, 2026-12-24T12:00 or 2026-12-24T12:00:00Z");
    }
  }
}
