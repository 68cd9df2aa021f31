package outturn.definition.ahead;

import outturn.definition.schedule.Schedule;

/// Schedules that are as another one but for a rule, to tell what that rule does.
public final class Variants {
  private Variants() {}

  /// One that runs on all days, worked or not.
  public static Schedule withoutCalendar(Schedule schedule) {
    return new Schedule(
        schedule.name(),
        schedule.timing(),
        schedule.span(),
        schedule.zone(),
        schedule.clockChange(),
        Schedule.Days.ALL,
        schedule.rules());
  }

  /// One that takes the local times that a clock change leaves out in this way.
  public static Schedule withGap(Schedule schedule, Schedule.ClockChange.Gap gap) {
    return new Schedule(
        schedule.name(),
        schedule.timing(),
        schedule.span(),
        schedule.zone(),
        new Schedule.ClockChange(gap, schedule.clockChange().overlap()),
        schedule.days(),
        schedule.rules());
  }

  /// One with other days.
  public static Schedule withDays(Schedule schedule, Schedule.Days days) {
    return new Schedule(
        schedule.name(),
        schedule.timing(),
        schedule.span(),
        schedule.zone(),
        schedule.clockChange(),
        new Schedule.Days(days.calendar(), schedule.days().businessDate()),
        schedule.rules());
  }
}
