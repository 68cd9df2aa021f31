package outturn.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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

/// News that become messages, on a real database, with receivers that a test can switch off.
class NotifyingTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-11-26");
  private static final String CHANNELS =
      """
      {kind: channel, name: mail, mail: {host: localhost, from: a@b.c, to: d@e.f}, escalate: {after: 30m, to: boss}}
      ---
      {kind: channel, name: boss, slack: {url: "${secrets.boss}"}}
      ---
      kind: channel
      name: room
      webhook: {url: "https://hooks.example.org/x", headers: {Authorization: "Bearer ${secrets.hook}"}}
      group: 5m
      quiet: {from: "22:00", to: "06:00", except: late}
      giveUp: 1h
      ---
      kind: channel
      name: desk
      ticket: {desk: servicenow, url: "https://snow.example.org", user: u, password: "${secrets.snow}"}
      """;

  private final AppliedProject project = new AppliedProject(NOON);
  private final List<Request> sent = new ArrayList<>();
  private final AtomicBoolean dead = new AtomicBoolean();
  private final AtomicBoolean held = new AtomicBoolean();
  private final Notifications notifications = new Notifications(project.jdbi, project.clock);
  private final Notifying notifying = notifying();

  NotifyingTest() {
    project.apply(0, Map.of("outturn.yaml", "{kind: project, name: p}", "c.yaml", CHANNELS));
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Notifying notifying() {
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
            name -> Optional.of("https://secret.example.org/" + name));
    var channels =
        new ChannelsInForce(
            new outturn.store.project.ProjectReader(project.jdbi), project.versions);
    return new Notifying(rows, channels, carriers, Runnable::run, held::get, project.clock);
  }

  private Result carry(Request request, Consumer<Object> json) {
    if (dead.get()) {
      var where = String.valueOf(request.settings().getOrDefault("url", "smtp"));
      return Result.Failed.of(Result.Kind.CONNECTION, where + ": no answer");
    }
    sent.add(request);
    json.accept(Map.of("result", Map.of("number", "INC0042", "sys_id", "a1")));
    return new Result.Done(Map.of());
  }

  private void news(Occasion occasion, String workflow, String... channels) {
    news(occasion, workflow, DATE, channels);
  }

  private void news(Occasion occasion, String workflow, LocalDate date, String... channels) {
    project.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into news (at, project, workflow, run, business_date, occasion, subject, text, channels)
            values (?, 'p', ?, 7, ?, ?, '', 'task a failed (exit): 1', ?::jsonb)
            """,
            project.clock.instant().atOffset(java.time.ZoneOffset.UTC),
            workflow,
            date,
            occasion.word(),
            Json.encode(Map.of("to", List.of(channels)))));
  }

  private void later(Duration time) {
    project.clock.pass(time);
    notifying.step();
  }

  private List<Notification> open() {
    return notifications.before(Long.MAX_VALUE, Notifications.Filter.OPEN, 10);
  }

  private static String body(Request request) {
    return request.settings().toString();
  }

  @Test
  void whatFailsTheNextDayTooIsToldAgain() {
    news(Occasion.FAILED, "w", "boss");
    later(Duration.ofMinutes(1));
    news(Occasion.FAILED, "w", DATE.plusDays(1), "boss");
    later(Duration.ofDays(1));
    assertThat(sent).hasSize(2);
    assertThat(body(sent.getLast()))
        .contains("w: failed", DATE.plusDays(1).toString(), "2 times by now");
    assertThat(open()).hasSize(1);

    news(Occasion.FAILED, "w", DATE.plusDays(1), "boss");
    news(Occasion.FAILED, "w", DATE, "boss");
    later(Duration.ofMinutes(1));
    assertThat(sent).hasSize(2);
  }

  @Test
  void oneProblemIsToldOnceUntilItIsOver() {
    news(Occasion.FAILED, "w", "mail");
    notifying.step();
    news(Occasion.FAILED, "w", "mail");
    later(Duration.ofMinutes(1));
    assertThat(sent).hasSize(1);
    assertThat(body(sent.getFirst()))
        .contains("[Outturn] w: failed", "task a failed (exit): 1", "outturn ack 1");
    assertThat(open()).extracting(each -> each.when().times()).containsExactly(2);
    news(Occasion.RECOVERED, "w", "mail");
    later(Duration.ofMinutes(1));
    assertThat(sent).hasSize(2);
    assertThat(body(sent.getLast())).contains("Recovered: w: failed");
    assertThat(open()).isEmpty();
    news(Occasion.RECOVERED, "w", "mail");
    later(Duration.ofMinutes(1));
    assertThat(sent).hasSize(2);
    news(Occasion.FAILED, "w", "mail");
    later(Duration.ofMinutes(1));
    assertThat(sent).hasSize(3);
  }

  @Test
  void aSuccessForAnEarlierDateIsNoRecovery() {
    news(Occasion.FAILED, "w", "mail");
    news(Occasion.FAILED, "w", DATE.minusDays(1), "mail");
    notifying.step();
    assertThat(open().getFirst().about().businessDate()).isEqualTo(DATE);
    news(Occasion.RECOVERED, "w", DATE.minusDays(1), "mail");
    later(Duration.ofMinutes(1));
    assertThat(open()).hasSize(1);
    news(Occasion.RECOVERED, "w", DATE.plusDays(1), "mail");
    later(Duration.ofMinutes(1));
    assertThat(open()).isEmpty();
    assertThat(body(sent.getLast())).contains("for 2026-11-27 succeeded");
  }

  @Test
  void aReceiverThatIsDeadLosesNothingAndGetsTheSameMessageLater() {
    dead.set(true);
    news(Occasion.FAILED, "w", "mail");
    notifying.step();
    later(Duration.ofSeconds(1));
    assertThat(sent).isEmpty();
    assertThat(notifying.failed()).isEqualTo(1);
    assertThat(open().getFirst().copies())
        .filteredOn(copy -> copy.channel().equals("mail"))
        .extracting(Notification.Copy::state)
        .containsExactly("waiting");
    dead.set(false);
    later(Duration.ofSeconds(10));
    later(Duration.ofSeconds(10));
    assertThat(sent).hasSize(1);
    assertThat(notifying.waiting()).isZero();
    var uid =
        project.jdbi.withHandle(handle ->
            handle
                .createQuery("select uid::text from notification_message")
                .mapTo(String.class)
                .one());
    assertThat(sent.getFirst().settings()).containsEntry("id", uid + "@outturn");
  }

  @Test
  void whatCannotBeSentIsGivenUpVisiblyAndWithoutItsSecrets() {
    dead.set(true);
    news(Occasion.FAILED, "w", "room");
    later(Duration.ofMinutes(5));
    for (int minute = 0; minute < 70; minute++) later(Duration.ofMinutes(1));
    assertThat(notifying.givenUp()).isEqualTo(1);
    var copy = open().getFirst().copies().getFirst();
    assertThat(copy.state()).isEqualTo("failed");
    assertThat(copy.error().orElseThrow()).contains("no answer");
    news(Occasion.FAILED, "x", "boss");
    later(Duration.ofMinutes(1));
    assertThat(open().getFirst().copies().getFirst().error().orElseThrow())
        .contains("***")
        .doesNotContain("secret.example.org");
  }

  @Test
  void whatComesWithinAWindowIsOneMessage() {
    news(Occasion.FAILED, "v", "room");
    notifying.step();
    project.clock.pass(Duration.ofMinutes(4));
    news(Occasion.FAILED, "w", "room");
    notifying.step();
    assertThat(sent).isEmpty();
    later(Duration.ofMinutes(1));
    assertThat(sent).hasSize(1);
    assertThat(body(sent.getFirst())).contains("2 notices", "v: failed", "w: failed");
    assertThat(body(sent.getFirst())).contains("Bearer https://secret.example.org/hook");
  }

  @Test
  void inQuietHoursOnlyTheExceptionIsToldAndTheRestInTheMorning() {
    later(Duration.ofHours(11));
    news(Occasion.FAILED, "v", "room");
    news(Occasion.LATE, "w", "room");
    later(Duration.ofMinutes(6));
    assertThat(sent).hasSize(1);
    assertThat(body(sent.getFirst())).contains("w: is late").doesNotContain("v: failed");
    news(Occasion.RECOVERED, "v", "room");
    later(Duration.ofHours(6));
    assertThat(sent).hasSize(1);
    later(Duration.ofHours(1));
    assertThat(sent).hasSize(2);
    assertThat(body(sent.getLast())).contains("v: failed", "it is over since");
  }

  @Test
  void whatNobodyAcknowledgesGoesToTheNextChannel() {
    news(Occasion.FAILED, "v", "mail");
    news(Occasion.FAILED, "w", "mail");
    notifying.step();
    assertThat(sent).hasSize(1);
    var first = open().getLast();
    assertThat(notifications.acknowledge(first.id(), "ann", "I look at it")).isTrue();
    assertThat(notifications.acknowledge(first.id(), "bo", "me too")).isFalse();
    later(Duration.ofMinutes(31));
    assertThat(sent).hasSize(2);
    assertThat(body(sent.getLast()))
        .contains("Nobody answered: w: failed")
        .doesNotContain("v: failed");
  }

  @Test
  void aTicketIsOpenedOnceUpdatedAndClosed() {
    news(Occasion.FAILED, "w", "desk");
    notifying.step();
    assertThat(sent.getFirst().settings())
        .containsEntry("method", "POST")
        .containsEntry("url", "https://snow.example.org/api/now/table/incident");
    var ticket = notifications.tickets(new outturn.engine.run.RunId(7)).getFirst();
    assertThat(ticket.number()).isEqualTo("INC0042");
    news(Occasion.FAILED, "w", "desk");
    later(Duration.ofMinutes(1));
    news(Occasion.RECOVERED, "w");
    later(Duration.ofMinutes(1));
    assertThat(sent)
        .extracting(request -> request.settings().get("method"))
        .containsExactly("POST", "PATCH", "PATCH");
    assertThat(body(sent.getLast())).contains("incident/a1", "state=6");
  }

  @Test
  void aTicketOfWhichNobodyKnowsIsLookedForBeforeAnotherIsOpened() {
    dead.set(true);
    news(Occasion.FAILED, "w", "desk");
    notifying.step();
    dead.set(false);
    later(Duration.ofSeconds(11));
    assertThat(sent).extracting(request -> request.settings().get("method")).containsExactly("GET");
    assertThat(notifications.tickets(new outturn.engine.run.RunId(7))).hasSize(1);
  }

  @Test
  void aHeldCopySendsNothing() {
    held.set(true);
    news(Occasion.FAILED, "w", "mail");
    notifying.step();
    assertThat(sent).isEmpty();
    held.set(false);
    notifying.step();
    assertThat(sent).hasSize(1);
  }

  @Test
  void aMessageWhoseSenderDiedIsSentByAnother() {
    news(Occasion.FAILED, "w", "mail");
    var outbox = new Outbox(project.jdbi);
    held.set(true);
    new NewsSorter(project.jdbi).sort(_ -> Optional.empty());
    held.set(false);
    dead.set(true);
    notifying.step();
    project.clock.pass(Duration.ofSeconds(20));
    var claimed = outbox.claim(List.of(), project.clock.instant(), Duration.ofMinutes(1));
    assertThat(claimed).isPresent();
    dead.set(false);
    notifying.step();
    assertThat(sent).as("another has it").isEmpty();
    project.jdbi.useHandle(handle ->
        handle.execute(
            "update notification_message set lease_until = clock_timestamp() - interval '1 s'"));
    notifying.step();
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().settings()).containsEntry("id", claimed.get().uid() + "@outturn");
  }

  @Test
  void aChannelIsTriedOut() throws Exception {
    assertThat(notifying.tryOut("mail", "ann")).isEqualTo(new Notifying.Trial.Sent());
    assertThat(body(sent.getFirst())).contains("ann tries the channel mail");
    assertThat(notifying.tryOut("nobody", "ann")).isEqualTo(new Notifying.Trial.NoChannel());
    dead.set(true);
    assertThat(notifying.tryOut("mail", "ann")).isInstanceOf(Notifying.Trial.Failed.class);
  }
}
