package outturn.definition.schedule;

import java.util.List;
import java.util.Locale;

/// The fields of a cron expression in the order of writing, with the values they take.
enum CronField {
  SECOND("second", 0, 59),
  MINUTE("minute", 0, 59),
  HOUR("hour", 0, 23),
  DAY_OF_MONTH("day of month", 1, 31),
  MONTH("month", 1, 12),
  DAY_OF_WEEK("day of week", 0, 6);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> WEEKDAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /// Sunday, when it is counted as the last day of the week.
  static final int LATE_SUNDAY = 7;

  final String word;
  final int least;
  final int most;

  CronField(String word, int least, int most) {
    this.word = word;
    this.least = least;
    this.most = most;
  }

  /// The value of a name, or -1.
  int named(String name) {
    var index = names().indexOf(name.toLowerCase(Locale.ROOT));
    return index < 0 ? -1 : index + least;
  }

  /// The largest number that may be written.
  int mostWritten() {
    return this == DAY_OF_WEEK ? LATE_SUNDAY : most;
  }

  int size() {
    return most - least + 1;
  }

  /// What may be written, for messages.
  String expected() {
    var numbers = "%d to %d".formatted(least, mostWritten());
    if (names().isEmpty()) return numbers;
    return "%s or %s to %s".formatted(numbers, names().getFirst(), names().getLast());
  }

  private List<String> names() {
    return switch (this) {
      case SECOND, MINUTE, HOUR, DAY_OF_MONTH -> List.of();
      case MONTH -> MONTHS;
      case DAY_OF_WEEK -> WEEKDAYS;
    };
  }
}
