package outturn.store.range;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import outturn.engine.run.RunId;

/// A week of ISO 8601, from Monday to Monday at midnight UTC.
public record Week(LocalDate monday) implements Comparable<Week> {

  public static Week of(Instant time) {
    var day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /// The week of a table of this name, as [#table] makes it.
  static Week ofTable(String big, String table) {
    var year = Integer.parseInt(table.substring(big.length() + 1, big.length() + 5));
    var week = Integer.parseInt(table.substring(big.length() + 6));
    // The fourth of January is always in the first week.
    var first = LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Week(first.plusWeeks(week - 1L));
  }

  public Week previous() {
    return new Week(monday.minusWeeks(1));
  }

  Week next() {
    return new Week(monday.plusWeeks(1));
  }

  /// The smallest id of a run made in it.
  public RunId first() {
    return RunId.firstAt(monday.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// The table that holds its rows of a big one: `run_2026w48`.
  public String table(String big) {
    return "%s_%dw%02d"
        .formatted(
            big,
            monday.get(IsoFields.WEEK_BASED_YEAR),
            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  @Override
  public int compareTo(Week other) {
    return monday.compareTo(other.monday);
  }
}
