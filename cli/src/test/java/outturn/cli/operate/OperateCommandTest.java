package outturn.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class OperateCommandTest {
  private static final String DONE =
      """
      {"run":"r1","task":"load","verb":"hold","result":"done","before":"ready","after":"ready, held"}
      """;

  private static final String MANY =
      """
      {"preview":%s,"done":1,"unchanged":0,"refused":1,"more":false,"runs":[
        {"run":"r1","workflow":"load","businessDate":"2026-11-30","result":"done","before":"running","after":null},
        {"run":"r2","workflow":"load","businessDate":"2026-11-30","result":"refused","reason":"it has ended"}]}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aVerbSaysHowATaskStoodAndStands() {
    server.on("POST /runs/r1/operate", 200, DONE);

    var result = shell.run("hold", "r1", "load", "--reason", "the bank is late");

    assertThat(result.out()).isEqualTo("task load of run r1: ready -> ready, held\n");
    assertThat(server.last().body())
        .isEqualTo("{\"verb\":\"hold\",\"task\":\"load\",\"reason\":\"the bank is late\"}");
  }

  @Test
  void whatIsSoAlreadyIsSaid() {
    server.on("POST /runs/r1/operate", 200, DONE.replace("\"done\"", "\"unchanged\""));

    assertThat(shell.run("hold", "r1", "load").out())
        .isEqualTo("task load of run r1 is ready, held already\n");
  }

  @Test
  void manyRunsAreOnlyShownUntilSomebodySaysYes() {
    server.on("POST /operations", 200, MANY.formatted(true));

    var shown = shell.run("hold", "--workflow", "load", "--limit", "500");

    assertThat(server.last().body())
        .contains("\"filter\":{\"workflow\":\"load\"}", "\"limit\":500", "\"preview\":true");
    assertThat(shown.out())
        .contains("would be done", "it has ended")
        .endsWith("nothing is done yet: hold 1 run of 2 with --yes\n");
  }

  @Test
  void manyRunsAreHeldOnceSomebodySaysYes() {
    server.on("POST /operations", 200, MANY.formatted(false));

    var done = shell.run("hold", "--workflow", "load", "--yes");

    assertThat(server.last().body()).contains("\"preview\":false");
    assertThat(done.out()).endsWith("hold: 1 done, 0 unchanged, 1 refused\n");
  }

  @Test
  void aRerunHasItsExtentAndAForcedSuccessItsOutputs() {
    server.on("POST /runs/r1/operate", 200, DONE);
    shell.run("rerun", "r1", "load", "--from-here");
    assertThat(server.last().body())
        .isEqualTo("{\"verb\":\"rerun\",\"task\":\"load\",\"extent\":\"from-here\"}");
    shell.run("force", "r1", "load", "success", "--output", "rows=12");
    assertThat(server.last().body())
        .isEqualTo("{\"verb\":\"force-success\",\"task\":\"load\",\"outputs\":{\"rows\":12}}");
  }

  @Test
  void aScheduleIsPausedAndGoesOn() {
    server.on("POST /workflows/load/schedules/nightly/pause", 200, "{\"result\":\"done\"}");
    server.on("POST /workflows/load/schedules/nightly/resume", 200, "{\"result\":\"unchanged\"}");

    assertThat(shell.run("schedule", "pause", "load", "nightly").out())
        .isEqualTo("schedule nightly of load is paused\n");
    assertThat(shell.run("schedule", "resume", "load", "nightly").out())
        .isEqualTo("schedule nightly of load goes on already\n");
  }

  @ParameterizedTest
  @CsvSource({
    "hold, which run?",
    "hold r1 --workflow load, not both",
    "rerun r1 --from-here --all, not several",
    "force r1 load maybe, expected success or failure",
    "force r1, which task?",
    "skip r1, which task?",
    "bypass --workflow load, which task?",
    "prioritise r1 --level 9, 'from 1, last, to 5, first'"
  })
  void whatDoesNotGoTogetherIsRefusedBeforeAnyServerIsAsked(String words, String refusal) {
    var result = shell.run(words.split(" ", -1));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(refusal);
    assertThat(server.calls()).isEmpty();
  }
}
