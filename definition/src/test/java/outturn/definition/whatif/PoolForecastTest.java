package outturn.definition.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.definition.ahead.Starter;
import outturn.definition.project.Projects;
import outturn.definition.workflow.Workflow;

class PoolForecastTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");
  private static final Map<String, Duration> TIMES =
      Map.of(
          "get",
          Duration.ofMinutes(10),
          "load",
          Duration.ofMinutes(30),
          "side",
          Duration.ofMinutes(5));

  private static final Workflow LOADING =
      Projects.valid(
              "w.yaml",
              """
              kind: pool
              name: db
              size: 2
              ---
              kind: workflow
              name: loading
              schedules: [{name: s, cron: "0 0 * * *", whenRunning: allow}, {name: q, cron: "0 0 * * *"}, {name: k, cron: "0 0 * * *", whenRunning: skip}]
              tasks:
                get: {}
                load: {needs: [get], pools: {db: 1}}
                side: {needs: [get]}
              """)
          .workflows()
          .find("loading")
          .orElseThrow();

  private static Coming run(int schedule, int minute) {
    return new Coming(
        new Starter("loading", LOADING.schedules().get(schedule)),
        MIDNIGHT.plusSeconds(60L * minute),
        LOADING.graph(),
        TIMES);
  }

  private static List<Optional<Instant>> ends(List<Coming> runs, int size) {
    return PoolForecast.of(runs, Map.of("db", size)).stream().map(Course::ended).toList();
  }

  private static Optional<Instant> at(int minute) {
    return Optional.of(MIDNIGHT.plusSeconds(60L * minute));
  }

  @Test
  void tasksThatFindRoomRunAtOnce() {
    assertThat(ends(List.of(run(0, 0), run(0, 0)), 2)).containsExactly(at(40), at(40));
  }

  @Test
  void inASmallerPoolTheSecondWaitsForTheFirst() {
    var courses = PoolForecast.of(List.of(run(0, 0), run(0, 5)), Map.of("db", 1));

    assertThat(courses).extracting(Course::ended).containsExactly(at(40), at(70));
    assertThat(courses.getLast().waited()).isEqualTo(Duration.ofMinutes(25));
    assertThat(courses.getLast().why()).contains("task 'load' would wait for pool db");
  }

  @Test
  void aRunThatQueuesBeginsWhenTheOneBeforeEnds() {
    assertThat(ends(List.of(run(1, 0), run(1, 10)), 2)).containsExactly(at(40), at(80));
  }

  @Test
  void aRunThatIsSkippedHasNoEnd() {
    var courses = PoolForecast.of(List.of(run(2, 0), run(2, 10), run(2, 50)), Map.of("db", 2));

    assertThat(courses).extracting(Course::ended).containsExactly(at(40), Optional.empty(), at(90));
  }

  @Test
  void whatAsksForMoreThanThereIsNeverEnds() {
    var course = PoolForecast.of(List.of(run(0, 0)), Map.of("db", 0)).getFirst();

    assertThat(course.ended()).isEmpty();
    assertThat(course.why())
        .contains("task 'load' would never begin: it asks for 1 of pool 'db', which would have 0");
  }

  @Test
  void onlyATaskOnTheLongestPathSavesTime() {
    assertThat(TaskPath.length(LOADING.graph(), TIMES)).isEqualTo(Duration.ofMinutes(40));
    assertThat(TaskPath.saved(LOADING.graph(), TIMES, Set.of("side"))).isZero();
    assertThat(TaskPath.saved(LOADING.graph(), TIMES, Set.of("load")))
        .isEqualTo(Duration.ofMinutes(25));
  }
}
