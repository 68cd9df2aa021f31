package outturn.runtime.ahead;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import outturn.definition.ahead.Starter;
import outturn.definition.calendar.SupposedHoliday;

/// The calendars of schedules.
final class Calendars {
  private Calendars() {}

  /// What to say of supposed holidays that are in no calendar of the schedules.
  static Optional<String> missing(List<Starter> starters, List<SupposedHoliday> holidays) {
    var named = holidays.stream().flatMap(each -> each.calendar().stream()).toList();
    return WhatIf.missing("calendar of a schedule", named, of(starters));
  }

  private static Set<String> of(List<Starter> starters) {
    var names = new TreeSet<String>();
    for (var starter : starters) {
      starter.schedule().days().calendar().ifPresent(rule -> names.addAll(rule.calendar().names()));
    }
    return names;
  }
}
