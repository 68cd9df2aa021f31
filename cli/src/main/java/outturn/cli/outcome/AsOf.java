package outturn.cli.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import picocli.CommandLine.Option;

/// The option `--as-of`: a time, or a day, which means its end where the user is.
final class AsOf {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "as it was known at the end of this day, or at a time: 2026-09-30T12:00:00Z")
  private @Nullable String text;

  /// What to ask the server for; null to ask for now.
  @Nullable Instant in(ZoneId zone) {
    if (text == null) return null;
    try {
      if (text.contains("T")) return Instant.parse(text);
      return LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException neither) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "invalid value for option '--as-of': '%s' is not a date or time".formatted(text),
          "expected for example 2026-11-23, or 2026-11-23T12:00:00Z");
    }
  }
}
