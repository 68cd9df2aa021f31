package outturn.runtime.stake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.notify.Channel;
import outturn.engine.run.RunId;
import outturn.outcome.stake.Stake;
import outturn.outcome.stake.Threat;
import outturn.runtime.AppliedProject;
import outturn.runtime.notify.NoticeWords;
import outturn.store.measure.RunFigures;
import outturn.store.notify.AtRiskNews;
import outturn.store.notify.MessageMaker;
import outturn.store.notify.NewsSorter;
import outturn.store.notify.Notification;
import outturn.store.notify.Notifications;
import outturn.store.range.Ranges;
import outturn.store.run.RunReader;

/// What is at risk, read from rows, and told to the business once.
class AtRiskDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:10:00Z");
  private static final String TODAY = "2026-11-23";
  private static final String YESTERDAY = "2026-11-22";

  private static final String PROJECT =
      """
      kind: project
      name: housing
      ---
      kind: channel
      name: head
      slack: {url: "${secrets.head}"}
      ---
      kind: workflow
      name: repairs-daily
      timezone: Europe/London
      tasks:
        lists: {}
        tidy: {needs: [lists]}
      deadlines:
        - {name: lists-out, task: lists, by: "06:30"}
        - {name: all, by: "+1d 07:00"}
      ---
      kind: group
      name: tenants
      is: beneficiary
      ---
      kind: group
      name: head
      is: business
      ---
      kind: measure
      name: visits
      type: proportion
      unit: percent
      better: higher
      cadence: monthly
      ---
      kind: outcome
      name: one-visit
      owner: head
      statement: {who: tenants, what: have a repair finished on the first visit, soThat: they lose fewer days}
      measures: [{measure: visits}]
      """;

  private static final String SERVICE =
      """
      kind: service
      name: repairs
      tell: {channel: head, above: {currency: GBP, amount: 100}}
      outputs:
        - name: visit-lists
          promise: Lists are out by half past six
          deadline: repairs-daily/lists-out
          serves:
            - outcome: one-visit
              because: contractors plan their day from it
              perHourLate: {currency: GBP, low: 100, likely: 250, high: 600}
      """;

  private final AppliedProject server = new AppliedProject(NOW);
  private final AtRiskNews news = new AtRiskNews(server.jdbi);
  private final RunReader reader = new RunReader(server.jdbi, server.clock);
  private final RunFigures figures = new RunFigures(server.jdbi);
  private final LateRuns late = new LateRuns(server.inForce, reader, figures, server.clock);
  private final Settled settled = new Settled(server.inForce, reader, figures);
  private final List<Threat> foreseen = new ArrayList<>();
  private final AtRiskDesk desk =
      new AtRiskDesk(server.inForce, this::threats, settled, news, () -> false, server.clock);
  private final List<String> messages = new ArrayList<>();
  private int runs;

  @BeforeEach
  void apply() {
    new Ranges(server.jdbi, server.clock).make(2);
    server.apply(0, Map.of("outturn.yaml", PROJECT, "services/repairs.yaml", SERVICE));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private long run(String date, String state) {
    long id = RunId.firstAt(server.clock.instant().plusMillis(runs++)).value();
    server.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into run (id, workflow, project, version, state, business_date, created, started, ended, due)
            values (?, 'repairs-daily', 'housing', 1, ?, ?::date, ?::timestamptz, ?::timestamptz,
              case when ? = 'failed' then ?::timestamptz end, ?::timestamptz)
            """,
            id,
            state,
            date,
            date + "T02:00:00Z",
            date + "T02:00:00Z",
            state,
            date + "T03:00:00Z",
            date + "T02:00:00Z"));
    if (state.equals("running")) {
      server.jdbi.useHandle(handle ->
          handle.execute(
              "insert into live_run (id, partition, workflow) values (?, 1, 'repairs-daily')", id));
    }
    return id;
  }

  private void listsOut(long run, String at) {
    server.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into attempt (run, task, item, attempt, state, token, worker, started, ended)
            values (?, 'lists', 0, 1, 'succeeded', 0, 0, ?::timestamptz, ?::timestamptz)
            """,
            run,
            at,
            at));
  }

  private List<String> texts() {
    return desk.now().stakes().stream().map(Stake::text).toList();
  }

  @Test
  void aLiveRunPastItsDeadlineIsAtRiskUntilTheTaskIsDone() {
    long run = run(TODAY, "running");
    assertThat(texts()).hasSize(1);
    assertThat(texts().getFirst())
        .startsWith("Visit lists: promised for 06:30 and not done, 40 minutes after that;")
        .contains("At stake so far: GBP 67 to 400", "(source: services/repairs.yaml, perHourLate)");
    listsOut(run, TODAY + "T07:00:00Z");
    assertThat(texts()).isEmpty();
  }

  @Test
  void aFailedRunThatNobodyMadeGoodIsLateToo() {
    run(YESTERDAY, "failed");
    assertThat(texts().getFirst()).contains("Its run failed.", "on 22 Nov 2026");
    listsOut(run(YESTERDAY, "running"), TODAY + "T07:00:00Z");
    assertThat(texts()).isEmpty();
  }

  @Test
  void theBusinessIsToldOnceWhateverIsPredictedNext() {
    run(TODAY, "running");
    desk.step();
    desk.step();
    sort();
    desk.step();
    assertThat(waiting()).isZero();
    assertThat(open()).hasSize(1);
    var told = open().getFirst();
    assertThat(told.about().occasion()).isEqualTo("at-risk");
    assertThat(told.about().subject()).isEqualTo("repairs/visit-lists");
    assertThat(told.text()).startsWith("Visit lists: promised for 06:30");
  }

  @Test
  void nothingIsToldBelowTheStatedAmount() {
    desk.tell(List.of(threat(.1, "06:40")));
    assertThat(waiting()).isZero();
    desk.tell(List.of(threat(.6, "09:30")));
    assertThat(waiting()).isZero();
    desk.tell(List.of(threat(.1, "07:10")));
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void whatWasForeseenOfAPlannedRunIsNotToldAgainOfTheRun() {
    desk.tell(List.of(threat(.1, "07:10")));
    sort();
    run(TODAY, "running");
    desk.step();
    assertThat(waiting()).isZero();
  }

  @Test
  void anotherDayIsToldAgain() {
    run(TODAY, "running");
    desk.step();
    sort();
    server.clock.pass(Duration.ofDays(1));
    run("2026-11-24", "running");
    desk.step();
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void theMessageIsInTheWordsOfTheService() {
    run(TODAY, "running");
    desk.step();
    assertThat(messages()).hasSize(1);
    assertThat(messages.getFirst())
        .startsWith("At risk: visit lists (repairs)\n")
        .contains("It endangers the outcome “tenants have a repair finished on the first visit")
        .doesNotContain("outturn show");
  }

  @Test
  void whoWasToldHearsOnceThatItWasDoneLateAndWhatThatCounts() {
    long run = run(TODAY, "running");
    desk.step();
    messages();
    listsOut(run, TODAY + "T06:42:00Z");
    desk.step();
    desk.step();
    assertThat(messages()).hasSize(2);
    assertThat(messages.getLast())
        .startsWith("Done late: visit lists (repairs)\n")
        .contains("Visit lists: done at 06:42, 12 minutes after the promise (06:30).")
        .contains("That touches the outcome “tenants have a repair finished on the first visit")
        .contains("The 12 minutes count for GBP 20 to 120, likely 50")
        .doesNotContain("outturn ack");
    assertThat(open()).isEmpty();
  }

  @Test
  void whatWasForeseenLateAndIsDoneInTimeIsNoLongerAtRisk() {
    foreseen.add(threat(.1, "07:10"));
    desk.step();
    messages();
    listsOut(run(TODAY, "running"), TODAY + "T06:20:00Z");
    desk.step();
    assertThat(messages().getLast())
        .startsWith("No longer at risk: visit lists (repairs)\n")
        .contains("Visit lists: done at 06:20, 10 minutes before the promise (06:30).");
    // A forecast that is older than the end changes nothing.
    desk.step();
    assertThat(waiting()).isZero();
  }

  @Test
  void aRunThatCatchesUpIsToldAndToldAnewWhenItFallsBehindAgain() {
    foreseen.add(threat(.1, "07:10"));
    desk.step();
    messages();
    foreseen.set(0, threat(.7, "06:20"));
    desk.step();
    assertThat(messages()).hasSize(1);
    foreseen.clear();
    desk.step();
    assertThat(messages()).hasSize(1);
    foreseen.add(threat(.95, "06:10"));
    desk.step();
    desk.step();
    assertThat(messages()).hasSize(2);
    assertThat(messages.getLast())
        .startsWith("No longer at risk: visit lists (repairs)\n")
        .contains(
            "Visit lists: expected at 06:10, promised for 06:30; chance of keeping it 95\u00A0%.");
    foreseen.set(0, threat(.1, "07:10"));
    desk.step();
    desk.step();
    assertThat(messages()).hasSize(3);
    assertThat(messages.getLast()).startsWith("At risk: visit lists (repairs)\n");
  }

  @Test
  void aFailedRunIsNotOverAndACancelledOneIs() {
    run(TODAY, "failed");
    desk.step();
    messages();
    desk.step();
    assertThat(messages()).hasSize(1);
    server.jdbi.useHandle(handle -> handle.execute("update run set state = 'cancelled'"));
    desk.step();
    assertThat(messages().getLast())
        .startsWith("Cancelled: visit lists (repairs)\n")
        .contains(
            "Visit lists: promised for 06:30, and not done: the run for 2026-11-23 was cancelled.");
  }

  @Test
  void whatNoServicePromisesAnyMoreIsOver() {
    run(TODAY, "running");
    desk.step();
    messages();
    server.apply(1, Map.of("outturn.yaml", PROJECT));
    desk.step();
    assertThat(messages().getLast())
        .startsWith("No longer promised: visit lists (repairs)\n")
        .contains("Visit lists: no service promises it any more.");
  }

  /// All that were sent so far.
  private List<String> messages() {
    sort();
    var words = new NoticeWords();
    new MessageMaker(
            server.jdbi,
            (channel, notices) -> {
              var said = words.say(channel, notices);
              messages.add(said.title() + "\n" + said.text());
              return said;
            })
        .make(name -> channel(), server.clock.instant());
    return messages;
  }

  /// What is late by rows, and what a test foresees.
  private List<Threat> threats() {
    var all = new ArrayList<>(late.get());
    all.addAll(foreseen);
    return all;
  }

  private Optional<Channel> channel() {
    long version = server.inForce.workflows().iterator().next().version();
    return server.inForce.project(version).channels().find("head");
  }

  private static Threat threat(double chance, String likely) {
    var promised =
        new Threat.Promised(
            "housing", "repairs-daily", Optional.empty(), LocalDate.parse(TODAY), "lists-out");
    return new Threat(
        promised,
        Instant.parse(TODAY + "T06:30:00Z"),
        chance,
        Optional.of(Instant.parse(TODAY + "T%s:00Z".formatted(likely))),
        Optional.empty(),
        Threat.Standing.PREDICTED,
        "");
  }

  private void sort() {
    new NewsSorter(server.jdbi).sort(name -> channel());
  }

  private long waiting() {
    return server.jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from news").mapTo(Long.class).one());
  }

  private List<Notification> open() {
    return new Notifications(server.jdbi, server.clock)
        .before(Long.MAX_VALUE, Notifications.Filter.OPEN, 10);
  }
}
