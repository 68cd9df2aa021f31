package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.definition.project.Projects;

class JitterTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static Schedule hourly(String workflow) {
    var yaml =
        """
        kind: workflow
        name: %s
        schedules: [{name: s, cron: "0 * * * *", jitter: 10m, businessDate: previous}]
        tasks: {t: {}}
        """
            .formatted(workflow);
    return Projects.valid("w.yaml", yaml)
        .workflows()
        .find(workflow)
        .orElseThrow()
        .schedules()
        .getFirst();
  }

  @Test
  void everyDelayIsShorterThanTheJitterAndAllOfItIsUsed() {
    var jitter = new Schedule.Jitter(Duration.ofSeconds(60), "w/s");
    var delays = new HashSet<Long>();
    for (int hour = 0; hour < 2000; hour++) {
      delays.add(jitter.delay(NINE.plus(Duration.ofHours(hour))).toSeconds());
    }
    assertThat(delays)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 60).mapToObj(Long::valueOf).toList());
  }

  @Test
  void aDueTimeAlwaysHasTheSameDelayAndAnotherScheduleAnother() {
    var schedule = hourly("w");
    assertThat(schedule.start(NINE)).isEqualTo(hourly("w").start(NINE));
    assertThat(hourly("v").start(NINE)).isNotEqualTo(schedule.start(NINE));
    assertThat(Duration.between(NINE, schedule.start(NINE))).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void theDueTimeAndItsBusinessDateStayAsTheyAre() {
    var schedule = hourly("w");
    assertThat(schedule.next(NINE.minusSeconds(1))).contains(NINE);
    assertThat(schedule.businessDate(NINE)).isEqualTo("2026-03-01");
  }

  @Test
  void theNextStartMayBelongToADueTimeThatIsPast() {
    var schedule = hourly("w");
    for (int hour = 0; hour < 100; hour++) {
      var due = NINE.plus(Duration.ofHours(hour));
      var start = schedule.start(due);
      assertThat(schedule.nextStart(start.minusSeconds(1))).contains(start);
      assertThat(schedule.nextStart(start)).contains(schedule.start(due.plus(Duration.ofHours(1))));
    }
  }
}
