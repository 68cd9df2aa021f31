package outturn.definition.schedule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.definition.schedule.RecurrenceParts.Frequency;
import outturn.definition.schedule.RecurrenceParts.Part;

/// Reads a recurrence rule: its parts, whether they go together, and where it ends.
final class RecurrenceReader {
  private static final String PREFIX = "RRULE:";
  private static final int MOST_COUNT = 10_000;
  private static final int MOST_INTERVAL = 99_999_999;
  private static final List<String> NAMES =
      List.of(
          "FREQ INTERVAL COUNT UNTIL WKST BYDAY BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYHOUR BYMINUTE BYSECOND BYSETPOS"
              .split(" "));

  private final String text;
  private final Optional<LocalDateTime> start;
  private final ZoneId zone;
  private final int begin;
  private final Map<String, RecurrenceValue> written = new LinkedHashMap<>();

  RecurrenceReader(String text, Optional<LocalDateTime> start, ZoneId zone) {
    this.text = text;
    this.start = start;
    this.zone = zone;
    this.begin = text.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? PREFIX.length() : 0;
  }

  Recurrence read() {
    split();
    var frequency =
        Optional.ofNullable(written.get("FREQ"))
            .orElseThrow(() -> Malformed.rule(text, 0, "FREQ is missing; expected FREQ=DAILY"))
            .frequency();
    checkTogether(frequency);
    var interval = interval();
    var parts =
        new RecurrenceParts(
            frequency,
            interval,
            Arrays.stream(Part.values())
                .filter(part -> written.containsKey(part.name()))
                .collect(Collectors.toMap(part -> part, part -> value(part).numbers(part))),
            find("BYDAY").map(RecurrenceValue::weekdays).orElse(List.of()),
            find("WKST").map(RecurrenceValue::weekday).orElse(DayOfWeek.MONDAY));
    checkStart(parts);
    var origin = start.orElse(Recurrence.ORIGIN);
    var periods = periods(parts.completed(origin), origin);
    return new Recurrence(
        text, periods, new Schedule.Span(Optional.of(origin), end(periods, origin)));
  }

  private void split() {
    var index = begin;
    while (index <= text.length()) {
      var semicolon = text.indexOf(';', index);
      var end = semicolon < 0 ? text.length() : semicolon;
      part(index, end);
      index = end + 1;
    }
  }

  private void part(int index, int end) {
    var equals = text.indexOf('=', index);
    if (equals < 0 || equals > end) {
      throw Malformed.rule(
          text,
          index,
          "'%s' is not a part; expected for example FREQ=DAILY"
              .formatted(text.substring(index, end)));
    }
    var name = text.substring(index, equals).toUpperCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      throw Malformed.rule(
          text,
          index,
          "'%s' is not the name of a part; expected one of %s"
              .formatted(text.substring(index, equals), String.join(" ", NAMES)));
    }
    var value = new RecurrenceValue(text, name, equals + 1, end);
    if (written.put(name, value) != null) {
      throw Malformed.rule(text, index, "%s is written twice".formatted(name));
    }
  }

  private Optional<RecurrenceValue> find(String name) {
    return Optional.ofNullable(written.get(name));
  }

  private RecurrenceValue value(Part part) {
    return find(part.name()).orElseThrow();
  }

  /// What RFC 5545 forbids to be written together.
  private void checkTogether(Frequency frequency) {
    if (frequency != Frequency.YEARLY) refuse("BYWEEKNO", "goes with FREQ=YEARLY only");
    switch (frequency) {
      case WEEKLY -> {
        refuse("BYMONTHDAY", "does not go with FREQ=WEEKLY");
        refuse("BYYEARDAY", "does not go with FREQ=WEEKLY");
      }
      case DAILY, MONTHLY -> refuse("BYYEARDAY", "does not go with FREQ=" + frequency);
      case YEARLY, HOURLY, MINUTELY, SECONDLY -> {}
    }
    if (written.containsKey("UNTIL")) refuse("COUNT", "does not go with UNTIL");
    if (written.keySet().stream().filter(name -> name.startsWith("BY")).count() == 1) {
      refuse("BYSETPOS", "chooses among what another BY… part names, and there is none");
    }
    var hasPlaces = frequency == Frequency.YEARLY || frequency == Frequency.MONTHLY;
    if (!hasPlaces || written.containsKey("BYWEEKNO")) {
      find("BYDAY").ifPresent(RecurrenceValue::refusePlaces);
    }
  }

  private void refuse(String name, String problem) {
    find(name)
        .ifPresent(value -> {
          throw value.malformed(problem);
        });
  }

  private int interval() {
    return find("INTERVAL").map(value -> value.number(1, MOST_INTERVAL)).orElse(1);
  }

  /// Refuses a rule that means something else with each start, when none is written.
  private void checkStart(RecurrenceParts parts) {
    if (start.isPresent()) return;
    if (parts.interval() > 1) refuse("INTERVAL", "counts from the start; write 'start' beside it");
    refuse("COUNT", "counts from the start; write 'start' beside it");
    if (parts.frequency() == Frequency.WEEKLY && !parts.namesDays()) {
      refuse("FREQ", "takes its weekday from the start; write BYDAY, or 'start' beside it");
    }
  }

  private static LocalTimes periods(RecurrenceParts parts, LocalDateTime origin) {
    return switch (parts.frequency()) {
      case DAILY, HOURLY, MINUTELY, SECONDLY -> new EvenPeriods(parts, origin);
      case YEARLY, MONTHLY, WEEKLY -> new CalendarPeriods(parts, origin);
    };
  }

  /// The first time that is too late for the rule.
  private Optional<LocalDateTime> end(LocalTimes periods, LocalDateTime origin) {
    var until = find("UNTIL").map(value -> value.end(zone));
    if (until.isPresent()) return until;
    return find("COUNT").flatMap(value -> afterCount(value.number(1, MOST_COUNT), periods, origin));
  }

  private static Optional<LocalDateTime> afterCount(
      int count, LocalTimes periods, LocalDateTime origin) {
    var from = origin;
    for (var counted = 0; counted < count; counted++) {
      var next = periods.first(from, from.plusYears(DueTimes.HORIZON_YEARS));
      if (next.isEmpty()) return Optional.empty();
      from = next.get().plusSeconds(1);
    }
    return Optional.of(from);
  }
}
