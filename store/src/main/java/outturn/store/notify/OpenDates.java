package outturn.store.notify;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import outturn.definition.notify.Occasion;
import outturn.store.database.SqlArray;

/// For which business dates workflows have problems that a success ends, while news is sorted. Most
/// runs succeed where nothing is open, and these cost no query.
///
/// None is missing; there may be one for which nothing is open any more.
final class OpenDates {
  private static final String OPEN =
      """
      select distinct workflow, business_date from notification
      where workflow = any(:workflows) and recovered is null and occasion <> :atRisk
      """;

  private final Map<String, NavigableSet<LocalDate>> dates = new HashMap<>();

  private OpenDates() {}

  /// @param handle of a transaction in which nobody else opens or ends problems
  static OpenDates of(Handle handle, Collection<String> workflows) {
    var open = new OpenDates();
    handle
        .createQuery(OPEN)
        .bind("workflows", SqlArray.texts(workflows))
        .bind("atRisk", Occasion.AT_RISK.word())
        .map((row, _) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
        .forEach(each -> open.add(each.getKey(), each.getValue()));
    return open;
  }

  void add(String workflow, LocalDate date) {
    of(workflow).add(date);
  }

  /// Takes out those up to a date, and answers whether there were any.
  boolean end(String workflow, LocalDate date) {
    var ended = of(workflow).headSet(date, true);
    if (ended.isEmpty()) return false;
    ended.clear();
    return true;
  }

  private NavigableSet<LocalDate> of(String workflow) {
    return dates.computeIfAbsent(workflow, _ -> new TreeSet<>());
  }
}
