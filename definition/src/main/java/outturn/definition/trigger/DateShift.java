package outturn.definition.trigger;

import java.time.LocalDate;

/// A business date, counted from another one.
///
/// @param days negative for a day before
public record DateShift(int days) {
  public static final DateShift SAME = new DateShift(0);
  static final int MOST = 366;

  public LocalDate from(LocalDate date) {
    return date.plusDays(days);
  }
}
