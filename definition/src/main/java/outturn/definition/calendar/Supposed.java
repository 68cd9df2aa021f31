package outturn.definition.calendar;

import java.time.LocalDate;
import java.util.List;

/// A rule as if one more day were a holiday.
record Supposed(DayRule rule, LocalDate holiday) implements DayRule {
  @Override
  public boolean works(LocalDate date) {
    return !date.equals(holiday) && rule.works(date);
  }

  @Override
  public String reason(LocalDate date) {
    return rule.works(date) ? "a supposed holiday" : rule.reason(date);
  }

  @Override
  public String advice() {
    return rule.advice();
  }

  @Override
  public int depth() {
    return rule.depth();
  }

  @Override
  public List<WorkingDays> parts() {
    return rule.parts();
  }

  @Override
  public DayRule supposing(SupposedHoliday other) {
    return new Supposed(rule.supposing(other), holiday);
  }
}
