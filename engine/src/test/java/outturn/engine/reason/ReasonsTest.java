package outturn.engine.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.version;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.policy.Policy;
import outturn.definition.policy.Selection;
import outturn.definition.policy.Window;
import outturn.definition.pool.Lock;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.TaskSketch;
import outturn.engine.pool.Worth;
import outturn.engine.reason.Reason.Kind;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

class ReasonsTest {
  // 14:02 in London too.
  private static final Instant NOW = Instant.parse("2026-11-23T14:02:00Z");
  private static final RunId RUN = RunId.firstAt(NOW);
  private static final RunId OTHER = RunId.firstAt(NOW.minusSeconds(600));
  private static final RunId HOLDER = RunId.firstAt(NOW.minusSeconds(900));

  private static final LocalTime TWO = LocalTime.of(14, 0);
  private static final LocalTime SIX = LocalTime.of(18, 0);

  private static Run run(RunState state, List<TaskSketch> tasks, Rows.AttemptRow... attempts) {
    var order =
        new Order(
            "flow",
            Map.of(),
            LocalDate.of(2026, 11, 23),
            Optional.empty(),
            new Origin.User("somebody"));
    var times = new Rows.Times(NOW, Optional.of(NOW), Optional.empty());
    var row = new Rows.RunRow(RUN, order, 1, state, times, Optional.empty());
    var version = version(workflow("flow", tasks.toArray(TaskSketch[]::new)));
    return Rebuild.run(row, version, Arrays.asList(attempts), List.of());
  }

  private static Rows.AttemptRow attempt(String task, int item, AttemptState state) {
    boolean running = state == AttemptState.RUNNING;
    var failure =
        Optional.of(Failure.of(FailureKind.EXIT, "no")).filter(_ -> state == AttemptState.FAILED);
    return new Rows.AttemptRow(
        new AttemptId(RUN, task, item, 1),
        new Rows.By(7, 1),
        state,
        new Rows.Times(NOW, Optional.of(NOW), running ? Optional.empty() : Optional.of(NOW)),
        Map.of(),
        failure,
        Optional.empty());
  }

  private static Surroundings around(Pools pools, List<Holder> ahead) {
    var began = Map.of(new AttemptId(RUN, "load", 0, 1), NOW);
    var others = new Surroundings.Others(ahead, List.of(), List.of());
    return new Surroundings(NOW, pools, others, began, Map.of(), Optional.empty());
  }

  private static Surroundings alone() {
    return around(Pools.NONE, List.of());
  }

  private static List<String> texts(List<Reason> reasons) {
    return reasons.stream().map(Reason::text).toList();
  }

  @Test
  void aTaskThatWaitsForAnotherOneNamesIt() {
    var tasks = List.of(task("load"), task("report").needs("load"));
    var run = run(RunState.RUNNING, tasks, attempt("load", 0, AttemptState.RUNNING));
    var reasons = Reasons.of(run, alone());
    assertThat(texts(reasons))
        .containsExactly("load works since 14:02", "report waits for load, which is running");
    assertThat(reasons.get(1).kind()).isEqualTo(Kind.DEPENDENCY);
    assertThat(Reasons.sentence(run, reasons)).isEqualTo("load works since 14:02 (and 1 more).");
  }

  @Test
  void aFullPoolIsToldWithThoseWhoHoldIt() {
    var run = run(RunState.RUNNING, List.of(task("load").pool("ledger-db", 1)));
    var holder = new Holder(OTHER, "hold-the-ledger", 2, NOW.minusSeconds(120));
    var full = new Pools(Map.of("ledger-db", 2), Map.of("ledger-db", List.of(holder)), List.of());
    var reason = Reasons.of(run, around(full, List.of())).getFirst();
    assertThat(reason.kind()).isEqualTo(Kind.POOL);
    assertThat(reason.text())
        .isEqualTo(
            "load waits for pool ledger-db: 2 of 2 are held by %s (hold-the-ledger) since 14:00"
                .formatted(OTHER));
    assertThat(reason.holders()).containsExactly(holder);
    assertThat(TaskState.of(run, run.task("load"), NOW)).isEqualTo(TaskState.READY);
  }

  @Test
  void aPoolThatGoesByWorthIsToldAsSuch() {
    var run = run(RunState.RUNNING, List.of(task("load").pool("ledger-db", 1)));
    var holder = new Holder(OTHER, "hold-the-ledger", 2, NOW.minusSeconds(120));
    var full =
        new Pools(
            Map.of("ledger-db", 2),
            Map.of("ledger-db", List.of(holder)),
            List.of(),
            Map.of("ledger-db", List.of()));

    assertThat(Reasons.of(run, around(full, List.of())).getFirst().text())
        .endsWith(
            "; of those who wait with the same priority, what loses most by waiting goes first");
  }

  @Test
  void whoGoesFirstByWorthIsNamedWithWhatBothAreWorth() {
    var tasks = List.of(task("load").pool("ledger-db", 1));
    var run = run(RunState.RUNNING, tasks);
    var holder = new Holder(HOLDER, "hold-the-ledger", 1, NOW.minusSeconds(120));
    var mine = contender(run.id(), run.priority(), 60);
    var dearer = contender(OTHER, run.priority(), 250);
    var dearest = contender(HOLDER, run.priority() - 1, 900);

    var told =
        "load of %s (nightly) goes before it (due at 15:02, GBP 250 for each hour late, 10 min of work left)";
    assertThat(why(run, List.of(holder), List.of(dearer, mine, dearest)))
        .endsWith(
            "what loses most by waiting goes first: "
                + told.formatted(OTHER)
                + ", and this run is less urgent (due at 15:02, GBP 60 for each hour late, 10 min of work left)");
    assertThat(why(run, List.of(holder), List.of(dearer)))
        .endsWith(told.formatted(OTHER) + ", and what this run's lateness costs is not known");
    assertThat(why(run, List.of(holder), List.of(mine, contender(OTHER, run.priority(), 50))))
        .endsWith("what loses most by waiting goes first");
    // Nothing else explains it: there is room, and yet it waits.
    assertThat(why(run, List.of(), List.of(dearer, mine)))
        .startsWith("load is ready and waits for a free worker slot")
        .contains("; " + told.formatted(OTHER));
  }

  private static Contender contender(RunId run, int priority, double perHour) {
    var work = Duration.ofMinutes(10);
    var worth = new Worth(perHour, "GBP", NOW.plusSeconds(3600), work, List.of(work), work);
    return new Contender(run, "nightly", "load", 0, priority, worth);
  }

  private static String why(Run run, List<Holder> holders, List<Contender> waiting) {
    var pools =
        new Pools(
            Map.of("ledger-db", 1),
            Map.of("ledger-db", holders),
            List.of(),
            Map.of("ledger-db", waiting));
    return Reasons.of(run, around(pools, List.of())).getFirst().text();
  }

  @Test
  void aPoolThatIsTooSmallForEverIsToldAsSuch() {
    var run = run(RunState.RUNNING, List.of(task("load").pool("ledger-db", 3)));
    var small = new Pools(Map.of("ledger-db", 2), Map.of(), List.of());
    assertThat(texts(Reasons.of(run, around(small, List.of()))))
        .containsExactly("load needs 3 of pool ledger-db, which has only 2: make the pool larger");
  }

  @Test
  void aFreezeTellsUntilWhenItLasts() {
    var berlin = ZoneId.of("Europe/Berlin");
    var night = new Window.Daily(EnumSet.allOf(DayOfWeek.class), Optional.empty(), TWO, SIX);
    var evening =
        new Window.Once(Optional.empty(), Optional.of(LocalDateTime.parse("2026-11-24T18:00")));
    var policies =
        List.of(
            new Policy("by-day", "", List.of(night), berlin, Selection.ALL, 0),
            new Policy("close", "", List.of(evening), berlin, Selection.ALL, 0));
    var pools = new Pools(Map.of(), Map.of(), policies);
    var run = run(RunState.RUNNING, List.of(task("load")));
    var reason = Reasons.of(run, around(pools, List.of())).getFirst();
    assertThat(reason.kind()).isEqualTo(Kind.POLICY);
    assertThat(reason.text())
        .isEqualTo(
            "load is ready, and policy by-day lets nothing of it start until 18:00 (Europe/Berlin),"
                + " and policy close lets nothing of it start until 2026-11-24 18:00 (Europe/Berlin)");
    assertThat(reason.until()).contains(Instant.parse("2026-11-24T17:00:00Z"));
  }

  @Test
  void aPolicyThatLetsOnlySoManyRunTellsWhichThatAre() {
    var policy = new Policy("few", "", List.of(), ZoneOffset.UTC, Selection.ALL, 1);
    var holder = new Holder(OTHER, "close", 1, NOW.minusSeconds(120));
    var pools = new Pools(Map.of(), Map.of(policy.held(), List.of(holder)), List.of(policy));
    var run = run(RunState.RUNNING, List.of(task("load")));
    var reason = Reasons.of(run, around(pools, List.of())).getFirst();
    assertThat(reason.text())
        .isEqualTo(
            "load is ready, and policy few lets 1 run at once: held by %s (close) since 14:00"
                .formatted(OTHER));
    assertThat(reason.until()).isEmpty();
    assertThat(reason.holders()).containsExactly(holder);
    var free = new Pools(Map.of(), Map.of(), List.of(policy));
    assertThat(Reasons.of(run, around(free, List.of())).getFirst().kind()).isEqualTo(Kind.SLOT);
  }

  @Test
  void aLockTellsHowItIsWantedAndWhoHoldsIt() {
    var held = Lock.held("ledger");
    var holder = new Holder(OTHER, "close", Lock.WHOLE, NOW.minus(Duration.ofHours(1)));
    var tasks = List.of(task("load").lock("ledger", Lock.Hold.SHARED));
    var pools = new Pools(Map.of(), Map.of(held, List.of(holder)), List.of());
    var reason = Reasons.of(run(RunState.RUNNING, tasks), around(pools, List.of())).getFirst();
    assertThat(reason.kind()).isEqualTo(Kind.LOCK);
    assertThat(reason.text())
        .isEqualTo(
            "load waits for lock ledger (shared): held by %s (close) since 13:02".formatted(OTHER));
    assertThat(reason.holders()).containsExactly(holder);
  }

  @Test
  void aReadyTaskTellsWhatMoreUrgentWorkGoesFirst() {
    var run = run(RunState.RUNNING, List.of(task("load").priority(2)));
    var rival = new Rival(OTHER, "close", 5);
    var around =
        new Surroundings(
            NOW,
            Pools.NONE,
            new Surroundings.Others(List.of(), List.of(rival), List.of()),
            Map.of(),
            Map.of(),
            Optional.empty());
    assertThat(Reasons.of(run, around).getFirst().text())
        .endsWith(
            "; its priority is 2, and more urgent work goes first: %s (close, priority 5)"
                .formatted(OTHER));
  }

  @Test
  void aReadyTaskDoesNotBeginWhileTheDiskIsNearlyFull() {
    var run = run(RunState.RUNNING, List.of(task("load").pool("ledger-db", 1)));
    var around =
        new Surroundings(
            NOW,
            Pools.NONE,
            Surroundings.Others.NONE,
            Map.of(),
            Map.of(),
            Optional.of("the disk is full"));
    var reason = Reasons.of(run, around).getFirst();
    assertThat(reason.kind()).isEqualTo(Kind.DISK);
    assertThat(reason.text()).isEqualTo("load is ready and does not begin: the disk is full");
  }

  @Test
  void aReadyTaskWithRoomInItsPoolsWaitsForASlot() {
    var run = run(RunState.RUNNING, List.of(task("load")));
    var reason = Reasons.of(run, alone()).getFirst();
    assertThat(reason.kind()).isEqualTo(Kind.SLOT);
    assertThat(reason.text())
        .isEqualTo(
            "load is ready and waits for a free worker slot (process; one workflow gets three quarters of them)");
  }

  @Test
  void aWaitTellsWhenItEnds() {
    var tasks = List.of(task("load").waits(Duration.ofHours(12)));
    var run = run(RunState.RUNNING, tasks, attempt("load", 0, AttemptState.RUNNING));
    var reason = Reasons.of(run, alone()).getFirst();
    assertThat(reason.kind()).isEqualTo(Kind.TIME);
    assertThat(reason.text()).isEqualTo("load waits until 2026-11-24 02:02");
    assertThat(reason.until()).contains(NOW.plus(Duration.ofHours(12)));
  }

  @Test
  void aRetryTellsWhenItComes() {
    var tasks = List.of(task("load").attempts(3, Duration.ofMinutes(10)));
    var run = run(RunState.RUNNING, tasks, attempt("load", 0, AttemptState.FAILED));
    assertThat(texts(Reasons.of(run, alone())))
        .containsExactly("load failed, and is tried again at 14:12 (attempt 2)");
    assertThat(TaskState.of(run, run.task("load"), NOW)).isEqualTo(TaskState.WAITING);
    assertThat(TaskState.of(run, run.task("load"), NOW.plusSeconds(601)))
        .isEqualTo(TaskState.READY);
  }

  @Test
  void aLostAttemptAsksForADecision() {
    var run = run(RunState.RUNNING, List.of(task("load")), attempt("load", 0, AttemptState.LOST));
    var reason = Reasons.of(run, alone()).getFirst();
    assertThat(reason.kind().word()).isEqualTo("lost-needs-decision");
    assertThat(reason.text()).startsWith("load was lost with its worker in attempt 1");
  }

  @Test
  void aQueuedRunWaitsForThoseAhead() {
    var run = run(RunState.WAITING, List.of(task("load")));
    var ahead = List.of(new Holder(OTHER, "flow", 1, NOW));
    var reasons = Reasons.of(run, around(Pools.NONE, ahead));
    assertThat(reasons.getFirst().kind()).isEqualTo(Kind.CONCURRENCY);
    assertThat(Reasons.sentence(run, reasons))
        .isEqualTo("The run waits until %s of the same workflow has ended.".formatted(OTHER));
  }

  @Test
  void itemsAreToldOneByOneAndThoseToComeTogether() {
    var frame = attempt("load", AttemptId.FRAME, AttemptState.RUNNING);
    var listed =
        new Rows.AttemptRow(
            new AttemptId(RUN, "load", AttemptId.FRAME, 0),
            frame.by(),
            frame.state(),
            frame.times(),
            Map.of("items", List.of("a", "b", "c", "d")),
            Optional.empty(),
            Optional.empty());
    var tasks = List.of(task("load").forEach(List.of("a", "b", "c", "d"), 2));
    var run =
        run(
            RunState.RUNNING,
            tasks,
            listed,
            attempt("load", 0, AttemptState.SUCCEEDED),
            attempt("load", 1, AttemptState.RUNNING));
    var reasons = Reasons.of(run, alone());
    assertThat(texts(reasons))
        .containsExactly(
            "load[1] works",
            "load[2] is ready and waits for a free worker slot (process; one workflow gets three quarters of them)",
            "load has 2 of 4 items under way (at most 2 at once) and 1 to begin");
    assertThat(reasons.getFirst().item()).contains(1);
  }

  @Test
  void aRunThatIsOverHasNoReasons() {
    var run =
        run(RunState.SUCCEEDED, List.of(task("load")), attempt("load", 0, AttemptState.SUCCEEDED));
    assertThat(Reasons.of(run, alone())).isEmpty();
    assertThat(Reasons.sentence(run, List.of())).isEqualTo("The run is over: it succeeded.");
  }
}
