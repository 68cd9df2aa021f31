package outturn.definition.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A week, less public holidays and the days that are listed as off, and the days on which work is
/// done all the same.
record OwnDays(
    Set<DayOfWeek> week,
    List<PublicHolidays> holidays,
    Map<LocalDate, String> off,
    Set<LocalDate> on)
    implements DayRule {
  OwnDays {
    week = Set.copyOf(week);
    holidays = List.copyOf(holidays);
    off = Map.copyOf(off);
    on = Set.copyOf(on);
  }

  @Override
  public boolean works(LocalDate date) {
    if (on.contains(date)) return true;
    return week.contains(date.getDayOfWeek()) && !off.containsKey(date) && holiday(date).isEmpty();
  }

  @Override
  public String reason(LocalDate date) {
    return Optional.ofNullable(off.get(date))
        .or(() -> holiday(date))
        .orElse("not in the working week");
  }

  private Optional<String> holiday(LocalDate date) {
    return holidays.stream().flatMap(each -> each.name(date).stream()).findFirst();
  }

  @Override
  public String advice() {
    return "add that year's days to its lists and widen its years";
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public List<WorkingDays> parts() {
    return List.of();
  }

  @Override
  public DayRule supposing(SupposedHoliday holiday) {
    return this;
  }
}
