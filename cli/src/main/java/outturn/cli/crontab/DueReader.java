package outturn.cli.crontab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import outturn.definition.schedule.Cron;
import outturn.definition.schedule.Malformed;

/// Reads the time fields of an entry, or the `@word` in their place.
final class DueReader {
  private static final Pattern WORD = Pattern.compile("@[a-z_]+");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{|<%|__\\w+__|@[A-Z]\\w*@|\\$\\{?\\w|%[({]|<\\w+>|\\[%");
  private static final Pattern OPEN_STEP = Pattern.compile("(^|.*,)[0-9]+/[0-9]+(,.*|$)");
  private static final Pattern BACKWARDS = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");
  private static final String AT_REBOOT =
      "@reboot has no due time: let the system start it (a systemd unit), or give it a schedule";
  private static final String PLACEHOLDERS =
      "a placeholder stands in the time fields: fill in the file first, then import it";
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private DueReader() {}

  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).find();
  }

  /// Reads `@daily`.
  static Due word(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("@reboot")) return new Due.Never(AT_REBOOT);
    if (isPlaceholder(word)) return new Due.Never(PLACEHOLDERS);
    if (lower.matches("@[0-9]{1,8}")) return interval(word, Integer.parseInt(word.substring(1)));
    if (!WORD.matcher(lower).matches()) return new Due.Never("'%s' is no time".formatted(word));
    var cron =
        switch (lower) {
          case "@every_minute" -> "* * * * *";
          case "@every_second" -> "* * * * * *";
          default -> lower;
        };
    return parsed(word, cron, List.of());
  }

  /// Seconds after the end of the last run; only what divides a minute, an hour or a day is a time
  /// of the clock.
  private static Due interval(String word, int seconds) {
    var remark =
        Remark.difference(
            "%s counts from the end of the last run; the workflow is due by the clock, as often"
                .formatted(word));
    var cron = "";
    if (seconds > 0 && seconds < MINUTE && MINUTE % seconds == 0) {
      cron = "*/%d * * * * *".formatted(seconds);
    } else if (seconds % MINUTE == 0 && seconds < HOUR && HOUR % Math.max(1, seconds) == 0) {
      cron = "*/%d * * * *".formatted(seconds / MINUTE);
    } else if (seconds % HOUR == 0 && seconds < DAY && DAY % Math.max(1, seconds) == 0) {
      cron = "0 */%d * * *".formatted(seconds / HOUR);
    } else if (seconds == DAY) {
      cron = "0 0 * * *";
    }
    if (cron.isEmpty()) {
      return new Due.Never(
          "%s, seconds after the last run, is no time of the clock: choose a cron expression"
              .formatted(word));
    }
    return parsed(word, cron, List.of(remark));
  }

  /// Reads five fields.
  ///
  /// @param line from which random values are drawn
  static Due fields(List<String> fields, String line) {
    var written = String.join(" ", fields);
    if (fields.stream().anyMatch(DueReader::isPlaceholder)) return new Due.Never(PLACEHOLDERS);
    var remarks = new ArrayList<Remark>();
    var cron = written;
    if (RandomRange.isIn(fields)) {
      cron = String.join(" ", new RandomRange(line).drawn(fields));
      remarks.add(
          Remark.difference(
              "'%s' draws new times whenever cron reads the table; the workflow keeps '%s'"
                  .formatted(written, cron)));
    }
    if (fields.stream().anyMatch(DueReader::isDoubtful)) {
      remarks.add(
          Remark.hint(
              "not every cron takes '%s'; here N/STEP goes on to the end of the field, and a range"
                      .formatted(written)
                  + " that ends before it begins goes over the end"));
    }
    if (fields.getFirst().equals("*") && fields.get(1).matches("[0-9]{1,2}")) {
      remarks.add(
          Remark.hint(
              "'%s' is due in every minute of that hour; for once an hour write a minute"
                  .formatted(written)));
    }
    return parsed(written, cron, remarks);
  }

  private static boolean isDoubtful(String field) {
    if (OPEN_STEP.matcher(field).matches()) return true;
    return BACKWARDS
        .matcher(field)
        .results()
        .anyMatch(range -> Integer.parseInt(range.group(1)) > Integer.parseInt(range.group(2)));
  }

  private static Due parsed(String written, String cron, List<Remark> remarks) {
    try {
      return new Due.Times(written, Cron.parse(cron), remarks);
    } catch (Malformed malformed) {
      return new Due.Never(String.valueOf(malformed.getMessage()));
    }
  }
}
