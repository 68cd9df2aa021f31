package outturn.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import outturn.store.notify.Notifications;
import outturn.store.notify.Outbox;
import outturn.store.project.ProjectReader;

/// More news than can be told one by one, on a real database.
class NotifyingUnderLoadTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-11-26");
  private static final String CHANNELS =
      """
      {kind: channel, name: room, webhook: {url: "https://hooks.example.org/x"}}
      """;

  private final AppliedProject project = new AppliedProject(NOON);
  private final List<Request> sent = new ArrayList<>();
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
}
