package outturn.definition.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads days that are listed one by one or as ranges.
final class DayList {
  /// Dates outside are mistakes of typing.
  static final KnownYears YEARS = new KnownYears(1900, 2199);

  private static final int LONGEST = 366;
  private static final String UNNAMED = "listed as a day off";

  private static final Key<LocalDate> DATE = Key.optional("date", Forms.date(), "One day.");
  private static final Key<LocalDate> FROM =
      Key.optional("from", Forms.date(), "The first day of several.");
  private static final Key<LocalDate> TO =
      Key.optional("to", Forms.date(), "The last day of several, included.");
  private static final Key<String> NAME =
      Key.optional("name", Forms.text(), "What people call it.");
  private static final Shape SHAPE = new Shape("list of days", DATE, FROM, TO, NAME);

  private DayList() {}

  /// @param from the same as `to` for one day
  /// @param position where it is written
  record Days(LocalDate from, LocalDate to, String name, Position position) {}

  /// A list of dates and of mappings, at least one.
  static Form<List<Days>> form() {
    return Groups.filled(Groups.list(item()));
  }

  private static Form<Days> item() {
    var date = Forms.date();
    var several = SHAPE.form();
    return new Form<>(
        "%s, or %s".formatted(date.expected(), several.expected()),
        Map.of("anyOf", List.of(date.schema(), several.schema())),
        (form, node, problems) -> {
          var read =
              node instanceof Node.Mapping
                  ? several.read(node, problems).flatMap(values -> days(values, problems))
                  : date.read(node, problems)
                      .map(day -> new Days(day, day, UNNAMED, node.position()));
          return read.filter(days -> isPlausible(days, problems));
        });
  }

  private static Optional<Days> days(Values values, Problems problems) {
    var single = values.has(DATE);
    var complete = values.has(FROM) && values.has(TO);
    var range = values.has(FROM) || values.has(TO);
    if (single == range || range != complete) {
      problems.add(values.position(), "one-of", "write either date, or from and to");
      return Optional.empty();
    }
    var from = values.find(single ? DATE : FROM);
    var to = values.find(single ? DATE : TO);
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    return Optional.of(
        new Days(from.get(), to.get(), values.get(NAME, UNNAMED), values.position()));
  }

  private static boolean isPlausible(Days days, Problems problems) {
    if (days.from.isAfter(days.to)) {
      problems.add(
          days.position,
          "not-in-order",
          "these days begin on %s and end before, on %s".formatted(days.from, days.to),
          "write the first day under from");
      return false;
    }
    if (!YEARS.contains(days.from.getYear()) || !YEARS.contains(days.to.getYear())) {
      problems.add(
          days.position, "out-of-range", "expected dates of the years %s".formatted(YEARS));
      return false;
    }
    if (days.to.isAfter(days.from.plusDays(LONGEST - 1))) {
      problems.add(
          days.position,
          "out-of-range",
          "these are more than %d days".formatted(LONGEST),
          "for weekdays that are always off write week");
      return false;
    }
    return true;
  }

  /// Each day with the item that names it; of several the first.
  static SequencedMap<LocalDate, Placed<String>> single(List<Days> list) {
    var single = new TreeMap<LocalDate, Placed<String>>();
    for (var days : list) {
      var named = new Placed<>(days.name, days.position);
      days.from.datesUntil(days.to.plusDays(1)).forEach(day -> single.putIfAbsent(day, named));
    }
    return single;
  }
}
