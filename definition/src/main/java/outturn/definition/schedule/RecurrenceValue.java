package outturn.definition.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.schedule.RecurrenceParts.Frequency;
import outturn.definition.schedule.RecurrenceParts.Part;
import outturn.definition.schedule.RecurrenceParts.Weekday;

/// The value of one part of a recurrence rule, as it is written.
record RecurrenceValue(String text, String name, int index, int end) {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,9}");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?<place>[-+]?[0-9]{1,2})?(?<day>[A-Z]{2})");
  private static final int MOST_PLACE = 53;
  private static final int DATE_LENGTH = "20261231".length();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final String WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(Weekday::code).collect(Collectors.joining(" "));

  /// A value of a list, and where it stands.
  private record Item(String text, int index) {}

  int nameIndex() {
    return index - name.length() - 1;
  }

  Malformed malformed(String problem) {
    return Malformed.rule(text, nameIndex(), name + " " + problem);
  }

  Frequency frequency() {
    return Stream.of(Frequency.values())
        .filter(frequency -> frequency.name().equals(value()))
        .findFirst()
        .orElseThrow(() ->
            unexpected(
                new Item(value(), index),
                Stream.of(Frequency.values())
                    .map(Frequency::name)
                    .collect(Collectors.joining(" "))));
  }

  int number(int least, int most) {
    return number(new Item(value(), index), least, most);
  }

  List<Integer> numbers(Part part) {
    return items().stream()
        .map(item -> number(item, part.least, part.most))
        .distinct()
        .sorted()
        .toList();
  }

  private int number(Item item, int least, int most) {
    if (NUMBER.matcher(item.text()).matches()) {
      var number = Integer.parseInt(item.text());
      var isZero = number == 0 && least < 0;
      if (number >= least && number <= most && !isZero) return number;
    }
    throw unexpected(
        item, least < 0 ? "1 to %d or -1 to %d".formatted(most, least) : least + " to " + most);
  }

  DayOfWeek weekday() {
    var item = new Item(value(), index);
    return day(item.text()).orElseThrow(() -> unexpected(item, WEEKDAYS));
  }

  List<Weekday> weekdays() {
    return items().stream().map(this::weekday).toList();
  }

  private Weekday weekday(Item item) {
    var matcher = WEEKDAY.matcher(item.text());
    if (matcher.matches()) {
      var day = day(matcher.group("day"));
      var place = Optional.ofNullable(matcher.group("place")).map(Integer::parseInt);
      var isPlace = place.map(number -> number != 0 && Math.abs(number) <= MOST_PLACE).orElse(true);
      if (day.isPresent() && isPlace) return new Weekday(place.orElse(0), day.get());
    }
    throw unexpected(item, "a list of %s, or for example 1MO or -1FR".formatted(WEEKDAYS));
  }

  /// Refuses weekdays with a place.
  void refusePlaces() {
    for (var item : items()) {
      if (weekday(item).place() == 0) continue;
      throw unexpected(
          item,
          "no number here; a place goes with FREQ=MONTHLY, or with FREQ=YEARLY without weeks");
    }
  }

  /// The first local time that is too late: a date-time is included, and of a date the whole day.
  LocalDateTime end(ZoneId zone) {
    var value = value();
    try {
      if (value.length() == DATE_LENGTH) {
        return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).plusDays(1).atStartOfDay();
      }
      if (!value.endsWith("Z")) return LocalDateTime.parse(value, TIME).plusSeconds(1);
      return inZone(LocalDateTime.parse(value.substring(0, value.length() - 1), TIME), zone)
          .plusSeconds(1);
    } catch (DateTimeException malformed) {
      throw unexpected(
          new Item(value, index), "a local date or date-time: 20261231 or 20261231T180000");
    }
  }

  private LocalDateTime inZone(LocalDateTime utc, ZoneId zone) {
    var local = LocalDateTime.ofInstant(utc.toInstant(ZoneOffset.UTC), zone);
    if (zone.getRules().getValidOffsets(local).size() == 1) return local;
    throw malformed(
        "is %s in %s, a time that comes twice that day; write it as local time, without Z"
            .formatted(local, zone));
  }

  private Malformed unexpected(Item item, String expected) {
    return Malformed.rule(
        text, item.index(), "in %s, '%s'; expected %s".formatted(name, item.text(), expected));
  }

  private static Optional<DayOfWeek> day(String code) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> Weekday.code(day).equals(code))
        .findFirst();
  }

  private String value() {
    return text.substring(index, end).toUpperCase(Locale.ROOT);
  }

  private List<Item> items() {
    var items = new ArrayList<Item>();
    var at = index;
    for (var item : value().split(",", -1)) {
      items.add(new Item(item, at));
      at += item.length() + 1;
    }
    return items;
  }
}
