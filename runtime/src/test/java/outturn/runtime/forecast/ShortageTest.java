package outturn.runtime.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outturn.runtime.forecast.Shortage.Demand;

class ShortageTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private static Instant in(long minutes) {
    return NOW.plusSeconds(60 * minutes);
  }

  private static Demand demand(String run, int atOnce, long from, long until) {
    return new Demand(run, atOnce, in(from), in(until));
  }

  @Test
  void threeQuartersOfTheSlotsAreWantedByNobodyInVain() {
    var six = List.of(demand("one", 3, 0, 60), demand("two", 3, 0, 60));

    assertThat(Shortage.waiting(six, 8)).isEmpty();
    assertThat(Shortage.waiting(six, 7)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void oneRunAloneCanWantTooMuch() {
    assertThat(Shortage.waiting(List.of(demand("wide", 7, 0, 60)), 8)).containsExactly("wide");
  }

  @Test
  void whatIsOverBeforeAnotherBeginsDoesNotCount() {
    var demands =
        List.of(demand("early", 4, 0, 60), demand("late", 4, 60, 90), demand("later", 4, 80, 99));

    assertThat(Shortage.waiting(demands, 8)).containsExactlyInAnyOrder("late", "later");
  }

  @Test
  void whoIsUnderWayWhileTooMuchIsWantedIsFoundThoughItCameBeforeOrComesMeanwhile() {
    var demands =
        List.of(
            demand("long", 1, 0, 500),
            demand("batch", 6, 100, 200),
            demand("small", 1, 150, 160),
            demand("after", 1, 300, 400));

    assertThat(Shortage.waiting(demands, 8)).containsExactlyInAnyOrder("long", "batch", "small");
  }

  @Test
  void noSlotsAtAllAreAlwaysTooFew() {
    assertThat(Shortage.waiting(List.of(demand("one", 1, 0, 1)), 0)).containsExactly("one");
  }

  @Test
  void whoIsFoundIsWhoIsFoundMinuteByMinute() {
    var chance = new SplittableRandom(4);
    for (int world = 0; world < 300; world++) {
      var demands = new ArrayList<Demand>();
      for (int run = 0; run < chance.nextInt(1, 15); run++) {
        long from = chance.nextLong(100);
        demands.add(demand("run" + run, chance.nextInt(1, 5), from, from + chance.nextLong(1, 60)));
      }
      int slots = chance.nextInt(4, 20);

      assertThat(Shortage.waiting(demands, slots)).isEqualTo(minuteByMinute(demands, slots));
    }
  }

  private static Set<String> minuteByMinute(List<Demand> demands, int slots) {
    var found = new HashSet<String>();
    for (long minute = 0; minute < 200; minute++) {
      var at = in(minute);
      var going =
          demands.stream()
              .filter(each -> !each.from().isAfter(at) && each.until().isAfter(at))
              .toList();
      if (going.stream().mapToInt(Demand::atOnce).sum() * 4 <= slots * 3) continue;
      going.forEach(each -> found.add(each.run()));
    }
    return found;
  }
}
