package outturn.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outturn.engine.run.RunState.CANCELLED;
import static outturn.engine.run.RunState.FAILED;
import static outturn.engine.run.RunState.RUNNING;
import static outturn.engine.run.RunState.SUCCEEDED;
import static outturn.engine.run.RunState.WAITING;
import static outturn.store.run.RunTables.DATE;
import static outturn.store.run.RunTables.NOW;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.store.TestDatabase;
import outturn.store.database.Lane;
import outturn.store.range.Ranges;

class RunReaderTest {
  private static TestDatabase database;
  private static Jdbi jdbi;
  private RunTables tables;
  private RunReader reader;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbi = database.database().jdbi(Lane.API);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            truncate run, attempt, live_run, unsuccessful_run, pool_grant, idempotency, project_version
            restart identity cascade
            """));
    new Ranges(jdbi, InstantSource.fixed(NOW)).make(2);
    tables = new RunTables(jdbi);
    reader = new RunReader(jdbi, InstantSource.fixed(NOW));
  }

  @Test
  void aRunIsReadWhole() {
    var inputs = Map.<String, Object>of("rows", 5L, "share", 1.0);
    var id =
        tables.add(
            1,
            "load",
            CANCELLED,
            Map.of(
                "started_by",
                "ann",
                "inputs",
                inputs,
                "due",
                NOW.minusSeconds(60),
                "started",
                NOW.plusSeconds(1),
                "ended",
                NOW.plusSeconds(2),
                "cancelled_by",
                "bob",
                "note",
                "not needed"));
    var due = Optional.of(NOW.minusSeconds(60));
    var order = new Order("load", inputs, DATE, due, new Origin.User("ann"));
    var times =
        new Rows.Times(NOW, Optional.of(NOW.plusSeconds(1)), Optional.of(NOW.plusSeconds(2)));

    var whole = reader.run(id).orElseThrow();

    assertThat(whole.run())
        .isEqualTo(
            new RunEntry(
                new Rows.RunRow(id, order, 7, CANCELLED, times, Optional.of("bob")),
                "pay",
                Optional.of("not needed"),
                0,
                Optional.empty()));
    assertThat(whole.attempts()).isEmpty();
  }

  @Test
  void aRunThatThereIsNotIsNotRead() {
    assertThat(reader.run(RunTables.id(2))).isEmpty();
  }

  @Test
  void attemptsAreReadWithWhatBecameOfThem() {
    var run = tables.add(1, "load", FAILED);
    var first = new AttemptId(run, "extract", 0, 1);
    var second = new AttemptId(run, "extract", 0, 2);
    var skipped = new AttemptId(run, "send", 0, 0);
    tables.attempt(
        second, "succeeded", Map.of("token", 9L, "worker", 3L, "outputs", Map.of("rows", 5L)));
    tables.attempt(
        first, "failed", Map.of("failure", "exit", "exit_code", 2, "message", "ended with 2"));
    skip(run);
    var started = new Rows.Times(NOW, Optional.of(NOW), Optional.empty());

    assertThat(reader.run(run).orElseThrow().attempts())
        .containsExactly(
            failed(first, started),
            new Rows.AttemptRow(
                second,
                new Rows.By(9, 3),
                AttemptState.SUCCEEDED,
                started,
                Map.of("rows", 5L),
                Optional.empty(),
                Optional.empty()),
            new Rows.AttemptRow(
                skipped,
                Rows.By.NOBODY,
                AttemptState.SKIPPED,
                new Rows.Times(NOW, Optional.empty(), Optional.of(NOW)),
                Map.of(),
                Optional.empty(),
                Optional.of("nothing to send")));
  }

  private static Rows.AttemptRow failed(AttemptId id, Rows.Times times) {
    return new Rows.AttemptRow(
        id,
        Rows.By.NOBODY,
        AttemptState.FAILED,
        times,
        Map.of(),
        Optional.of(new Failure(FailureKind.EXIT, Optional.of(2), "ended with 2")),
        Optional.empty());
  }

  private void skip(RunId run) {
    tables.insert(
        "attempt",
        Map.of(
            "run",
            run.value(),
            "task",
            "send",
            "item",
            0,
            "attempt",
            0,
            "state",
            "skipped",
            "token",
            0L,
            "worker",
            0L,
            "ended",
            NOW,
            "message",
            "nothing to send"));
  }

  @Test
  void aRunKnowsItsScheduleOrItsParent() {
    var schedule = tables.schedule("load", "nightly");
    var bySchedule = tables.add(1, "load", RUNNING, Map.of("schedule", schedule));
    var call = new AttemptId(bySchedule, "call", 2, 3);
    var child =
        tables.add(
            2,
            "send",
            RUNNING,
            Map.of(
                "parent_run",
                bySchedule.value(),
                "parent_task",
                "call",
                "parent_item",
                2,
                "parent_attempt",
                3));

    var scheduled = reader.run(bySchedule).orElseThrow().run();
    assertThat(scheduled.schedule()).hasValue("nightly");
    assertThat(scheduled.row().order().origin()).isEqualTo(new Origin.Schedule(schedule));
    assertThat(reader.run(child).orElseThrow().run().row().order().origin())
        .isEqualTo(new Origin.Parent(call));
    assertThat(ids(reader.children(bySchedule))).containsExactly(child);
    assertThat(reader.children(child)).isEmpty();
  }

  @Test
  void pagesFollowEachOtherAcrossWeeks() {
    var all = new ArrayList<RunId>();
    int week = 7 * 24 * 3_600_000;
    for (int millis : List.of(0, 1, week, week + 1, 2 * week)) {
      all.addFirst(tables.add(millis, "load", SUCCEEDED));
    }

    var first = reader.newest(RunFilter.ALL, Optional.empty(), 3);
    var second = reader.newest(RunFilter.ALL, Optional.of(first.getLast().row().id()), 3);

    assertThat(ids(first)).isEqualTo(all.subList(0, 3));
    assertThat(ids(second)).isEqualTo(all.subList(3, 5));
  }

  @Test
  void whatRecentWeeksDoNotFillIsFilledFromAll() {
    int week = 7 * 24 * 3_600_000;
    var old = tables.add(0, "load", FAILED);
    var recent = tables.add(2 * week, "load", FAILED);
    var later = new RunReader(jdbi, InstantSource.fixed(recent.time()));

    for (var filter : List.of(RunFilter.ALL, RunFilter.ALL.states(FAILED))) {
      assertThat(ids(later.newest(filter, Optional.empty(), 1))).containsExactly(recent);
      assertThat(ids(later.newest(filter, Optional.empty(), 2))).containsExactly(recent, old);
    }
  }

  @Test
  void aLimitIsFromOneToFiveHundred() {
    for (int limit : List.of(0, 501)) {
      assertThatThrownBy(() -> reader.newest(RunFilter.ALL, Optional.empty(), limit))
          .hasMessage("a limit is a number from 1 to 500, not " + limit);
    }
  }

  @Test
  void filtersRestrict() {
    var loaded = tables.add(1, "load", SUCCEEDED);
    var failed = tables.add(2, "load", FAILED);
    var waiting = tables.add(3, "send", WAITING);
    var running = tables.add(4, "send", RUNNING);
    var old =
        tables.add(
            5, "send", FAILED, Map.of("started_by", "bob", "business_date", DATE.minusDays(1)));

    assertThat(filtered(RunFilter.ALL.workflow("load"))).containsExactly(failed, loaded);
    assertThat(filtered(RunFilter.ALL.states(FAILED))).containsExactly(old, failed);
    assertThat(filtered(RunFilter.ALL.states(WAITING, RUNNING))).containsExactly(running, waiting);
    assertThat(filtered(RunFilter.ALL.states(WAITING))).containsExactly(waiting);
    assertThat(filtered(RunFilter.ALL.states(RUNNING, FAILED)))
        .containsExactly(old, running, failed);
    assertThat(filtered(RunFilter.ALL.businessDate(DATE)))
        .containsExactly(running, waiting, failed, loaded);
    assertThat(filtered(RunFilter.ALL.startedBy("bob"))).containsExactly(old);
    assertThat(filtered(RunFilter.ALL.project("pay").workflow("load")))
        .containsExactly(failed, loaded);
    assertThat(filtered(RunFilter.ALL.project("other").states(FAILED))).isEmpty();
    assertThat(filtered(RunFilter.ALL.states(FAILED).workflow("load"))).containsExactly(failed);
    assertThat(
            filtered(
                RunFilter.ALL.states(FAILED).workflow("load").businessDate(DATE).startedBy("ann")))
        .containsExactly(failed);
    assertThat(ids(reader.newest(RunFilter.ALL.states(FAILED), Optional.of(old), 10)))
        .containsExactly(failed);
  }

  @Test
  void theRunsOfAProjectAreThoseOfItsWorkflows() {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into retention (workflow, project, runs, logs)
            values ('load', 'pay', interval '1 day', interval '1 day')
            """));
    var loaded = tables.add(0, "load", SUCCEEDED);
    var newer = tables.add(1, "load", SUCCEEDED);

    assertThat(filtered(RunFilter.ALL.project("pay"))).containsExactly(newer, loaded);
    assertThat(filtered(RunFilter.ALL.project("other"))).isEmpty();
    assertThat(ids(reader.newest(RunFilter.ALL.project("pay"), Optional.of(newer), 5)))
        .containsExactly(loaded);
  }

  @Test
  void runsThatEndBadlyAreFoundAmongTheOthers() {
    var run = tables.add(1, "load", RUNNING);
    var cancelled = tables.add(2, "load", CANCELLED);
    assertThat(filtered(RunFilter.ALL.states(FAILED))).isEmpty();

    jdbi.useHandle(
        handle -> handle.execute("update run set state = 'failed' where state = 'running'"));

    assertThat(filtered(RunFilter.ALL.states(FAILED))).containsExactly(run);
    assertThat(filtered(RunFilter.ALL.states(CANCELLED))).containsExactly(cancelled);
  }

  @Test
  void liveRunsAreCounted() {
    tables.add(1, "load", RUNNING);
    tables.add(2, "load", RUNNING);
    tables.add(3, "load", WAITING);
    tables.add(4, "load", SUCCEEDED);
    tables.add(5, "send", RUNNING);

    assertThat(reader.liveCounts())
        .containsExactly(
            new LiveCount("load", WAITING, 1),
            new LiveCount("load", RUNNING, 2),
            new LiveCount("send", RUNNING, 1));
  }

  @Test
  void theLastRunsOfManyWorkflowsComeTogether() {
    tables.add(1, "load", FAILED);
    var second = tables.add(2, "load", SUCCEEDED);
    var third = tables.add(3, "load", RUNNING, Map.of("started", NOW));
    var sent = tables.add(4, "send", SUCCEEDED);
    tables.add(5, "other", SUCCEEDED);

    var recent = reader.recent(List.of("load", "send", "never"), 2);

    assertThat(recent).containsOnlyKeys("load", "send");
    assertThat(recent.get("load")).extracting(RecentRun::id).containsExactly(third, second);
    assertThat(recent.get("send")).extracting(RecentRun::id).containsExactly(sent);
    assertThat(recent.get("load").getFirst())
        .isEqualTo(
            new RecentRun(
                third, RUNNING, DATE, new Rows.Times(NOW, Optional.of(NOW), Optional.empty())));
  }

  @Test
  void holdersOfAPoolAreNamed() {
    var run = tables.add(1, "load", RUNNING);
    var early = new AttemptId(run, "extract", 0, 1);
    var late = new AttemptId(run, "extract", 1, 1);
    tables.attempt(late, "running", Map.of("token", 12L, "started", NOW.plusSeconds(1)));
    tables.attempt(early, "running", Map.of("token", 11L));
    grant("books", 11, run, 2);
    grant("books", 12, run, 1);
    grant("desks", 12, run, 5);

    assertThat(reader.holders("books"))
        .containsExactly(
            new PoolHolder(early, "load", 2, NOW),
            new PoolHolder(late, "load", 1, NOW.plusSeconds(1)));
  }

  @Test
  void anAnswerIsKeptByPrincipalAndKey() {
    var run = RunTables.id(1);
    tables.insert(
        "idempotency",
        Map.of(
            "principal", "ann", "key", "k1", "body_hash", "h", "run", run.value(), "created", NOW));

    assertThat(reader.kept("ann", "k1")).hasValue(new KeptAnswer("h", run, NOW, Optional.empty()));
    assertThat(reader.kept("bob", "k1")).isEmpty();
  }

  private void grant(String pool, long token, RunId run, int amount) {
    tables.insert(
        "pool_grant", Map.of("pool", pool, "token", token, "run", run.value(), "amount", amount));
  }

  private List<RunId> filtered(RunFilter filter) {
    return ids(reader.newest(filter, Optional.empty(), 10));
  }

  private static List<RunId> ids(List<RunEntry> runs) {
    return runs.stream().map(run -> run.row().id()).toList();
  }
}
