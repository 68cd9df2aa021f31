package outturn.http.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.duration.Durations;
import outturn.engine.duration.Sample;
import outturn.engine.run.RunId;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foresight;
import outturn.store.forecast.Predictions;
import outturn.store.forecast.TaskDurations;
import outturn.store.identity.Role;

/// Two nodes foresee the same run, which is well under way when they first see it: what usually
/// takes twenty minutes was done at once.
class ToldOnceTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final Predictions PREDICTIONS = new Predictions(SERVER.jdbi());
  private static final String PROJECT =
      """
      kind: project
      name: feed
      ---
      kind: workflow
      name: feed
      deadlines: [{name: all, by: "+1d 12:00"}]
      tasks:
        fetch: {run: ["true"]}
        list: {forEach: ["a", "b"], parallel: 1, run: ["true"]}
        check: {needs: [fetch, list], approval: {role: operator}}
      """;

  @BeforeAll
  static void apply() {
    SERVER.apply("feed", Client.onlyFile(PROJECT));
    var tasks = new HashMap<String, Durations>();
    tasks.put("fetch", history(Duration.ofMinutes(20)));
    tasks.put("list", history(Duration.ofMillis(10)));
    tasks.put("check", history(Duration.ofMinutes(20)));
    var learned = new TaskDurations.Learned(Instant.now(), tasks);
    new TaskDurations(SERVER.jdbi()).keep("feed", learned, Instant.now());
  }

  private static Durations history(Duration length) {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    var durations = Durations.EMPTY;
    for (int back = 30; back > 0; back--) {
      var sample = new Sample(today - back, 0, length.toMillis() + back, Sample.How.SUCCEEDED);
      durations = durations.with(sample);
    }
    return durations;
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Foresight node() {
    return OwnForesight.of(SERVER.services(), SERVER.jdbi(), _ -> {}, () -> 0, () -> 0);
  }

  @Test
  void whatIsForeseenIsKeptAndToldOnceHoweverManyNodesForeseeIt() throws InterruptedException {
    var run = OPERATOR.start(Map.of("workflow", "feed"));
    OPERATOR.await(run, "fetch", "succeeded");
    OPERATOR.await(run, "list", "succeeded");

    for (int nodes = 0; nodes < 2; nodes++) {
      try (var node = node()) {
        node.step();
        assertThat(node.all()).containsKey(run);
      }
    }

    assertThat(PREDICTIONS.of(RunId.parse(run))).hasSize(1);
    assertThat(PREDICTIONS.warnings(RunId.parse(run)))
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.occasion()).isEqualTo("early");
          assertThat(warning.subject()).isEqualTo("fetch");
          assertThat(warning.text()).endsWith("its usual time is 20 min: is something missing?");
        });
  }
}
