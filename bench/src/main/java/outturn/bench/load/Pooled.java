package outturn.bench.load;

import java.time.LocalDate;
import java.util.Locale;
import outturn.definition.pool.Pool;

/// That all tasks of a load claim one of the same pool.
///
/// @param order who goes first of those who wait for it
/// @param date the first business date for which its runs are
public record Pooled(Pool.Order order, LocalDate date) {
  private static final int DATES = 5;

  /// As YAML and the command line have the order.
  public String word() {
    return order.name().toLowerCase(Locale.ROOT);
  }

  /// What the date of a run is: one after the other of some, so that not all are due at once.
  LocalDate date(int run) {
    return date.plusDays(run % DATES);
  }
}
