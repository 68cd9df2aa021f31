package outturn.definition.calendar;

import java.time.LocalDate;

/// What makes a day of the known years a working day.
sealed interface DayRule permits OwnDays, Combination {
  boolean works(LocalDate date);

  /// Why a day is off that does not work.
  String reason(LocalDate date);

  /// What to do when a year is not known.
  String advice();

  /// Through how many calendars a question goes down.
  int depth();
}
