package outturn.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.definition.notify.Occasion;
import outturn.runtime.AppliedProject;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.store.json.Json;
import outturn.store.notify.MessageMaker;
import outturn.store.notify.NewsSorter;
import outturn.store.notify.Notification;
import outturn.store.notify.Notifications;
import outturn.store.notify.Outbox;
import outturn.store.project.ProjectReader;

/// More news than can be told one by one, on a real database.
class NotifyingUnderLoadTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-11-26");
  private static final String NEVER_TRIED =
      "failed: never tried: what the channel was told before took until the end of giveUp";
  private static final String CHANNELS =
      """
      {kind: channel, name: room, webhook: {url: "https://hooks.example.org/x"}}
      ---
      kind: channel
      name: ward
      webhook: {url: "https://hooks.example.org/y"}
      quiet: {from: "22:00", to: "06:00", except: late}
      ---
      kind: channel
      name: desk
      ticket: {desk: servicenow, url: "https://snow.example.org", user: u, password: "${secrets.snow}"}
      giveUp: 1h
      """;

  private final AppliedProject project = new AppliedProject(NOON);
  private final List<Request> sent = new ArrayList<>();
  private final AtomicBoolean dead = new AtomicBoolean();
  private final Notifications notifications = new Notifications(project.jdbi, project.clock);
  private final Notifying notifying = notifying(Runnable::run);

  NotifyingUnderLoadTest() {
    project.apply(0, Map.of("outturn.yaml", "{kind: project, name: p}", "c.yaml", CHANNELS));
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Notifying notifying(Executor threads) {
    var rows =
        new Notifying.Rows(
            new NewsSorter(project.jdbi),
            new MessageMaker(project.jdbi, new NoticeWords()),
            new Outbox(project.jdbi));
    var carriers =
        new Carriers(
            this::carry,
            this::carry,
            new TicketDesk(this::carry, notifications),
            name -> Optional.of("secret of " + name));
    var channels = new ChannelsInForce(new ProjectReader(project.jdbi), project.versions);
    return new Notifying(rows, channels, carriers, threads, () -> false, project.clock);
  }

  private Result carry(Request request, Consumer<Object> json) {
    if (dead.get()) return Result.Failed.of(Result.Kind.CONNECTION, "no answer");
    sent.add(request);
    json.accept(Map.of("result", Map.of("number", "INC0042", "sys_id", "a1")));
    return new Result.Done(Map.of());
  }

  /// @param workflow with the number of each of so many rows in place of `%s`
  private void news(Occasion occasion, String workflow, String channel, int rows) {
    project.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
            select ?, 'p', format(?, n), 7, ?, ?, '', 'task a failed (exit): 1', ?::jsonb from generate_series(1, ?) n
            """,
            project.clock.instant().atOffset(ZoneOffset.UTC),
            workflow,
            DATE,
            occasion.word(),
            Json.encode(Map.of("to", List.of(channel))),
            rows));
  }

  private void later(Duration time) {
    project.clock.pass(time);
    notifying.step();
  }

  private long count(String from) {
    return project.jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + from).mapTo(Long.class).one());
  }

  private static String body(Request request) {
    return request.settings().toString();
  }

  @Test
  void peopleAreToldBeforeAllNewsIsSorted() {
    news(Occasion.FAILED, "w", "room", 1);
    news(Occasion.RECOVERED, "v", "room", 12_000);
    notifying.step();
    assertThat(sent).hasSize(1);
    assertThat(body(sent.getFirst())).contains("w: failed");
    assertThat(count("news")).isPositive();
    notifying.step();
    assertThat(count("news")).isZero();
  }

  @Test
  void aTicketHearsOnceOfAllThatHappenedWhileItsSystemWasAway() {
    dead.set(true);
    news(Occasion.FAILED, "w", "desk", 1);
    notifying.step();
    for (int second = 1; second < 10; second++) {
      news(Occasion.FAILED, "w", "desk", 3);
      later(Duration.ofSeconds(1));
    }
    assertThat(count("notification_message")).isEqualTo(1);
    assertThat(count("notice where message is null")).isEqualTo(1);
    dead.set(false);
    for (int second = 0; second < 4; second++) later(Duration.ofSeconds(1));
    assertThat(sent)
        .extracting(request -> request.settings().get("method"))
        .containsExactly("GET", "PATCH");
    assertThat(body(sent.getLast())).contains("28 times by now");
    assertThat(count("notice where message is null")).isZero();

    news(Occasion.FAILED, "w", "desk", 1);
    later(Duration.ofSeconds(1));
    assertThat(body(sent.getLast())).contains("29 times by now");
  }

  @Test
  void aTicketThatIsToBeClosedHearsWithThatHowOftenItHappened() {
    dead.set(true);
    news(Occasion.FAILED, "w", "desk", 1);
    notifying.step();
    news(Occasion.FAILED, "w", "desk", 2);
    later(Duration.ofSeconds(1));
    news(Occasion.RECOVERED, "w", "desk", 1);
    dead.set(false);
    later(Duration.ofSeconds(10));
    assertThat(sent)
        .extracting(request -> request.settings().get("method"))
        .containsExactly("GET", "PATCH");
    assertThat(body(sent.getLast())).contains("state=6", "3 times by now");
    assertThat(count("notice where message is null")).isZero();
  }

  @Test
  void whatWaitsBehindOthersForLongerThanItsTimeIsGivenUp() {
    var stuck = notifying(_ -> {});
    news(Occasion.FAILED, "w-%s", "desk", 3);
    stuck.step();
    project.clock.pass(Duration.ofMinutes(59));
    stuck.step();
    assertThat(stuck.givenUp()).isZero();
    project.clock.pass(Duration.ofMinutes(1));
    stuck.step();
    assertThat(stuck.givenUp()).isEqualTo(2);
    assertThat(notifications.before(Long.MAX_VALUE, Notifications.Filter.OPEN, 10))
        .flatExtracting(Notification::copies)
        .extracting(copy -> copy.state() + copy.error().map(": "::concat).orElse(""))
        .containsExactlyInAnyOrder("waiting", NEVER_TRIED, NEVER_TRIED);
  }

  @Test
  void whatWaitedWhileTheServerWasOffHasItsTimeAnew() {
    news(Occasion.FAILED, "w-%s", "desk", 3);
    notifying(_ -> {}).step();
    project.clock.pass(Duration.ofDays(2));
    var started = notifying(_ -> {});
    started.step();
    assertThat(started.givenUp()).isZero();
    project.clock.pass(Duration.ofHours(1));
    started.step();
    assertThat(started.givenUp()).isEqualTo(1);
  }

  @Test
  void manyNoticesAreOneMessageThatTellsTheFirstAndHowManyMore() {
    news(Occasion.FAILED, "w-%s", "room", 250);
    notifying.step();
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().settings().get("body"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("title", "250 notices")
        .containsEntry("more", 150L)
        .hasEntrySatisfying(
            "notifications",
            list -> assertThat(list).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(100))
        .hasEntrySatisfying(
            "text", text -> assertThat(text).asString().contains("w-20: failed", "and 230 more"));
    assertThat(count("notice where message is null")).isZero();
  }

  @Test
  void manyThingsWaitForTheEndOfQuietHoursAndAreOneMessageThen() {
    project.clock.pass(Duration.ofHours(11));
    news(Occasion.FAILED, "w-%s", "ward", 250);
    notifying.step();
    news(Occasion.LATE, "x", "ward", 1);
    later(Duration.ofMinutes(1));
    assertThat(sent).hasSize(1);
    assertThat(body(sent.getFirst())).contains("x: is late");
    later(Duration.ofHours(7));
    assertThat(sent).hasSize(2);
    assertThat(body(sent.getLast())).contains("250 notices");
  }
}
