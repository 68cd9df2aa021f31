package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every shape of `outturn bench`, as small as it goes, against a real server; what the figures are
/// is for a quiet machine to say.
class BenchTest {
  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = LiveServer.start(Place.fresh());
  }

  @AfterAll
  static void stop() {
    server.close();
    server.place().remove();
  }

  private static JsonNode bench(String line) {
    var said = server.says(("bench " + line + " --json").split(" "));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    return Api.JSON.readTree(said.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "single --runs 20",
        "one-by-one --runs 20",
        "chain --runs 5 --tasks 4",
        "fan --tasks 20",
        "process --runs 5",
        "trickle --runs 1",
        "hop --runs 1 --tasks 3"
      })
  void aLoadHasRatesCostsAndYardsticks(String line) {
    var json = bench(line);

    assertThat(json.path("runsPerSecond").doubleValue()).isPositive();
    assertThat(json.path("transitionsPerSecond").doubleValue()).isPositive();
    assertThat(json.path("latencyMillis").has("p99")).isTrue();
    assertThat(json.path("commitMillis").doubleValue()).isPositive();
    assertThat(json.at("/inCommits/runs").doubleValue()).isNotNegative();
    assertThat(json.has("plainProcessesPerSecond")).isEqualTo(line.startsWith("process"));
  }

  @Test
  void schedulesThatAreDueTogetherStartOnceEachAndNotEarly() {
    var json = bench("due --schedules 120 --times 1 --every 2");

    assertThat(json.path("expected").intValue()).isEqualTo(120);
    assertThat(json.path("missed").intValue()).isZero();
    assertThat(json.path("doubled").intValue()).isZero();
    assertThat(json.path("early").intValue()).isZero();
    assertThat(json.at("/latenessMillis/p50").doubleValue()).isNotNegative();
  }

  @Test
  void anIdleServerTellsItsCpuAndMemory() {
    var json = bench("idle --schedules 10 --seconds 1 --settle 0");

    assertThat(json.path("schedules").intValue()).isEqualTo(10);
    if (json.has("residentMegabytes")) {
      assertThat(json.at("/residentMegabytes/total").doubleValue()).isPositive();
    }
  }

  @Test
  void runsWaitForAllSortsOfThingsAndGoWhenTheyMay() {
    var json = bench("waiting --runs 16 --seconds 1 --settle 0");

    assertThat(json.path("runs").intValue()).isEqualTo(16);
    assertThat(json.path("leavingSeconds").doubleValue()).isPositive();
    assertThat(json.has("grownMegabytes")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pool", "slots"})
  void aCrowdComesIsMeasuredAndLeaves(String waitingFor) {
    var json =
        bench("fairness --beats 3 --pace 20 --waiting 8 --hanging 3 --waiting-for " + waitingFor);

    for (var other : new String[] {"instant", "process", "network"}) {
      assertThat(json.path(other).has("delayPercent")).as("%s of %s", other, json).isTrue();
    }
    assertThat(
            server
                .api()
                .get("/runs?project=bench-crowd&state=waiting,running")
                .good()
                .path("items"))
        .isEmpty();
  }
}
