package outturn.definition.calendar;

import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.RecurrenceRule;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// Makes the dates of an event midnights of UTC. The library takes them for midnights in the zone
/// of the machine, but the end of a rule for one of UTC, so that the last occurrence may be lost.
final class PlainDates {
  /// Of dates, and of times without a zone.
  static final TimeZone ZONE = TimeZone.getTimeZone(ZoneOffset.UTC);

  private PlainDates() {}

  static void move(VEvent event) {
    // In an event of a time, the end of its rule may be a date: that whole day belongs to it.
    if (!event.getDateStart().getValue().hasTime()) move(event.getRecurrenceRule());
    move(event.getDateStart());
    move(event.getDateEnd());
    move(event.getRecurrenceId());
    for (var left : event.getExceptionDates()) left.getValues().replaceAll(PlainDates::moved);
    for (var more : event.getRecurrenceDates()) more.getDates().replaceAll(PlainDates::moved);
  }

  private static void move(@Nullable DateOrDateTimeProperty property) {
    if (property == null || property.getValue() == null) return;
    property.setValue(moved(property.getValue()));
  }

  private static void move(@Nullable RecurrenceRule rule) {
    if (rule == null || rule.getValue() == null || rule.getValue().getUntil() == null) return;
    var until = moved(rule.getValue().getUntil());
    rule.setValue(new Recurrence.Builder(rule.getValue()).until(until).build());
  }

  private static ICalDate moved(ICalDate date) {
    var written = date.getRawComponents();
    if (date.hasTime() || written == null) return date;
    return new ICalDate(written.toDate(ZONE), true);
  }
}
