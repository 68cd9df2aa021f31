package outturn.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.none;
import static outturn.engine.WorkflowSketch.schedule;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.definition.expression.ValueType;
import outturn.definition.schedule.Schedule;
import outturn.definition.schedule.Schedule.BusinessDate;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.engine.Driver;
import outturn.engine.WorkflowSketch;
import outturn.engine.decide.Change.Fate;
import outturn.engine.run.Origin;
import outturn.engine.run.RunState;

class DueRunsTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private final Driver node = new Driver(workflow("w", task("a")));

  private static Schedule hourly(WhenRunning whenRunning) {
    return schedule("0 * * * *", none(), whenRunning);
  }

  private List<Fate> fates() {
    return node.ledger().occurrences().stream().map(Change.Occurred::fate).toList();
  }

  @Test
  void aDueTimeBecomesARunAndIsRemembered() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    node.passes(Duration.ofMinutes(61));

    var run = node.runs("w").getFirst();
    assertThat(node.ledger().occurrences())
        .containsExactly(
            new Change.Occurred(
                1,
                NINE,
                Optional.empty(),
                LocalDate.parse("2026-03-02"),
                Fate.STARTED,
                Optional.of(run),
                ""));
    assertThat(node.ledger().lookedUntil(1)).contains(NINE);
    assertThat(node.ledger().run(run).order().origin()).isEqualTo(new Origin.Schedule(1));
    assertThat(node.ledger().run(run).order().due()).contains(NINE);
  }

  private static Schedule jittered(Schedule.CatchUp catchUp) {
    var jitter = Optional.of(new Schedule.Jitter(Duration.ofMinutes(20), "w/s"));
    return schedule(
        "0 * * * *",
        new Schedule.Rules(
            catchUp, WhenRunning.ALLOW, Optional.of(Duration.ofMinutes(30)), jitter));
  }

  @Test
  void aRunWithJitterStartsLaterAndIsThatOfItsDueTime() {
    var schedule = jittered(none());
    node.schedules("w", schedule);
    var start = schedule.start(NINE);
    assertThat(Duration.between(NINE, start))
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(19));

    node.passes(Duration.between(node.now(), start).minusSeconds(1));
    node.decide(new Event.Due(1));
    assertThat(node.runs("w")).isEmpty();
    node.passes(Duration.ofSeconds(1));

    var run = node.runs("w").getFirst();
    assertThat(node.ledger().run(run).order().due()).contains(NINE);
    assertThat(node.ledger().run(run).times().created()).isEqualTo(start);
    assertThat(node.ledger().occurrences().getFirst().due()).isEqualTo(NINE);
    assertThat(node.ledger().lookedUntil(1)).contains(NINE);
    node.passes(Duration.ofMinutes(320));
    assertThat(node.runs("w")).hasSize(6).isEqualTo(node.runs("w").stream().distinct().toList());
  }

  @Test
  void whoComesBackWithinTheJitterIsNotLate() {
    var schedule = jittered(none());
    node.schedules("w", schedule);
    node.clock(NINE.plus(Duration.ofMinutes(19)));
    node.restarts();
    node.decide(new Event.Due(1));

    assertThat(fates()).containsExactly(Fate.STARTED);
    node.clock(NINE.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(25)));
    node.restarts();
    node.decide(new Event.Due(1));
    assertThat(fates()).containsExactly(Fate.STARTED, Fate.MISSED);
  }

  @Test
  void lookingBeforeAnythingIsDueChangesNothing() {
    node.schedules("w", hourly(WhenRunning.ALLOW));

    var decided = node.decide(new Event.Due(1));

    assertThat(decided.changes()).isEmpty();
    assertThat(decided.effects()).containsExactly(new Effect.LookAt(1, NINE));
  }

  @Test
  void aScheduleIsLookedAtOnceInABatch() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    node.clock(NINE);
    node.decide(new Event.Due(1), new Event.Due(1));

    assertThat(node.runs("w")).hasSize(1);
  }

  @Test
  void aNodeThatIsBehindMakesUpForEachDueTime() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    node.clock(NINE.plus(Duration.ofHours(2)));
    node.decide(new Event.Due(1));

    assertThat(node.runs("w")).hasSize(3);
    assertThat(node.ledger().lookedUntil(1)).contains(NINE.plus(Duration.ofHours(2)));
  }

  @Test
  void manyDueTimesAreMadeUpInSeveralBatches() {
    node.schedules("w", schedule("* * * * *", none(), WhenRunning.SKIP));
    node.clock(NINE.plus(Duration.ofHours(24)));
    node.decide(new Event.Due(1));
    assertThat(node.ledger().occurrences()).hasSize(500);
    node.passes(Duration.ZERO);

    assertThat(node.ledger().occurrences()).hasSize(25 * 60);
  }

  @Test
  void aRunOfADueTimeMayBeForTheDayBefore() {
    var rules = new Schedule.Rules(none(), WhenRunning.ALLOW, Optional.empty());
    node.schedules("w", schedule("30 0 * * *", BusinessDate.PREVIOUS, rules));
    node.passes(Duration.ofDays(1));

    assertThat(node.ledger().run(node.runs("w").getFirst()).order().businessDate())
        .isEqualTo(LocalDate.parse("2026-03-02"));
    assertThat(node.ledger().occurrences().getFirst().businessDate())
        .isEqualTo(LocalDate.parse("2026-03-02"));
  }

  @Test
  void runsThatMayOverlapStartSideBySide() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    node.passes(Duration.ofHours(3));

    assertThat(node.running()).hasSize(3);
  }

  @Test
  void aQueuedRunStartsWhenTheOneBeforeHasEnded() {
    node.schedules("w", hourly(WhenRunning.QUEUE));
    node.passes(Duration.ofHours(3));
    var runs = node.runs("w");

    assertThat(runs)
        .extracting(node::state)
        .containsExactly(RunState.RUNNING, RunState.WAITING, RunState.WAITING);
    node.succeeds(runs.get(0), "a");
    assertThat(runs)
        .extracting(node::state)
        .containsExactly(RunState.SUCCEEDED, RunState.RUNNING, RunState.WAITING);
    assertThat(node.ledger().run(runs.get(1)).times().started()).contains(node.now());
  }

  @Test
  void queuedRunsStartInTheOrderOfTheirDueTimesWhateverTheirIds() {
    node.schedules("w", schedule("* * * * *", none(), WhenRunning.QUEUE));
    node.clock(NINE.plus(Duration.ofMinutes(40)));
    node.decide(new Event.Due(1));
    node.restarts();

    var dues = new ArrayList<Instant>();
    while (!node.running().isEmpty()) {
      var run = node.running().getFirst().attempt().run();
      dues.add(node.ledger().run(run).order().due().orElseThrow());
      node.succeeds(run, "a");
    }

    assertThat(dues).hasSize(100).isSorted();
  }

  @Test
  void aDueTimeAtWhichTheWorkflowRunsMayBeSkipped() {
    node.schedules("w", hourly(WhenRunning.SKIP));
    node.passes(Duration.ofHours(2));

    assertThat(fates()).containsExactly(Fate.STARTED, Fate.SKIPPED);
    assertThat(node.ledger().occurrences().getLast().reason())
        .isEqualTo("still running: " + node.runs("w").getFirst());
    node.succeeds(node.runs("w").getFirst(), "a");
    node.passes(Duration.ofHours(1));
    assertThat(fates()).containsExactly(Fate.STARTED, Fate.SKIPPED, Fate.STARTED);
  }

  @Test
  void aNewRunMayReplaceTheOldOne() {
    node.schedules("w", hourly(WhenRunning.REPLACE));
    node.passes(Duration.ofHours(2));
    var runs = node.runs("w");

    assertThat(node.stops()).extracting(stop -> stop.attempt().run()).containsExactly(runs.get(0));
    assertThat(node.state(runs.get(1))).isEqualTo(RunState.WAITING);
    node.stopped(runs.get(0), "a");
    assertThat(node.state(runs.get(0))).isEqualTo(RunState.CANCELLED);
    assertThat(node.state(runs.get(1))).isEqualTo(RunState.RUNNING);
  }

  @Test
  void ofManyDueTimesAtOnceTheLastReplacesTheOthers() {
    node.schedules("w", schedule("* * * * *", none(), WhenRunning.REPLACE));
    node.clock(NINE.plus(Duration.ofMinutes(100)));
    node.decide(new Event.Due(1));

    var runs = node.runs("w");
    assertThat(node.ledger().liveRuns()).hasSize(1);
    assertThat(node.state(runs.getLast())).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aRunThatCannotBeStartedReplacesNothing() {
    var needy = new Driver(workflow("w", task("a")).input("day", ValueType.DATE));
    var run = needy.start("w", Map.of("day", "2026-03-02"));
    needy.schedules("w", hourly(WhenRunning.REPLACE));
    needy.passes(Duration.ofHours(1));

    assertThat(needy.stops()).isEmpty();
    assertThat(needy.state(run)).isEqualTo(RunState.RUNNING);
    var occurrence = needy.ledger().occurrences().getFirst();
    assertThat(occurrence.fate()).isEqualTo(Fate.SKIPPED);
    assertThat(occurrence.reason()).isEqualTo("input 'day' (date) is required");
  }

  @Test
  void aQueuedRunThatDoesNotGetItsTurnInTimeIsMissed() {
    var rules = new Schedule.Rules(none(), WhenRunning.QUEUE, Optional.of(Duration.ofMinutes(90)));
    node.schedules("w", schedule("0 * * * *", rules));
    node.passes(Duration.ofMinutes(150));
    assertThat(node.state(node.runs("w").get(1))).isEqualTo(RunState.WAITING);
    node.passes(Duration.ofHours(1));

    assertThat(node.state(node.runs("w").get(1))).isEqualTo(RunState.CANCELLED);
    assertThat(fates()).startsWith(Fate.STARTED, Fate.MISSED);
  }

  @Test
  void aQueuedRunThatGetsItsTurnInTimeIsNot() {
    var rules = new Schedule.Rules(none(), WhenRunning.QUEUE, Optional.of(Duration.ofMinutes(90)));
    node.schedules("w", schedule("0 * * * *", rules));
    node.passes(Duration.ofMinutes(130));
    node.succeeds(node.runs("w").getFirst(), "a");

    assertThat(node.ledger().timers()).isEmpty();
    node.passes(Duration.ofHours(2));
    assertThat(node.state(node.runs("w").get(1))).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aDueTimeThatIsSeenTooLateIsMissed() {
    var rules = new Schedule.Rules(none(), WhenRunning.ALLOW, Optional.of(Duration.ofMinutes(90)));
    node.schedules("w", schedule("0 * * * *", rules));
    node.clock(NINE.plus(Duration.ofHours(2)));
    node.decide(new Event.Due(1));

    assertThat(fates()).containsExactly(Fate.MISSED, Fate.STARTED, Fate.STARTED);
  }

  @Test
  void aScheduleThatIsRemovedStartsNothingMore() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    node.decide(node.applying(Map.of()));
    node.passes(Duration.ofHours(3));

    assertThat(node.runs("w")).isEmpty();
  }

  @Test
  void aScheduleOfAnotherProjectStaysWhenOneIsApplied() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    node.decide(new Event.Applied("another", Map.of(), Map.of(), Set.of()));
    node.passes(Duration.ofHours(1));

    assertThat(node.runs("w")).hasSize(1);
  }

  @Test
  void aScheduleThatIsChangedFollowsItsNewTimes() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    node.schedules("w", schedule("30 * * * *", none(), WhenRunning.ALLOW));
    node.passes(Duration.ofMinutes(70));

    assertThat(node.ledger().occurrences())
        .extracting(Change.Occurred::due)
        .containsExactly(Instant.parse("2026-03-02T08:30:00Z"));
  }

  @Test
  void anApplyThatKnowsLessThanMemoryRepeatsNoDueTime() {
    node.schedules("w", hourly(WhenRunning.ALLOW));
    var early = node.now();
    node.passes(Duration.ofHours(2));
    var version = WorkflowSketch.version(2, workflow("w", task("a")));
    var scheduled = new Event.Scheduled(version, "w", hourly(WhenRunning.ALLOW), early);
    node.decide(node.applying(Map.of(1L, scheduled)));
    node.passes(Duration.ofHours(1));

    assertThat(node.ledger().occurrences()).hasSize(3);
    assertThat(node.ledger().run(node.runs("w").getLast()).version()).isEqualTo(2);
  }
}
