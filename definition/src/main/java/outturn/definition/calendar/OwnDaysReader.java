package outturn.definition.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads a calendar that is not made of others.
final class OwnDaysReader {
  static final Key<List<Weekday>> WEEK =
      Key.optional(
          "week",
          Groups.list(Choices.of(Weekday.class)),
          "The days of the working week; monday to friday by default.");
  static final Key<List<Values>> HOLIDAYS =
      Key.optional(
          "holidays",
          Groups.oneOrMany(HolidayReader.SHAPE.form()),
          "Whose public holidays are days off.");
  static final Key<List<DayList.Days>> OFF = Key.optional("off", DayList.form(), "Own days off.");
  static final Key<List<DayList.Days>> ON =
      Key.optional("on", DayList.form(), "Days that are worked all the same.");
  static final Key<Placed<String>> FILE =
      Key.optional(
          "file", Forms.text().placed(), "An iCalendar file of the project with days off.");

  private static final Key<Integer> FROM =
      Key.required(
          "from", Forms.whole(DayList.YEARS.first(), DayList.YEARS.last()), "The first year.");
  private static final Key<Integer> TO =
      Key.required(
          "to", Forms.whole(DayList.YEARS.first(), DayList.YEARS.last()), "The last, included.");
  private static final Shape YEARS_SHAPE = new Shape("range of years", FROM, TO);
  static final Key<Values> YEARS =
      Key.optional("years", YEARS_SHAPE.form(), "For which years the lists are complete.");

  static final List<Key<?>> KEYS = List.of(WEEK, HOLIDAYS, OFF, ON, FILE, YEARS);

  private static final List<Weekday> USUAL_WEEK =
      List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI);

  private final String name;
  private final String title;
  private final Values values;
  private final Problems problems;
  private final SequencedMap<LocalDate, Placed<String>> off;
  private final SequencedMap<LocalDate, Placed<String>> on;

  OwnDaysReader(String name, String title, Values values, Problems problems) {
    this.name = name;
    this.title = title;
    this.values = values;
    this.problems = problems;
    this.off = DayList.single(values.list(OFF));
    this.on = DayList.single(values.list(ON));
  }

  WorkingDays read(Function<Placed<String>, Optional<byte[]>> files) {
    var before = problems.size();
    var written = writtenYears();
    var holidays =
        values.list(HOLIDAYS).stream()
            .flatMap(each -> HolidayReader.read(each, problems).stream())
            .toList();
    var listed = new HashMap<LocalDate, String>();
    off.forEach((day, named) -> listed.put(day, named.value()));
    fileDays(files, written).forEach(listed::putIfAbsent);
    checkLists(written);
    var week = values.get(WEEK, USUAL_WEEK).stream().map(Weekday::day);
    var days =
        new WorkingDays(
            name,
            title,
            written.or(() -> toldYears(listed)).orElse(KnownYears.ALL),
            new OwnDays(new TreeSet<>(week.toList()), holidays, listed, on.keySet()));
    if (problems.size() == before && !days.hasWorkingDay()) tellIdle();
    return days;
  }

  private void tellIdle() {
    problems.add(
        values.position(),
        "no-working-day",
        "no day of calendar '%s' is a working day".formatted(name),
        "give it days in week, or list them under on");
  }

  private Optional<KnownYears> writtenYears() {
    var written = values.find(YEARS);
    var from = written.flatMap(years -> years.find(FROM));
    var to = written.flatMap(years -> years.find(TO));
    if (from.isEmpty() || to.isEmpty()) return Optional.empty();
    if (from.get() > to.get()) {
      problems.add(
          values.position(YEARS), "not-in-order", "the last year is before the first", "swap them");
      return Optional.empty();
    }
    var years = new KnownYears(from.get(), to.get());
    if (values.has(HOLIDAYS) && !PublicHolidays.YEARS.contains(years)) {
      problems.add(
          values.position(YEARS),
          "out-of-range",
          "public holidays are known of the years " + PublicHolidays.YEARS,
          "stay within these, or list the days under off");
    }
    return Optional.of(years);
  }

  /// The years of which the lists and the public holidays tell.
  private Optional<KnownYears> toldYears(Map<LocalDate, String> listed) {
    var dates = new TreeSet<>(listed.keySet());
    dates.addAll(on.keySet());
    var byHolidays =
        values.has(HOLIDAYS) ? Optional.of(PublicHolidays.YEARS) : Optional.<KnownYears>empty();
    if (dates.isEmpty()) return byHolidays;
    var byLists = new KnownYears(dates.first().getYear(), dates.last().getYear());
    if (byHolidays.isEmpty()) return Optional.of(byLists);
    var both = byLists.and(PublicHolidays.YEARS);
    if (both.isEmpty()) {
      problems.add(
          values.position(),
          "no-common-year",
          "the lists are of the years %s, public holidays are known of %s"
              .formatted(byLists, PublicHolidays.YEARS),
          "say in years for which years the lists are complete");
    }
    return both;
  }

  private Map<LocalDate, String> fileDays(
      Function<Placed<String>, Optional<byte[]>> files, Optional<KnownYears> written) {
    var path = values.find(FILE);
    var file = path.flatMap(files).flatMap(bytes -> CalendarFile.read(path.get(), bytes, problems));
    if (file.isEmpty()) return Map.of();
    if (file.get().isEndless() && !values.has(YEARS)) {
      problems.add(
          path.get().position(),
          "no-last-year",
          "an event of '%s' is repeated without an end".formatted(path.get().value()),
          "say in years for which years the file is complete");
      return Map.of();
    }
    return file.get().days(written.orElse(DayList.YEARS));
  }

  private void checkLists(Optional<KnownYears> years) {
    on.forEach((day, named) -> {
      var other = off.get(day);
      if (other == null) return;
      problems.add(
          named.position(),
          "contradiction",
          "%s is both off and on".formatted(day),
          "the other is at " + other.position());
    });
    if (years.isEmpty()) return;
    checkWithin(years.get(), values.list(OFF));
    checkWithin(years.get(), values.list(ON));
  }

  private void checkWithin(KnownYears years, List<DayList.Days> list) {
    for (var days : list) {
      if (years.contains(new KnownYears(days.from().getYear(), days.to().getYear()))) continue;
      problems.add(
          days.position(),
          "out-of-range",
          "%s is outside of the years %s"
              .formatted(years.contains(days.from().getYear()) ? days.to() : days.from(), years),
          "widen years, or take it away");
    }
  }
}
