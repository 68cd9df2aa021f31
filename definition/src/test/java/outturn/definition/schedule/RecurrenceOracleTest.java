package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.junit.jupiter.api.Test;

/// Compares rules by chance with an oracle that goes through the days of each period and drops
/// those that a part does not name.
class RecurrenceOracleTest {

  private static final int WALKED = 500;
  private static final int COMPARED = 2000;
  private static final int TIMES = 6;

  @Test
  void agreesWithAWalkThroughTheDays() {
    for (var seed = 0; seed < WALKED; seed++) {
      var rule = Rule.random(new Random(seed));
      var random = new Random(seed);
      var from = rule.start().plusMinutes(random.nextInt(rule.span() * 1440));
      var until = from.plusDays(rule.span());

      var read = Recurrence.parse(rule.text(), Optional.of(rule.start()), ZoneOffset.UTC);

      assertThat(found(read, from, until))
          .as("seed %d: %s from %s, after %s", seed, rule.text(), rule.start(), from)
          .isEqualTo(rule.walk(from, until));
    }
  }

  /// Without what lib-recur 0.17.1 takes otherwise: it counts 53 weeks in years that have 52, takes
  /// the days of month of a yearly rule without months in the month of the start only, lets
  /// `BYSETPOS` count from the start within the first period, and gives up after a thousand empty
  /// periods.
  @Test
  void agreesWithLibRecur() throws InvalidRecurrenceRuleException {
    var compared = 0;
    for (var seed = 0; seed < COMPARED; seed++) {
      var rule = Rule.random(new Random(seed));
      if (rule.parts().containsKey("BYWEEKNO")) continue;
      if (rule.frequency().equals("YEARLY")
          && rule.parts().containsKey("BYMONTHDAY")
          && !rule.parts().containsKey("BYMONTH")
          && !rule.parts().containsKey("BYYEARDAY")) continue;
      var theirs = new RecurrenceRule(rule.text(), RecurrenceRule.RfcMode.RFC5545_STRICT);
      Optional<List<LocalDateTime>> expected = theirs(theirs, rule.start(), rule.second());
      if (expected.isEmpty()) continue;
      compared++;

      var read = Recurrence.parse(rule.text(), Optional.of(rule.start()), ZoneOffset.UTC);

      assertThat(found(read, rule.second(), LocalDateTime.of(2420, 1, 1, 0, 0)))
          .as("seed %d: %s from %s", seed, rule.text(), rule.start())
          .isEqualTo(expected.get());
    }
    assertThat(compared).isGreaterThan(COMPARED / 2);
  }

  private static Optional<List<LocalDateTime>> theirs(
      RecurrenceRule rule, LocalDateTime start, LocalDateTime from) {
    var times = new ArrayList<LocalDateTime>();
    try {
      var iterator = rule.iterator(theirs(start));
      iterator.fastForward(theirs(from));
      while (times.size() < TIMES) {
        var next = iterator.nextDateTime();
        times.add(
            LocalDateTime.of(
                next.getYear(),
                next.getMonth() + 1,
                next.getDayOfMonth(),
                next.getHours(),
                next.getMinutes()));
      }
      return Optional.of(times);
    } catch (IllegalArgumentException | IllegalStateException thousandEmptyPeriods) {
      return Optional.empty();
    }
  }

  private static DateTime theirs(LocalDateTime time) {
    return new DateTime(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        0);
  }

  private static List<LocalDateTime> found(
      Recurrence rule, LocalDateTime from, LocalDateTime until) {
    var times = new ArrayList<LocalDateTime>();
    var next = rule.first(from, until);
    while (next.isPresent() && times.size() < TIMES) {
      times.add(next.get());
      next = rule.first(next.get().plusSeconds(1), until);
    }
    return times;
  }

  /// A rule whose parts are plain lists.
  private record Rule(
      String frequency,
      int interval,
      LocalDateTime start,
      Map<String, List<Integer>> parts,
      Map<DayOfWeek, List<Integer>> weekdays) {

    static Rule random(Random random) {
      var frequency =
          List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")
              .get(random.nextInt(6));
      var parts = new LinkedHashMap<String, List<Integer>>();
      var weekdays = new LinkedHashMap<DayOfWeek, List<Integer>>();
      if (frequency.equals("YEARLY") && random.nextInt(5) == 0) {
        parts.put("BYWEEKNO", some(random, -53, 53));
        if (random.nextBoolean()) weekdays(random, false, weekdays);
      } else {
        if (random.nextInt(3) == 0) parts.put("BYMONTH", some(random, 1, 12));
        var byDay = !frequency.equals("WEEKLY") && random.nextInt(3) == 0;
        if (byDay) parts.put("BYMONTHDAY", some(random, -31, 31));
        var byYearDay = frequency.equals("YEARLY") && random.nextInt(4) == 0;
        if (byYearDay) parts.put("BYYEARDAY", some(random, -366, 366));
        var places = List.of("YEARLY", "MONTHLY").contains(frequency) && random.nextBoolean();
        if (random.nextInt(2) == 0) weekdays(random, places, weekdays);
      }
      if (random.nextInt(3) == 0) parts.put("BYHOUR", some(random, 0, 23));
      if (random.nextInt(4) == 0) parts.put("BYMINUTE", some(random, 0, 59));
      if (!(parts.isEmpty() && weekdays.isEmpty()) && random.nextInt(4) == 0) {
        parts.put("BYSETPOS", some(random, -5, 5));
      }
      var start =
          LocalDateTime.of(2020, 1, 1, 0, 0)
              .plusDays(random.nextInt(1500))
              .plusMinutes(random.nextInt(1440));
      return new Rule(frequency, 1 + random.nextInt(4), start, parts, weekdays);
    }

    private static void weekdays(
        Random random, boolean places, Map<DayOfWeek, List<Integer>> weekdays) {
      for (var count = 1 + random.nextInt(3); count > 0; count--) {
        weekdays.put(
            DayOfWeek.of(1 + random.nextInt(7)), places ? some(random, -5, 5) : List.of(0));
      }
    }

    private static List<Integer> some(Random random, int least, int most) {
      var values = new TreeSet<Integer>();
      for (var draws = 1 + random.nextInt(4); draws > 0; draws--) {
        var value = random.nextInt(least, most + 1);
        if (value != 0 || least == 0) values.add(value);
      }
      if (values.isEmpty()) values.add(most);
      return List.copyOf(values);
    }

    String text() {
      var written = new ArrayList<String>();
      written.add("FREQ=" + frequency);
      written.add("INTERVAL=" + interval);
      parts.forEach((name, values) -> written.add(name + "=" + joined(values.stream())));
      if (!weekdays.isEmpty()) {
        written.add(
            "BYDAY="
                + joined(
                    weekdays.entrySet().stream()
                        .flatMap(each ->
                            each.getValue().stream().map(place -> code(place, each.getKey())))));
      }
      return String.join(";", written);
    }

    private static String code(int place, DayOfWeek day) {
      return (place == 0 ? "" : String.valueOf(place)) + day.name().substring(0, 2);
    }

    private static String joined(Stream<?> values) {
      return values.map(String::valueOf).collect(Collectors.joining(","));
    }

    /// A time that is not in the first period if that is long.
    LocalDateTime second() {
      return switch (frequency) {
        case "YEARLY", "MONTHLY", "WEEKLY" -> LocalDateTime.of(2030, 1, 1, 0, 0);
        default -> start;
      };
    }

    /// How many days to compare.
    int span() {
      return switch (frequency) {
        case "YEARLY" -> 8000;
        case "MONTHLY" -> 3000;
        case "WEEKLY", "DAILY" -> 1000;
        default -> 30;
      };
    }

    List<LocalDateTime> walk(LocalDateTime from, LocalDateTime until) {
      return periods(until)
          .flatMap(period -> chosen(times(period)).stream())
          .filter(time -> !time.isBefore(start) && !time.isBefore(from) && time.isBefore(until))
          .sorted()
          .distinct()
          .limit(TIMES)
          .toList();
    }

    /// The beginnings of the periods that the interval lets through.
    private Stream<LocalDateTime> periods(LocalDateTime until) {
      var day = start.toLocalDate();
      var unit =
          switch (frequency) {
            case "YEARLY" -> ChronoUnit.YEARS;
            case "MONTHLY" -> ChronoUnit.MONTHS;
            case "WEEKLY" -> ChronoUnit.WEEKS;
            case "DAILY" -> ChronoUnit.DAYS;
            case "HOURLY" -> ChronoUnit.HOURS;
            default -> ChronoUnit.MINUTES;
          };
      var first =
          switch (unit) {
            case YEARS -> day.withDayOfYear(1).atStartOfDay();
            case MONTHS -> day.withDayOfMonth(1).atStartOfDay();
            case WEEKS ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
            default -> start.truncatedTo(unit);
          };
      return Stream.iterate(
          first, each -> each.isBefore(until.plusDays(7)), each -> each.plus(interval, unit));
    }

    private List<LocalDateTime> times(LocalDateTime period) {
      return switch (frequency) {
        case "HOURLY" -> ofDay(period.toLocalDate(), List.of(period.getHour()), minutes());
        case "MINUTELY" ->
            ofDay(period.toLocalDate(), List.of(period.getHour()), List.of(period.getMinute()));
        default ->
            days(period.toLocalDate()).stream()
                .flatMap(day -> ofDay(day, hours(), minutes()).stream())
                .toList();
      };
    }

    private List<Integer> hours() {
      return parts.getOrDefault("BYHOUR", List.of(start.getHour()));
    }

    private List<Integer> minutes() {
      return parts.getOrDefault("BYMINUTE", List.of(start.getMinute()));
    }

    private List<LocalDateTime> ofDay(LocalDate day, List<Integer> hours, List<Integer> minutes) {
      if (!matches(day)) return List.of();
      return hours.stream()
          .filter(hour -> parts.getOrDefault("BYHOUR", hours).contains(hour))
          .flatMap(hour ->
              minutes.stream()
                  .filter(minute -> parts.getOrDefault("BYMINUTE", minutes).contains(minute))
                  .map(minute -> day.atTime(hour, minute)))
          .toList();
    }

    private List<LocalDate> days(LocalDate first) {
      if (parts.containsKey("BYWEEKNO")) return daysOfWeeks(first.getYear());
      var length =
          switch (frequency) {
            case "YEARLY" -> first.lengthOfYear();
            case "MONTHLY" -> first.lengthOfMonth();
            case "WEEKLY" -> 7;
            default -> 1;
          };
      return IntStream.range(0, length).mapToObj(first::plusDays).toList();
    }

    private List<LocalDate> daysOfWeeks(int year) {
      var weeks = LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      return IntStream.range(-7, 373)
          .mapToObj(LocalDate.of(year, 1, 1)::plusDays)
          .filter(day -> day.get(IsoFields.WEEK_BASED_YEAR) == year)
          .filter(day -> isIn("BYWEEKNO", day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), weeks))
          .toList();
    }

    private boolean isIn(String part, int number, int last) {
      var values = parts.get(part);
      return values == null || values.contains(number) || values.contains(number - last - 1);
    }

    private boolean matches(LocalDate day) {
      return isIn("BYMONTH", day.getMonthValue(), 12)
          && isIn("BYMONTHDAY", day.getDayOfMonth(), day.lengthOfMonth())
          && isIn("BYYEARDAY", day.getDayOfYear(), day.lengthOfYear())
          && matchesWeekday(day)
          && matchesStart(day);
    }

    private boolean matchesWeekday(LocalDate day) {
      if (weekdays.isEmpty()) return true;
      var places = weekdays.get(day.getDayOfWeek());
      if (places == null) return false;
      var byMonth = frequency.equals("MONTHLY") || parts.containsKey("BYMONTH");
      var number = byMonth ? day.getDayOfMonth() : day.getDayOfYear();
      var length = byMonth ? day.lengthOfMonth() : day.lengthOfYear();
      return places.contains(0)
          || places.contains((number - 1) / 7 + 1)
          || places.contains(-((length - number) / 7 + 1));
    }

    /// What a rule that names no days takes from its start.
    private boolean matchesStart(LocalDate day) {
      var named =
          !weekdays.isEmpty() || parts.containsKey("BYMONTHDAY") || parts.containsKey("BYYEARDAY");
      if (named) return true;
      var sameWeekday = day.getDayOfWeek() == start.getDayOfWeek();
      var sameDay = day.getDayOfMonth() == start.getDayOfMonth();
      return switch (frequency) {
        case "YEARLY" ->
            parts.containsKey("BYWEEKNO")
                ? sameWeekday
                : sameDay && (parts.containsKey("BYMONTH") || day.getMonth() == start.getMonth());
        case "MONTHLY" -> sameDay;
        case "WEEKLY" -> sameWeekday;
        default -> true;
      };
    }

    private List<LocalDateTime> chosen(List<LocalDateTime> times) {
      var places = parts.get("BYSETPOS");
      if (places == null) return times;
      return IntStream.range(0, times.size())
          .filter(index -> places.contains(index + 1) || places.contains(index - times.size()))
          .mapToObj(times::get)
          .toList();
    }
  }
}
