package outturn.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.definition.retention.Retention;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;

/// A year goes by in which workflows with different retentions run, and some runs live for months.
/// After every pass what is there is what a plain model says.
class YearOfHistoryTest {
  private static final Instant START = Instant.parse("2025-11-25T00:00:00Z");
  private static final int DAYS = 366;
  private static final Duration GRACE = Duration.ofDays(8);
  private static final Map<String, Retention> KEPT =
      Map.of(
          "hourly", days(7, 1),
          "daily", days(60, 10),
          "payroll", days(100, 100),
          "usual", days(95, 30),
          "letters", days(40, 30));

  private final Map<Long, Past> model = new HashMap<>();
  private final Set<Long> runsGone = new HashSet<>();
  private final Set<Long> logsGone = new HashSet<>();

  private record Past(String workflow, RunId id, Instant ends) {}

  @ParameterizedTest
  @ValueSource(longs = 20261128)
  void whatIsLeftIsWhatTheModelSays(long seed) throws Exception {
    var chance = new Random(seed);
    try (var database = TestDatabase.create()) {
      var jdbi = database.database().jdbi(Lane.API);
      var past = new PastRuns(jdbi);
      var expiry = new Expiry(jdbi, new Pace(7, 5, () -> {}));
      var keep =
          KEPT.entrySet().stream().map(e -> new Keep(e.getKey(), "p", e.getValue())).toList();
      int passes = 0;
      for (int day = 0; day < DAYS; ) {
        int step = 1 + chance.nextInt(8);
        var now = START.plus(Duration.ofDays(day + (long) step));
        live(past, chance, day, step, now);
        day += step;
        assertThat(expiry.remove(keep, now)).isPresent();
        age(now);
        if (passes++ % 4 == 0 || day >= DAYS) compare(past, "seed %d, day %d".formatted(seed, day));
      }
      assertThat(runsGone).isNotEmpty();
      assertThat(past.ids("live_run", "id")).isNotEmpty();
    }
  }

  /// Runs are made, and older ones end.
  private void live(PastRuns past, Random chance, int day, int step, Instant now) {
    past.ranges(START.plus(Duration.ofDays(day)), 1);
    var names = KEPT.keySet().stream().sorted().toList();
    for (int run = 0; run < 2 * step; run++) {
      var at = START.plus(Duration.ofDays(day)).plusMillis(chance.nextLong(step * 86_400_000L));
      var id = RunId.firstAt(at);
      var takes = Duration.ofMinutes(chance.nextInt(40) == 0 ? chance.nextInt(200_000) : 5);
      var one = new Past(names.get(chance.nextInt(names.size())), id, at.plus(takes));
      model.put(id.value(), one);
      past.add(one.workflow(), id, Optional.of(one.ends()).filter(end -> !end.isAfter(now)));
    }
    for (var lives : past.ids("live_run", "id")) {
      var one = model.get(lives);
      if (!one.ends().isAfter(now)) past.end(one.id(), one.ends());
    }
  }

  /// The model: what has expired goes, some of it with its week.
  private void age(Instant now) {
    var weeks = model.values().stream().collect(Collectors.groupingBy(YearOfHistoryTest::weekEnds));
    weeks.forEach((end, runs) -> {
      boolean over = !end.plus(Duration.ofDays(1)).isAfter(now);
      boolean allRuns = over && runs.stream().allMatch(run -> expired(run, kept(run).runs(), now));
      boolean allLogs = over && runs.stream().allMatch(run -> expired(run, kept(run).logs(), now));
      for (var run : runs) {
        if (allRuns || expired(run, wait(kept(run).runs(), 100), now))
          runsGone.add(run.id().value());
        if (allRuns || allLogs || expired(run, wait(kept(run).logs(), 100), now)) {
          logsGone.add(run.id().value());
        }
      }
    });
    logsGone.addAll(runsGone);
  }

  private static Duration wait(Duration kept, int longest) {
    return kept.plus(GRACE).compareTo(Duration.ofDays(longest)) < 0 ? kept : kept.plus(GRACE);
  }

  private static boolean expired(Past run, Duration kept, Instant now) {
    return !run.ends().plus(kept).isAfter(now);
  }

  private static Retention kept(Past run) {
    return KEPT.getOrDefault(run.workflow(), Retention.USUAL);
  }

  private static Instant weekEnds(Past run) {
    return LocalDate.ofInstant(run.id().time(), ZoneOffset.UTC)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private void compare(PastRuns past, String where) {
    List<Long> runs = new ArrayList<>(model.keySet());
    runs.removeAll(runsGone);
    List<Long> logs = new ArrayList<>(model.keySet());
    logs.removeAll(logsGone);
    assertThat(past.ids("run", "id")).as(where).hasSameElementsAs(runs);
    assertThat(past.ids("attempt", "run")).as(where).hasSameElementsAs(runs);
    assertThat(past.ids("log", "run")).as(where).hasSameElementsAs(logs);
  }

  private static Retention days(int runs, int logs) {
    return new Retention(Duration.ofDays(runs), Duration.ofDays(logs));
  }
}
