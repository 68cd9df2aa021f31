package outturn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.Outturn;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;

class BenchCommandTest {
  private static final Duration PACE = Duration.ofMillis(20);
  private static final String START = "POST /api/v1/runs";

  private RunningServer server;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws IOException {
    server = new RunningServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new ByteArrayInputStream(new byte[0]),
            100,
            Set.of());
    var environment =
        new Environment(
            Map.of("OUTTURN_SERVER", server.url(), "OUTTURN_TOKEN", "t0ken"),
            Path.of("/nonexistent"),
            Path.of("/nonexistent/home"),
            InstantSource.fixed(Instant.EPOCH),
            ZoneOffset.UTC,
            Thread.ofPlatform().factory());
    return new Outturn(terminal, environment, BenchCommand.with(terminal, environment, PACE))
        .run(arguments);
  }

  private Fields json() {
    return new Fields(Json.read(out.toString(UTF_8)).orElseThrow());
  }

  @Test
  void singleSendsFiveHundredRunsInARequestAfterAWarmUp() {
    assertThat(run("bench", "single", "--runs", "1200", "--json")).isZero();

    assertThat(server.runs()).hasSize(240 + 1_200);
    assertThat(server.count(START)).isEqualTo(1 + 3);
    assertThat(json().count("runs")).isEqualTo(1_200);
    assertThat(json().count("taskRuns")).isEqualTo(1_200);
    assertThat(json().object("latencyMillis").json())
        .hasToString("{\"p50\":40,\"p99\":40,\"max\":40}");
  }

  @Test
  void ratesAreCountsOverSeconds() {
    assertThat(run("bench", "chain", "--runs", "50", "--tasks", "4", "--json")).isZero();

    double seconds = json().number("seconds").orElseThrow();
    double rate = json().number("transitionsPerSecond").orElseThrow();
    assertThat(rate * seconds).isBetween(150.0, 250.0);
    assertThat(json().number("runsPerSecond").orElseThrow() * 4).isBetween(rate - 1, rate + 1);
  }

  @Test
  void aServerElsewhereTellsNeitherCpuNorRoom() {
    assertThat(run("bench", "single", "--runs", "5", "--json")).isZero();

    assertThat(json().json().has("cpuMillisPerRun")).isTrue();
    assertThat(json().has("cpuMillisPerRun")).isFalse();
    assertThat(json().has("databaseBytesPerTaskRun")).isFalse();
  }

  @Test
  void oneByOneSendsEachRunInItsOwnRequest() {
    assertThat(run("bench", "one-by-one", "--runs", "50", "--json")).isZero();

    assertThat(server.count(START)).isEqualTo(10 + 50);
    assertThat(server.runs()).hasSize(60);
  }

  @Test
  void aFanIsGivenAnItemForEachTask() {
    assertThat(run("bench", "fan", "--tasks", "7", "--json")).isZero();

    assertThat(json().count("taskRuns")).isEqualTo(8);
    assertThat(server.runs())
        .allSatisfy(
            run -> assertThat(run.path("inputs")).hasToString("{\"items\":[1,2,3,4,5,6,7]}"));
  }

  @Test
  void aTrickleSendsARunAtEachBeatAndMeasuresItFromHere() {
    assertThat(run("bench", "trickle", "--runs", "5", "--json")).isZero();

    assertThat(server.count(START)).isEqualTo(50 + 5);
    assertThat(json().number("seconds").orElseThrow()).isGreaterThan(0.08);
    assertThat(json().object("latencyMillis").number("p50").orElseThrow()).isPositive();
  }

  @Test
  void whatClaimsAPoolIsDueOnFiveDays() {
    assertThat(run("bench", "one-by-one", "--pool", "worth", "--runs", "50", "--json")).isZero();

    assertThat(json().text("pool")).isEqualTo("worth");
    assertThat(server.count("POST /api/v1/projects/bench-pool/apply")).isEqualTo(1);
    assertThat(server.runs().stream().map(run -> run.path("workflow").asString()).distinct())
        .containsExactly("bench-pool-single");
    assertThat(
            server.runs().stream()
                .collect(groupingBy(run -> run.path("businessDate").asString(), counting()))
                .values())
        .containsExactly(12L, 12L, 12L, 12L, 12L);
  }

  @Test
  void peopleAreToldWhoGoesFirst() {
    assertThat(run("bench", "chain", "--pool", "age", "--runs", "5")).isZero();

    assertThat(out.toString(UTF_8)).startsWith("chain: 5 runs of 10 tasks, from a pool by age\n");
  }

  @Test
  void theProjectIsAppliedOnceAndAgainOnlyWhenItDiffers() {
    run("bench", "process", "--runs", "1");
    run("bench", "single", "--runs", "1");
    assertThat(server.count("POST /api/v1/projects/bench/apply")).isEqualTo(1);

    run("bench", "chain", "--runs", "1", "--tasks", "2");
    assertThat(server.count("POST /api/v1/projects/bench/apply")).isEqualTo(2);
  }

  @Test
  void peopleGetAShortTable() {
    assertThat(run("bench", "fan", "--tasks", "100")).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith("fan: 1 run of 101 tasks\n")
        .contains("tasks finished", "p50 40 ms, p99 40 ms, max 40 ms", "CPU", "not known");
  }

  @Test
  void runsThatFailedAreNotMeasured() {
    server.endingAs("failed");

    assertThat(run("bench", "single", "--runs", "10")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("not measured: 2 of 2 runs did not succeed");
  }

  @Test
  void aBenchGivesUpWhenItsTimeIsOver() {
    server.neverEnding();

    assertThat(run("bench", "single", "--runs", "10", "--timeout", "1")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("not measured: after 1 s 2 of 2 runs have not ended", "--timeout SECONDS");
  }

  @Test
  void aBenchRefusesToStartBesideRunsOfAnother() {
    server.neverEnding();
    run("bench", "single", "--runs", "10", "--timeout", "1");

    assertThat(run("bench", "single", "--runs", "10")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("of an earlier or another bench");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "square | no shape 'square'; expected single, one-by-one",
        "single --tasks 3 | --tasks is for chain, hop and fan",
        "chain --runs 0 | 1 to 1000000 runs, not 0",
        "single --pool best | --pool is age or worth, not 'best'",
        "fan --pool age | a pool is for single, one-by-one, chain, trickle and hop, not for fan",
        "single --timeout 0 | --timeout is at least 1 second",
        "trickle --runs 7000 | longer than the time-out of 120 s",
      })
  void aLineThatMakesNoSenseIsRefusedBeforeAnythingIsSent(String line, String message) {
    assertThat(run(("bench " + line).split(" "))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(message);
    assertThat(server.runs()).isEmpty();
  }

  @Test
  void tabsRunsTheLoadInTurnsWithoutAndWithPagesThatLookOn() {
    assertThat(run("bench", "tabs", "--tabs", "3", "--rounds", "2", "--runs", "10", "--json"))
        .isZero();

    assertThat(server.count("GET /api/v1/at-risk")).isEqualTo(2 * 3);
    assertThat(server.count("GET /api/v1/now")).isGreaterThanOrEqualTo(2 * 3);
    assertThat(json().count("tabs")).isEqualTo(3);
    assertThat(json().object("alone").json().path("asksPerSecond").asDouble()).isZero();
    assertThat(json().object("watched").json().path("runsPerSecond").asDouble()).isPositive();
    assertThat(json().json().has("fallPercent")).isTrue();
  }

  @Test
  void tabsAreAtLeastOne() {
    assertThat(run("bench", "tabs", "--tabs", "0")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("--tabs is from 1 to 1000", "outturn bench tabs --help");
  }
}
