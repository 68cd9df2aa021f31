package outturn.runtime.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;
import outturn.runtime.AppliedProject;
import outturn.runtime.ahead.Ahead;
import outturn.store.duration.RunDurations;

class PlanTest {
  private static final Instant SIX = Instant.parse("2026-12-03T06:00:00Z");
  private static final String PROJECT =
      """
      {kind: project, name: close}
      ---
      kind: workflow
      name: extract
      schedules: [{name: daily, cron: "0 6 * * *"}]
      deadlines: [{name: out, by: "08:00"}]
      tasks: {get: {wait: {for: 30m}}}
      ---
      kind: workflow
      name: jittered
      schedules: [{name: daily, cron: "0 6 * * *", jitter: 40m}]
      deadlines: [{name: out, by: "08:00"}]
      tasks: {get: {wait: {for: 30m}}}
      ---
      kind: workflow
      name: weekly
      schedules: [{name: mondays, cron: "0 6 * * 1"}]
      tasks: {get: {wait: {for: 30m}}}
      ---
      kind: workflow
      name: load
      deadlines: [{name: loaded, by: "+1d 08:00"}]
      tasks: {put: {wait: {for: 10m}}}
      """;

  private final AppliedProject server = new AppliedProject(SIX.minusSeconds(3600));
  private final Plan plan =
      new Plan(server.inForce, new Ahead(server.inForce, new RunDurations(server.jdbi)));
  private long version;

  @BeforeEach
  void apply() {
    version = server.apply(0, Map.of("outturn.yaml", PROJECT));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> today(Duration after, String... seen) {
    var circle = Circle.of(server.inForce.workflows());
    return plan.starts(circle, SIX.plus(after), List.of(seen)::contains).stream()
        .filter(start -> start.subject().due().equals(SIX))
        .map(start -> start.subject().workflow())
        .sorted()
        .toList();
  }

  @Test
  void aStartThatIsDueIsToComeUntilItsRunIsSeen() {
    var extract = "extract@" + SIX;

    assertThat(today(Duration.ofSeconds(-1))).containsExactly("extract", "jittered");
    assertThat(today(Duration.ofSeconds(20))).containsExactly("extract", "jittered");
    assertThat(today(Duration.ofSeconds(20), extract)).containsExactly("jittered");
  }

  @Test
  void aStartOfWhichNoRunIsSeenForAMinuteAfterItsTimeIsNotToComeAnyMore() {
    var delay = server.inForce.workflow("jittered").orElseThrow().value().schedules().getFirst();
    var begins = Duration.between(SIX, delay.start(SIX));
    assertThat(begins).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(40));

    assertThat(today(Duration.ofMinutes(1))).containsExactly("jittered");
    assertThat(today(begins.plusSeconds(59))).containsExactly("jittered");
    assertThat(today(begins.plusSeconds(60))).isEmpty();
  }

  @Test
  void whatALiveRunWaitsForMayStartInSomeDays() {
    var monday = LocalDate.of(2026, 12, 7);
    var waits = waiting(new Wanted("weekly", "", monday), new Wanted("load", "", monday));

    var awaited = plan.awaited(List.of(waits), SIX);

    assertThat(awaited).extracting(StartToCome::key).containsExactly("weekly@2026-12-07T06:00:00Z");
    assertThat(plan.awaited(List.of(waits, awaited.getFirst()), SIX)).isEmpty();
  }

  /// A run of load that waits.
  private LiveRun waiting(Wanted... wants) {
    var id = RunId.firstAt(SIX);
    var date = LocalDate.of(2026, 12, 7);
    var order = new Order("load", Map.of(), date, Optional.empty(), new Origin.User("ann"));
    var needs =
        List.of(wants).stream()
            .map(want -> new Waiting.Need(id, 0, want, Optional.empty()))
            .toList();
    var subject = new Subject("close", "load", Optional.of(id), date, SIX, ZoneOffset.UTC);
    var times = new Rows.Times(SIX, Optional.empty(), Optional.empty());
    var run = new Run(id, order, server.inForce.version(version));
    return new LiveRun(subject.key(), subject, times, run, Map.of(), needs);
  }
}
