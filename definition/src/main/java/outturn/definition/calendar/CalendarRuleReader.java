package outturn.definition.calendar;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import outturn.definition.calendar.CalendarRule.OnNonWorkingDay;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads what a schedule does about working days.
public final class CalendarRuleReader {
  private static final int MOST_DAYS = 31;
  private static final int MOST_SHIFT = 100;

  public static final Key<Placed<String>> CALENDAR =
      Key.optional("calendar", Forms.name().placed(), "The calendar of its working days.");
  public static final Key<OnNonWorkingDay> ON_NON_WORKING_DAY =
      Key.optional(
          "onNonWorkingDay",
          Choices.of(OnNonWorkingDay.class),
          "What to do on a day that is not worked; skip.");
  public static final Key<List<Integer>> WORKING_DAYS =
      Key.optional(
          "workingDays",
          Groups.filled(Groups.oneOrMany(Forms.whole(-MOST_DAYS, MOST_DAYS))),
          "Only these working days of a month: 1 is the first, -1 the last.");
  public static final Key<Integer> SHIFT =
      Key.optional(
          "shift",
          Forms.whole(-MOST_SHIFT, MOST_SHIFT),
          "By how many working days its days move; 0.");

  private static final List<Key<?>> NEED_A_CALENDAR =
      List.of(ON_NON_WORKING_DAY, WORKING_DAYS, SHIFT);

  private final Function<String, Optional<WorkingDays>> calendars;
  private final Uses uses;
  private final Problems problems;

  /// @param calendars those of the project, by name
  public CalendarRuleReader(
      Function<String, Optional<WorkingDays>> calendars, Uses uses, Problems problems) {
    this.calendars = calendars;
    this.uses = uses;
    this.problems = problems;
  }

  /// Empty for a schedule without a calendar.
  public Optional<CalendarRule> read(Values schedule) {
    var name = schedule.find(CALENDAR);
    if (name.isEmpty()) {
      for (var key : NEED_A_CALENDAR) {
        if (schedule.has(key)) tell(schedule, key, "'%s' needs a calendar", "name one: calendar:");
      }
      return Optional.empty();
    }
    var calendar = calendars.apply(uses.note(Use.Target.CALENDAR, name.get()));
    var rule = schedule.get(ON_NON_WORKING_DAY, OnNonWorkingDay.SKIP);
    var ofMonth = new TreeSet<>(schedule.list(WORKING_DAYS));
    int shift = schedule.get(SHIFT, 0);
    if (ofMonth.contains(0)) {
      tell(schedule, WORKING_DAYS, "'%s' has no day 0", "count from 1, or back from -1");
      ofMonth.remove(0);
    }
    if (!ofMonth.isEmpty() && rule != OnNonWorkingDay.SKIP) {
      tell(
          schedule,
          ON_NON_WORKING_DAY,
          "with workingDays, '%s' can only be skip",
          "leave it out: a working day of a month is worked");
    }
    if (shift != 0 && rule == OnNonWorkingDay.RUN) {
      tell(
          schedule,
          SHIFT,
          "'%s' does not go with onNonWorkingDay: run",
          "write next or previous, so that it is clear from which working day to count");
    }
    calendar.ifPresent(days -> checkNumbers(schedule, days, ofMonth));
    return calendar.map(days -> new CalendarRule(days, rule, ofMonth, shift));
  }

  /// A search for a day that no month has would go through all years.
  private void checkNumbers(Values schedule, WorkingDays days, SortedSet<Integer> ofMonth) {
    for (int number : ofMonth) {
      if (days.hasOfMonth(number)) continue;
      tell(
          schedule,
          WORKING_DAYS,
          "'%%s': no month of calendar '%s' has %d working days"
              .formatted(days.name(), Math.abs(number)),
          "count from 1, or back from -1");
    }
  }

  private void tell(Values schedule, Key<?> key, String message, String advice) {
    problems.add(schedule.keyPosition(key), "calendar-rule", message.formatted(key.name()), advice);
  }
}
