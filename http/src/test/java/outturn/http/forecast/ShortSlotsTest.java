package outturn.http.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foresight;
import outturn.store.forecast.TaskDurations;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;

/// The test server has four slots for processes, of which one workflow gets three.
class ShortSlotsTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final Foresight FORESIGHT = SERVER.services().runs().prospects().foresight();

  private static final String COPIES =
      """
      {kind: project, name: copies}
      ---
      kind: workflow
      name: wide
      deadlines: [{name: all-copied, by: "+1d 12:00"}]
      tasks:
        one: {run: [sleep, "600"]}
        two: {run: [sleep, "600"]}
        three: {run: [sleep, "600"]}
        four: {run: [sleep, "600"]}
        five: {needs: four, run: [sleep, "600"]}
      """;

  @BeforeAll
  static void begin() {
    var text = Base64.getEncoder().encodeToString(COPIES.getBytes(UTF_8));
    SERVER.apply("copies", Map.of("outturn.yaml", text));
    var lengths = new HashMap<String, Durations>();
    for (var task : List.of("one", "two", "three", "four", "five")) lengths.put(task, tenMinutes());
    new TaskDurations(SERVER.jdbi())
        .keep("wide", new TaskDurations.Learned(Instant.now(), lengths), Instant.now());
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Durations tenMinutes() {
    var durations = Durations.EMPTY;
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    for (int back = 30; back > 0; back--) {
      long millis = Duration.ofMinutes(10).toMillis() + 1_000L * (back % 7);
      durations = durations.with(new Sample(today - back, 0, millis, Sample.How.SUCCEEDED));
    }
    return durations;
  }

  @Test
  void itIsForecastWhoWaitsForASlot() throws InterruptedException {
    var id = OPERATOR.start(Map.of("workflow", "wide"));
    for (var task : List.of("one", "two", "three")) OPERATOR.await(id, task, "running");

    var deadline = deadline(id);

    var chain = deadline.path("chain");
    assertThat(chain.findValuesAsString("task").subList(0, 2))
        .as(chain.toString())
        .containsExactly("five", "four");
    assertThat(chain.path(1).path("because").asString()).isEqualTo("pool");
    assertThat(chain.path(1).path("of").asString())
        .matches("worker slot \\(process\\), held by (one|two|three) of wide");
    assertThat(deadline.path("line").path("cause").asString())
        .contains("four waits for a free worker slot (process) held by ");
    OPERATOR.post("/api/v1/runs/%s/cancel".formatted(id), Map.of());
    OPERATOR.await(id, "cancelled");
  }

  /// What is foreseen of the deadline once all three are seen to run.
  private static JsonNode deadline(String run) throws InterruptedException {
    for (int i = 0; i < 400; i++) {
      FORESIGHT.step();
      var deadline =
          OPERATOR
              .get("/api/v1/runs/%s/forecast".formatted(run))
              .json()
              .path("now")
              .path("deadlines")
              .path(0);
      if (deadline.path("line").path("cause").asString("").contains("slot")) return deadline;
      Thread.sleep(10);
    }
    throw new AssertionError("no slot is waited for in what is foreseen");
  }
}
