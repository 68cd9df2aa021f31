package outturn.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class RunCommandTest {
  private static final String STARTED =
      "{\"id\":\"01k9x3m2r7q8a\",\"workflow\":\"load\",\"state\":\"waiting\"}";

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRunIsStartedAndItsIdTold() {
    server.on("POST /runs", 201, STARTED);

    var result = shell.run("run", "load", "--date", "2026-11-22", "--key", "k1");

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("started run 01k9x3m2r7q8a of load\n");
    assertThat(server.calls()).containsExactly("POST /runs");
    assertThat(server.last().body())
        .isEqualTo("{\"workflow\":\"load\",\"inputs\":{},\"businessDate\":\"2026-11-22\"}");
    assertThat(server.last().headers())
        .containsEntry("Idempotency-key", "k1")
        .containsEntry("Authorization", "Bearer t0ken")
        .containsEntry("Content-type", "application/json");
  }

  @Test
  void inputsAreReadByTheTypesOfTheWorkflow(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("in.json"), "{\"regions\": [\"south\"], \"note\": \"x\"}");
    server
        .on(
            "GET /workflows/load",
            200,
            """
            {"name":"load","inputs":[{"name":"note","type":"string"},{"name":"regions","type":"list<string>"},
              {"name":"limit","type":"int"},{"name":"day","type":"date"}]}
            """)
        .on("POST /runs", 201, STARTED);

    shell
        .in(folder)
        .run(
            "run",
            "load",
            "--inputs",
            "in.json",
            "--input",
            "note=12",
            "--input",
            "limit=12",
            "--input",
            "day=2026-01-02",
            "--input",
            "regions=[\"north\"]",
            "--input",
            "unknown=a=b");

    assertThat(server.last().body())
        .contains("\"regions\":[\"north\"]")
        .contains("\"note\":\"12\"")
        .contains("\"limit\":12")
        .contains("\"day\":\"2026-01-02\"")
        .contains("\"unknown\":\"a=b\"");
  }

  @Test
  void inputsThatAreNotAJsonObjectAreRefusedBeforeAnythingIsStarted() {
    var result = shell.input("[1]").run("run", "load", "--inputs", "-");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("- is not a JSON object").contains("expected for example");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void waitingEndsWithTheRunAndTellsWhatFailed() {
    server
        .on("POST /runs", 201, STARTED)
        .on("GET /runs/01k9x3m2r7q8a", 200, STARTED.replace("waiting", "running"))
        .on(
            "GET /runs/01k9x3m2r7q8a",
            200,
            """
            {"id":"01k9x3m2r7q8a","workflow":"load","state":"failed",
             "started":"2026-11-23T10:00:00Z","ended":"2026-11-23T10:01:12Z",
             "tasks":[{"name":"copy","state":"failed","attempts":[{"attempt":1,"state":"failed","exitCode":3,
               "failure":{"kind":"exit","message":"the file is empty"}}]}]}
            """);

    var result = shell.run("run", "load", "--wait");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            ✗ failed after 1m 12s: run 01k9x3m2r7q8a of load

              copy failed: the file is empty (exit code 3)
              outturn logs 01k9x3m2r7q8a copy
            """);
    assertThat(server.calls())
        .containsExactly("POST /runs", "GET /runs/01k9x3m2r7q8a", "GET /runs/01k9x3m2r7q8a");
  }

  @Test
  void waitingWithJsonPrintsTheEndedRunAlone() {
    server
        .on("POST /runs", 201, STARTED)
        .on("GET /runs/01k9x3m2r7q8a", 200, STARTED.replace("waiting", "succeeded"));

    var result = shell.run("run", "load", "--wait", "--json");

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("{").contains("\"succeeded\"").endsWith("}\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aServerThatIsAwayForAMomentDoesNotEndTheWaiting() {
    server
        .on("POST /runs", 201, STARTED)
        .refuses("GET /runs/01k9x3m2r7q8a", 503, "not-ready", "starting", "")
        .on("GET /runs/01k9x3m2r7q8a", 200, STARTED.replace("waiting", "succeeded"));

    assertThat(shell.run("run", "load", "--wait").code()).isZero();
  }

  @Test
  void followingPrintsTheLogThenTheResult() {
    server
        .on("POST /runs", 201, STARTED)
        .on(
            "GET /runs/01k9x3m2r7q8a/logs",
            200,
            """
            {"items":[{"task":"copy","attempt":1,"at":"2026-11-23T10:00:00Z","stream":"out","text":"hello"}],
             "next":"c1","ended":false}
            """)
        .on("GET /runs/01k9x3m2r7q8a/logs", 200, "{\"items\":[],\"next\":\"c1\",\"ended\":false}")
        .on(
            "GET /runs/01k9x3m2r7q8a/logs",
            200,
            """
            {"items":[{"task":"copy","item":2,"attempt":3,"at":"2026-11-23T10:00:01Z","stream":"err","text":"oh"},
                      {"task":"copy","attempt":1,"at":"2026-11-23T10:00:02Z","stream":"note","text":"cut"}],
             "next":"c2","ended":true}
            """)
        .on("GET /runs/01k9x3m2r7q8a/logs", 200, "{\"items\":[],\"next\":\"c2\",\"ended\":true}")
        .on("GET /runs/01k9x3m2r7q8a", 200, STARTED.replace("waiting", "succeeded"));

    var result = shell.run("run", "load", "--follow");

    assertThat(result.out())
        .isEqualTo(
            """
            10:00:00 copy | hello
            10:00:01 copy[2]#3 ! oh
            10:00:02 copy * cut
            ✓ succeeded: run 01k9x3m2r7q8a of load
            """);
    assertThat(server.calls())
        .containsSubsequence(
            "GET /runs/01k9x3m2r7q8a/logs?limit=500",
            "GET /runs/01k9x3m2r7q8a/logs?after=c1&limit=500",
            "GET /runs/01k9x3m2r7q8a/logs?after=c2&limit=500",
            "GET /runs/01k9x3m2r7q8a");
  }

  @Test
  void ctrlCLeavesTheRunAloneAndSaysSo() {
    server
        .on("POST /runs", 201, STARTED)
        .on("GET /runs/01k9x3m2r7q8a", 200, STARTED.replace("waiting", "succeeded"));
    var result = shell.run("run", "load", "--wait");
    assertThat(result.code()).isZero();

    assertThat(shell.pressCtrlC())
        .isEqualTo("run 01k9x3m2r7q8a goes on; look again with: outturn show 01k9x3m2r7q8a\n");
    assertThat(server.calls()).noneMatch(call -> call.contains("cancel"));
  }

  @Test
  void followAndJsonDoNotGoTogether() {
    var result = shell.run("run", "load", "--follow", "--json");

    assertThat(result.code()).isEqualTo(2);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void whatIsWrongWithTheInputsIsListed() {
    server.refuses(
        "POST /runs",
        422,
        "invalid-input",
        "two inputs are not right",
        ",\"problems\":[\"regions: expected a list\",\"limit is missing\"]");

    var result = shell.run("run", "load");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .startsWith(
            "outturn: two inputs are not right\n  regions: expected a list\n  limit is missing\n");
  }
}
