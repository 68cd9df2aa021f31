package outturn.definition.calendar;

import java.time.LocalDate;
import java.util.List;

/// What makes a day of the known years a working day.
sealed interface DayRule permits OwnDays, Combination, Supposed {
  boolean works(LocalDate date);

  /// Why a day is off that does not work.
  String reason(LocalDate date);

  /// What to do when a year is not known.
  String advice();

  /// Through how many calendars a question goes down.
  int depth();

  /// The calendars that it is made of.
  List<WorkingDays> parts();

  /// The same with a holiday in those of its calendars that it is supposed in.
  DayRule supposing(SupposedHoliday holiday);
}
