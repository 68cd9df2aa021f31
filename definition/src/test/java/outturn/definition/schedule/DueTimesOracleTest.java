package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.ClockChange.Gap;
import outturn.definition.schedule.Schedule.ClockChange.Overlap;

/// Compares with an oracle that looks at every minute of real time around the clock changes.
class DueTimesOracleTest {

  private static final int EXPRESSIONS = 30;
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");
  private static final List<ClockChange> RULES =
      Stream.of(Gap.values())
          .flatMap(gap -> Stream.of(Overlap.values()).map(overlap -> new ClockChange(gap, overlap)))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-08T07:00:00Z",
    "America/New_York, 2026-11-01T06:00:00Z",
    "Europe/London, 2026-03-29T01:00:00Z",
    "Europe/London, 2026-10-25T01:00:00Z",
    "Europe/Berlin, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 2026-10-25T01:00:00Z",
    "Australia/Lord_Howe, 2026-04-04T15:00:00Z",
    "Australia/Lord_Howe, 2026-10-03T15:30:00Z",
    "Pacific/Apia, 2011-12-30T10:00:00Z",
    "Antarctica/Troll, 2026-03-29T01:00:00Z",
    "Antarctica/Troll, 2026-10-25T01:00:00Z",
    "America/St_Johns, 2006-10-29T02:31:00Z"
  })
  void agreesWithAWalkThroughTheMinutes(ZoneId zone, Instant change) {
    assertThat(zone.getRules().nextTransition(change.minusSeconds(1)).getInstant())
        .isEqualTo(change);
    var random = new Random(20261123);
    for (var count = 0; count < EXPRESSIONS; count++) {
      var sets = Sets.random(random);
      var from = change.minus(Duration.ofHours(40 + random.nextInt(10)));
      var until = change.plus(Duration.ofHours(50));
      for (var rule : RULES) {
        assertThat(due(Cron.parse(sets.text()), zone, rule, from, until))
            .as("%s in %s with %s", sets.text(), zone, rule)
            .isEqualTo(walk(sets, zone, rule, from, until));
      }
    }
  }

  /// Zones with equal rules are one.
  @Test
  void agreesInEveryZoneWhoseClockChangesInTheseYears() {
    var random = new Random(20250101);
    var changes = 0;
    for (var rules : rulesOfAllZones().entrySet()) {
      var change = rules.getKey().nextTransition(FROM);
      while (change != null && change.getInstant().isBefore(UNTIL)) {
        agrees(ZoneId.of(rules.getValue()), change.getInstant(), random);
        changes++;
        change = rules.getKey().nextTransition(change.getInstant());
      }
    }
    assertThat(changes).isGreaterThan(100);
  }

  private static Map<ZoneRules, String> rulesOfAllZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .collect(
            Collectors.toMap(
                name -> ZoneId.of(name).getRules(),
                name -> name,
                (first, _) -> first,
                LinkedHashMap::new));
  }

  private static void agrees(ZoneId zone, Instant change, Random random) {
    for (var rule : RULES) {
      var sets = Sets.random(random);
      var from = change.minus(Duration.ofHours(26)).plusSeconds(60L * random.nextInt(60));
      var until = change.plus(Duration.ofHours(26));
      assertThat(due(Cron.parse(sets.text()), zone, rule, from, until))
          .as("%s in %s with %s around %s", sets.text(), zone, rule, change)
          .isEqualTo(walk(sets, zone, rule, from, until));
    }
  }

  private static List<Instant> due(
      Cron cron, ZoneId zone, ClockChange rule, Instant after, Instant until) {
    var due = new ArrayList<Instant>();
    var next = DueTimes.next(cron, zone, rule, after);
    while (next.isPresent() && next.get().isBefore(until)) {
      due.add(next.get());
      next = DueTimes.next(cron, zone, rule, next.get());
    }
    return due;
  }

  private static List<Instant> walk(
      Sets sets, ZoneId zone, ClockChange rule, Instant after, Instant until) {
    var due = new ArrayList<Instant>();
    for (var at = after.plusSeconds(60); at.isBefore(until); at = at.plusSeconds(60)) {
      var local = LocalDateTime.ofInstant(at, zone);
      var byClock = sets.match(local) && passes(sets, local, at, zone, rule);
      if (byClock || movedTo(sets, at, zone, rule)) due.add(at);
    }
    return due;
  }

  private static boolean passes(
      Sets sets, LocalDateTime local, Instant at, ZoneId zone, ClockChange rule) {
    var offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() < 2 || sets.hours().size() == 24) return true;
    var isFirst = local.toInstant(offsets.getFirst()).equals(at);
    return switch (rule.overlap()) {
      case FIRST -> isFirst;
      case LAST -> !isFirst;
      case BOTH -> true;
    };
  }

  private static boolean movedTo(Sets sets, Instant at, ZoneId zone, ClockChange rule) {
    if (rule.gap() == Gap.SKIP || sets.hours().size() == 24) return false;
    var end = LocalDateTime.ofInstant(at, zone);
    for (var missing = end.minusMinutes(1);
        zone.getRules().getValidOffsets(missing).isEmpty();
        missing = missing.minusMinutes(1)) {
      if (sets.match(missing)) return true;
    }
    return false;
  }

  /// The values of an expression as plain sets.
  private record Sets(Set<Integer> minutes, Set<Integer> hours, Set<Integer> days, int weekdays) {

    static Sets random(Random random) {
      var allHours = random.nextInt(4) == 0;
      return new Sets(
          some(random, 0, 60, 1 + random.nextInt(6)),
          some(random, 0, 24, allHours ? 2000 : 1 + random.nextInt(5)),
          some(random, 1, 32, random.nextBoolean() ? 2000 : 12),
          random.nextInt(8));
    }

    private static Set<Integer> some(Random random, int from, int until, int draws) {
      var values = new HashSet<Integer>();
      for (var draw = 0; draw < draws; draw++) values.add(random.nextInt(from, until));
      return values;
    }

    /// Weekdays 7 stands for "not restricted"; then, and only then, the days decide alone.
    String text() {
      return "%s %s %s * %s"
          .formatted(list(minutes), list(hours), list(days), weekdays == 7 ? "*" : "0-" + weekdays);
    }

    boolean match(LocalDateTime time) {
      var dayOfWeek = time.getDayOfWeek().getValue() % 7;
      return minutes.contains(time.getMinute())
          && hours.contains(time.getHour())
          && (days.contains(time.getDayOfMonth()) || (weekdays < 7 && dayOfWeek <= weekdays));
    }

    private static String list(Set<Integer> values) {
      return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
  }
}
