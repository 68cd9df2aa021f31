package outturn.store.journal;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import outturn.engine.run.RunId;
import outturn.store.range.Week;

/// Rows that change those of runs, one sheet for each week. Its statement names the table of that
/// week, so that PostgreSQL neither locks nor plans for the many others.
final class WeeklySheet {
  private final String big;
  private final String sql;
  private final String[] types;
  private final SortedMap<Week, Sheet> weeks = new TreeMap<>();

  /// @param big the table that the weekly ones are of; `{table}` in the statement stands for these
  /// @param types of the columns, the first of which is the run's id
  WeeklySheet(String big, String sql, String... types) {
    this.big = big;
    this.sql = sql;
    this.types = types;
  }

  /// The one for the changes of this run.
  Sheet of(RunId run) {
    return weeks.computeIfAbsent(
        Week.of(run.time()), week -> Sheet.byKey(sql.replace("{table}", week.table(big)), types));
  }

  Stream<Sheet> written() {
    return weeks.values().stream();
  }
}
